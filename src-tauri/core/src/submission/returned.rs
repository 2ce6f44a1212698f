//! Evidence and actions that came in with a return: placed as that return's own, under ids that follow from its file.
//!
//! Refuses to know: how they were read; nothing here joins a setting's own list.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::SubmissionId;
use super::action::Action;
use super::evidence::Item;
use super::field::kept_day;
use super::links::{BACKING, GROWTH, Links};
use super::receive::Received;
use crate::error::Result;
use crate::id::derived_beside;
use crate::store::{Row, Tx, params};

/// Places what came in with a return, in the place of what an earlier revision brought.
pub(super) fn place(tx: &mut Tx<'_>, received: &Received<'_>) -> Result<()> {
    let evidence = ids(received, "evidence", received.evidence.len());
    let actions = ids(received, "action", received.actions.len());
    clear(tx, "evidence", &BACKING, received.id, &evidence)?;
    clear(tx, "action", &GROWTH, received.id, &actions)?;
    for (id, item) in evidence.iter().zip(received.evidence) {
        put_item(tx, received, *id, item)?;
        BACKING.fill(tx, *id, received.id, &item.questions.iter().collect())?;
    }
    for (id, action) in actions.iter().zip(received.actions) {
        put_action(tx, received, *id, action)?;
        GROWTH.fill(tx, *id, received.id, &action.questions.iter().collect())?;
    }
    Ok(())
}

fn ids(received: &Received<'_>, noun: &str, count: usize) -> Vec<Uuid> {
    (0..count).map(|place| derived_beside(received.sha256, &format!("{noun} {place}"))).collect()
}

/// Takes away what an earlier file of the same return brought.
fn clear(tx: &mut Tx<'_>, table: &'static str, links: &Links, id: SubmissionId, kept: &[Uuid]) -> Result<()> {
    let kept: BTreeSet<String> = kept.iter().map(ToString::to_string).collect();
    let sql = format!("SELECT id FROM {table} WHERE returned_id = ?1");
    let there: Vec<String> = tx.reader().all(&sql, params![id], |row| row.get(0))?;
    for row in there.iter().filter(|row| !kept.contains(*row)) {
        if let Ok(thing) = Uuid::parse_str(row) {
            links.clear(tx, thing)?;
        }
        tx.remove(table, row)?;
    }
    Ok(())
}

fn put_item(tx: &mut Tx<'_>, received: &Received<'_>, id: Uuid, item: &Item) -> Result<()> {
    let row = Row::new("evidence", id)
        .text("setting_id", received.setting)
        .text("returned_id", received.id)
        .text("title", &item.title)
        .text("place", &item.place)
        .text("owner", &item.owner);
    tx.put(row.set("dated", kept_day(item.dated)).set("review", kept_day(item.review)))
}

fn put_action(tx: &mut Tx<'_>, received: &Received<'_>, id: Uuid, action: &Action) -> Result<()> {
    let row = Row::new("action", id)
        .text("setting_id", received.setting)
        .text("returned_id", received.id)
        .text("title", &action.title)
        .text("owner", &action.owner)
        .set("due", kept_day(action.due))
        .text("state", action.state.code())
        .set("done_on", kept_day(action.done_on));
    let row = row.text("outcome", &action.outcome).text("origin", action.origin.code());
    tx.put(row.text("created", action.created))
}
