//! Questions that a partnership adds to the core of a round: each makes a version of the audit tool of its own.

use serde::{Deserialize, Serialize};

use super::super::call::Nothing;
use super::super::round as rounds;
use super::super::session::Session;
use super::super::standing::refuse_closed;
use super::super::views::view;
use super::{RoundSettings, is_fixed, show};
use crate::error::{Error, Result};
use crate::partnership;
use crate::problem::Problem;
use crate::round::settings;
use crate::template::{Duty, Question, QuestionKind, Template, local, toml};
use crate::text;

view! {
    /// A question that the partnership added.
    LocalQuestion { id: String, number: String, text: String, standard: String, kind: QuestionKind, }
}

/// A question to be added.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct LocalTyped {
    /// Id of the standard that it is put under.
    pub standard: String,
    pub text: String,
    pub kind: QuestionKind,
}

/// A question to be taken out again.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct LocalChosen {
    pub id: String,
}

/// The questions of a template that a partnership added.
pub(super) fn questions(template: &Template) -> Vec<LocalQuestion> {
    let of = |standard: &crate::template::Standard| {
        let added = standard.questions.iter().filter(|question| local::is_local(question));
        let title = format!("{} {}", standard.number, standard.title);
        let line = |question: &Question| LocalQuestion {
            id: question.id.to_string(),
            number: question.number.clone(),
            text: question.text.clone(),
            standard: title.clone(),
            kind: question.kind,
        };
        added.map(line).collect::<Vec<_>>()
    };
    template.standards.iter().flat_map(of).collect()
}

/// `round.add_question`.
pub fn add_question(session: &Session, typed: LocalTyped) -> Result<RoundSettings> {
    let text = text::normal(&typed.text).trim().to_owned();
    if text.is_empty() || text.chars().count() > 600 {
        return Err(Error::input("The question is blank, or over 600 characters long.")
            .hint("Ask one thing, in a sentence."));
    }
    changed(session, |template, short| {
        let id = local::ids(template, short).next().unwrap_or_default();
        if template.questions().any(|question| text::folded(&question.text) == text::folded(&text)) {
            return Err(Error::state("That question is asked already.").hint("Word yours otherwise."));
        }
        let number = format!("Local {}", id.rsplit('.').next().unwrap_or_default());
        let mut edited = template.clone();
        let pattern = template.questions().find(|question| question.kind == typed.kind);
        let rated = template.questions().find(|question| question.scale.is_some());
        let standard = edited.standards.iter_mut().find(|standard| standard.id.as_str() == typed.standard);
        let standard = standard.ok_or_else(|| {
            Error::missing("There is no such standard in this audit tool.")
                .hint("Choose one of those offered.")
        })?;
        let scale = match typed.kind {
            QuestionKind::Rating | QuestionKind::YesNo => {
                pattern.or(rated).and_then(|question| question.scale.clone())
            }
            QuestionKind::Number | QuestionKind::Date | QuestionKind::Text => None,
            QuestionKind::OneChoice | QuestionKind::ManyChoices => {
                return Err(Error::input("A question with choices cannot be added here.").hint(
                    "Add it to the audit tool\u{2019}s workbook under Audit tools, and choose that version.",
                ));
            }
        };
        standard.questions.push(Question {
            id: id.as_str().into(),
            number,
            text: text.clone(),
            kind: typed.kind,
            scale,
            earlier_number: String::new(),
            choices: Vec::new(),
            duty: Duty::GoodPractice,
            references: Vec::new(),
            guidance: String::new(),
            evidence: Vec::new(),
            looks_like: Vec::new(),
            applies: String::new(),
            priority: false,
        });
        Ok(edited)
    })
}

/// `round.remove_question`.
pub fn remove_question(session: &Session, chosen: LocalChosen) -> Result<RoundSettings> {
    changed(session, |template, _| {
        let mut edited = template.clone();
        let before = edited.questions().count();
        for standard in &mut edited.standards {
            standard
                .questions
                .retain(|question| !local::is_local(question) || question.id.as_str() != chosen.id);
        }
        if edited.questions().count() == before {
            return Err(Error::missing("That question was not added by the partnership.")
                .hint("Choose one that was."));
        }
        Ok(edited)
    })
}

/// Makes the edited template the round's: a version of its own, as long as nothing went out.
fn changed(
    session: &Session,
    edit: impl FnOnce(&Template, &str) -> Result<Template>,
) -> Result<RoundSettings> {
    session.file(|file| {
        let (round, template) = rounds::current(session, file)?;
        refuse_closed(&round)?;
        if is_fixed(file.reader(), round.id)? {
            return Err(Error::state(
                "A workbook of this round went out, or a return came in, so its questions stand.",
            )
            .hint("Add the question to the next round."));
        }
        let short = partnership::load(file.reader())?.short_name;
        if short.is_empty() {
            return Err(Error::state(
                "The partnership has no short name yet, which marks the questions that it adds.",
            )
            .hint("Type one on the partnership\u{2019}s page."));
        }
        let edited = edit(&template, &short)?;
        let made = local::version(&template, edited, &short).map_err(first)?;
        toml::read(&toml::write(&made)).map_err(first)?;
        file.transact(settings::LOCAL, &round.label, |tx| settings::set_template(tx, round.id, &made))
    })?;
    show(session, Nothing {})
}

/// The first of what keeps a template from being one.
fn first(problems: Vec<Problem>) -> Error {
    let first = problems.into_iter().next().map(|problem| (problem.message, problem.hint));
    let (message, hint) = first.unwrap_or_default();
    Error::input(message).hint(hint)
}
