//! What stands here after a merge: chosen differences taken, the rest as it was.
//!
//! Pure. Refuses to know: files.

use super::fields::{self, Text};
use super::pair::places;
use super::{Difference, Merge, Spot};
use crate::submission::answer::Field;
use crate::submission::content::Content;

/// What is done with a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// What stands here stays.
    Mine,
    /// What the other side says is taken.
    Theirs,
    /// Both texts stand, one below the other; where no text is written, what the other side says is taken.
    Both,
}

/// What stands here once the choices are taken; what is new comes last.
pub fn applied(
    base: Option<&Content>,
    mine: &Content,
    theirs: &Content,
    choose: &dyn Fn(&Difference) -> Choice,
) -> Content {
    let merge: Merge = super::merge(base, mine, theirs);
    let actions = places(base.map(Content::plan), mine.plan(), &theirs.actions);
    let evidence = places(base.map(Content::items), mine.items(), &theirs.evidence);
    let mut made = mine.clone();
    for difference in merge.differences() {
        let Some(text) = chosen(difference, choose(difference)) else { continue };
        match &difference.spot {
            Spot::Fact(name) => drop(made.facts.insert(name.clone(), text)),
            Spot::Answer(question, field) => {
                let answer = made.answers.iter_mut().find(|answer| answer.question == *question);
                answer.into_iter().for_each(|answer| fields::put(answer, field, text.clone()));
            }
            Spot::Action(place, field) => {
                let at = actions[*place].1.and_then(|at| made.actions.get_mut(at));
                at.into_iter().for_each(|action| action.put(*field, &text));
            }
            Spot::NewAction(place) => {
                made.actions.extend(theirs.actions.get(*place).cloned());
                made.action_ids.resize(made.actions.len(), String::new());
            }
            Spot::Item(place, field) => {
                let at = evidence[*place].1.and_then(|at| made.evidence.get_mut(at));
                at.into_iter().for_each(|item| item.put(*field, &text));
            }
            Spot::NewItem(place) => {
                made.evidence.extend(theirs.evidence.get(*place).cloned());
                made.evidence_ids.resize(made.evidence.len(), String::new());
            }
        }
    }
    made
}

/// The text that is put in the place of a difference; none where what stands here stays.
fn chosen(difference: &Difference, choice: Choice) -> Option<String> {
    match choice {
        Choice::Mine => None,
        Choice::Theirs => Some(difference.theirs.clone()),
        Choice::Both if difference.is_text() => Some(difference.both()),
        Choice::Both => Some(difference.theirs.clone()),
    }
}

impl Difference {
    /// Whether both sides can stand, one below the other.
    pub fn is_text(&self) -> bool {
        let written = matches!(
            &self.spot,
            Spot::Answer(_, Field::Note | Field::Impact | Field::Area | Field::Reason | Field::Extra(_))
        );
        written && !self.mine.is_empty() && !self.theirs.is_empty()
    }

    fn both(&self) -> String {
        format!("{}\n\n{}", self.mine, self.theirs)
    }
}

/// Lays a part that was asked for again over what was given before: an answer that says anything stands in the place
/// of the one before, one left blank leaves it as it was, and nothing is taken away.
pub fn over(before: &Content, again: &Content) -> Content {
    let blank = |difference: &Difference| match &difference.spot {
        Spot::Answer(question, _) => !again.answer(question).is_some_and(|answer| answer.says_something()),
        Spot::Fact(_) => difference.theirs.is_empty(),
        Spot::Action(..) | Spot::NewAction(_) | Spot::Item(..) | Spot::NewItem(_) => false,
    };
    let choose = |difference: &Difference| if blank(difference) { Choice::Mine } else { Choice::Theirs };
    applied(None, before, again, &choose)
}
