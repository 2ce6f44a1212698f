//! T22: the support that settings asked panels for, by topic. Restricted: it speaks of single settings.
//!
//! Pure. Refuses to know: what was asked for in words, and who will give it.

use std::collections::{BTreeMap, BTreeSet};

use super::behind::Behind;
use super::grid::Grid;
use super::group::NOT_SAID;
use super::judged::{Caption, caption_of, day};
use super::table::{Cell, Column, ColumnKind, Table};
use crate::submission::SubmissionId;
use crate::template::{QuestionId, Template};

/// A request for support.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The return in which, or about which, it was made.
    pub submission: SubmissionId,
    /// The question that it is about, if it is about one.
    pub question: Option<QuestionId>,
}

/// The requests by topic, in the order of the audit tool.
pub fn table(grid: &Grid, template: &Template, caption: &Caption, requests: &[Request]) -> Table {
    let mut topics: BTreeMap<usize, Vec<&Request>> = BTreeMap::new();
    for request in requests {
        topics.entry(topic(template, request)).or_default().push(request);
    }
    let mut rows: Vec<Vec<Cell>> = topics
        .iter()
        .map(|(place, requests)| {
            let standard = template.standards.get(*place);
            let name = standard.map(|it| format!("{} {}", it.number, it.title));
            row(grid, name.unwrap_or_else(|| "The return as a whole".to_owned()), requests)
        })
        .collect();
    rows.push(row(grid, "All topics".to_owned(), &requests.iter().collect::<Vec<_>>()));
    let count = |label: &str| Column::new(label, ColumnKind::Count);
    Table {
        title: "Support asked for".to_owned(),
        caption: caption_of(grid, template, caption),
        as_at: day(caption.as_at),
        columns: vec![
            Column::new("Topic", ColumnKind::Text),
            count("Requests"),
            count("Settings"),
            Column::new("By type", ColumnKind::Text),
        ],
        rows,
        notes: vec![
            "From what panels recorded as a request for support; the topic is the standard of the question.".to_owned(),
            "A setting that asks for support in several topics stands in the row of each, and once among all.".to_owned(),
        ],
    }
}

/// The place of the standard that a request is about; past them all where it is about the whole.
fn topic(template: &Template, request: &Request) -> usize {
    let within = |standard: &crate::template::Standard| {
        standard.questions.iter().any(|question| Some(&question.id) == request.question.as_ref())
    };
    template.standards.iter().position(within).unwrap_or(template.standards.len())
}

fn row(grid: &Grid, name: String, requests: &[&Request]) -> Vec<Cell> {
    let settings: BTreeSet<SubmissionId> = requests.iter().map(|one| one.submission).collect();
    let mut phases: BTreeMap<&str, u32> = BTreeMap::new();
    for row in grid.rows.iter().filter(|row| settings.contains(&row.submission)) {
        *phases.entry(if row.who.phase.is_empty() { NOT_SAID } else { &row.who.phase }).or_default() += 1;
    }
    let by_type: Vec<String> = phases.iter().map(|(phase, count)| format!("{phase} {count}")).collect();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    vec![
        Cell::text(name),
        Cell::count(number(requests.len())).of(Behind::counted(requests.iter().map(|one| one.submission))),
        Cell::count(number(settings.len())).of(Behind::counted(settings.iter().copied())),
        Cell::text(by_type.join(", ")),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::naive_tests::{caption, random_grid, template};
    use super::*;
    use rand::SeedableRng as _;

    #[test]
    fn a_setting_counts_once_in_a_topic_and_once_in_all() {
        let grid = random_grid(&mut rand_chacha::ChaCha8Rng::seed_from_u64(1), 5);
        let request = |row: usize, question: Option<&str>| Request {
            submission: grid.rows[row].submission,
            question: question.map(Into::into),
        };
        let requests = [
            request(0, Some("q1.1")),
            request(0, Some("q1.2")),
            request(1, Some("q1.0")),
            request(0, Some("q0.0")),
            request(2, None),
        ];
        let table = table(&grid, &template(), &caption(), &requests);
        let counts: Vec<(&str, Option<u32>, Option<u32>)> =
            table.rows.iter().map(|row| (row[0].text.as_str(), row[1].count, row[2].count)).collect();
        assert_eq!(
            counts,
            [
                ("0 Standard 0", Some(1), Some(1)),
                ("1 Standard 1", Some(3), Some(2)),
                ("The return as a whole", Some(1), Some(1)),
                ("All topics", Some(5), Some(3)),
            ]
        );
    }
}
