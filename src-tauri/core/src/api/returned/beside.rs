//! What stands beside a return while it is read: the register's facts, last round, its files, its history, notes.

use crate::api::earlier::Earlier;
use crate::api::round::state_of;
use crate::api::views::{ReturnState, VerdictKind, view};
use crate::error::Result;
use crate::intake::original;
use crate::problem::Problem;
use crate::round::{self, Round, dates};
use crate::setting::Setting;
use crate::store::Reader;
use crate::submission::action::{self, Action};
use crate::submission::evidence::{self, Item};
use crate::submission::{self, State, Submission, SubmissionId, note};
use crate::template::QuestionId;

view! {
    /// What stands beside a return.
    Beside {
        phase: String,
        status: String,
        locality: String,
        trust: String,
        due: Option<String>,
        received: Option<String>,
        late: bool,
        /// Label of the round whose answers are shown beside.
        last_round: Option<String>,
        evidence: Vec<Item>,
        actions: Vec<Action>,
        notes: Vec<NoteLine>,
        history: Vec<HistoryEvent>,
        files: Vec<CameFile>,
        others: Vec<OtherReturn>,
    }
    /// A note on a return, or on a question of it.
    NoteLine { id: String, question: Option<QuestionId>, who: String, at: String, text: String, }
    /// How a return came to stand as it does.
    HistoryEvent { state: ReturnState, on: String, at: String, who: String, reason: String, }
    /// A file that came in for a return.
    CameFile {
        original: String,
        name: String,
        verdict: VerdictKind,
        message: String,
        at: String,
        problems: Vec<Problem>,
        /// Whether the return stands as this file says.
        stands: bool,
    }
    /// Another return of the same setting in this round.
    OtherReturn { submission: SubmissionId, state: ReturnState, revision: u32, }
}

/// Gathers it.
pub(in crate::api) fn beside(
    reader: Reader<'_>,
    submission: &Submission,
    setting: &Setting,
    earlier: Option<&Earlier>,
) -> Result<Beside> {
    let events = submission::events(reader, submission.id)?;
    let due = dates::due(reader, submission.round, setting.id)?.map(|due| due.to_string());
    let received = events.iter().find(|event| event.state == State::Received).map(|event| event.on.clone());
    let details = setting.details.clone();
    Ok(Beside {
        phase: details.phase,
        status: details.status,
        locality: details.locality,
        trust: details.trust,
        late: received.as_ref().zip(due.as_ref()).is_some_and(|(received, due)| received > due),
        due,
        received,
        last_round: earlier.map(|earlier| earlier.round.label.clone()),
        evidence: evidence::travelling(reader, submission)?,
        actions: action::travelling(reader, submission)?,
        notes: notes(reader, submission.id)?,
        history: events.into_iter().map(event).collect(),
        files: files(reader, submission)?,
        others: others(reader, submission)?,
    })
}

/// What the setting said in the round before: the one this round was made from, else the latest of the same tool.
pub(in crate::api) fn earlier(reader: Reader<'_>, submission: &Submission) -> Result<Option<Earlier>> {
    let now = round::load(reader, submission.round)?;
    let rounds = round::all(reader)?;
    let place = rounds.iter().position(|one| one.id == now.id).unwrap_or(0);
    let same_tool = |one: &&Round| tool(&one.template) == tool(&now.template);
    let made_from = now.earlier.and_then(|id| rounds.iter().find(|one| one.id == id));
    let Some(before) = made_from.or_else(|| rounds[..place].iter().rev().find(same_tool)) else {
        return Ok(None);
    };
    let returns = submission::of_setting(reader, before.id, submission.setting)?;
    let stood = returns.into_iter().rfind(|one| one.state == State::Accepted);
    Earlier::of(reader, &Submission { earlier: stood.map(|one| one.id), ..submission.clone() })
}

fn tool(key: &str) -> &str {
    key.split('@').next().unwrap_or(key)
}

fn notes(reader: Reader<'_>, id: SubmissionId) -> Result<Vec<NoteLine>> {
    let line = |one: note::Note| NoteLine {
        id: one.id.to_string(),
        question: one.question,
        who: one.who,
        at: one.at,
        text: one.text,
    };
    Ok(note::of(reader, id)?.into_iter().map(line).collect())
}

fn event(event: submission::Event) -> HistoryEvent {
    let submission::Event { state, on, at, who, reason } = event;
    HistoryEvent { state: state_of(state), on, at, who, reason }
}

fn files(reader: Reader<'_>, submission: &Submission) -> Result<Vec<CameFile>> {
    let stands = |id: original::OriginalId| submission.original.as_deref() == Some(id.to_string().as_str());
    let line = |(file, at): (original::Original, String)| CameFile {
        original: file.id.to_string(),
        stands: stands(file.id),
        name: file.name,
        verdict: file.kind,
        message: file.message,
        at,
        problems: file.problems,
    };
    Ok(original::of_submission(reader, submission.id)?.into_iter().map(line).collect())
}

fn others(reader: Reader<'_>, submission: &Submission) -> Result<Vec<OtherReturn>> {
    let all = submission::of_setting(reader, submission.round, submission.setting)?;
    let others = all.into_iter().filter(|one| one.id != submission.id);
    let line = |one: Submission| OtherReturn {
        submission: one.id,
        state: state_of(one.state),
        revision: one.revision,
    };
    Ok(others.map(line).collect())
}
