//! An intake as it is shown: a line a file; and two files of one setting beside each other.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::intake;
use super::round;
use super::session::Session;
use super::views::{IntakeLine, IntakeView};
use crate::error::{Error, Result};
use crate::intake::differ::{Difference, differences};
use crate::intake::kept;
use crate::intake::known::Ground;
use crate::intake::original::{self, BatchId, Original, OriginalId};
use crate::intake::read::Reading;
use crate::intake::remembered;
use crate::round::{RoundId, dates};
use crate::setting::{self, Setting, SettingId};
use crate::store::Reader;
use crate::submission::{self, Answer, Kind, Submission, SubmissionId};
use crate::template::{QuestionId, Template};

/// Two files of one setting.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct TwoFiles {
    pub before: OriginalId,
    pub now: OriginalId,
}

super::views::view! {
    /// What differs between two returns of a setting.
    DifferenceView { setting: String, before: FileSide, now: FileSide, lines: Vec<DifferenceLine>, alike: u32, }
    FileSide { original: String, name: String, revision: u32, received: String, submission: Option<SubmissionId>, }
    DifferenceLine { question: QuestionId, number: String, text: String, what: String, before: String, now: String, }
}

/// What lines of an intake are made of, read once for all of them.
struct Around {
    settings: BTreeMap<SettingId, Setting>,
    returns: BTreeMap<SubmissionId, Submission>,
    kinds: BTreeMap<SubmissionId, Kind>,
    dues: BTreeMap<SettingId, NaiveDate>,
    /// The files of each setting with more than one.
    several: BTreeMap<SettingId, Vec<OriginalId>>,
}

/// One intake.
pub(super) fn view(reader: Reader<'_>, id: BatchId) -> Result<IntakeView> {
    let batch = original::batch(reader, id)?;
    let around = Around::of(reader, batch.round)?;
    let on = batch.on.parse().ok();
    let lines = kept::originals(reader, id)?.into_iter().map(|file| around.line(file, on));
    Ok(IntakeView { lines: lines.collect(), batch: round::batch_line(batch) })
}

impl Around {
    fn of(reader: Reader<'_>, round: RoundId) -> Result<Self> {
        let returns = submission::of_round(reader, round)?.into_iter();
        let mut several: BTreeMap<SettingId, Vec<OriginalId>> = BTreeMap::new();
        for (setting, original) in kept::of_settings(reader, round)? {
            several.entry(setting).or_default().push(original);
        }
        several.retain(|_, files| files.len() > 1);
        Ok(Self {
            settings: setting::all(reader)?,
            returns: returns.map(|it| (it.id, it)).collect(),
            kinds: submission::kinds(reader, round)?,
            dues: dates::dues(reader, round)?,
            several,
        })
    }

    fn line(&self, file: Original, on: Option<NaiveDate>) -> IntakeLine {
        let id = file.id.to_string();
        let placed = file.submission.and_then(|of| self.returns.get(&of));
        let placed = placed.filter(|it| it.original.as_deref() == Some(id.as_str()));
        let due = file.setting.and_then(|setting| self.dues.get(&setting));
        let beside = file.setting.and_then(|setting| self.several.get(&setting));
        let beside = beside.and_then(|files| files.iter().find(|other| **other != file.id));
        IntakeLine {
            late: due.zip(on).is_some_and(|(due, on)| on > *due),
            asks: file.asks.is_some(),
            extent: placed.and_then(|it| self.kinds.get(&it.id)).copied(),
            setting: file.setting.and_then(|of| self.settings.get(&of)).map(|it| it.details.name.clone()),
            submission: placed.map(|it| it.id),
            state: placed.map(|it| round::state_of(it.state)),
            beside: beside.map(ToString::to_string),
            original: id,
            name: file.name,
            sha256: file.sha256,
            verdict: file.kind,
            message: file.message,
            problems: file.problems,
        }
    }
}

/// Two files of one setting, question by question.
pub fn difference(session: &Session, request: TwoFiles) -> Result<DifferenceView> {
    let before = answers(session, request.before)?;
    let now = answers(session, request.now)?;
    let (lines, alike) = differences(&now.template, &before.answers, &now.answers);
    let lines = lines.into_iter().map(difference_line).collect();
    Ok(DifferenceView { setting: now.setting, before: before.side, now: now.side, lines, alike })
}

struct Side {
    side: FileSide,
    setting: String,
    template: Template,
    answers: Vec<Answer>,
}

/// A kept file as it reads now.
fn answers(session: &Session, id: OriginalId) -> Result<Side> {
    let reads = session.reads().map_err(|_| intake::no_reader())?;
    let (file, batch, bytes, ground, said) = session.file(|file| {
        let reader = file.reader();
        let kept = kept::original(reader, id)?;
        let batch = original::batch(reader, kept.batch)?;
        let ground = Ground::of(reader, batch.round)?;
        Ok((kept, batch.clone(), kept::readable(reader, id)?, ground, remembered::said(reader, batch.round)?))
    })?;
    let reading = Reading { reads: reads.as_ref(), ground: &ground, said: &said };
    let read = reading.found(&file.name, &file.sha256, &bytes)?;
    let setting = file.setting.ok_or_else(|| Error::missing("That file is of no setting that is known."))?;
    let name = session.file(|it| Ok(setting::load(it.reader(), setting)?.details.name))?;
    let side = FileSide {
        original: id.to_string(),
        name: file.name,
        revision: read.claim.revision(),
        received: batch.on,
        submission: file.submission,
    };
    Ok(Side {
        side,
        setting: name,
        template: ground.template.as_ref().clone(),
        answers: read.returned.answers,
    })
}

fn difference_line(it: Difference) -> DifferenceLine {
    let Difference { question, number, text, what, before, now } = it;
    DifferenceLine { question, number, text, what: what.to_owned(), before, now }
}
