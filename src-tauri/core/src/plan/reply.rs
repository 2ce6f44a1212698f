//! Replies of agencies taken in as what is new of their actions.
//!
//! A form taken in twice changes nothing, and in whatever order forms are taken in the plan is the same. Refuses to know:
//! what a form looks like.

#[cfg(test)]
mod tests;

use super::action::{self, Stage};
use super::form::{Filled, Reply};
use super::limited;
use super::progress::{self, Update, UpdateId, Way};
use crate::error::Result;
use crate::id::derived;
use crate::store::{Operation, Row, Tx};

/// What agencies replied was taken in.
pub const TAKE: Operation = Operation::ordinary("plan.replies");

/// What came of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// How many updates were new here.
    pub new: u32,
    /// How many were there already.
    pub known: u32,
    /// What could not be taken, a sentence each.
    pub unread: Vec<String>,
}

/// Takes a filled-in form in.
pub fn take(tx: &mut Tx<'_>, form: &Filled) -> Result<Taken> {
    let actions = action::all(tx.reader())?;
    let mut taken = Taken { unread: form.unread.clone(), ..Taken::default() };
    for reply in &form.replies {
        let Some(known) = actions.iter().find(|one| one.id == reply.action) else {
            taken.unread.push(format!("{} is no longer in the plan.", reply.reference));
            continue;
        };
        let said = update(form, reply)?;
        if known.updates.iter().any(|one| one.id == said.id) {
            taken.known += 1;
            continue;
        }
        progress::put(tx, reply.action, &said)?;
        taken.new += 1;
        settle(tx, known.stage, reply)?;
    }
    Ok(taken)
}

/// What the group closed or dropped stays so, whatever comes back later; else it is as far as the last said of it.
fn settle(tx: &mut Tx<'_>, was: Stage, reply: &Reply) -> Result<()> {
    let open = match was {
        Stage::NotBegun | Stage::UnderWay | Stage::Done => true,
        Stage::Closed | Stage::Dropped => false,
    };
    let now = action::load(tx.reader(), reply.action)?;
    match progress::stage_of(&now.updates) {
        Some(stage) if open => tx.put(Row::new("plan_action", reply.action).text("stage", stage.word())),
        Some(_) | None => Ok(()),
    }
}

fn update(form: &Filled, reply: &Reply) -> Result<Update> {
    let difference = match reply.impact.as_str() {
        "" => String::new(),
        impact => format!("Difference made: {impact}"),
    };
    let text = [reply.text.as_str(), &difference].join("\n").trim().to_owned();
    let text = limited("reply", &text)?;
    let who: Vec<&str> =
        [form.by.as_str(), &form.agency].into_iter().filter(|part| !part.is_empty()).collect();
    let who = who.join(", ");
    let stage = reply.stage.map_or("", Stage::word);
    let made = format!("{}\n{who}\n{stage}\n{text}", form.on);
    let id = derived(&reply.action.to_string(), &made);
    Ok(Update { id: UpdateId(id), on: form.on, who, way: Way::Form, stage: reply.stage, text })
}
