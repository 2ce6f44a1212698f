//! Workshops as they are kept: planned, drawn, taken out.

use super::{Workshop, WorkshopId, WorkshopPlan, drawn};
use crate::error::{Error, Result};
use crate::panel::session::PanelSessionId;
use crate::round::RoundId;
use crate::store::{Operation, Reader, Row, Tx, params};
use crate::text::{digest, normal};

/// A workshop was planned or changed, and drawn.
pub const SAVE: Operation = Operation::ordinary("workshop.save");
/// A workshop was called off.
pub const REMOVE: Operation = Operation::ordinary("workshop.remove");
/// A session was planned for each organisation that is reviewed.
pub const SESSIONS: Operation = Operation::ordinary("workshop.sessions");

const COLUMNS: &str = "id, round_id, plan, seed, list, at, who, sessions";

/// Plans a workshop, or changes one; who reviews whom is drawn from the seed.
pub fn save(
    tx: &mut Tx<'_>,
    round: RoundId,
    id: Option<WorkshopId>,
    plan: &WorkshopPlan,
    seed: u64,
) -> Result<WorkshopId> {
    let plan = tidied(plan)?;
    let id = id.unwrap_or_else(|| WorkshopId::new(tx.world()));
    let json =
        serde_json::to_string(&plan).map_err(|_| Error::fault("The workshop could not be written down."))?;
    let (at, who) = (tx.world().now().to_rfc3339(), tx.world().who());
    let row = Row::new("workshop", id).text("round_id", round).text("plan", json);
    let row = row.text("seed", seed.to_string()).text("list", digest(drawn(&plan, seed).text().as_bytes()));
    tx.put(row.text("at", at).text("who", who))?;
    Ok(id)
}

fn tidied(plan: &WorkshopPlan) -> Result<WorkshopPlan> {
    let tidy = |text: &str| normal(text).trim().chars().take(300).collect::<String>();
    let mut plan = WorkshopPlan {
        name: tidy(&plan.name),
        starts: tidy(&plan.starts),
        place: tidy(&plan.place),
        theme: tidy(&plan.theme),
        ..plan.clone()
    };
    plan.takers.sort();
    plan.takers.dedup();
    if plan.name.is_empty() {
        return Err(Error::input("The workshop has no name.").hint("Type what people call it."));
    }
    if plan.takers.len() < 2 {
        return Err(
            Error::input("A workshop needs at least two organisations.").hint("Choose who takes part.")
        );
    }
    if plan.each > 20 {
        return Err(
            Error::input("Nobody is reviewed by more than 20 others.").hint("Choose a smaller number.")
        );
    }
    for pair in &mut plan.apart {
        pair.reason = tidy(&pair.reason);
        if pair.reason.is_empty() || pair.one == pair.other {
            return Err(Error::input("Two organisations are kept apart without saying why.")
                .hint("Name two, and say in a few words what binds them."));
        }
    }
    Ok(plan)
}

/// Keeps which sessions came of a workshop.
pub fn link(tx: &mut Tx<'_>, id: WorkshopId, sessions: &[PanelSessionId]) -> Result<()> {
    let json = serde_json::to_string(sessions)
        .map_err(|_| Error::fault("The sessions of a workshop could not be written down."))?;
    tx.put(Row::new("workshop", id).text("sessions", json))
}

/// Calls a workshop off; the sessions that came of it stay.
pub fn remove(tx: &mut Tx<'_>, id: WorkshopId) -> Result<()> {
    load(tx.reader(), id)?;
    for one in super::challenges(tx.reader(), id)? {
        tx.remove("workshop_challenge", one.id)?;
    }
    tx.remove("workshop", id)
}

/// One workshop.
pub fn load(reader: Reader<'_>, id: WorkshopId) -> Result<Workshop> {
    let sql = format!("SELECT {COLUMNS} FROM workshop WHERE id = ?1");
    let found = reader.one(&sql, params![id], texts)?;
    found.map(read).unwrap_or_else(|| Err(Error::missing("That workshop is not in this file.")))
}

/// The workshops of a round, in the order planned.
pub fn of_round(reader: Reader<'_>, round: RoundId) -> Result<Vec<Workshop>> {
    let sql = format!("SELECT {COLUMNS} FROM workshop WHERE round_id = ?1 ORDER BY id");
    reader.all(&sql, params![round], texts)?.into_iter().map(read).collect()
}

type Texts = (WorkshopId, RoundId, [String; 6]);

fn texts(row: &rusqlite::Row<'_>) -> rusqlite::Result<Texts> {
    let text = |at: usize| row.get::<_, String>(at);
    Ok((row.get(0)?, row.get(1)?, [text(2)?, text(3)?, text(4)?, text(5)?, text(6)?, text(7)?]))
}

fn read((id, round, [plan, seed, list, at, who, sessions]): Texts) -> Result<Workshop> {
    let unread = || Error::fault("A workshop in this file cannot be read.");
    let plan = serde_json::from_str(&plan).map_err(|_| unread())?;
    let sessions = serde_json::from_str(&sessions).map_err(|_| unread())?;
    Ok(Workshop { id, round, plan, seed: seed.parse().map_err(|_| unread())?, list, sessions, at, who })
}
