//! What stands out in one return by itself.
//!
//! Refuses to know: any other return of the round.

use std::collections::{HashMap, HashSet};

use super::{Heard, Hearing, Signal, SignalCell, SignalKind, counted, whole};
use crate::submission::Answer;
use crate::template::check::{self, Given, Occasion};
use crate::template::{Meaning, Question, QuestionId};

/// With fewer judgements it says little that all are at the top.
const ENOUGH_JUDGEMENTS: usize = 10;
/// With fewer answers to compare it says little that they are the same.
const ENOUGH_WORDED: usize = 5;

/// Ratings at the top, with neither a note nor evidence behind them.
pub(super) fn without_evidence(hearing: &Hearing<'_>, heard: &Heard<'_>) -> Option<Signal> {
    let top: Vec<&Answer> =
        heard.answers.values().filter(|answer| hearing.at_the_top(answer) == Some(true)).collect();
    let bare = |answer: &&&Answer| {
        answer.note.trim().is_empty() && heard.evidence.get(&answer.question).is_none_or(|count| *count == 0)
    };
    let cells = cells(hearing, heard, top.iter().filter(bare).map(|answer| &answer.question), |_| {
        "At the top of the scale; no note and no item of evidence.".to_owned()
    });
    let said = format!(
        "{} of {} at the top of the scale {} what shows {}.",
        cells.len(),
        counted(top.len(), "rating", "ratings"),
        if cells.len() == 1 { "does not say" } else { "do not say" },
        if cells.len() == 1 { "it" } else { "them" },
    );
    signal(SignalKind::NoEvidence, said, cells)
}

/// Every judgement that counts in figures is at the top.
pub(super) fn all_at_the_top(hearing: &Hearing<'_>, heard: &Heard<'_>) -> Option<Signal> {
    let judged: Vec<bool> =
        scored(hearing).filter_map(|question| hearing.at_the_top(heard.answers.get(&question.id)?)).collect();
    let all = judged.len() >= ENOUGH_JUDGEMENTS && judged.iter().all(|top| *top);
    let said = format!("All {} judgements are at the top of the scale.", judged.len());
    signal(SignalKind::AllTop, said.clone(), all.then(|| whole(heard, &said)).into_iter().collect())
}

/// A top rating beside something to be developed, "not applicable" beside evidence or actions, and what the tool's
/// own checks say of answers that they set beside each other.
pub(super) fn hard_to_reconcile(hearing: &Hearing<'_>, heard: &Heard<'_>) -> Option<Signal> {
    let mut found: Vec<(QuestionId, String)> = Vec::new();
    for answer in heard.answers.values() {
        found.extend(beside(hearing, heard, answer).map(|said| (answer.question.clone(), said)));
    }
    found.extend(checked(hearing, heard));
    let cells: Vec<SignalCell> =
        found.iter().filter_map(|(question, said)| hearing.cell(heard, question, said)).collect();
    let said = match cells.len() {
        1 => "In 1 place two things are hard to reconcile.".to_owned(),
        many => format!("In {many} places two things are hard to reconcile."),
    };
    signal(SignalKind::Contradiction, said, cells)
}

/// Answers with a text that are, rating and words, those of the last round; where they are at least half.
pub(super) fn unchanged(hearing: &Hearing<'_>, heard: &Heard<'_>) -> Option<Signal> {
    let compared: Vec<(&QuestionId, bool)> = heard
        .answers
        .values()
        .filter_map(|answer| Some((&answer.question, hearing.last.matches(heard.setting, answer)?)))
        .collect();
    let same = compared.iter().filter(|(_, same)| *same).map(|(question, _)| *question);
    let label = &hearing.last.label;
    let cells = cells(hearing, heard, same, |_| format!("Rating and words are those of {label}."));
    let enough = compared.len() >= ENOUGH_WORDED && cells.len() * 2 >= compared.len();
    let said = format!(
        "{} of {} with a text {} word for word, rating and all, as in {label}.",
        cells.len(),
        counted(compared.len(), "answer", "answers"),
        if cells.len() == 1 { "stands" } else { "stand" },
    );
    signal(SignalKind::Unchanged, said, if enough { cells } else { Vec::new() })
}

