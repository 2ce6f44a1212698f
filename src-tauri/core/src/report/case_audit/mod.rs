//! The papers of a case audit: learning summary, briefing, an extract for each agency, and the record of it all.
//!
//! No child stands in any of them. The learning summary and the briefing leave with no number of a case; what happened
//! since comes from the actions of the plan. Refuses to know: the file.

mod beside;
mod extract;
mod learning;
mod record;
#[cfg(test)]
mod tests;

pub use beside::{attendance, beside, done, grades};
pub use extract::extract;
pub use learning::{briefing, fed, missing, summary};
pub use record::record;

use super::document::{Document, Section};
use crate::analysis::Table;
use crate::analysis::table::{Cell, Column, ColumnKind};
use crate::case_audit::fed_back::FedBack;
use crate::case_audit::{AuditedCase, CaseAudit, CaseNote};

/// What happened since: an action that came of the audit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Happened {
    /// What was to be done.
    pub action: String,
    /// For which agency; may be blank.
    pub agency: String,
    /// How far it is, in words.
    pub state: String,
    /// The difference it made; may be blank.
    pub difference: String,
}

/// What the papers of an audit are composed of.
pub struct Account<'a> {
    /// The partnership.
    pub partnership: String,
    /// The audit.
    pub audit: &'a CaseAudit,
    /// Its cases.
    pub cases: &'a [AuditedCase],
    /// What agencies said.
    pub notes: &'a [CaseNote],
    /// Who fed back.
    pub fed_back: &'a [FedBack],
    /// What happened since.
    pub since: Vec<Happened>,
    /// The audit that this one looks at again, with its cases.
    pub earlier: Option<(&'a CaseAudit, &'a [AuditedCase])>,
    /// Today in words.
    pub as_at: String,
    /// The code of the head of the log.
    pub code: String,
}

/// What is never handled in an audit.
const CONCERN: &str = "An immediate concern about a child is not for this audit: the normal referral route is used now, \
    and the LADO where an adult is concerned.";

impl Account<'_> {
    /// A paper with a title, as far as all of them are alike.
    fn paper(&self, title: &str, sections: Vec<Section>) -> Document {
        let about = [self.partnership.clone(), format!("As at {}", self.as_at)];
        Document {
            title: title.to_owned(),
            about: about.into_iter().filter(|line| !line.is_empty()).collect(),
            author: if self.partnership.is_empty() { "Attest".to_owned() } else { self.partnership.clone() },
            code: self.code.clone(),
            sections,
            ..Document::default()
        }
    }

    /// What the one-page briefing is called here.
    pub fn briefing_name(&self) -> &str {
        if self.audit.plan.briefing.is_empty() { "7-point briefing" } else { &self.audit.plan.briefing }
    }

    /// A text that somebody typed.
    fn text(&self, key: &str) -> Option<&str> {
        self.audit.texts.get(key).map(String::as_str)
    }
}

/// So many of something: `1 case`, `4 cases`.
fn counted(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
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
