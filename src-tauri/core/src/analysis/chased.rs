//! T18, the non-return log: who has not returned, what was done about it and when. Restricted: it names settings.
//!
//! Pure. Refuses to know: letters, and the file.

use chrono::NaiveDate;

use super::behind::{Behind, How, Of};
use super::judged::day;
use super::table::{Cell, Column, ColumnKind, Table};
use crate::setting::SettingId;

/// A setting that has not returned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotReturned {
    /// Which.
    pub setting: SettingId,
    /// Its name.
    pub name: String,
    /// Its phase.
    pub phase: String,
    /// `Not received` or `Sent back`.
    pub state: String,
    /// When its return was due.
    pub due: Option<NaiveDate>,
    /// The days on which it was reminded.
    pub reminded: Vec<NaiveDate>,
    /// What was said to it or by it, each with its day.
    pub said: Vec<(NaiveDate, String)>,
    /// To whom it was escalated, each with its day.
    pub escalated: Vec<(NaiveDate, String)>,
    /// What came of it: more time, until when and why.
    pub outcome: String,
}

/// The settings that have not returned, by name.
pub fn log(lines: &[NotReturned], expected: u32, caption: &str, on: NaiveDate) -> Table {
    let dated = |all: &[(NaiveDate, String)]| {
        all.iter().map(|(on, text)| format!("{}: {text}", day(*on))).collect::<Vec<_>>().join("; ")
    };
    let row = |one: &NotReturned| {
        let over = one.due.map(|due| (on - due).num_days()).filter(|days| *days > 0);
        let reminded: Vec<String> = one.reminded.iter().map(|on| day(*on)).collect();
        let times = u32::try_from(reminded.len()).unwrap_or(u32::MAX);
        vec![
            Cell::text(&one.name),
            Cell::text(&one.phase),
            Cell::text(&one.state),
            Cell::text(one.due.map_or_else(|| "not set".to_owned(), day)),
            Cell::text(over.map_or_else(String::new, |days| days.to_string())),
            Cell::count(times).of(Behind::named([(Of::Setting(one.setting), How::Counted)])),
            Cell::text(reminded.join(";\n")),
            Cell::text(dated(&one.said)),
            Cell::text(dated(&one.escalated)),
            Cell::text(&one.outcome),
        ]
    };
    let (short, text) = (
        |label: &str| Column::new(label, ColumnKind::Short),
        |label: &str| Column::new(label, ColumnKind::Text),
    );
    Table {
        title: "Non-return log".to_owned(),
        caption: format!("{caption} {} of {expected} settings asked have not returned.", lines.len()),
        as_at: day(on),
        columns: vec![
            text("Setting"),
            short("Phase"),
            short("State"),
            short("Due"),
            short("Days over"),
            Column::new("Reminders", ColumnKind::Count),
            short("Reminded on"),
            text("Said"),
            text("Escalated to"),
            text("Outcome"),
        ],
        rows: lines.iter().map(row).collect(),
        notes: vec![
            "Restricted: it names settings and is for the partnership\u{2019}s officers.".to_owned(),
            "A reminder is a letter that was written here; what was sent otherwise stands only where somebody noted it.".to_owned(),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_is_dated_and_days_over_are_counted_from_the_due_date() {
        let on = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let line = NotReturned {
            setting: SettingId(uuid::Uuid::from_u128(1)),
            name: "Example Primary School".into(),
            phase: "Primary".into(),
            state: "Not received".into(),
            due: Some(on("2027-03-01")),
            reminded: vec![on("2027-02-20"), on("2027-03-03")],
            said: vec![(on("2027-03-04"), "New head since January".into())],
            escalated: Vec::new(),
            outcome: String::new(),
        };
        let table = log(&[line], 12, "Round 2026/27.", on("2027-03-08"));
        let texts: Vec<&str> = table.rows[0].iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(
            texts[3..8],
            [
                "1 March 2027",
                "7",
                "2",
                "20 February 2027;\n3 March 2027",
                "4 March 2027: New head since January"
            ]
        );
        assert!(table.caption.ends_with("1 of 12 settings asked have not returned."));
    }
}