/// Actions still to do whose date has passed, on questions that are rated met.
pub(super) fn overdue_and_met(hearing: &Hearing<'_>, heard: &Heard<'_>) -> Option<Signal> {
    let mut cells = Vec::new();
    for action in heard.actions {
        let Some(due) = action.due.filter(|due| action.state.is_live() && *due < hearing.today) else {
            continue;
        };
        let said = format!("Rated met; an action on it was due on {}.", super::super::judged::day(due));
        let met = action.questions.iter().filter(|question| {
            let level = heard.answers.get(question).and_then(|answer| hearing.level(answer));
            level.is_some_and(|(level, _)| level.meaning.reached())
        });
        cells.extend(met.filter_map(|question| hearing.cell(heard, question, &said)));
    }
    let said = match cells.len() {
        1 => "1 question is rated met while an action on it is past its date.".to_owned(),
        many => format!("{many} questions are rated met while an action on each is past its date."),
    };
    signal(SignalKind::OverdueMet, said, cells)
}

fn signal(kind: SignalKind, said: String, cells: Vec<SignalCell>) -> Option<Signal> {
    (!cells.is_empty()).then_some(Signal { kind, said, cells })
}

fn cells<'q>(
    hearing: &Hearing<'_>,
    heard: &Heard<'_>,
    questions: impl Iterator<Item = &'q QuestionId>,
    said: impl Fn(&QuestionId) -> String,
) -> Vec<SignalCell> {
    questions.filter_map(|question| hearing.cell(heard, question, &said(question))).collect()
}

fn scored<'t>(hearing: &Hearing<'t>) -> impl Iterator<Item = &'t Question> {
    let scored = hearing.template.standards.iter().filter(|standard| standard.scored);
    scored.flat_map(|standard| &standard.questions)
}

/// What stands beside a rating and is hard to reconcile with it.
fn beside(hearing: &Hearing<'_>, heard: &Heard<'_>, answer: &Answer) -> Option<String> {
    let (level, _) = hearing.level(answer)?;
    let backed = heard.evidence.get(&answer.question).is_some_and(|count| *count > 0);
    let planned = heard.actions.iter().any(|action| action.questions.contains(&answer.question));
    if level.meaning == Meaning::NotApplicable {
        return match (backed, planned) {
            (true, _) => Some("Said not to apply; evidence stands behind it.".to_owned()),
            (false, true) => Some("Said not to apply; an action grew out of it.".to_owned()),
            (false, false) => None,
        };
    }
    let more = hearing.at_the_top(answer) == Some(true) && !answer.area.trim().is_empty();
    more.then(|| "At the top of the scale; an area for development is written beside it.".to_owned())
}

/// What the tool's own checks say of answers that they set beside each other.
fn checked(hearing: &Hearing<'_>, heard: &Heard<'_>) -> Vec<(QuestionId, String)> {
    let between: HashSet<&str> =
        hearing.template.checks.iter().filter(|it| it.compares()).map(|it| it.id.as_str()).collect();
    if between.is_empty() {
        return Vec::new();
    }
    let answers: HashMap<QuestionId, Given> =
        heard.answers.iter().map(|(id, answer)| (id.clone(), given(heard, answer))).collect();
    let occasion = Occasion { facts: heard.facts.clone(), answers, today: hearing.today, due: hearing.due };
    let remarks = check::run(hearing.template, &occasion).into_iter();
    remarks
        .filter(|remark| between.contains(remark.check.as_str()))
        .filter_map(|remark| Some((remark.question?, remark.message)))
        .collect()
}

fn given(heard: &Heard<'_>, answer: &Answer) -> Given {
    let grew = heard.actions.iter().filter(|action| action.questions.contains(&answer.question)).count();
    Given {
        evidence: heard.evidence.get(&answer.question).copied().unwrap_or(0),
        actions: u32::try_from(grew).unwrap_or(u32::MAX),
        value: answer.value.clone().filter(|_| answer.is_answered()),
        note: answer.note.clone(),
        impact: answer.impact.clone(),
        area: answer.area.clone(),
        reason: answer.reason.clone(),
        flagged: answer.flag,
        ..Given::default()
    }
}
