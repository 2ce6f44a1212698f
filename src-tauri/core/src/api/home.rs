//! A setting's home: its audit as a task list, with its facts and dates.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::Nothing;
use super::audit::{self, Audit};
use super::check::{self, GapCounts};
use super::plan::{self, PlanStep};
use super::session::Session;
use super::start;
use super::views::{EarlierView, Home, StandardTask, SwitchedOff, TaskState, ToConfirm};
use crate::error::{Error, Result};
use crate::round;
use crate::store::{AuditFile, Operation};
use crate::submission::progress::Progress;
use crate::submission::{self, Answer, State, Submission, SubmissionId, answer, confirm};
use crate::template::{Facts, Question, QuestionId, Standard, Template};
use crate::text;

/// Facts about the setting were said.
const FACTS: Operation = Operation::ordinary("home.facts");

/// Facts to be said: name to `yes`, `no` or a choice.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FactsSaid {
    /// Name of the fact to its value.
    pub facts: std::collections::BTreeMap<String, String>,
}

/// The dates that a setting plans by; empty is none.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Dates {
    /// When the governors meet.
    #[serde(default)]
    pub governors: Option<String>,
    /// When the return is due.
    #[serde(default)]
    pub due: Option<String>,
    /// Where the return goes; none leaves it as it is.
    #[serde(default)]
    pub return_to: Option<String>,
}

/// `home.show`.
pub fn show(session: &Session, _: Nothing) -> Result<Home> {
    session.audit(|file, audit| home(file, audit))
}

/// `home.facts`: facts switch modules on and off; answers of a module switched off are kept, not counted.
pub fn facts(session: &Session, said: FactsSaid) -> Result<Home> {
    session.audit(|file, id| {
        let audit = Audit::load(file.reader(), id)?;
        audit.submission.changeable()?;
        offered(&audit.template, &said.facts)?;
        file.transact(FACTS, &audit.setting.details.name, |tx| {
            let told = submission::tell(tx, &audit.submission, &said.facts)?;
            answer::refresh(tx, &told, &audit.template)
        })?;
        home(file, id)
    })
}

/// `home.dates`.
pub fn dates(session: &Session, dates: Dates) -> Result<Home> {
    let governors = audit::date(dates.governors.as_deref())?;
    let due = audit::date(dates.due.as_deref())?;
    session.audit(|file, id| {
        let current = submission::load(file.reader(), id)?;
        file.transact(round::DATES, "", |tx| {
            round::set_dates(tx, current.round, governors, due)?;
            dates.return_to.as_deref().map_or(Ok(()), |place| round::set_return_to(tx, current.round, place))
        })?;
        home(file, id)
    })
}

/// Refuses a fact that the template does not ask about, and a value that it does not offer.
fn offered(template: &Template, facts: &Facts) -> Result<()> {
    for (name, value) in facts {
        let fact = template.facts.iter().find(|fact| fact.name.0 == *name);
        let fact = fact.ok_or_else(|| {
            Error::input(format!("This audit does not ask about \u{201c}{}\u{201d}.", text::short(name)))
        })?;
        let yes_or_no = fact.choices.is_empty() && ["yes", "no"].contains(&value.as_str());
        if !yes_or_no && !fact.choices.contains(value) {
            return Err(Error::input(format!(
                "\u{201c}{}\u{201d} is no answer to the question \u{201c}{}\u{201d}.",
                text::short(value),
                fact.question.trim_end_matches('?')
            ))
            .hint("Choose one of the answers offered."));
        }
    }
    Ok(())
}

