//! The evidence index: what there is, where it is kept, how old it is, what it backs, and what has gone stale.
//!
//! Pure. Refuses to know: the format, and the files themselves, which stay where they are.

use chrono::NaiveDate;

use super::document::{Document, Section};
use super::year::Year;
use crate::analysis::judged::day;
use crate::analysis::table::{Cell, Column, ColumnKind, Table};
use crate::submission::evidence::Kept;
use crate::template::Question;
use crate::text::counted;

/// Composes the index.
pub fn compose(year: &Year<'_>) -> Document {
    let mut document = year.document("Evidence index");
    document.sections.push(Section::new("Evidence").table(index(year)));
    let bare = bare(year);
    if !bare.rows.is_empty() {
        document.sections.push(Section::new("Without evidence").table(bare));
    }
    document
}

/// Every item that is in use, stale ones first.
pub fn index(year: &Year<'_>) -> Table {
    let mut items: Vec<&Kept> = year.evidence.iter().filter(|kept| kept.retired.is_none()).collect();
    let stale = items.iter().filter(|kept| kept.is_stale(year.today)).count();
    items.sort_by_key(|kept| !kept.is_stale(year.today));
    let all = items.len();
    Table {
        title: "What shows it, and where it is kept".to_owned(),
        caption: format!(
            "{all} items in use, {stale} of them past their review date. The items themselves stay where they are kept."
        ),
        as_at: day(year.today),
        columns: columns(),
        rows: items.into_iter().map(|kept| line(year, kept)).collect(),
        notes: Vec::new(),
    }
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("Evidence", ColumnKind::Text),
        Column::new("Where it is kept", ColumnKind::Text),
        Column::new("Kept by", ColumnKind::Text),
        Column::new("Date and age", ColumnKind::Short),
        Column::new("To be reviewed", ColumnKind::Short),
        Column::new("Questions", ColumnKind::Text),
    ]
}

fn line(year: &Year<'_>, kept: &Kept) -> Vec<Cell> {
    let item = &kept.item;
    let aged = item.dated.map(|dated| format!("{}\n{}", day(dated), age(dated, year.today)));
    let review = match item.review.map(day) {
        Some(review) if kept.is_stale(year.today) => format!("Stale since\n{review}"),
        Some(review) => review,
        None => "No date".to_owned(),
    };
    vec![
        Cell::text(&item.title),
        Cell::text(&item.place),
        Cell::text(&item.owner),
        Cell::text(aged.unwrap_or_else(|| "No date".to_owned())),
        Cell::text(review),
        Cell::text(year.numbers(&item.questions)),
    ]
}

/// How old something is: in days, then months, then years.
pub fn age(dated: NaiveDate, today: NaiveDate) -> String {
    let days = (today - dated).num_days();
    let counted = |count: i64, one: &str| match count {
        1 => format!("1 {one} old"),
        many => format!("{many} {one}s old"),
    };
    match days {
        ..0 => "dated ahead".to_owned(),
        0..=59 => counted(days, "day"),
        60..=729 => counted(days * 12 / 365, "month"),
        _ => counted(days * 4 / 1461, "year"),
    }
}

/// The questions that are rated at the level to reach with no item behind them.
fn bare(year: &Year<'_>) -> Table {
    let used: Vec<&Kept> = year.evidence.iter().filter(|kept| kept.retired.is_none()).collect();
    let backed = |question: &Question| used.iter().any(|kept| kept.item.questions.contains(&question.id));
    let at_target = |question: &Question| year.level(question).is_some_and(|level| level.target);
    let asked = year.asked();
    let questions: Vec<&Question> = asked.iter().flat_map(|(_, some)| some.iter().copied()).collect();
    let reached: Vec<&Question> = questions.into_iter().filter(|one| at_target(one)).collect();
    let rows: Vec<Vec<Cell>> = reached
        .iter()
        .filter(|one| !backed(one))
        .map(|one| {
            vec![
                Cell::text(&one.number),
                Cell::text(&one.text),
                Cell::text(year.rating(one)),
                Cell::text(note(year, one)),
            ]
        })
        .collect();
    Table {
        title: "Rated at target with no item of evidence".to_owned(),
        caption: year.caption(&format!(
            "{} of {} rated at target.",
            rows.len(),
            counted(reached.len(), "questions")
        )),
        as_at: day(year.today),
        columns: vec![
            Column::new("No.", ColumnKind::Short),
            Column::new("Question", ColumnKind::Text),
            Column::new("Self-rating", ColumnKind::Short),
            Column::new("Note", ColumnKind::Text),
        ],
        rows,
        notes: Vec::new(),
    }
}

fn note(year: &Year<'_>, question: &Question) -> String {
    year.answers.get(&question.id).map(|answer| answer.note.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::age;

    #[test]
    fn an_age_is_said_in_days_then_months_then_years() {
        let said = |from: &str, to: &str| age(from.parse().expect("a day"), to.parse().expect("a day"));
        assert_eq!(said("2026-11-20", "2026-11-21"), "1 day old");
        assert_eq!(said("2026-09-01", "2026-11-21"), "2 months old");
        assert_eq!(said("2025-11-22", "2026-11-21"), "11 months old");
        assert_eq!(said("2023-11-20", "2026-11-21"), "3 years old");
        assert_eq!(said("2026-12-01", "2026-11-21"), "dated ahead");
    }
}
