//! A setting's year as values, gathered for the papers that are made of it: what is asked, how it was rated, what
//! was said in the round before.
//!
//! Pure. Refuses to know: the file, and which paper is made.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::document::Document;
use super::wording::{Wording, wording};
use crate::analysis::judged::day;
use crate::round::Round;
use crate::setting::Setting;
use crate::submission::challenge::Challenge;
use crate::submission::check::Gap;
use crate::submission::progress::{self, Progress, Ratings};
use crate::submission::signoff::{Kept as Signing, Moved, Standing};
use crate::submission::{Answer, State, action, evidence};
use crate::template::{Came, Change, Facts, Level, Meaning, Question, QuestionId, Standard, Template};

/// Everything that the papers of a year are made of.
pub struct Year<'a> {
    /// Whose it is.
    pub setting: &'a Setting,
    /// Of which round.
    pub round: &'a Round,
    /// By which template.
    pub template: &'a Template,
    /// Facts about the setting.
    pub facts: &'a Facts,
    /// Its answers.
    pub answers: &'a BTreeMap<QuestionId, Answer>,
    /// Its evidence.
    pub evidence: &'a [evidence::Kept],
    /// Its plan.
    pub actions: &'a [action::Kept],
    /// What was asked of it.
    pub challenges: &'a [Challenge],
    /// What is still open.
    pub gaps: &'a [Gap],
    /// The round before, if there was one.
    pub before: Option<Before>,
    /// How far it is.
    pub state: State,
    /// The signing that stands, if one does.
    pub signing: Option<&'a Signing>,
    /// Whether what stands in the file is what was signed; none where nobody has signed.
    pub matches: Option<bool>,
    /// What moved since it was signed.
    pub moved: &'a [Moved],
    /// The day it is made.
    pub today: NaiveDate,
    /// The code of the head of the log.
    pub code: &'a str,
}

/// The round before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Before {
    /// Its label.
    pub round: String,
    /// Title and edition of its template.
    pub template: String,
    /// What was said then of each question of now.
    pub said: BTreeMap<QuestionId, Said>,
    /// What became of the questions: all but what is the same.
    pub changes: Vec<ChangeLine>,
    /// How many are the same.
    pub same: u32,
}

/// What was said in the round before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The level's label, or the value.
    pub label: String,
    /// What the level meant; none where it was not rated.
    pub meaning: Option<Meaning>,
    /// How the question came from the one before.
    pub came: Came,
}

/// What became of some questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeLine {
    /// How.
    pub change: Change,
    /// Numbers and texts before.
    pub before: Vec<(String, String)>,
    /// Numbers and texts now.
    pub now: Vec<(String, String)>,
    /// Why.
    pub note: String,
    /// Whether one of them was answered before.
    pub answered_before: bool,
}

impl Year<'_> {
    /// The words for this kind of setting.
    pub fn words(&self) -> Wording {
        wording(&self.setting.details.kind)
    }

    /// The questions that are asked, by standard; standards in which none is asked are left out.
    pub fn asked(&self) -> Vec<(&Standard, Vec<&Question>)> {
        let asked = self.template.asked(self.facts);
        let of = |standard: &Standard| -> Vec<&Question> {
            let here = |question: &&&Question| standard.questions.iter().any(|one| one.id == question.id);
            asked.iter().filter(here).copied().collect()
        };
        let standards = self.template.standards.iter().map(|standard| (standard, of(standard)));
        standards.filter(|(_, some)| !some.is_empty()).collect()
    }

    /// The same, of standards whose answers count in figures.
    pub fn scored(&self) -> Vec<(&Standard, Vec<&Question>)> {
        self.asked().into_iter().filter(|(standard, _)| standard.scored).collect()
    }

    /// Counts some questions with their answers.
    pub fn count<'b>(&self, questions: impl IntoIterator<Item = &'b Question>) -> (Progress, Ratings) {
        progress::count(self.template, questions.into_iter().map(|one| (one, self.answers.get(&one.id))))
    }

    /// The level that a question was rated at in this round; none where it was not, or nobody has confirmed it.
    pub fn level(&self, question: &Question) -> Option<&Level> {
        let answer = self.answers.get(&question.id).filter(|answer| answer.is_answered())?;
        self.template.level(question, answer.value.as_deref()?)
    }

    /// How a question was rated, in words.
    pub fn rating(&self, question: &Question) -> String {
        let answer = self.answers.get(&question.id);
        match (self.level(question), answer.filter(|answer| answer.is_answered())) {
            (Some(level), _) => level.label.clone(),
            (None, Some(answer)) => answer.value.as_deref().unwrap_or_default().replace('\n', ", "),
            (None, None) if answer.is_some_and(|answer| answer.carried_from.is_some()) => {
                "Not confirmed".to_owned()
            }
            (None, None) => "No answer yet".to_owned(),
        }
    }

    /// The numbers of some questions, in the order printed.
    pub fn numbers(&self, ids: &[QuestionId]) -> String {
        let asked = self.template.questions().filter(|question| ids.contains(&question.id));
        asked.map(|question| question.number.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// Whether everybody has signed what stands here.
    pub fn is_draft(&self) -> bool {
        Standing::of(self.state) != Standing::SignedOff || self.matches == Some(false)
    }

    /// A document about this year, without sections.
    pub fn document(&self, title: impl Into<String>) -> Document {
        Document {
            title: title.into(),
            about: self.about(),
            draft: if self.is_draft() { "Draft, not signed off".to_owned() } else { String::new() },
            author: "Attest".to_owned(),
            code: self.code.to_owned(),
            sections: Vec::new(),
            ..Document::default()
        }
    }

    fn about(&self) -> Vec<String> {
        let name = &self.setting.details.name;
        let whose = match self.setting.identifiers.get("urn") {
            Some(urn) => format!("{name} (URN {urn})"),
            None => name.clone(),
        };
        let audit = format!("{}, {}", self.template.title, self.round.label);
        vec![whose, audit, format!("As at {}", day(self.today))]
    }

    /// What stands in every caption of a figure.
    pub fn caption(&self, base: &str) -> String {
        format!("Self-assessed. {base}")
    }
}
