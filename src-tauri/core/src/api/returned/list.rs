//! Every return of the round in view, a light line each: nothing of what was answered is read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::api::call::Nothing;
use crate::api::round::{current, state_of};
use crate::api::session::Session;
use crate::api::views::{ReturnState, VerdictKind, view};
use crate::error::Result;
use crate::intake::original::{self, Light, OriginalId};
use crate::round::{RoundId, dates};
use crate::setting::{self, Setting, SettingId};
use crate::store::Reader;
use crate::submission::signoff::{self, Stage};
use crate::submission::{self, Days, Submission, SubmissionId, note};

/// What a return says of its own signatures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SignedAs {
    /// Nobody has signed.
    Nobody,
    /// Not everybody has.
    Begun,
    /// Everybody has, and it is what they signed.
    Matches,
    /// It is not what was signed.
    Differs,
    /// There is nothing to compare with.
    Unsaid,
}

view! {
    /// A return in the list.
    ReturnRow {
        submission: SubmissionId,
        setting: SettingId,
        name: String,
        urn: String,
        phase: String,
        status: String,
        locality: String,
        trust: String,
        state: ReturnState,
        /// The day it was received first.
        received: Option<String>,
        /// The day since which it stands so.
        since: Option<String>,
        /// Whether it was received after the day on which its setting's return was due.
        late: bool,
        verdict: Option<VerdictKind>,
        problems: u32,
        signed: SignedAs,
        notes: u32,
        revision: u32,
        file: String,
    }
}

/// `return.list`
pub fn list(session: &Session, _: Nothing) -> Result<Vec<ReturnRow>> {
    session.file(|file| {
        let (round, _) = current(session, file)?;
        rows(file.reader(), round.id)
    })
}

/// All that a row is made of, each read once for the round.
struct Ground {
    settings: BTreeMap<SettingId, Setting>,
    dues: BTreeMap<SettingId, chrono::NaiveDate>,
    days: BTreeMap<SubmissionId, Days>,
    files: BTreeMap<OriginalId, Light>,
    signed: BTreeMap<SubmissionId, (Stage, Option<bool>)>,
    notes: BTreeMap<SubmissionId, u32>,
}

fn rows(reader: Reader<'_>, round: RoundId) -> Result<Vec<ReturnRow>> {
    let ground = Ground {
        settings: setting::all(reader)?,
        dues: dates::dues(reader, round)?,
        days: submission::days(reader, round)?,
        files: original::placed(reader, round)?,
        signed: signoff::of_round(reader, round)?,
        notes: note::counts(reader, round)?,
    };
    let mut rows: Vec<ReturnRow> =
        submission::of_round(reader, round)?.iter().filter_map(|it| row(&ground, it)).collect();
    rows.sort_by(|one, other| (&one.name, one.submission).cmp(&(&other.name, other.submission)));
    Ok(rows)
}

fn row(ground: &Ground, submission: &Submission) -> Option<ReturnRow> {
    let setting = ground.settings.get(&submission.setting)?;
    let days = ground.days.get(&submission.id);
    let original = submission.original.as_deref().and_then(|id| id.parse().ok()).map(OriginalId);
    let file = original.and_then(|id| ground.files.get(&id));
    let details = setting.details.clone();
    let due = ground.dues.get(&setting.id);
    Some(ReturnRow {
        submission: submission.id,
        setting: setting.id,
        name: details.name,
        urn: setting.identifiers.get("urn").cloned().unwrap_or_default(),
        phase: details.phase,
        status: details.status,
        locality: details.locality,
        trust: details.trust,
        state: state_of(submission.state),
        received: days.map(|days| days.received.clone()),
        since: days.map(|days| days.since.clone()),
        late: days.zip(due).is_some_and(|(days, due)| days.received > due.to_string()),
        verdict: file.map(|file| file.kind),
        problems: file.map_or(0, |file| file.problems),
        signed: signed_as(ground.signed.get(&submission.id)),
        notes: ground.notes.get(&submission.id).copied().unwrap_or_default(),
        revision: submission.revision,
        file: file.map(|file| file.name.clone()).unwrap_or_default(),
    })
}

fn signed_as(signed: Option<&(Stage, Option<bool>)>) -> SignedAs {
    match signed {
        None | Some((Stage::Void, _)) => SignedAs::Nobody,
        Some((Stage::Open | Stage::Complete, Some(false))) => SignedAs::Differs,
        Some((Stage::Open, Some(true) | None)) => SignedAs::Begun,
        Some((Stage::Complete, Some(true))) => SignedAs::Matches,
        Some((Stage::Complete, None)) => SignedAs::Unsaid,
    }
}
