//! The handover page: what a round is, where it stands, what is next, and what was done lately, for whoever takes over.
//!
//! Refuses to know: the file.

use super::document::{Block, Document, Figure, Pair, Section, Tone};
use crate::analysis::table::{Cell, Column, ColumnKind, Table};

/// What the page is composed of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Handover {
    /// Label of the round.
    pub round: String,
    /// Whose round, and as at which day.
    pub about: Vec<String>,
    /// What the round is: names with what is said of each.
    pub what: Vec<(String, String)>,
    /// What was said of its audit tool that must not be overlooked; empty where nothing.
    pub warning: String,
    /// Where it stands: value with its base, label, note.
    pub stands: Vec<(String, String, String)>,
    /// What is next, in sentences.
    pub next: Vec<String>,
    /// Done lately: when, by whom, what.
    pub lately: Vec<[String; 3]>,
    /// The people of the partnership: role, name, how to reach them.
    pub people: Vec<[String; 3]>,
    /// The code of the head of the log.
    pub code: String,
}

/// Composes the page.
pub fn compose(page: &Handover) -> Document {
    let mut what = Section::new("What this round is").heading("What this round is");
    what.blocks.push(Block::Pairs(page.what.iter().map(|(name, said)| Pair::new(name, said)).collect()));
    if !page.warning.is_empty() {
        what = what.notice(Tone::Warning, &page.warning);
    }
    let mut stands = Section::new("Where it stands").heading("Where it stands");
    stands.blocks.push(Block::Figures(page.stands.iter().map(figure).collect()));
    let mut next = Section::new("What is next").heading("What is next");
    next = match page.next.is_empty() {
        true => next.text("Nothing waits."),
        false => next.with(Block::List(page.next.clone())),
    };
    let people = of_three("People", ["Role", "Name", "How to reach them"], &page.people);
    let lately = of_three("Done lately", ["When", "Who", "What"], &page.lately);
    Document {
        title: format!("Handover: round {}", page.round),
        about: page.about.clone(),
        author: "Attest".to_owned(),
        code: page.code.clone(),
        sections: vec![what, stands, next, people, lately],
        ..Document::default()
    }
}

fn figure((value, label, note): &(String, String, String)) -> Figure {
    Figure { value: value.clone(), label: label.clone(), note: note.clone() }
}

fn of_three(title: &str, heads: [&str; 3], rows: &[[String; 3]]) -> Section {
    let table = Table {
        title: String::new(),
        caption: String::new(),
        as_at: String::new(),
        columns: heads.map(|head| Column::new(head, ColumnKind::Text)).to_vec(),
        rows: rows.iter().map(|row| row.iter().map(Cell::text).collect()).collect(),
        notes: Vec::new(),
    };
    Section::new(title).heading(title).table(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_round_still_says_what_it_is_and_that_nothing_waits() {
        let document = compose(&Handover { round: "2026/27".into(), ..Handover::default() });
        let headings: Vec<&str> = document.sections.iter().map(|section| section.name.as_str()).collect();
        assert_eq!(
            headings,
            ["What this round is", "Where it stands", "What is next", "People", "Done lately"]
        );
        assert!(document.sections[2].blocks.contains(&Block::Text("Nothing waits.".into())));
    }
}
