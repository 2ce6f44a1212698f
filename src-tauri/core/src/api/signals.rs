//! What stands out in the round in view, for its officers: reasons to ask, never verdicts.
//!
//! Refuses to know: how a signal is found.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::call::Nothing;
use super::figures::before::{before, same_questions};
use super::round;
use super::session::Session;
use super::table::caption;
use crate::analysis::Grid;
use crate::analysis::judged::caption_of;
use crate::analysis::signals::{Heard, Hearing, LastRound, Signal, SignalKind};
use crate::error::Result;
use crate::round::Round;
use crate::store::{AuditFile, Reader};
use crate::submission::action::{self, Planned};
use crate::submission::{self, SubmissionId, accepted};
use crate::template::{Facts, Template};

/// So many cells are shown; what is left out is said.
const SHOWN: usize = 20_000;

/// What stands out in a round.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SignalsView {
    /// Whose returns, of which round.
    pub caption: String,
    /// The last round of this tool; empty where it is not in the file.
    pub last: String,
    /// The standards, in the order printed.
    pub standards: Vec<String>,
    /// What stands out.
    pub signals: Vec<Signal>,
    /// Signals that are not among them, because there are too many to show.
    pub left_out: u32,
}

/// Everything that stands out in the accepted returns of the round.
pub fn show(session: &Session, _: Nothing) -> Result<SignalsView> {
    let mut figures = session.figures();
    session.file(|file| {
        let (round, template) = round::current(session, file)?;
        let caption = caption(file, &round);
        let grid = figures.grid(file, round.id, &template)?;
        let last = last_round(file.reader(), &round, &template)?;
        let label = last.label.clone();
        let signals = heard(file, &round, &template, grid, last)?;
        let (signals, left_out) = bounded(signals);
        let named = template.standards.iter();
        Ok(SignalsView {
            caption: caption_of(grid, &template, &caption),
            last: label,
            standards: named.map(|standard| format!("{} {}", standard.number, standard.title)).collect(),
            signals,
            left_out,
        })
    })
}

/// What was answered in the round before, as far as it is compared.
fn last_round(reader: Reader<'_>, round: &Round, template: &Arc<Template>) -> Result<LastRound> {
    let Some(earlier) = before(reader, round)? else { return Ok(LastRound::default()) };
    let mut last = LastRound::of(&earlier.label, same_questions(reader, &earlier, template)?);
    let settings = settings(reader, &earlier)?;
    accepted::each(reader, earlier.id, |id, answers| {
        if let Some((setting, _)) = settings.get(&id) {
            last.hear(*setting, &answers);
        }
        Ok(())
    })?;
    Ok(last)
}

type Settings = BTreeMap<SubmissionId, (crate::setting::SettingId, Facts)>;

fn settings(reader: Reader<'_>, round: &Round) -> Result<Settings> {
    let all = submission::of_round(reader, round.id)?;
    Ok(all.into_iter().map(|one| (one.id, (one.setting, one.facts))).collect())
}

fn heard(
    file: &AuditFile,
    round: &Round,
    template: &Template,
    grid: &Grid,
    last: LastRound,
) -> Result<Vec<Signal>> {
    let reader = file.reader();
    let (settings, backed) = (settings(reader, round)?, accepted::backed(reader, round.id)?);
    let planned = action::of_round(reader, round.id)?;
    let mut actions: BTreeMap<SubmissionId, Vec<&Planned>> = BTreeMap::new();
    planned.iter().for_each(|one| actions.entry(one.submission).or_default().push(one));
    let rows: BTreeMap<_, _> = grid.rows.iter().map(|row| (row.submission, &row.who)).collect();
    let mut hearing = Hearing::of(template, file.world().today(), round.due, last);
    let (no_evidence, no_actions) = (BTreeMap::new(), Vec::new());
    accepted::each(reader, round.id, |submission, answers| {
        if let (Some((setting, facts)), Some(who)) = (settings.get(&submission), rows.get(&submission)) {
            hearing.hear(&Heard {
                submission,
                setting: *setting,
                who,
                facts,
                answers: &answers,
                evidence: backed.get(&submission).unwrap_or(&no_evidence),
                actions: actions.get(&submission).unwrap_or(&no_actions),
            });
        }
        Ok(())
    })?;
    Ok(hearing.end())
}

/// As many signals as are shown, some of every kind, and how many are not.
fn bounded(signals: Vec<Signal>) -> (Vec<Signal>, u32) {
    let mut room = [SHOWN / SignalKind::ALL.len(); SignalKind::ALL.len()];
    let all = signals.len();
    let fits = |signal: &Signal| {
        let place = SignalKind::ALL.iter().position(|kind| *kind == signal.kind).unwrap_or(0);
        let fits = signal.cells.len() <= room[place];
        room[place] = if fits { room[place] - signal.cells.len() } else { 0 };
        fits
    };
    let shown: Vec<Signal> = signals.into_iter().filter(fits).collect();
    let left_out = u32::try_from(all - shown.len()).unwrap_or(u32::MAX);
    (shown, left_out)
}
