//! The fields of answers, actions and evidence as texts, both ways: dates as dates, states as their names in the file.
//!
//! Refuses to know: who changed what.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::submission::Answer;
use crate::submission::action::{Action, ActionState};
use crate::submission::answer::Field;
use crate::submission::evidence::Item;
use crate::template::QuestionId;

/// A field of an action; where it came from and when it was written down stay as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum ActionField {
    Title,
    Owner,
    Due,
    State,
    DoneOn,
    Outcome,
    Questions,
}

/// A field of an item of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum ItemField {
    Title,
    Place,
    Owner,
    Dated,
    Review,
    Questions,
}

/// A thing with a title whose fields can be read and put as texts.
pub trait Text: Sized + Clone + PartialEq {
    /// Its fields.
    type Field: Copy + 'static;
    /// Every field.
    const FIELDS: &'static [Self::Field];
    /// What it is called.
    fn title(&self) -> &str;
    /// What a field says; empty is blank.
    fn said(&self, field: Self::Field) -> String;
    /// Puts what a field says; what does not fit the field changes nothing.
    fn put(&mut self, field: Self::Field, text: &str);
    /// The same thing with another title.
    #[must_use]
    fn titled(self, title: &str) -> Self;
    /// All of it in one text, for comparing.
    fn whole(&self) -> String {
        Self::FIELDS.iter().map(|field| self.said(*field)).collect::<Vec<_>>().join("\n")
    }
}

impl Text for Action {
    type Field = ActionField;
    const FIELDS: &'static [ActionField] = &[
        ActionField::Title,
        ActionField::Owner,
        ActionField::Due,
        ActionField::State,
        ActionField::DoneOn,
        ActionField::Outcome,
        ActionField::Questions,
    ];

    fn title(&self) -> &str {
        &self.title
    }

    fn said(&self, field: ActionField) -> String {
        match field {
            ActionField::Title => self.title.clone(),
            ActionField::Owner => self.owner.clone(),
            ActionField::Due => day(self.due),
            ActionField::State => self.state.code().to_owned(),
            ActionField::DoneOn => day(self.done_on),
            ActionField::Outcome => self.outcome.clone(),
            ActionField::Questions => list(&self.questions),
        }
    }

    fn put(&mut self, field: ActionField, text: &str) {
        match field {
            ActionField::Title => text.clone_into(&mut self.title),
            ActionField::Owner => text.clone_into(&mut self.owner),
            ActionField::Due => self.due = text.parse().ok(),
            ActionField::State => {
                let named = ActionState::ALL.into_iter().find(|state| state.code() == text);
                self.state = named.unwrap_or(self.state);
            }
            ActionField::DoneOn => self.done_on = text.parse().ok(),
            ActionField::Outcome => text.clone_into(&mut self.outcome),
            ActionField::Questions => self.questions = listed(text),
        }
    }

    fn titled(self, title: &str) -> Self {
        Self { title: title.to_owned(), ..self }
    }
}

impl Text for Item {
    type Field = ItemField;
    const FIELDS: &'static [ItemField] = &[
        ItemField::Title,
        ItemField::Place,
        ItemField::Owner,
        ItemField::Dated,
        ItemField::Review,
        ItemField::Questions,
    ];

    fn title(&self) -> &str {
        &self.title
    }

    fn said(&self, field: ItemField) -> String {
        match field {
            ItemField::Title => self.title.clone(),
            ItemField::Place => self.place.clone(),
            ItemField::Owner => self.owner.clone(),
            ItemField::Dated => day(self.dated),
            ItemField::Review => day(self.review),
            ItemField::Questions => list(&self.questions),
        }
    }

    fn put(&mut self, field: ItemField, text: &str) {
        match field {
            ItemField::Title => text.clone_into(&mut self.title),
            ItemField::Place => text.clone_into(&mut self.place),
            ItemField::Owner => text.clone_into(&mut self.owner),
            ItemField::Dated => self.dated = text.parse().ok(),
            ItemField::Review => self.review = text.parse().ok(),
            ItemField::Questions => self.questions = listed(text),
        }
    }

    fn titled(self, title: &str) -> Self {
        Self { title: title.to_owned(), ..self }
    }
}

fn day(date: Option<NaiveDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

/// Links without their order, which nobody meant.
fn list(questions: &[QuestionId]) -> String {
    let once: BTreeSet<&str> = questions.iter().map(QuestionId::as_str).collect();
    once.into_iter().collect::<Vec<_>>().join(", ")
}

fn listed(text: &str) -> Vec<QuestionId> {
    text.split(", ").filter(|id| !id.is_empty()).map(|id| QuestionId(id.to_owned())).collect()
}

/// Every field that any of some answers has.
pub(super) fn of_answers(answers: &[Option<&Answer>]) -> Vec<Field> {
    let extra: BTreeSet<&String> = answers.iter().flatten().flat_map(|answer| answer.extra.keys()).collect();
    let fixed = [Field::Value, Field::Note, Field::Impact, Field::Area, Field::Reason];
    fixed.into_iter().chain(extra.into_iter().map(|name| Field::Extra(name.clone()))).collect()
}

/// What a field of an answer says; empty is blank.
pub(super) fn said(answer: &Answer, field: &Field) -> String {
    match field {
        Field::Value => answer.value.clone().unwrap_or_default(),
        Field::Note => answer.note.clone(),
        Field::Impact => answer.impact.clone(),
        Field::Area => answer.area.clone(),
        Field::Reason => answer.reason.clone(),
        Field::Extra(name) => answer.extra.get(name).cloned().unwrap_or_default(),
    }
}

/// Puts what a field of an answer says; a value that is given is nobody's to confirm any more.
pub(super) fn put(answer: &mut Answer, field: &Field, text: String) {
    match field {
        Field::Value => {
            answer.value = (!text.is_empty()).then_some(text);
            (answer.carried_from, answer.carried_how) = (None, None);
        }
        Field::Note => answer.note = text,
        Field::Impact => answer.impact = text,
        Field::Area => answer.area = text,
        Field::Reason => answer.reason = text,
        Field::Extra(name) if text.is_empty() => drop(answer.extra.remove(name)),
        Field::Extra(name) => drop(answer.extra.insert(name.clone(), text)),
    }
}
