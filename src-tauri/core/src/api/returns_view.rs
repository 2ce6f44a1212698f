//! A return, question by question, with what a panel said beside the setting's own rating.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::audit::setting_view;
use super::earlier::Earlier;
use super::returned;
use super::round::state_of;
use super::session::Session;
use super::sign_off::lines;
use super::views::{FindingView, Progress, Ratings, ReturnLine, ReturnSignOff, ReturnStandard, ReturnView};
use crate::error::Result;
use crate::panel::finding::{self, Finding, Standing};
use crate::setting::{self, Setting};
use crate::store::Reader;
use crate::submission::signoff::{self, Stage};
use crate::submission::{self, Answer, SubmissionId, progress};
use crate::template::{self, LevelCode, Question, QuestionId, Template};

/// One return.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Submission {
    pub submission: SubmissionId,
}

/// Shows a return.
pub fn show(session: &Session, request: Submission) -> Result<ReturnView> {
    session.file(|file| view(file.reader(), request.submission))
}

/// A return as it is shown.
pub(super) fn view(reader: Reader<'_>, id: SubmissionId) -> Result<ReturnView> {
    let submission = submission::load(reader, id)?;
    let template = template::load(reader, &submission.template)?;
    let setting = setting::load(reader, submission.setting)?;
    let answers = submission::answers(reader, id)?;
    let agreed = finding::agreed(reader, id)?;
    let findings = finding::of_submission(reader, id)?;
    let self_ratings = |found: &Finding| self_rating(&template, &answers, found);
    let findings =
        findings.iter().map(|found| finding_view(found, &setting, &template, self_ratings(found))).collect();
    let (progress, ratings) = measures(&template, &answers);
    let earlier = returned::earlier(reader, &submission)?;
    let beside = returned::beside(reader, &submission, &setting, earlier.as_ref())?;
    Ok(ReturnView {
        beside,
        submission: id,
        state: state_of(submission.state),
        round: crate::round::load(reader, submission.round)?.label,
        standards: standards(&template, &answers, &agreed, earlier.as_ref()),
        findings,
        sign_off: sign_off(reader, id, &template)?,
        progress,
        ratings,
        setting: setting_view(&setting, &submission),
    })
}

fn sign_off(reader: Reader<'_>, id: SubmissionId, template: &Template) -> Result<Option<ReturnSignOff>> {
    let Some(kept) = signoff::standing(reader, id)? else { return Ok(None) };
    let moved = kept.came_in.as_ref().map(|came_in| came_in.moved.as_slice()).unwrap_or_default();
    Ok(Some(ReturnSignOff {
        code: kept.sign_off.code.map(|code| code.to_string()).unwrap_or_default(),
        complete: kept.stage == Stage::Complete,
        matches: kept.came_in.as_ref().and_then(|came_in| came_in.matches),
        differs: lines(template, moved),
        signatures: kept.sign_off.signatures,
    }))
}

/// A finding as it is shown, with the words of both ratings.
pub(super) fn finding_view(
    found: &Finding,
    setting: &Setting,
    template: &Template,
    self_rating: Option<String>,
) -> FindingView {
    let question = found.question.as_ref().and_then(|id| template.question(id));
    let given = found.moderation.as_ref();
    FindingView {
        id: found.id.to_string(),
        submission: found.submission,
        setting: setting.details.name.clone(),
        question: found.question.clone(),
        number: question.map(|question| question.number.clone()).unwrap_or_default(),
        kind: found.kind,
        text: found.text.clone(),
        agency: found.agency.clone(),
        on: found.on.clone(),
        self_rating,
        moderated: given.and_then(|given| Some(label(template, question?, &given.level.0))),
        reason: given.map(|given| given.reason.clone()).unwrap_or_default(),
        agreed: given.is_some_and(|given| given.standing == Standing::Agreed),
        further: found.further.clone(),
    }
}

/// The word for what the setting rated itself on the question of a finding.
pub(super) fn self_rating(
    template: &Template,
    answers: &BTreeMap<QuestionId, Answer>,
    found: &Finding,
) -> Option<String> {
    let question = template.question(found.question.as_ref()?)?;
    let code = answers.get(&question.id)?.value.as_ref()?;
    Some(label(template, question, code))
}

fn label(template: &Template, question: &Question, code: &str) -> String {
    template.level(question, code).map_or_else(|| code.to_owned(), |level| level.label.clone())
}

/// A return says which questions it was asked by the answers it holds, blank ones too.
fn measures(template: &Template, answers: &BTreeMap<QuestionId, Answer>) -> (Progress, Ratings) {
    let asked =
        template.questions().filter_map(|question| Some((question, Some(answers.get(&question.id)?))));
    progress::count(template, asked)
}

fn standards(
    template: &Template,
    answers: &BTreeMap<QuestionId, Answer>,
    agreed: &BTreeMap<QuestionId, LevelCode>,
    earlier: Option<&Earlier>,
) -> Vec<ReturnStandard> {
    let line = |question: &Question| {
        let answer = answers.get(&question.id)?;
        let mut line = return_line(template, question, answer, agreed.get(&question.id));
        line.last_round = earlier.and_then(|earlier| earlier.said(question));
        Some(line)
    };
    let standards = template.standards.iter().map(|standard| ReturnStandard {
        id: standard.id.clone(),
        number: standard.number.clone(),
        title: standard.title.clone(),
        lines: standard.questions.iter().filter_map(line).collect(),
    });
    standards.filter(|standard| !standard.lines.is_empty()).collect()
}

fn return_line(
    template: &Template,
    question: &Question,
    answer: &Answer,
    moderated: Option<&LevelCode>,
) -> ReturnLine {
    ReturnLine {
        question: question.id.clone(),
        number: question.number.clone(),
        text: question.text.clone(),
        levels: template.scale_of(question).map(|scale| scale.levels.clone()).unwrap_or_default(),
        self_rating: answer.value.clone().map(LevelCode),
        moderated: moderated.cloned(),
        note: answer.note.clone(),
        impact: answer.impact.clone(),
        area: answer.area.clone(),
        reason: answer.reason.clone(),
        source: answer.source.clone(),
        last_round: None,
    }
}
