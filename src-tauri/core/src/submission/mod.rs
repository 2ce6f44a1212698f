//! One setting's answers in one round.

use serde::{Deserialize, Serialize};

use crate::id::row_id;
use crate::template::QuestionId;

row_id! {
    /// The id of a submission: born once, at issue or at "new audit".
    SubmissionId
}

/// One answer as a value: what a workbook carries and a screen shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Answer {
    /// The question.
    pub question: QuestionId,
    /// The level's code, or the value of another kind of question; none is blank.
    pub value: Option<String>,
    /// Evidence and commentary.
    pub note: String,
    /// The difference made.
    pub impact: String,
    /// Area for development.
    pub area: String,
    /// Why it does not apply.
    pub reason: String,
    /// Marked to come back to.
    pub flag: bool,
    /// Label of the round it was carried from, while nobody has confirmed it.
    pub carried_from: Option<String>,
    /// Text fields that the template declares.
    pub extra: std::collections::BTreeMap<String, String>,
    /// Sheet and cell it was read from; empty where it was typed in Attest.
    pub source: String,
}

impl Answer {
    /// A blank answer to a question.
    pub fn blank(question: QuestionId) -> Self {
        Self {
            question,
            value: None,
            note: String::new(),
            impact: String::new(),
            area: String::new(),
            reason: String::new(),
            flag: false,
            carried_from: None,
            extra: std::collections::BTreeMap::new(),
            source: String::new(),
        }
    }
}
