//! A workbook with only some of the questions: a section for a colleague, or questions sent back in doubt.
//!
//! It bears the identity of the return that it is a part of, and says what kind of workbook it is, so that nobody takes
//! it for the whole. Refuses to know: files, and who is asked.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Return;
use crate::error::{Error, Result};
use crate::submission::content::Content;
use crate::submission::signoff::Standing;
use crate::template::{QuestionId, Template};

/// What a workbook is of a return.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ExportKind {
    /// The whole of it.
    #[default]
    Return,
    /// Some standards, for a colleague.
    Section,
    /// Some questions, sent back by the partnership.
    FixBack,
}

impl ExportKind {
    /// Its name in a workbook; the whole return has none.
    pub fn word(self) -> &'static str {
        match self {
            Self::Return => "",
            Self::Section => "section",
            Self::FixBack => "fix-back",
        }
    }

    /// The kind with this name; any other name is the whole return.
    pub fn named(word: &str) -> Self {
        let named = [Self::Section, Self::FixBack].into_iter().find(|kind| kind.word() == word);
        named.unwrap_or_default()
    }
}

/// What is asked of whoever gets a part.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Who is asked; may be empty.
    pub to: String,
    /// By when it is wanted back.
    pub by: Option<NaiveDate>,
    /// Why each question is sent back.
    pub reasons: BTreeMap<QuestionId, String>,
}

impl Return {
    /// What it says, without whose it is.
    pub fn content(&self) -> Content {
        Content {
            facts: self.facts.clone(),
            answers: self.answers.clone(),
            actions: self.actions.clone(),
            evidence: self.evidence.clone(),
            ..Content::default()
        }
    }

    /// The same return with only some of its questions: what belongs to others, and the sign-off, stay behind.
    #[must_use]
    pub fn only(self, kind: ExportKind, questions: &[QuestionId], asked: Asked) -> Self {
        let Content { answers, actions, evidence, .. } = self.content().only(questions);
        let mut part = Self { answers, actions, evidence, asked, ..self };
        part.identity.kind = kind;
        part.last_round.retain(|question, _| questions.contains(question));
        (part.sign_off, part.standing) = (None, Standing::Draft);
        part
    }
}

/// A workbook with the questions of a return that are in doubt, each with the reason and the answer as it was given.
pub fn fix_back(
    returned: &Return,
    template: &Template,
    questions: &[(QuestionId, String)],
) -> Result<Vec<u8>> {
    let held = |id: &QuestionId| returned.answers.iter().any(|answer| answer.question == *id);
    if questions.is_empty() {
        return Err(Error::input("No question was chosen to be sent back.")
            .hint("Choose the questions that are in doubt, and say why."));
    }
    if let Some((strange, _)) = questions.iter().find(|(id, _)| !held(id)) {
        return Err(Error::missing(format!(
            "The return has no question \u{201c}{strange}\u{201d} to send back."
        )));
    }
    let ids: Vec<QuestionId> = questions.iter().map(|(id, _)| id.clone()).collect();
    let asked = Asked { reasons: questions.iter().cloned().collect(), ..Asked::default() };
    let part = returned.clone().only(ExportKind::FixBack, &ids, asked);
    super::write(&part, template).map(|written| written.value)
}
