//! Merging what two people wrote into the same audit: field by field, against what both began from.
//!
//! Pure. What only the other side changed is offered to be taken; what both changed, each in another way, is a
//! clash, and a person is asked. Without what both began from, every difference is asked. Nothing is ever taken away
//! because it is gone from the other side. Refuses to know: files, workbooks and screens.

mod apply;
mod fields;
mod pair;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use apply::{Choice, applied, over};
pub use fields::{ActionField, ItemField, Text};
use pair::{Side, Thing, things};

use super::Answer;
use super::action::Action;
use super::answer::Field;
use super::content::Content;
use super::evidence::Item;
use crate::template::QuestionId;

/// A place in an audit where two sides can differ. Actions and evidence are numbered as they stand on the other side.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// Something known of the setting.
    Fact(String),
    /// A field of an answer.
    Answer(QuestionId, Field),
    /// A field of an action that both sides have.
    Action(usize, ActionField),
    /// An action that only the other side has.
    NewAction(usize),
    /// A field of an item of evidence that both sides have.
    Item(usize, ItemField),
    /// An item of evidence that only the other side has.
    NewItem(usize),
}

/// A place where the two sides differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Where.
    pub spot: Spot,
    /// What both began from; none where that is not known.
    pub base: Option<String>,
    /// What stands here.
    pub mine: String,
    /// What the other side says.
    pub theirs: String,
}

/// What came of comparing two sides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merge {
    /// Changed on the other side alone.
    pub takes: Vec<Difference>,
    /// Changed on both sides, or not known by whom.
    pub clashes: Vec<Difference>,
    /// Titles of actions and evidence that are gone from the other side; they stay here.
    pub gone: Vec<String>,
}

impl Merge {
    /// Every difference, in the order of the audit.
    pub fn differences(&self) -> Vec<&Difference> {
        let mut all: Vec<&Difference> = self.takes.iter().chain(&self.clashes).collect();
        all.sort_by(|a, b| a.spot.cmp(&b.spot));
        all
    }

    /// Whether the two sides say the same.
    pub fn is_empty(&self) -> bool {
        self.takes.is_empty() && self.clashes.is_empty()
    }

    /// Weighs one place; both sides are in their one form.
    fn weigh(&mut self, spot: Spot, base: Option<String>, mine: String, theirs: String) {
        if mine == theirs || base.as_ref() == Some(&theirs) {
            return;
        }
        let untouched = base.as_ref() == Some(&mine);
        let difference = Difference { spot, base, mine, theirs };
        if untouched { self.takes.push(difference) } else { self.clashes.push(difference) }
    }
}

/// Compares what stands here with what the other side says. Only what the other side has at all is compared: a
/// question that it was never given is no difference.
pub fn merge(base: Option<&Content>, mine: &Content, theirs: &Content) -> Merge {
    let mut merge = Merge::default();
    let mine = mine.clone().shown();
    facts(&mut merge, base, &mine, theirs);
    answers(&mut merge, base, &mine, theirs);
    for thing in things(base.map(Content::plan), mine.plan(), &theirs.actions) {
        weigh_thing(&mut merge, thing, Spot::Action, Spot::NewAction);
    }
    for thing in things(base.map(Content::items), mine.items(), &theirs.evidence) {
        weigh_thing(&mut merge, thing, Spot::Item, Spot::NewItem);
    }
    merge
}

impl Content {
    fn plan(&self) -> Side<'_, Action> {
        Side { list: &self.actions, ids: &self.action_ids }
    }

    fn items(&self) -> Side<'_, Item> {
        Side { list: &self.evidence, ids: &self.evidence_ids }
    }
}

fn facts(merge: &mut Merge, base: Option<&Content>, mine: &Content, theirs: &Content) {
    let said = |content: &Content, name: &str| content.facts.get(name).cloned().unwrap_or_default();
    for (name, value) in &theirs.facts {
        let before = base.map(|base| said(base, name));
        merge.weigh(Spot::Fact(name.clone()), before, said(mine, name), value.clone());
    }
}

fn answers(merge: &mut Merge, base: Option<&Content>, mine: &Content, theirs: &Content) {
    let by_id = |content: &Content| -> BTreeMap<QuestionId, Answer> {
        content.answers.iter().map(|answer| (answer.question.clone(), answer.clone())).collect()
    };
    let (mine, before) = (by_id(mine), base.map(by_id));
    for answer in &theirs.answers {
        let question = &answer.question;
        // A question that is not asked here is none of the two sides' to settle.
        let Some(here) = mine.get(question) else { continue };
        let began = before.as_ref().map(|before| before.get(question).cloned());
        let began = began.map(|began| began.unwrap_or_else(|| Answer::blank(question.clone())));
        for field in fields::of_answers(&[Some(here), Some(answer), began.as_ref()]) {
            let began = began.as_ref().map(|began| fields::said(began, &field));
            let (mine, theirs) = (fields::said(here, &field), fields::said(answer, &field));
            merge.weigh(Spot::Answer(question.clone(), field), began, mine, theirs);
        }
    }
}

fn weigh_thing<T: Text>(
    merge: &mut Merge,
    thing: Thing<'_, T>,
    field: fn(usize, T::Field) -> Spot,
    whole: fn(usize) -> Spot,
) {
    match thing {
        Thing::Both { place, base, mine, theirs } => {
            for one in T::FIELDS {
                let began = base.map(|base| base.map(|it| it.said(*one)).unwrap_or_default());
                merge.weigh(field(place, *one), began, mine.said(*one), theirs.said(*one));
            }
        }
        Thing::Theirs { place, base, theirs } => {
            let began = base.map(|base| base.map(Text::whole).unwrap_or_default());
            merge.weigh(whole(place), began, String::new(), theirs.whole());
        }
        Thing::Gone { mine } => merge.gone.push(mine.title().to_owned()),
    }
}
