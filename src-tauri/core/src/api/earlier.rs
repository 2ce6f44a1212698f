//! What the same setting said in the round before, told of the questions that are asked now.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::views::LastRound;
use crate::error::Result;
use crate::round::{self, Round};
use crate::store::Reader;
use crate::submission::{self, Answer, Submission, carry, next};
use crate::template::{self, Level, Origin, Question, QuestionId, Template, Way};

/// The audit that another one goes on from.
pub(super) struct Earlier {
    pub submission: Submission,
    pub round: Round,
    pub template: Arc<Template>,
    pub answers: BTreeMap<QuestionId, Answer>,
    pub way: Way,
}

impl Earlier {
    /// What a submission goes on from; none where it is the first.
    pub fn of(reader: Reader<'_>, now: &Submission) -> Result<Option<Self>> {
        let Some(id) = now.earlier else { return Ok(None) };
        let submission = submission::load(reader, id)?;
        let template = template::load(reader, &now.template)?;
        let Some(way) = template::way(reader, &submission.template, &template)? else { return Ok(None) };
        Ok(Some(Self {
            round: round::load(reader, submission.round)?,
            template: template::load(reader, &submission.template)?,
            answers: next::asked(reader, &submission)?,
            submission,
            way,
        }))
    }

    /// What was said of a question in the round before; always, whether this round’s answer is confirmed or not.
    pub fn said(&self, question: &Question) -> Option<LastRound> {
        let origin = self.way.origin(&question.id)?;
        let sources: Vec<&Answer> = self.sources(&origin).filter(|answer| confirmed(answer)).collect();
        let first = sources.first()?;
        let level = self.level(first).filter(|_| self.agree(&sources));
        Some(LastRound {
            round: self.round.label.clone(),
            label: level.map(|level| level.label.clone()).or_else(|| self.value(&sources)),
            meaning: level.map(|level| level.meaning),
            note: carry::joined(sources.iter().map(|source| source.note.as_str())),
            area: carry::joined(sources.iter().map(|source| source.area.as_str())),
            how: Some(origin.came),
        })
    }

    fn sources(&self, origin: &Origin) -> impl Iterator<Item = &Answer> {
        origin.from.iter().filter_map(|id| self.answers.get(id))
    }

    /// Whether all of them were rated alike: only then is there one rating to show.
    fn agree(&self, sources: &[&Answer]) -> bool {
        let label = |answer: &Answer| self.level(answer).map(|level| level.label.clone());
        sources.windows(2).all(|pair| match pair {
            [one, other] => label(one) == label(other),
            _ => true,
        })
    }

    fn level(&self, answer: &Answer) -> Option<&Level> {
        self.template.level(self.template.question(&answer.question)?, answer.value.as_deref()?)
    }

    /// The value of a question that was not rated, as it is read.
    fn value(&self, sources: &[&Answer]) -> Option<String> {
        let [only] = sources else { return None };
        let rated = self.template.question(&only.question)?.scale.is_some();
        only.value.as_ref().filter(|_| !rated).map(|value| value.replace('\n', ", "))
    }
}

/// What nobody confirmed was not said in that round.
fn confirmed(answer: &Answer) -> bool {
    answer.carried_from.is_none() && answer.says_something()
}
