//! The note form: a workbook for one member and one session, for who has no app; written here, read by the same guard.
//!
//! What is known of a row is its number and its statement together, never its place. Refuses to know: the file.

mod read;
mod write;

pub(crate) use read::beside;
pub use read::{FormRead, Whose, read, whose};
pub use write::write;
pub(crate) use write::{LONGEST_LIST, Looks};

use super::session::PanelSessionId;
use crate::template::{LevelCode, QuestionId};

/// A question of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormQuestion {
    /// Its id; none is on the whole.
    pub question: Option<QuestionId>,
    /// Its number.
    pub number: String,
    /// Its statement.
    pub text: String,
    /// The setting's own rating, in words.
    pub own: String,
    /// The levels that may be given: code and label.
    pub levels: Vec<(LevelCode, String)>,
}

/// What a form is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The session.
    pub session: PanelSessionId,
    /// The setting.
    pub setting: String,
    /// When and where, in words.
    pub when: String,
    /// The member.
    pub member: String,
    /// The member's agency, in words.
    pub agency: String,
    /// The questions, in order.
    pub questions: Vec<FormQuestion>,
    /// What is asked, for the member to read.
    pub enquiries: Vec<String>,
}

/// What stands over the columns.
pub(super) const HEADS: [&str; 5] = ["No.", "Question", "Own rating", "Your rating", "Your note"];
/// What the whole is called.
pub(super) const WHOLE: &str = "On the whole";
/// How the reference of a form begins.
pub(crate) const REFERENCE: &str = "Reference";

#[cfg(test)]
mod tests;
