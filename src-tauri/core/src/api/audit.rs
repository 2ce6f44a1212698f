//! The audit that a setting's file is about, gathered once for the screens of the setting.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::earlier::Earlier;
use super::views::{FieldView, LevelView, QuestionView, RoundView, SettingView};
use super::{
    action as action_room, challenge as challenge_room, check as check_room, evidence as evidence_room,
};
use crate::error::Result;
use crate::round::{self, Round};
use crate::setting::{self, Setting};
use crate::store::{AuditFile, Reader};
use crate::submission::challenge::Challenge;
use crate::submission::progress::{self, Progress, Ratings};
use crate::submission::{
    self, Answer, Submission, SubmissionId, action, challenge, check, evidence, sent_back,
};
use crate::template::{self, Level, Meaning, Question, QuestionId, Standard, Template};

/// Everything that the screens of a setting are made of.
pub(super) struct Audit {
    pub submission: Submission,
    pub round: Round,
    pub setting: Setting,
    pub template: Arc<Template>,
    pub answers: BTreeMap<QuestionId, Answer>,
    pub evidence: Vec<evidence::Kept>,
    pub actions: Vec<action::Kept>,
    pub challenges: Vec<Challenge>,
    /// Questions that were sent back and wait to be looked at, with the reasons.
    pub sent_back: BTreeMap<QuestionId, String>,
    /// What the same setting said in the round before, if this audit goes on from one.
    pub earlier: Option<Earlier>,
}

impl Audit {
    /// The audit with an id.
    pub fn load(reader: Reader<'_>, id: SubmissionId) -> Result<Self> {
        Self::of(reader, submission::load(reader, id)?)
    }

    /// The audit behind a submission.
    pub fn of(reader: Reader<'_>, submission: Submission) -> Result<Self> {
        Ok(Self {
            round: round::load(reader, submission.round)?,
            setting: setting::load(reader, submission.setting)?,
            template: template::load(reader, &submission.template)?,
            answers: submission::answers(reader, submission.id)?,
            evidence: evidence::of_submission(reader, &submission)?,
            actions: action::of_submission(reader, &submission)?,
            challenges: challenge::of_submission(reader, &submission)?,
            sent_back: sent_back::waiting(reader, submission.id)?,
            earlier: Earlier::of(reader, &submission)?,
            submission,
        })
    }

    /// The questions that are asked, by standard; standards in which none is asked are left out.
    pub fn asked(&self) -> Vec<(&Standard, Vec<&Question>)> {
        let asked = self.template.asked(&self.submission.facts);
        let of = |standard: &Standard| -> Vec<&Question> {
            let here = |question: &&&Question| standard.questions.iter().any(|one| one.id == question.id);
            asked.iter().filter(here).copied().collect()
        };
        self.template
            .standards
            .iter()
            .map(|standard| (standard, of(standard)))
            .filter(|(_, some)| !some.is_empty())
            .collect()
    }

    /// How much has been looked at, and how it was rated: every question that is asked, and those that are scored.
    pub fn counted(&self) -> (Progress, Ratings) {
        let asked = self.asked();
        let all = asked.iter().flat_map(|(_, questions)| questions.iter().copied());
        let scored = asked.iter().filter(|(standard, _)| standard.scored);
        let scored = scored.flat_map(|(_, questions)| questions.iter().copied());
        (self.count(all).0, self.count(scored).1)
    }

