//! The names that a workbook gives to its answers, used both ways: one for each rating, one for each column.
//!
//! Refuses to know: cells; a name is one hint among several, as rows and columns move under it.

use super::layout::Column;

const RATING: &str = "Attest_r.";
const COLUMN: &str = "Attest_c.";

/// The name of a rating: `Attest_r.school.c4`.
pub fn rating(question: &str) -> String {
    format!("{RATING}{}", sound(question))
}

/// The name of a standard's column: `Attest_c.note.c`; none for a column that nobody answers in.
pub fn column(column: Column, standard: &str) -> Option<String> {
    word(column).map(|word| format!("{COLUMN}{word}.{}", sound(standard)))
}

/// The question of a rating's name, as it stands in the name.
pub fn rated(name: &str) -> Option<&str> {
    name.strip_prefix(RATING)
}

/// The column of a column's name.
pub fn named(name: &str) -> Option<Column> {
    let (word, _) = name.strip_prefix(COLUMN)?.split_once('.')?;
    match word {
        "rating" => Some(Column::Rating),
        "note" => Some(Column::Note),
        "impact" => Some(Column::Impact),
        "area" => Some(Column::Area),
        "reason" => Some(Column::Reason),
        other => other.strip_prefix("extra").and_then(|place| place.parse().ok()).map(Column::Extra),
    }
}

/// An id with only the signs that a name may have.
pub fn sound(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '_' }).collect()
}

fn word(column: Column) -> Option<String> {
    let word = match column {
        Column::Rating => "rating",
        Column::Note => "note",
        Column::Impact => "impact",
        Column::Area => "area",
        Column::Reason => "reason",
        Column::Extra(place) => return Some(format!("extra{place}")),
        Column::Number | Column::Statement | Column::Last | Column::Why | Column::Key | Column::Scale => {
            return None;
        }
    };
    Some(word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_named_is_known_by_its_name() {
        for it in
            [Column::Rating, Column::Note, Column::Impact, Column::Area, Column::Reason, Column::Extra(3)]
        {
            assert_eq!(named(&column(it, "a b").expect("it is answered")), Some(it));
        }
        assert_eq!(column(Column::Statement, "a"), None);
        assert_eq!(named("Print_Area"), None);
        assert_eq!(rated(&rating("school.c4")), Some("school.c4"));
    }
}
