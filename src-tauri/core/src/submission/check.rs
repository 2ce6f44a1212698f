//! What is still open in a submission: blank and unconfirmed answers, what a level asks for, what the template's
//! checks have to say; and the places that look like a child's personal data.
//!
//! Pure: it sees values. Refuses to know: the file, and whether anybody may sign.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Answer, action, evidence};
use crate::template::check::{self, Given, Occasion, Remark};
use crate::template::{Asks, Duty, Facts, Level, Meaning, Question, QuestionId, Template, Weight};

/// What kind of gap it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum GapKind {
    /// Asked, and nothing was answered.
    Unanswered,
    /// Carried from last round, and nobody has confirmed it.
    Unconfirmed,
    /// The level that was picked asks for something that is not there.
    Asks,
    /// A check of the template has something to say.
    Check,
    /// Something looks like a child's personal data.
    Personal,
}

/// One thing that is still open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What kind it is.
    pub kind: GapKind,
    /// The check, where it comes from one.
    pub check: Option<String>,
    /// The question that it leads to.
    pub question: Option<QuestionId>,
    /// How much it matters.
    pub weight: Weight,
    /// The sentence shown.
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// Everything that a submission is judged by.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// Its template.
    pub template: &'a Template,
    /// Facts about the setting.
    pub facts: &'a Facts,
    /// Its answers.
    pub answers: &'a BTreeMap<QuestionId, Answer>,
    /// Its evidence.
    pub evidence: &'a [evidence::Kept],
    /// Its actions.
    pub actions: &'a [action::Kept],
    /// Today.
    pub today: NaiveDate,
    /// The date the return is due, if there is one.
    pub due: Option<NaiveDate>,
}

impl Ground<'_> {
    /// The answers as the template's checks see them: what is carried and unconfirmed is blank.
    pub fn occasion(&self) -> Occasion {
        let mut answers: HashMap<QuestionId, Given> =
            self.answers.iter().map(|(id, answer)| (id.clone(), given(answer))).collect();
        for kept in self.evidence.iter().filter(|kept| kept.retired.is_none()) {
            for question in &kept.item.questions {
                answers.entry(question.clone()).or_default().evidence += 1;
            }
        }
        for kept in self.actions {
            for question in &kept.action.questions {
                let given = answers.entry(question.clone()).or_default();
                given.actions += 1;
                given.overdue += u32::from(kept.action.is_overdue(self.today));
            }
        }
        Occasion { facts: self.facts.clone(), answers, today: self.today, due: self.due }
    }
}

fn given(answer: &Answer) -> Given {
    Given {
        value: answer.value.clone().filter(|_| answer.is_answered()),
        note: answer.note.clone(),
        impact: answer.impact.clone(),
        area: answer.area.clone(),
        reason: answer.reason.clone(),
        flagged: answer.flag,
        ..Given::default()
    }
}

/// Everything that is still open, question by question in the order printed, then what stands on no question.
pub fn gaps(ground: &Ground<'_>) -> Vec<Gap> {
    let occasion = ground.occasion();
    let asked = ground.template.asked(ground.facts);
    let place: HashMap<&QuestionId, usize> =
        asked.iter().enumerate().map(|(place, question)| (&question.id, place)).collect();
    let mut found: Vec<Gap> = asked
        .iter()
        .flat_map(|question| of_answer(ground.template, question, ground.answers, &occasion))
        .collect();
    found.extend(check::run(ground.template, &occasion).into_iter().map(said));
    found.sort_by_key(|gap| {
        let place = gap.question.as_ref().and_then(|id| place.get(id)).copied();
        (place.unwrap_or(usize::MAX), gap.kind)
    });
    found
}

fn said(remark: Remark) -> Gap {
    Gap {
        kind: GapKind::Check,
        check: Some(remark.check),
        question: remark.question,
        weight: remark.weight,
        message: remark.message,
        hint: remark.hint,
    }
}

/// What is open at one answer, without the template's checks.
fn of_answer(
    template: &Template,
    question: &Question,
    answers: &BTreeMap<QuestionId, Answer>,
    occasion: &Occasion,
) -> Vec<Gap> {
    let gap = |kind, message: String, hint: &str| Gap {
        kind,
        check: None,
        question: Some(question.id.clone()),
        weight: Weight::Gap,
        message,
        hint: hint.to_owned(),
    };
    let answer = answers.get(&question.id);
    match answer.map(|answer| (answer, answer.value.is_some(), answer.carried_from.as_deref())) {
        None | Some((_, false, None)) => {
            vec![gap(GapKind::Unanswered, format!("{} has no answer yet.", question.number), "Answer it.")]
        }
        Some((_, _, Some(round))) => vec![gap(
            GapKind::Unconfirmed,
            format!("The answer to {} was carried from {round} and is not yet confirmed.", question.number),
            "Read it as it is today, then confirm or change it.",
        )],
        Some((answer, true, None)) => {
            let asks = asks(template, question, answer, occasion.answers.get(&question.id));
            asks.into_iter().map(|sentence| gap(GapKind::Asks, sentence, "")).collect()
        }
    }
}

/// What the level that was picked still asks for, a sentence each; evidence and actions behind the answer count.
pub fn asks(template: &Template, question: &Question, answer: &Answer, given: Option<&Given>) -> Vec<String> {
    let level = answer.value.as_deref().filter(|_| answer.is_answered());
    let Some(level) = level.and_then(|code| template.level(question, code)) else { return Vec::new() };
    let (evidence, actions) = given.map_or((0, 0), |given| (given.evidence, given.actions));
    let wanting = |asks: &Asks| match asks {
        Asks::Evidence => evidence == 0 && answer.note.trim().is_empty(),
        Asks::Action => actions == 0 && answer.area.trim().is_empty(),
        Asks::Reason => answer.reason.trim().is_empty(),
    };
    wanted(question, level).into_iter().filter(wanting).map(|asks| sentence(asks, &level.label)).collect()
}

/// What a level asks for. A duty is seldom not applicable: whatever the scale says, a "must" wants its reason.
fn wanted(question: &Question, level: &Level) -> Vec<Asks> {
    let duty = question.duty == Duty::Must && level.meaning == Meaning::NotApplicable;
    let unsaid = (duty && !level.asks_for(Asks::Reason)).then_some(Asks::Reason);
    level.asks.iter().copied().chain(unsaid).collect()
}

fn sentence(asks: Asks, label: &str) -> String {
    let what = match asks {
        Asks::Evidence => "say what shows it and where it is kept",
        Asks::Action => "say what is to be developed",
        Asks::Reason => "say why it does not apply here",
    };
    format!("You rated this \u{201c}{label}\u{201d}: {what}.")
}
