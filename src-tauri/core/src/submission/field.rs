//! What people type about evidence, actions and challenges, as it is kept: one line, or a text that fits a cell.
//!
//! Refuses to know: answers, whose texts are kept while they are typed.

use chrono::NaiveDate;

use crate::error::{Error, Result};
use crate::text;

/// The most that a title, a name or a role may hold, in characters.
const LINE: usize = 500;
/// The most that a cell of a workbook takes, in UTF-16 units.
const CELL: usize = 32_767;

/// A line that must say something.
pub(super) fn wanted(what: &str, typed: &str, hint: &str) -> Result<String> {
    let kept = line(what, typed)?;
    if kept.is_empty() {
        return Err(Error::input(format!("{what} is empty.")).hint(hint));
    }
    Ok(kept)
}

/// A line: line ends become spaces, at most 500 characters.
pub(super) fn line(what: &str, typed: &str) -> Result<String> {
    let kept = text::normal(typed).split_whitespace().collect::<Vec<_>>().join(" ");
    if kept.chars().count() > LINE {
        return Err(Error::input(format!("{what} is longer than 500 characters."))
            .hint("Shorten it; the longer text belongs in the document itself."));
    }
    Ok(kept)
}

/// A text of any number of lines, as long as a cell of a workbook holds.
pub(super) fn cell(what: &str, typed: &str) -> Result<String> {
    let kept = text::normal(typed.trim_start());
    if kept.encode_utf16().count() > CELL {
        return Err(Error::input(format!(
            "{what} is longer than a cell of a workbook can hold (32,767 characters)."
        ))
        .hint("Shorten it, or say where the longer document is kept."));
    }
    Ok(kept)
}

/// A date as it stands in a column; what is no date is none.
pub(super) fn day(row: &rusqlite::Row<'_>, place: usize) -> rusqlite::Result<Option<NaiveDate>> {
    Ok(row.get::<_, Option<String>>(place)?.and_then(|date| date.parse().ok()))
}

/// A date as a column keeps it.
pub(super) fn kept_day(date: Option<NaiveDate>) -> Option<String> {
    date.map(|date| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line_and_not_endless() {
        assert_eq!(line("The title", " a\r\n b\u{7} ").as_deref(), Ok("a b"));
        assert!(line("The title", &"é".repeat(500)).is_ok());
        let long = line("The title", &"x".repeat(501)).expect_err("too long");
        assert!(long.message.starts_with("The title is longer"), "{}", long.message);
        assert!(wanted("The title", " \n", "Say what it is.").is_err());
    }

    #[test]
    fn a_text_fits_a_cell_counted_as_excel_counts() {
        assert_eq!(cell("The outcome", "a\r\nb  ").as_deref(), Ok("a\nb"));
        assert!(cell("The outcome", &"x".repeat(32_767)).is_ok());
        assert!(cell("The outcome", &"\u{1f600}".repeat(16_384)).is_err());
    }
}
