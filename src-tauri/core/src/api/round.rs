//! A partnership's round: its response, its register, its intakes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::audit;
use super::call::Nothing;
use super::counted::Counted;
use super::session::Session;
use super::start;
use super::views::{BatchLine, RegisterLine, ReturnState, RoundLine, RoundOverview, Share};
use crate::analysis::{Grid, Tally};
use crate::error::{Error, Result};
use crate::intake::original;
use crate::panel::finding;
use crate::round::register::Standing;
use crate::round::{self, Round, RoundId, dates, register};
use crate::setting::{self, Setting, SettingId};
use crate::store::{AuditFile, FileKind, Reader};
use crate::submission::{self, State, Submission};
use crate::template::{self, Template};

/// The round that is open.
pub fn show(session: &Session, _: Nothing) -> Result<RoundOverview> {
    let mut figures = session.figures();
    session.file(|file| {
        let (round, template) = current(session, file)?;
        let grid = figures.grid(file, round.id, &template)?;
        overview(file, &round, &template, grid)
    })
}

/// One of the rounds of a file.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ChosenRound {
    pub round: RoundId,
}

/// Every round of the open file, newest first.
pub fn list(session: &Session, _: Nothing) -> Result<Vec<RoundLine>> {
    session.file(|file| {
        let (in_view, _) = current(session, file)?;
        let rounds = round::all(file.reader())?.into_iter().rev();
        rounds.map(|one| round_line(file.reader(), one, in_view.id)).collect()
    })
}

/// From now on has another round in view.
pub fn choose(session: &Session, chosen: ChosenRound) -> Result<RoundOverview> {
    session.refuse_while_working()?;
    let round = session.file(|file| {
        partnership(file)?;
        round::load(file.reader(), chosen.round)
    })?;
    session.look_at_round(round.id);
    show(session, Nothing {})
}

fn round_line(reader: Reader<'_>, round: Round, in_view: RoundId) -> Result<RoundLine> {
    let counted = Counted::of_round(reader, round.id)?;
    let template = template::load(reader, &round.template)?;
    Ok(RoundLine {
        round: round.id,
        label: round.label,
        template_title: template.title.clone(),
        audience: template.audience,
        state: round.state,
        due: round.due.map(|date| date.to_string()),
        returned: counted.returned(),
        expected: counted.expected,
        current: round.id == in_view,
    })
}

/// The round in view of a partnership's file and its template; a setting's file is refused.
pub(super) fn current(session: &Session, file: &AuditFile) -> Result<(Round, std::sync::Arc<Template>)> {
    let round = session.round(file)?;
    let template = template::load(file.reader(), &round.template)?;
    Ok((round, template))
}

/// Refuses a setting's file.
pub(super) fn partnership(file: &AuditFile) -> Result<()> {
    match file.kind() {
        FileKind::Partnership => Ok(()),
        FileKind::Setting => Err(Error::state(
            "The file that is open holds a setting\u{2019}s audit, not a partnership\u{2019}s round.",
        )
        .hint("Open the partnership\u{2019}s file, or start a round on the first screen.")),
    }
}

/// A batch as it is listed.
pub(super) fn batch_line(batch: original::Batch) -> BatchLine {
    let original::Batch { id, at, label, state, files, on, known, folder, round: _ } = batch;
    let again = !folder.is_empty();
    BatchLine { id: id.to_string(), at, label, state, files, on, known, again }
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
    let counted = Counted::of_round(reader, round.id)?;
    Ok(RoundOverview {
        round: audit::round_view(file, round),
        template: start::choice(template),
        expected: counted.expected,
        exempt: counted.not_asked(),
        received: counted.waiting,
        accepted: counted.accepted,
        sent_back: counted.sent_back,
        not_received: counted.missing(),
        batches,
        findings: finding::count(reader, round.id)?,
        settings,
    })
}

fn register_lines(reader: Reader<'_>, round: &Round, grid: &Grid) -> Result<Vec<RegisterLine>> {
    let mut returns: BTreeMap<SettingId, Submission> = BTreeMap::new();
    for submission in submission::of_round(reader, round.id)? {
        if stands(submission.state) {
            returns.insert(submission.setting, submission);
        }
    }
    let share = |tally: Tally| Share { count: tally.at_least_met(), base: tally.base() };
    let tallies = grid.tallies_of_settings().into_iter();
    let shares: BTreeMap<SettingId, Share> =
        tallies.map(|(setting, tally)| (setting, share(tally))).collect();
    let ground =
        Ground { settings: setting::all(reader)?, groups: dates::groups(reader, round.id)?, due: round.due };
    let line = |expected: register::Expected| {
        let submission = returns.get(&expected.setting);
        let share = shares.get(&expected.setting).cloned();
        register_line(reader, &ground, &expected, submission, share)
    };
    let mut lines = register::lines(reader, round.id)?.into_iter().map(line).collect::<Result<Vec<_>>>()?;
    lines.sort_by(|one, other| (&one.name, one.setting).cmp(&(&other.name, other.setting)));
    Ok(lines)
}

/// What the lines of a register are read with, once for all of them.
struct Ground {
    settings: BTreeMap<SettingId, Setting>,
    groups: Vec<dates::GroupDate>,
    due: Option<chrono::NaiveDate>,
}

fn stands(state: State) -> bool {
    match state {
        State::Received | State::Checked | State::Accepted | State::SentBack => true,
        State::InProgress | State::Signing | State::SignedOff | State::Replaced | State::Withdrawn => false,
    }
}

fn register_line(
    reader: Reader<'_>,
    ground: &Ground,
    expected: &register::Expected,
    submission: Option<&Submission>,
    pct_met: Option<Share>,
) -> Result<RegisterLine> {
    let setting = ground.settings.get(&expected.setting).cloned();
    let setting = setting.ok_or_else(|| Error::missing("That setting is not in this file."))?;
    let on = submission.map(|it| submission::since(reader, it.id, it.state)).transpose()?.flatten();
    let state = match (submission, expected.standing) {
        (Some(submission), _) => state_of(submission.state),
        (None, Standing::Expected) => ReturnState::Expected,
        (None, Standing::Exempt | Standing::Covered | Standing::Closed) => ReturnState::Exempt,
    };
    let due = dates::of_line(expected, &setting.details, &ground.groups, ground.due);
    let covering = expected.covered_by.and_then(|by| ground.settings.get(&by));
    let identifier = |scheme: &str| setting.identifiers.get(scheme).cloned().unwrap_or_default();
    Ok(RegisterLine {
        setting: setting.id,
        urn: identifier("urn"),
        identifiers: setting.identifiers.clone(),
        kind: setting.details.kind,
        name: setting.details.name,
        phase: setting.details.phase,
        status: setting.details.status,
        locality: setting.details.locality,
        trust: setting.details.trust,
        state,
        standing: expected.standing,
        reason: expected.reason.clone(),
        covered_by: covering.map(|it| it.details.name.clone()).unwrap_or_default(),
        due: due.map(|date| date.to_string()),
        extended_to: expected.extended_to.map(|date| date.to_string()),
        issued: expected.issue.is_some(),
        submission: submission.map(|it| it.id),
        on,
        pct_met,
    })
}
