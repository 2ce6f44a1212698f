//! Another round in a partnership's file: of the same audit the year after, or of another audit beside it.
//!
//! Dates are not taken over: each round asks for its own. Refuses to know: what came back in the last one.

use super::register::{self, Standing};
use super::{NewRound, Round, RoundId, RoundState, create};
use crate::error::{Error, Result};
use crate::store::{Operation, Row, Tx};
use crate::template::Template;

/// A further round was begun.
pub const ADD: Operation = Operation::ordinary("round.add");

/// Begins a round that is being prepared; `before` is the one it is made from, whose register it takes over.
pub fn add(tx: &mut Tx<'_>, template: &Template, new: &NewRound, before: Option<&Round>) -> Result<RoundId> {
    let rounds = super::all(tx.reader())?;
    if rounds.iter().any(|round| round.label == new.label && round.template == template.key()) {
        return Err(Error::state(format!("There is a round {} of this audit tool already.", new.label))
            .hint("Give the new round a label of its own."));
    }
    let id = create(tx, template, new)?;
    let row = Row::new("round", id).text("state", RoundState::Preparing.name());
    let Some(before) = before else {
        tx.put(row)?;
        return Ok(id);
    };
    let row = row.text("earlier_id", before.id).text("return_to", &before.return_to);
    let row = row.set("threshold", i64::from(before.threshold)).text("instructions", &before.instructions);
    tx.put(row.text("signs", &before.signs).text("replacing", before.replacing.name()))?;
    carry_register(tx, before.id, id)?;
    Ok(id)
}

/// Who was on the last register is on the new one; the closed ones are left behind, the covered ones stay covered.
fn carry_register(tx: &mut Tx<'_>, before: RoundId, now: RoundId) -> Result<()> {
    let lines = register::lines(tx.reader(), before)?;
    for line in lines.iter().filter(|line| line.standing != Standing::Closed) {
        register::expect(tx, now, line.setting)?;
    }
    for line in &lines {
        let still = |by: &_| lines.iter().any(|one| one.setting == *by && one.standing == Standing::Expected);
        if let (Standing::Covered, Some(by)) = (line.standing, line.covered_by.filter(still)) {
            register::cover(tx, now, line.setting, by, &line.reason)?;
        }
    }
    Ok(())
}
