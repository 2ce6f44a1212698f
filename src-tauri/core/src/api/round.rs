//! A partnership's round: its response, its register, its intakes.

use std::collections::BTreeMap;

use super::audit;
use super::call::Nothing;
use super::session::Session;
use super::start;
use super::views::{BatchLine, RegisterLine, ReturnState, RoundOverview, Share};
use crate::analysis::Grid;
use crate::error::{Error, Result};
use crate::intake::original;
use crate::panel::finding;
use crate::round::{self, Round, register};
use crate::setting::{self, SettingId};
use crate::store::{AuditFile, FileKind, Reader};
use crate::submission::{self, State, Submission};
use crate::template::{self, Template};

/// The round that is open.
pub fn show(session: &Session, _: Nothing) -> Result<RoundOverview> {
    let mut figures = session.figures();
    session.file(|file| {
        let (round, template) = current(file)?;
        let grid = figures.grid(file, round.id, &template)?;
        overview(file, &round, &template, grid)
    })
}

/// The current round of a partnership's file and its template; a setting's file is refused.
pub(super) fn current(file: &AuditFile) -> Result<(Round, std::sync::Arc<Template>)> {
    if file.kind() != FileKind::Partnership {
        return Err(Error::state(
            "The file that is open holds a setting\u{2019}s audit, not a partnership\u{2019}s round.",
        )
        .hint("Open the partnership\u{2019}s file, or start a round on the first screen."));
    }
    let reader = file.reader();
    let round = round::current(reader)?;
    let template = template::load(reader, &round.template)?;
    Ok((round, template))
}

/// A batch as it is listed.
pub(super) fn batch_line(batch: original::Batch) -> BatchLine {
    let original::Batch { id, at, label, state, files, round: _ } = batch;
    BatchLine { id: id.to_string(), at, label, state, files }
}

/// Where a return stands, as the partnership sees it.
pub(super) fn state_of(state: State) -> ReturnState {
    match state {
        State::InProgress | State::Signing | State::SignedOff => ReturnState::Expected,
        State::Received => ReturnState::Received,
        State::Checked => ReturnState::Checked,
        State::Accepted => ReturnState::Accepted,
        State::SentBack => ReturnState::SentBack,
        State::Replaced => ReturnState::Replaced,
        State::Withdrawn => ReturnState::Withdrawn,
    }
}

fn overview(file: &AuditFile, round: &Round, template: &Template, grid: &Grid) -> Result<RoundOverview> {
    let reader = file.reader();
    let settings = register_lines(reader, round, grid)?;
    let batches = original::batches(reader, round.id)?.into_iter().map(batch_line).collect();
    let count = |state: ReturnState| number(settings.iter().filter(|line| line.state == state).count());
    let exempt = count(ReturnState::Exempt);
    Ok(RoundOverview {
        round: audit::round_view(file, round),
        template: start::choice(template),
        expected: number(settings.len()) - exempt,
        exempt,
        received: count(ReturnState::Received) + count(ReturnState::Checked),
        accepted: count(ReturnState::Accepted),
        sent_back: count(ReturnState::SentBack),
        not_received: count(ReturnState::Expected),
        batches,
        findings: finding::count(reader, round.id)?,
        settings,
    })
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn register_lines(reader: Reader<'_>, round: &Round, grid: &Grid) -> Result<Vec<RegisterLine>> {
    let mut returns: BTreeMap<SettingId, Submission> = BTreeMap::new();
    for submission in submission::of_round(reader, round.id)? {
        if stands(submission.state) {
            returns.insert(submission.setting, submission);
        }
    }
    let shares: BTreeMap<SettingId, Share> = grid
        .rows
        .iter()
        .map(|row| {
            let tally = grid.tally_of(row);
            (row.setting, Share { count: tally.at_least_met(), base: tally.base() })
        })
        .collect();
    let line = |expected: register::Expected| {
        let submission = returns.get(&expected.setting);
        let share = shares.get(&expected.setting).cloned();
        register_line(reader, &expected, submission, share)
    };
    let mut lines = register::lines(reader, round.id)?.into_iter().map(line).collect::<Result<Vec<_>>>()?;
    lines.sort_by(|one, other| (&one.name, one.setting).cmp(&(&other.name, other.setting)));
    Ok(lines)
}

fn stands(state: State) -> bool {
    match state {
        State::Received | State::Checked | State::Accepted | State::SentBack => true,
        State::InProgress | State::Signing | State::SignedOff | State::Replaced | State::Withdrawn => false,
    }
}

fn register_line(
    reader: Reader<'_>,
    expected: &register::Expected,
    submission: Option<&Submission>,
    pct_met: Option<Share>,
) -> Result<RegisterLine> {
    let setting = setting::load(reader, expected.setting)?;
    let on = submission.map(|it| submission::since(reader, it.id, it.state)).transpose()?.flatten();
    let state = match (submission, &expected.exempt) {
        (Some(submission), _) => state_of(submission.state),
        (None, Some(_)) => ReturnState::Exempt,
        (None, None) => ReturnState::Expected,
    };
    Ok(RegisterLine {
        setting: setting.id,
        name: setting.details.name,
        phase: setting.details.phase,
        status: setting.details.status,
        locality: setting.details.locality,
        urn: setting.identifiers.get("urn").cloned().unwrap_or_default(),
        state,
        submission: submission.map(|it| it.id),
        on,
        pct_met,
    })
}