    /// Counts some questions with their answers.
    pub fn count<'a>(&self, questions: impl Iterator<Item = &'a Question>) -> (Progress, Ratings) {
        progress::count(&self.template, questions.map(|one| (one, self.answers.get(&one.id))))
    }

    /// What the audit is judged by today.
    pub fn ground(&self, today: NaiveDate) -> check::Ground<'_> {
        check::Ground {
            template: &self.template,
            facts: &self.submission.facts,
            answers: &self.answers,
            evidence: &self.evidence,
            actions: &self.actions,
            today,
            due: self.round.due,
        }
    }

    /// A question with its answer, as the screen shows it today.
    pub fn question(&self, question: &Question, today: NaiveDate) -> QuestionView {
        let occasion = self.ground(today).occasion();
        let answer = submission::answer::or_blank(self.answers.get(&question.id).cloned(), &question.id);
        let levels =
            self.template.scale_of(question).map(|scale| scale.levels.as_slice()).unwrap_or_default();
        QuestionView {
            id: question.id.clone(),
            number: question.number.clone(),
            text: question.text.clone(),
            kind: question.kind,
            duty: question.duty,
            priority: question.priority,
            references: question.references.iter().map(template::Reference::printed).collect(),
            guidance: question.guidance.clone(),
            evidence: question.evidence.clone(),
            levels: keyed(levels).map(|(key, level)| shown(question, level, key)).collect(),
            choices: question.choices.clone(),
            fields: self.fields(),
            gaps: check::asks(&self.template, question, &answer, occasion.answers.get(&question.id)),
            evidence_items: evidence_room::beside(self, &question.id, today),
            actions: action_room::beside(self, &question.id, today),
            remarks: check_room::remarks(self, question, &occasion),
            challenges: challenge_room::beside(self, &question.id),
            sent_back: self.sent_back.get(&question.id).cloned(),
            carried_how: answer.carried_how,
            last_round: self.earlier.as_ref().and_then(|earlier| earlier.said(question)),
            answer,
        }
    }

    fn fields(&self) -> Vec<FieldView> {
        let field =
            |field: &template::ExtraField| FieldView { name: field.name.clone(), label: field.label.clone() };
        self.template.fields.iter().map(field).collect()
    }
}

/// Each level with the digit that picks it: judgements from 1 in the order shown, "not applicable" 0.
fn keyed(levels: &[Level]) -> impl Iterator<Item = (String, &Level)> {
    let mut next = 0_u32;
    levels.iter().map(move |level| {
        if level.meaning == Meaning::NotApplicable {
            return ("0".to_owned(), level);
        }
        next += 1;
        (if next < 10 { next.to_string() } else { String::new() }, level)
    })
}

fn shown(question: &Question, level: &Level, key: String) -> LevelView {
    let looks_like = question.looks_like.iter().find(|one| one.level == level.code);
    LevelView {
        level: level.clone(),
        key,
        looks_like: looks_like.map(|one| one.text.clone()).unwrap_or_default(),
    }
}

/// A setting as screens name it.
pub(super) fn setting_view(setting: &Setting, submission: &Submission) -> SettingView {
    SettingView {
        id: setting.id,
        kind: setting.details.kind.clone(),
        name: setting.details.name.clone(),
        identifiers: setting.identifiers.clone(),
        facts: submission.facts.clone(),
    }
}

/// A round as screens name it, with the days that are left today.
pub(super) fn round_view(file: &AuditFile, round: &Round) -> RoundView {
    let today = file.world().today();
    let days = |date: Option<chrono::NaiveDate>| {
        date.map(|date| i32::try_from((date - today).num_days()).unwrap_or(i32::MAX))
    };
    let text = |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string());
    RoundView {
        id: round.id,
        label: round.label.clone(),
        template: round.template.clone(),
        opens: text(round.opens),
        governors: text(round.governors),
        due: text(round.due),
        return_to: round.return_to.clone(),
        days_to_governors: days(round.governors),
        days_to_due: days(round.due),
    }
}

/// A date that was sent: empty is none.
pub(super) fn date(typed: Option<&str>) -> Result<Option<chrono::NaiveDate>> {
    let Some(typed) = typed.map(str::trim).filter(|typed| !typed.is_empty()) else { return Ok(None) };
    let date = typed.parse().ok().filter(|date: &chrono::NaiveDate| (2000..2200).contains(&date.year()));
    date.map(Some).ok_or_else(|| {
        let shown = crate::text::short(typed);
        crate::error::Error::input(format!("\u{201c}{shown}\u{201d} is not a date in these years."))
            .hint("Pick the day, month and year.")
    })
}
