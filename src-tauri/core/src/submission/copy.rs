//! Copying chosen answers from one audit to another of the same file: a trust's schools share much.
//!
//! What is copied arrives unconfirmed, with the name of the other school. Refuses to know: screens.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::answer::{self, refresh};
use super::{Answer, Submission, SubmissionId, answers, load, next};
use crate::error::{Error, Result};
use crate::setting;
use crate::store::{AuditFile, Operation, Reader};
use crate::template::{self, QuestionId, Template, Way};

/// Answers were copied from another audit.
pub const COPY: Operation = Operation::ordinary("audit.copy");

/// What of an answer is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Its texts alone: every school rates itself.
    Texts,
    /// Its value too.
    All,
}

/// What was copied, and what was not, because it is not asked, blank, or answered there already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// How many answers.
    pub copied: u32,
    /// The questions left as they were.
    pub skipped: Vec<QuestionId>,
}

/// Copies the answers to some questions; what has been answered there stays.
pub fn copy(
    file: &mut AuditFile,
    from: SubmissionId,
    to: SubmissionId,
    questions: &[QuestionId],
    what: What,
) -> Result<Copied> {
    if from == to {
        return Err(Error::input("These answers stand in this audit already.")
            .hint("Choose another audit to copy to."));
    }
    let (source, target) = (Source::load(file.reader(), from, to)?, Target::load(file.reader(), to)?);
    let (mut meant, mut skipped) = (BTreeMap::new(), Vec::new());
    for question in questions {
        match source.answer(question, what).filter(|_| target.takes(question)) {
            Some(answer) => drop(meant.insert(question, answer)),
            None => skipped.push(question.clone()),
        }
    }
    file.transact(COPY, &source.name, |tx| {
        for copied in meant.values() {
            tx.put(answer::whole(to, copied)?)?;
        }
        refresh(tx, &target.submission, &target.template)
    })?;
    Ok(Copied { copied: u32::try_from(meant.len()).unwrap_or(u32::MAX), skipped })
}

/// Where answers are copied to.
struct Target {
    submission: Submission,
    template: Arc<Template>,
    answers: BTreeMap<QuestionId, Answer>,
}

impl Target {
    fn load(reader: Reader<'_>, to: SubmissionId) -> Result<Self> {
        let submission = load(reader, to)?;
        submission.changeable()?;
        let template = template::load(reader, &submission.template)?;
        Ok(Self { template, answers: answers(reader, to)?, submission })
    }

    /// Whether an answer may be laid there: the question is asked, and nobody has said anything of it yet.
    fn takes(&self, question: &QuestionId) -> bool {
        let asked = self.template.asked(&self.submission.facts);
        let there = self.answers.get(question);
        asked.iter().any(|asked| asked.id == *question)
            && there.is_none_or(|answer| answer.carried_from.is_some() || !answer.says_something())
    }
}

/// Where answers are copied from.
struct Source {
    name: String,
    answers: BTreeMap<QuestionId, Answer>,
    way: Way,
}

impl Source {
    fn load(reader: Reader<'_>, from: SubmissionId, to: SubmissionId) -> Result<Self> {
        let (from, to) = (load(reader, from)?, load(reader, to)?);
        let (before, now) = (template::load(reader, &from.template)?, template::load(reader, &to.template)?);
        let versions = if from.template == to.template { vec![now] } else { vec![before, now] };
        Ok(Self {
            name: setting::load(reader, from.setting)?.details.name,
            answers: next::asked(reader, &from)?,
            way: Way::over(versions),
        })
    }

    /// The answer as it arrives: unconfirmed, with only what the other template has room for.
    fn answer(&self, question: &QuestionId, what: What) -> Option<Answer> {
        let source = self.answers.get(question).filter(|answer| answer.carried_from.is_none())?;
        let origin = self.way.origin(question)?;
        let value = source.value.as_deref().and_then(|value| self.way.value(&origin, value));
        let declared = |name: &str| {
            let fields = self.way.now().map(|template: &Template| template.fields.as_slice());
            fields.unwrap_or_default().iter().any(|field| field.name == name)
        };
        let mut copied =
            Answer { carried_from: Some(self.name.clone()), carried_how: None, ..source.clone() };
        copied.value = match what {
            What::Texts => None,
            What::All => value,
        };
        copied.extra.retain(|name, _| declared(name));
        (copied.flag, copied.source) = (false, String::new());
        copied.says_something().then_some(copied)
    }
}
