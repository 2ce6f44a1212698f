//! What a submission says, as a workbook of it holds it: facts, answers, evidence, actions.
//!
//! Refuses to know: whose it is, ids, and how a workbook is laid out.

use serde::{Deserialize, Serialize};

use super::action::Action;
use super::evidence::Item;
use super::{Answer, Submission, action, answer, answers, evidence};
use crate::error::Result;
use crate::store::Reader;
use crate::template::{Facts, Question, QuestionId, Template};

/// What a submission says at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// What is known of the setting.
    pub facts: Facts,
    /// Answers, in the template’s order; questions not asked are left out.
    pub answers: Vec<Answer>,
    /// The action plan.
    pub actions: Vec<Action>,
    /// What shows it.
    pub evidence: Vec<Item>,
    /// Ids of the actions, in their order; empty where they are not known, as in a workbook.
    #[serde(default)]
    pub action_ids: Vec<String>,
    /// Ids of the evidence, in its order; empty where they are not known.
    #[serde(default)]
    pub evidence_ids: Vec<String>,
}

impl Content {
    /// What a submission of the file says now, as it would leave the file.
    pub fn of(reader: Reader<'_>, submission: &Submission, template: &Template) -> Result<Self> {
        Self::with(reader, submission, template, &Facts::new())
    }

    /// The same with the questions that further facts would switch on.
    pub fn with(
        reader: Reader<'_>,
        submission: &Submission,
        template: &Template,
        further: &Facts,
    ) -> Result<Self> {
        let mut there = answers(reader, submission.id)?;
        let asked = asked(submission, template, further);
        let answers = asked.iter().map(|one| answer::or_blank(there.remove(&one.id), &one.id).tidied());
        let (actions, evidence) =
            (action::leaving(reader, submission)?, evidence::leaving(reader, submission)?);
        Ok(Self {
            facts: submission.facts.clone(),
            answers: answers.collect(),
            action_ids: actions.iter().map(|kept| kept.id.to_string()).collect(),
            evidence_ids: evidence.iter().map(|kept| kept.id.to_string()).collect(),
            actions: actions.into_iter().map(|kept| kept.action).collect(),
            evidence: evidence.into_iter().map(|kept| kept.item).collect(),
        })
    }

    /// As a workbook shows it: what was carried and not confirmed leaves as blank.
    #[must_use]
    pub fn shown(mut self) -> Self {
        for answer in self.answers.iter_mut().filter(|answer| answer.carried_from.is_some()) {
            *answer = Answer::blank(answer.question.clone());
        }
        self
    }

    /// Only some of its questions, with the evidence and the actions that belong to them.
    #[must_use]
    pub fn only(mut self, questions: &[QuestionId]) -> Self {
        let belongs = |linked: &[QuestionId]| linked.iter().any(|one| questions.contains(one));
        self.answers.retain(|answer| questions.contains(&answer.question));
        retain(&mut self.actions, &mut self.action_ids, |action| belongs(&action.questions));
        retain(&mut self.evidence, &mut self.evidence_ids, |item| belongs(&item.questions));
        self
    }

    /// The answer to a question, if the question is asked.
    pub fn answer(&self, question: &QuestionId) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.question == *question)
    }
}

/// The questions that are asked, and those that further facts would switch on, in the template’s order.
fn asked<'t>(submission: &Submission, template: &'t Template, further: &Facts) -> Vec<&'t Question> {
    let mut told = submission.facts.clone();
    told.extend(further.iter().map(|(name, value)| (name.clone(), value.clone())));
    let (now, then) = (template.asked(&submission.facts), template.asked(&told));
    template.questions().filter(|one| now.iter().chain(&then).any(|asked| asked.id == one.id)).collect()
}

/// Keeps some things of a list, with the ids that are theirs.
fn retain<T>(list: &mut Vec<T>, ids: &mut Vec<String>, keep: impl Fn(&T) -> bool) {
    let kept: Vec<bool> = list.iter().map(keep).collect();
    let mut places = kept.iter().copied();
    list.retain(|_| places.next().unwrap_or(false));
    let mut places = kept.iter().copied();
    ids.retain(|_| places.next().unwrap_or(false));
}
