//! T16 and T17: what panels found, and their ratings beside the settings' own.
//!
//! Pure. Refuses to know: which setting it was, and who sat there.

use std::collections::BTreeSet;

use super::behind::Behind;
use super::grid::Grid;
use super::judged::{Caption, caption_of, caption_of_round, day};
use super::table::{Cell, Column, ColumnKind, Table};
use crate::panel::finding::FindingKind;
use crate::submission::SubmissionId;
use crate::template::{Meaning, Template};

/// A finding, as figures count it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: FindingKind,
    /// The agency that speaks, in words.
    pub agency: String,
    /// The return that it is about.
    pub of: SubmissionId,
    /// The ratings, where the panel gave one.
    pub beside: Option<Beside>,
}

/// A panel's rating beside a setting's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// The question, by number and text.
    pub question: (String, String),
    /// The setting's rating: its words and what they mean.
    pub own: (String, Meaning),
    /// The panel's.
    pub panel: (String, Meaning),
    /// Why.
    pub reason: String,
    /// Whether the setting agreed.
    pub agreed: Agreed,
}

/// Whether a setting agreed to a panel's rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreed {
    /// It did.
    Yes,
    /// It did not.
    No,
}

/// T16: each question that a panel rated, the two ratings beside each other.
pub fn ratings(grid: &Grid, template: &Template, caption: &Caption, all: &[Beside]) -> Table {
    let mut beside: Vec<&Beside> = all.iter().collect();
    let places: Vec<&str> = template.questions().map(|question| question.number.as_str()).collect();
    beside.sort_by_key(|one| places.iter().position(|number| *number == one.question.0));
    let counted = |how: &str| beside.iter().filter(|one| moved(one) == how).count();
    let notes = vec![
        format!(
            "{} by panels: {} as the setting\u{2019}s own, {} higher, {} lower. Too few to average: each stands for itself.",
            if beside.len() == 1 { "1 rating".to_owned() } else { format!("{} ratings", beside.len()) },
            counted("Same"),
            counted("Higher"),
            counted("Lower")
        ),
        "A panel\u{2019}s rating counts in figures only where the setting agreed; its own stays beside it."
            .to_owned(),
    ];
    let row = |one: &&Beside| {
        let agreed = match one.agreed {
            Agreed::Yes => "Agreed",
            Agreed::No => "Not agreed",
        };
        let (number, text) = &one.question;
        let words = [number.as_str(), text, &one.own.0, &one.panel.0, moved(one), agreed, &one.reason];
        words.map(Cell::text).to_vec()
    };
    let short = |label: &str| Column::new(label, ColumnKind::Short);
    let columns = vec![
        short("No."),
        Column::new("Question", ColumnKind::Text),
        short("Own rating"),
        short("Panel"),
        short("Panel is"),
        short("Setting"),
        Column::new("Reason", ColumnKind::Text),
    ];
    Table {
        title: "Own rating and panel".to_owned(),
        caption: caption_of(grid, template, caption),
        as_at: day(caption.as_at),
        columns,
        rows: beside.iter().map(row).collect(),
        notes,
    }
}

/// T17: how many findings of each type, about how many settings, by which agencies.
pub fn findings(template: &Template, caption: &Caption, found: &[Found]) -> Table {
    let row = |kind: FindingKind| {
        let of: Vec<&Found> = found.iter().filter(|one| one.kind == kind).collect();
        let settings: Vec<SubmissionId> =
            of.iter().map(|one| one.of).collect::<BTreeSet<_>>().into_iter().collect();
        let mut agencies: Vec<&str> =
            of.iter().map(|one| one.agency.as_str()).filter(|it| !it.is_empty()).collect();
        agencies.sort_unstable();
        agencies.dedup();
        let behind = || Behind::returns(settings.iter().copied(), &settings);
        let count = |number: usize| Cell::count(u32::try_from(number).unwrap_or(u32::MAX)).of(behind());
        vec![
            Cell::text(kind.label()),
            count(of.len()),
            count(settings.len()),
            Cell::text(agencies.join(", ")),
        ]
    };
    Table {
        title: "Findings by type".to_owned(),
        caption: caption_of_round(template, caption),
        as_at: day(caption.as_at),
        columns: vec![
            Column::new("Type", ColumnKind::Text),
            Column::new("Findings", ColumnKind::Count),
            Column::new("Settings", ColumnKind::Count),
            Column::new("Agencies", ColumnKind::Text),
        ],
        rows: FindingKind::ALL.into_iter().map(row).collect(),
        notes: vec!["Findings speak of the settings that a panel met, not of all.".to_owned()],
    }
}

fn moved(one: &Beside) -> &'static str {
    match super::between::place(one.panel.1).zip(super::between::place(one.own.1)) {
        None => "Not comparable",
        Some((panel, own)) => match panel.cmp(&own) {
            std::cmp::Ordering::Less => "Lower",
            std::cmp::Ordering::Equal => "Same",
            std::cmp::Ordering::Greater => "Higher",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::naive_tests::{caption, random_grid, template};
    use super::*;
    use rand::SeedableRng as _;

    fn found(kind: FindingKind, of: u128, agency: &str, ratings: Option<(&str, Meaning, Meaning)>) -> Found {
        let beside = ratings.map(|(number, own, panel)| Beside {
            question: (number.to_owned(), String::new()),
            own: ("own".to_owned(), own),
            panel: ("panel".to_owned(), panel),
            reason: "Minutes show it.".to_owned(),
            agreed: Agreed::Yes,
        });
        let of = SubmissionId(uuid::Uuid::from_u128(of));
        Found { kind, agency: agency.to_owned(), of, beside }
    }

    #[test]
    fn ratings_stand_beside_each_other_and_findings_are_counted_by_type() {
        use FindingKind::{Challenge, GoodPractice, Theme};
        let all = [
            found(Challenge, 1, "Police", Some(("q1.1", Meaning::Met, Meaning::Partly))),
            found(Challenge, 1, "Health", Some(("q0.2", Meaning::Partly, Meaning::Partly))),
            found(GoodPractice, 2, "", Some(("q0.1", Meaning::NotApplicable, Meaning::Met))),
            found(Challenge, 2, "Police", Some(("q2.1", Meaning::NotMet, Meaning::Met))),
            found(Theme, 2, "Health", None),
        ];
        let grid = random_grid(&mut rand_chacha::ChaCha8Rng::seed_from_u64(1), 3);
        let beside: Vec<Beside> = all.iter().filter_map(|one| one.beside.clone()).collect();
        let table = ratings(&grid, &template(), &caption(), &beside);
        let moved: Vec<(&str, &str)> =
            table.rows.iter().map(|row| (row[0].text.as_str(), row[4].text.as_str())).collect();
        assert_eq!(
            moved,
            [("q0.1", "Not comparable"), ("q0.2", "Same"), ("q1.1", "Lower"), ("q2.1", "Higher")]
        );
        assert!(table.notes[0].starts_with("4 ratings by panels: 1 as the"), "{}", table.notes[0]);
        let table = findings(&template(), &caption(), &all);
        let of = |name: &str| {
            let row = table.rows.iter().find(|row| row[0].text == name).expect("a row");
            (row[1].count, row[2].count, row[3].text.clone())
        };
        assert_eq!(of("Challenge"), (Some(3), Some(2), "Health, Police".to_owned()));
        assert_eq!(of("Support request"), (Some(0), Some(0), String::new()));
    }
}
