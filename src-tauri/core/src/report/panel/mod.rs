//! The papers of a panel session: invitation, pack for members, note form on paper, letter afterwards.
//!
//! Refuses to know: the file. What members rated alone never stands in any of them.

mod invitation;
mod letter;
mod note_form;
mod pack;

pub use invitation::invitation;
pub use letter::{Afterwards, To, letter};
pub use note_form::note_form;
pub use pack::{OutLine, Pack, StandardLine, pack, under};

use super::document::{Block, Pair, Section};
use crate::analysis::Table;
use crate::analysis::table::{Cell, Column, ColumnKind};

/// As what a setting is run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Run {
    /// A school or college: a headteacher and governors.
    #[default]
    School,
    /// An early years setting: a manager, and the person it is registered to.
    EarlyYears,
    /// An organisation: a chief officer and a board.
    Organisation,
}

/// A session as its papers say it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meeting {
    /// The partnership.
    pub partnership: String,
    /// Where it is reached; may be empty.
    pub address: String,
    /// Label of the round.
    pub round: String,
    /// Title of the audit tool.
    pub tool: String,
    /// The setting.
    pub setting: String,
    /// Its number as people say it: `URN 123456`.
    pub number: String,
    /// Phase, status, locality, trust; those that are known.
    pub about: Vec<(String, String)>,
    /// Its head or chief officer; may be empty.
    pub head: String,
    /// Its postal address; may be empty.
    pub post: String,
    /// As what it is run: who its people are called.
    pub run: Run,
    /// Whether its return was accepted.
    pub returned: bool,
    /// Whom it may ask at the partnership; may be empty.
    pub contact: String,
    /// The day in words; empty where none is set.
    pub on: String,
    /// From when to when.
    pub times: String,
    /// How people meet.
    pub mode: String,
    /// Where.
    pub place: String,
    /// The panel: name, agency, role, in words.
    pub panel: Vec<[String; 3]>,
    /// For the setting: name and role.
    pub theirs: Vec<[String; 2]>,
    /// What is asked: agency in words, text.
    pub enquiries: Vec<(String, String)>,
    /// What may be looked at.
    pub evidence: Vec<String>,
    /// Today in words.
    pub today: String,
    /// The code of the head of the log.
    pub code: String,
}

/// What must never be handled in a panel.
pub(super) const CONCERN: &str = "An immediate concern about a child is not for this panel: use the normal \
    referral route now, and the LADO where an adult is concerned.";

impl Meeting {
    /// When and where, as pairs.
    fn when(&self) -> Vec<Pair> {
        let or = |text: &str| if text.is_empty() { "to be agreed".to_owned() } else { text.to_owned() };
        let mut pairs = vec![Pair::new("Day", or(&self.on))];
        if !self.times.is_empty() {
            pairs.push(Pair::new("Time", self.times.clone()));
        }
        pairs.push(Pair::new("How", self.mode.clone()));
        if !self.place.is_empty() {
            pairs.push(Pair::new("Where", self.place.clone()));
        }
        pairs
    }

    /// The panel as a list.
    fn members(&self) -> Vec<String> {
        let said = |parts: &[String; 3]| {
            let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
            parts.join(", ")
        };
        self.panel.iter().map(said).collect()
    }

    /// What is asked, under the agency that asks it.
    fn asked(&self, mut section: Section) -> Section {
        let mut agencies: Vec<&str> = Vec::new();
        for (agency, _) in &self.enquiries {
            if !agencies.contains(&agency.as_str()) {
                agencies.push(agency);
            }
        }
        for agency in agencies {
            let of = self.enquiries.iter().filter(|(one, _)| one == agency);
            section =
                section.subheading(agency).with(Block::List(of.map(|(_, text)| text.clone()).collect()));
        }
        section
    }
}

/// A table of words.
fn table(title: &str, caption: &str, columns: &[(&str, ColumnKind)], rows: Vec<Vec<Cell>>) -> Table {
    Table {
        title: title.to_owned(),
        caption: caption.to_owned(),
        as_at: String::new(),
        columns: columns.iter().map(|(label, kind)| Column::new(*label, *kind)).collect(),
        rows,
        notes: Vec::new(),
    }
}

/// A text that is not longer than a paper has room for; what is left out is said.
fn within(text: &str, most: usize) -> String {
    let text = text.trim();
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most).collect();
    let kept = kept.rsplit_once(' ').map_or(kept.as_str(), |(kept, _)| kept).to_owned();
    format!("{kept} \u{2026} (more in the return)")
}

#[cfg(test)]
mod tests;
