//! The calibration map: where panels see a question otherwise than settings do, in which direction and how far.
//!
//! Pure. It looks at questions, never at a setting: nobody who was not met is rated by it.

use std::collections::BTreeMap;

use super::between::place;
use super::judged::day;
use super::panels::Beside;
use super::table::{Cell, Column, ColumnKind, Table};

/// A panel's rating counts as much as this many that agree: small samples are drawn towards no difference.
const DRAWN_TOWARDS_NONE: f64 = 4.0;

/// How panels see one question.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Shift {
    lower: u32,
    same: u32,
    higher: u32,
    steps: f64,
}

impl Shift {
    fn pairs(self) -> u32 {
        self.lower + self.same + self.higher
    }

    /// Steps on the scale by which panels differ, on average, drawn towards none.
    fn drawn(self) -> f64 {
        self.steps / (f64::from(self.pairs()) + DRAWN_TOWARDS_NONE)
    }
}

/// The table: questions in the order printed, with how far panels' ratings lie from settings' own.
pub fn calibration(beside: &[Beside], order: &[String], caption: &str, as_at: chrono::NaiveDate) -> Table {
    let mut shifts: BTreeMap<&(String, String), Shift> = BTreeMap::new();
    let mut apart = 0;
    for one in beside {
        let (Some(own), Some(panel)) = (place(one.own.1), place(one.panel.1)) else {
            apart += 1;
            continue;
        };
        let none = Shift { lower: 0, same: 0, higher: 0, steps: 0.0 };
        let shift = shifts.entry(&one.question).or_insert(none);
        match panel.cmp(&own) {
            std::cmp::Ordering::Less => shift.lower += 1,
            std::cmp::Ordering::Equal => shift.same += 1,
            std::cmp::Ordering::Greater => shift.higher += 1,
        }
        shift.steps += f64::from(panel) - f64::from(own);
    }
    let mut rows: Vec<(&(String, String), Shift)> = shifts.into_iter().collect();
    rows.sort_by_key(|(question, _)| order.iter().position(|number| *number == question.0));
    Table {
        title: "Calibration map".to_owned(),
        caption: caption.to_owned(),
        as_at: day(as_at),
        columns: columns(),
        rows: rows.into_iter().map(|(question, shift)| row(question, shift)).collect(),
        notes: notes(apart),
    }
}

fn columns() -> Vec<Column> {
    let count = |label: &str| Column::new(label, ColumnKind::Count);
    vec![
        Column::new("No.", ColumnKind::Short),
        Column::new("Question", ColumnKind::Text),
        count("Rated by panels"),
        count("Panel lower"),
        count("Same"),
        count("Panel higher"),
        Column::new("Direction", ColumnKind::Short),
        Column::new("Size in steps", ColumnKind::Short),
    ]
}

fn row((number, text): &(String, String), shift: Shift) -> Vec<Cell> {
    let drawn = shift.drawn();
    let direction = if drawn.abs() < 0.05 {
        "None seen"
    } else if drawn < 0.0 {
        "Settings rate higher"
    } else {
        "Settings rate lower"
    };
    let size = if drawn.abs() < 0.05 { "0".to_owned() } else { format!("{:.1}", drawn.abs()) };
    vec![
        Cell::text(number),
        Cell::text(text),
        Cell::count(shift.pairs()),
        Cell::count(shift.lower),
        Cell::count(shift.same),
        Cell::count(shift.higher),
        Cell::text(direction),
        Cell::text(size),
    ]
}

fn notes(apart: u32) -> Vec<String> {
    let mut notes = vec![
        "For the wording of the next audit and for whom to meet next. It rates nobody: a setting that no panel met \
         keeps its own ratings, whatever this table says."
            .to_owned(),
        format!(
            "The size is the average difference in steps of the scale, drawn towards none as if {DRAWN_TOWARDS_NONE} \
             more ratings had agreed: a few ratings show little."
        ),
    ];
    if apart > 0 {
        notes.push(format!("{apart} ratings are left out: one of the two is blank or not applicable."));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::super::panels::Agreed;
    use super::*;
    use crate::template::Meaning;

    #[test]
    fn few_ratings_show_little_and_many_show_more() {
        let beside = |number: &str, own: Meaning, panel: Meaning| Beside {
            of: crate::submission::SubmissionId(uuid::Uuid::nil()),
            question: (number.to_owned(), "Text".to_owned()),
            own: ("own".to_owned(), own),
            panel: ("panel".to_owned(), panel),
            reason: String::new(),
            agreed: Agreed::Yes,
        };
        let mut all = vec![beside("b", Meaning::Met, Meaning::NotMet)];
        all.extend((0..12).map(|_| beside("a", Meaning::Met, Meaning::NotMet)));
        all.push(beside("c", Meaning::Met, Meaning::Met));
        all.push(beside("c", Meaning::NotApplicable, Meaning::Met));
        let order = ["a", "b", "c"].map(String::from);
        let table = calibration(&all, &order, "", "2027-03-01".parse().expect("a date"));
        let said = |at: usize| table.rows[at].iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>();
        let steps =
            place(Meaning::Met).zip(place(Meaning::NotMet)).map(|(met, not)| met - not).expect("placed");
        let size = |n: f64| format!("{:.1}", n * f64::from(steps) / (n + 4.0));
        assert_eq!(said(0), ["a", "Text", "12", "12", "0", "0", "Settings rate higher", &size(12.0)]);
        assert_eq!(said(1), ["b", "Text", "1", "1", "0", "0", "Settings rate higher", &size(1.0)]);
        assert_eq!(said(2), ["c", "Text", "1", "0", "1", "0", "None seen", "0"]);
        assert!(table.notes[0].contains("rates nobody") && table.notes[2].starts_with("1 ratings"));
    }
}