fn home(file: &AuditFile, id: SubmissionId) -> Result<Home> {
    let audit = Audit::load(file.reader(), id)?;
    let asked = audit.asked();
    let task = |(standard, questions): &(&Standard, Vec<&Question>)| {
        let (progress, ratings) = audit.count(questions.iter().copied());
        StandardTask {
            id: standard.id.clone(),
            number: standard.number.clone(),
            title: standard.title.clone(),
            state: state(&progress),
            progress,
            ratings,
        }
    };
    let (progress, ratings) = audit.counted();
    let today = file.world().today();
    let gaps = check::counts(&audit, today);
    Ok(Home {
        submission: audit.submission.id,
        setting: audit::setting_view(&audit.setting, &audit.submission),
        round: audit::round_view(file, &audit.round),
        template: start::choice(&audit.template),
        standards: asked.iter().map(task).collect(),
        progress,
        ratings,
        facts: audit.template.facts.clone(),
        state: audit.submission.state,
        read_only: audit.submission.changeable().is_err(),
        earlier: audit.earlier.as_ref().map(|earlier| EarlierView {
            submission: earlier.submission.id,
            round: earlier.round.label.clone(),
        }),
        plan: plan::plan(&known(file, &audit, &progress, &gaps)?),
        switched_off: switched_off(&audit),
        to_confirm: to_confirm(&audit),
        open_actions: number(audit.actions.iter().filter(|kept| kept.action.state.is_live()).count()),
        overdue_actions: number(audit.actions.iter().filter(|kept| kept.action.is_overdue(today)).count()),
        stale_evidence: number(audit.evidence.iter().filter(|kept| kept.is_stale(today)).count()),
        gaps,
    })
}

/// What the dates are planned from, and which steps are behind us.
fn known(file: &AuditFile, audit: &Audit, progress: &Progress, gaps: &GapCounts) -> Result<plan::Known> {
    let (reader, today) = (file.reader(), file.world().today());
    let Submission { id, state, .. } = audit.submission;
    let begun = submission::first(reader, id)?.unwrap_or(today);
    let signed = state == State::SignedOff;
    let frozen = signed || state == State::Signing;
    let met = audit.round.governors.is_some_and(|meeting| meeting < today);
    let steps = [
        (PlanStep::Answer, frozen || progress.answered == progress.asked),
        (PlanStep::Check, frozen || gaps.must == 0),
        (PlanStep::Sign, signed),
        (PlanStep::Governors, signed || met),
        (PlanStep::Send, signed && submission::sent_signed(reader, id)?),
    ];
    let done = steps.into_iter().filter(|(_, done)| *done).map(|(step, _)| step).collect();
    Ok(plan::Known { begun, today, governors: audit.round.governors, due: audit.round.due, done })
}

/// What is kept of modules that are off.
fn switched_off(audit: &Audit) -> SwitchedOff {
    let asked: BTreeSet<&QuestionId> =
        audit.asked().iter().flat_map(|(_, questions)| questions.iter().map(|one| &one.id)).collect();
    let off = |question: &&Question| !asked.contains(&question.id);
    let kept = |question: &&Question| audit.answers.get(&question.id).is_some_and(Answer::says_something);
    let standards = audit
        .template
        .standards
        .iter()
        .filter(|standard| standard.questions.iter().any(|one| off(&one) && kept(&one)));
    SwitchedOff {
        questions: number(audit.template.questions().filter(off).count()),
        answered: number(audit.template.questions().filter(off).filter(kept).count()),
        standards: standards.map(|standard| standard.title.clone()).collect(),
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn to_confirm(audit: &Audit) -> ToConfirm {
    let asked = audit.asked();
    let carried = asked.iter().flat_map(|(_, questions)| questions).filter(|question| {
        audit.answers.get(&question.id).is_some_and(|answer| answer.carried_from.is_some())
    });
    let mut waiting = ToConfirm { same: 0, others: 0 };
    for question in carried {
        let together = confirm::may_together(&audit.answers, &question.id);
        *(if together { &mut waiting.same } else { &mut waiting.others }) += 1;
    }
    waiting
}

fn state(progress: &Progress) -> TaskState {
    if progress.answered == progress.asked {
        TaskState::Done
    } else if progress.opened > 0 {
        TaskState::Incomplete
    } else {
        TaskState::NotStarted
    }
}
