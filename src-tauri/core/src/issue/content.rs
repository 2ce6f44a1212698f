//! What stands in an issued workbook: what is known of the setting, its date, and last round's answers beside the cells.
//!
//! Refuses to know: how a workbook is written.

use std::collections::BTreeMap;
use std::sync::Arc;

use uuid::Uuid;

use super::{Answers, Issued};
use crate::error::Result;
use crate::round::{self, Round};
use crate::setting::{self, Setting, SettingId};
use crate::store::Reader;
use crate::submission::{self, Answer, Submission, carry, next};
use crate::template::{self, Facts, QuestionId, Template, Way};
use crate::workbook::{Calendar, ExportKind, Identity, LastRound, Return};

/// What all the workbooks of a round share, read once.
pub struct Ground {
    /// The round.
    pub round: Round,
    /// Its template.
    pub template: Arc<Template>,
    /// Every setting of the file.
    pub settings: BTreeMap<SettingId, Setting>,
    digest: String,
    labels: BTreeMap<round::RoundId, String>,
    ways: BTreeMap<String, Option<Way>>,
}

impl Ground {
    /// Reads what the workbooks of a round share.
    pub fn of(reader: Reader<'_>, round: Round) -> Result<Self> {
        let template = template::load(reader, &round.template)?;
        let labels = round::all(reader)?.into_iter().map(|round| (round.id, round.label)).collect();
        let (digest, settings) = (template::digest(&template), setting::all(reader)?);
        Ok(Self { round, template, settings, digest, labels, ways: BTreeMap::new() })
    }

    /// What stands in a workbook.
    pub fn content(&mut self, reader: Reader<'_>, issued: &Issued) -> Result<Return> {
        let setting = setting::load(reader, issued.setting)?;
        let before = before(reader, setting.id, &self.round)?;
        let facts = match &before {
            Some(before) => carry::facts(&self.template, &before.facts),
            None => Facts::new(),
        };
        let last_round = match (issued.answers, &before) {
            (Answers::Carried, Some(before)) => self.last_round(reader, before)?,
            (Answers::Carried, None) | (Answers::Blank, _) => BTreeMap::new(),
        };
        let asked = self.template.asked(&facts);
        let answers = asked.iter().map(|question| Answer::blank(question.id.clone())).collect();
        let identity = Identity {
            kind: ExportKind::Return,
            submission: issued.submission,
            issue: (!issued.issue.is_nil()).then_some(issued.issue),
            export: issued.export,
            revision: issued.revision,
            template: self.template.id.clone(),
            version: self.template.version.clone(),
            digest: self.digest.clone(),
            round: self.round.label.clone(),
        };
        Ok(Return {
            setting: setting.details.name,
            identifiers: setting.identifiers,
            last_round,
            calendar: Calendar {
                governors: None,
                due: issued.due,
                return_to: self.round.return_to.clone(),
                instructions: self.round.instructions.clone(),
            },
            ..Return::blank(identity, facts, answers)
        })
    }

    /// Last round's answers to the questions of this one, as its own column shows them.
    fn last_round(
        &mut self,
        reader: Reader<'_>,
        before: &Submission,
    ) -> Result<BTreeMap<QuestionId, LastRound>> {
        let label = self.labels.get(&before.round).cloned().unwrap_or_default();
        if !self.ways.contains_key(&before.template) {
            let way = template::way(reader, &before.template, &self.template)?;
            self.ways.insert(before.template.clone(), way);
        }
        let Some(Some(way)) = self.ways.get(&before.template) else { return Ok(BTreeMap::new()) };
        let answers = carry::answers(way, &label, &next::asked(reader, before)?);
        Ok(answers.into_iter().map(|answer| said(&self.template, answer)).collect())
    }
}

/// The accepted return of a setting, or of the one it follows, in the latest earlier round that has one.
pub fn before(reader: Reader<'_>, setting: SettingId, round: &Round) -> Result<Option<Submission>> {
    let rounds = round::all(reader)?;
    let earlier: Vec<round::RoundId> =
        rounds.iter().map(|one| one.id).take_while(|id| *id != round.id).collect();
    let place = |one: &Submission| earlier.iter().position(|id| *id == one.round);
    let latest = |all: Vec<Submission>| all.into_iter().filter(|one| place(one).is_some()).max_by_key(place);
    if let Some(own) = latest(submission::accepted_of(reader, setting)?) {
        return Ok(Some(own));
    }
    match setting::predecessors(reader, setting)?.as_slice() {
        [only] => Ok(latest(submission::accepted_of(reader, *only)?)),
        // One that came out of several goes on from none of them.
        [] | [_, _, ..] => Ok(None),
    }
}

fn said(template: &Template, answer: Answer) -> (QuestionId, LastRound) {
    let question = template.question(&answer.question);
    let label = answer.value.as_ref().map(|value| {
        let level = question.and_then(|question| template.level(question, value));
        level.map_or_else(|| value.replace('\n', ", "), |level| level.label.clone())
    });
    let texts: Vec<String> = [answer.note, answer.area].into_iter().filter(|text| !text.is_empty()).collect();
    let round = answer.carried_from.unwrap_or_default();
    (answer.question, LastRound { round, label, note: texts.join("\n") })
}

/// A workbook to look at: under no number, so that nobody takes it for the one that is issued.
pub fn blank(setting: SettingId, name: String, answers: Answers, due: Option<chrono::NaiveDate>) -> Issued {
    Issued {
        export: Uuid::nil(),
        run: super::IssueRunId(Uuid::nil()),
        setting,
        issue: Uuid::nil(),
        submission: Uuid::nil(),
        revision: 0,
        name,
        due,
        written: None,
        answers,
    }
}
