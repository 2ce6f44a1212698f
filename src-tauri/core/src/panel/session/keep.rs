//! Sessions as they are kept: begun, changed part by part, held, closed; and read again.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Enquiry, Outcome, PanelSession, PanelSessionId, Person, Plan, Seen, SessionState};
use crate::error::{Error, Result};
use crate::round::RoundId;
use crate::setting::SettingId;
use crate::store::{Operation, Reader, Row, Tx, params};
use crate::text::normal;

/// A session was planned.
pub const BEGIN: Operation = Operation::ordinary("panel.begin");
/// Its plan was changed.
pub const PLAN: Operation = Operation::ordinary("panel.plan");
/// Its people were changed.
pub const PEOPLE: Operation = Operation::ordinary("panel.people");
/// What is asked was changed.
pub const ENQUIRIES: Operation = Operation::ordinary("panel.enquiries");
/// What was looked at was changed.
pub const SEEN: Operation = Operation::ordinary("panel.seen");
/// Its notes were typed.
pub const NOTES: Operation = Operation::typing("panel.notes");
/// What came of it was changed.
pub const OUTCOME: Operation = Operation::ordinary("panel.outcome");
/// Something was referred outside the audit.
pub const REFER: Operation = Operation::ordinary("panel.refer");
/// It was held.
pub const HOLD: Operation = Operation::ordinary("panel.hold");
/// It was closed.
pub const CLOSE: Operation = Operation::ordinary("panel.close");
/// It was opened again.
pub const REOPEN: Operation = Operation::ordinary("panel.reopen");
/// The members' own ratings were shown to all; what was seen cannot be unseen.
pub const REVEAL: Operation = Operation::fence("panel.reveal");
/// A session that was only planned was called off.
pub const REMOVE: Operation = Operation::ordinary("panel.remove");

const COLUMNS: &str =
    "id, round_id, setting_id, state, plan, people, enquiries, seen, notes, outcome, revealed";

/// Plans a session with a setting.
pub fn begin(tx: &mut Tx<'_>, round: RoundId, setting: SettingId, planned: &Plan) -> Result<PanelSessionId> {
    let id = PanelSessionId::new(tx.world());
    let row = Row::new("panel_session", id).text("round_id", round).text("setting_id", setting);
    let created = tx.world().now().to_rfc3339();
    let row = row.text("state", SessionState::Planned.code()).text("created", created);
    tx.put(dated(row, planned)?)?;
    Ok(id)
}

/// Changes what is planned.
pub fn plan(tx: &mut Tx<'_>, session: &PanelSession, planned: &Plan) -> Result<()> {
    tx.put(dated(open(session)?, planned)?)
}

fn dated(row: Row, planned: &Plan) -> Result<Row> {
    Ok(row.set("on_date", planned.on.map(|day| day.to_string())).text("plan", json(planned)?))
}

/// Changes who is asked and who came; a name is required, and a reason for who did not come.
pub fn people(tx: &mut Tx<'_>, session: &PanelSession, people: &[Person]) -> Result<()> {
    let people: Vec<Person> = people.iter().map(tidied).collect();
    if people.iter().any(|one| one.name.is_empty()) {
        return Err(
            Error::input("A person on the list has no name.").hint("Type the name, or take the line out.")
        );
    }
    let mut names: Vec<&str> = people.iter().map(|one| one.name.as_str()).collect();
    names.sort_unstable();
    if let Some(twice) = names.windows(2).find(|two| two[0] == two[1]) {
        return Err(
            Error::input(format!("{} is on the list twice.", twice[0])).hint("Take one of the two out.")
        );
    }
    tx.put(open(session)?.text("people", json(&people)?))
}

fn tidied(person: &Person) -> Person {
    let tidy = |text: &str| normal(text).trim().chars().take(400).collect::<String>();
    Person {
        name: tidy(&person.name),
        agency: tidy(&person.agency),
        role: tidy(&person.role),
        why: tidy(&person.why),
        conflict: tidy(&person.conflict),
        ..person.clone()
    }
}

/// Changes what is asked; lines without words go.
pub fn enquiries(tx: &mut Tx<'_>, session: &PanelSession, lines: &[Enquiry]) -> Result<()> {
    let lines: Vec<&Enquiry> = lines.iter().filter(|line| !line.text.trim().is_empty()).collect();
    tx.put(open(session)?.text("enquiries", json(&lines)?))
}

/// Changes what was looked at; lines without words go.
pub fn seen(tx: &mut Tx<'_>, session: &PanelSession, seen: &[Seen]) -> Result<()> {
    let seen: Vec<&Seen> = seen.iter().filter(|one| !one.what.trim().is_empty()).collect();
    tx.put(open(session)?.text("seen", json(&seen)?))
}

/// Changes the notes.
pub fn notes(tx: &mut Tx<'_>, session: &PanelSession, text: &str) -> Result<()> {
    tx.put(open(session)?.text("notes", normal(text)))
}

/// Changes what came of it.
pub fn outcome(tx: &mut Tx<'_>, session: &PanelSession, outcome: &Outcome) -> Result<()> {
    tx.put(open(session)?.text("outcome", json(outcome)?))
}

/// Keeps that something was referred outside the audit on a day, and nothing else of it.
pub fn refer(tx: &mut Tx<'_>, session: &PanelSession, on: Option<NaiveDate>) -> Result<()> {
    let outcome = Outcome { referred_on: on, ..session.outcome.clone() };
    tx.put(Row::new("panel_session", session.id).text("outcome", json(&outcome)?))
}

/// Says that it was held: on a day that has come.
pub fn hold(tx: &mut Tx<'_>, session: &PanelSession) -> Result<()> {
    let today = tx.world().today();
    match session.plan.on {
        None => Err(Error::state("The session has no date.").hint("Enter the day on which it was held.")),
        Some(on) if on > today => {
            Err(Error::state("The session is still to come.").hint("Mark it as held on its day or after it."))
        }
        Some(_) => tx.put(open(session)?.text("state", SessionState::Held.code())),
    }
}

/// Closes it, once the setting has had its say.
pub fn close(tx: &mut Tx<'_>, session: &PanelSession) -> Result<()> {
    if session.state != SessionState::Held {
        return Err(
            Error::state("Only a session that was held can be closed.").hint("Mark it as held first.")
        );
    }
    session.outcome.may_close(tx.world().today())?;
    tx.put(open(session)?.text("state", SessionState::Closed.code()))
}

/// Opens a closed session again, or takes back that it was held.
pub fn reopen(tx: &mut Tx<'_>, session: &PanelSession) -> Result<()> {
    let back = match session.state {
        SessionState::Closed => SessionState::Held,
        SessionState::Held | SessionState::Planned => SessionState::Planned,
    };
    tx.put(Row::new("panel_session", session.id).text("state", back.code()))
}

/// Shows the members' own ratings to all, once.
pub fn reveal(tx: &mut Tx<'_>, session: &PanelSession) -> Result<()> {
    if session.revealed.is_some() {
        return Ok(());
    }
    let at = tx.world().now().to_rfc3339();
    tx.put(open(session)?.text("revealed", at))
}

/// Calls off a session that was only planned and of which nothing is recorded.
pub fn remove(tx: &mut Tx<'_>, session: &PanelSession) -> Result<()> {
    if session.state != SessionState::Planned {
        return Err(Error::state("The session was held, so it stays.")
            .hint("Take back that it was held first, if that was a mistake."));
    }
    tx.remove("panel_session", session.id)
}

/// The row of a session that may still be changed.
fn open(session: &PanelSession) -> Result<Row> {
    if session.state == SessionState::Closed {
        return Err(
            Error::state("The session is closed.").hint("Open it again first, if something is wrong in it.")
        );
    }
    Ok(Row::new("panel_session", session.id))
}

/// One session.
pub fn load(reader: Reader<'_>, id: PanelSessionId) -> Result<PanelSession> {
    let sql = format!("SELECT {COLUMNS} FROM panel_session WHERE id = ?1");
    let found = reader.one(&sql, params![id], texts)?;
    found.map(read).unwrap_or_else(|| Err(Error::missing("That session is not in this file.")))
}

/// The sessions of a round, by day; those without one last.
pub fn of_round(reader: Reader<'_>, round: RoundId) -> Result<Vec<PanelSession>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM panel_session WHERE round_id = ?1 ORDER BY on_date IS NULL, on_date, created, rowid"
    );
    reader.all(&sql, params![round], texts)?.into_iter().map(read).collect()
}

/// The sessions with a setting in whatever round, newest first.
pub fn of_setting(reader: Reader<'_>, setting: SettingId) -> Result<Vec<PanelSession>> {
    let sql = format!("SELECT {COLUMNS} FROM panel_session WHERE setting_id = ?1 ORDER BY on_date DESC");
    reader.all(&sql, params![setting], texts)?.into_iter().map(read).collect()
}

/// When a panel met each setting last: sessions that were held.
pub fn met(reader: Reader<'_>) -> Result<BTreeMap<SettingId, NaiveDate>> {
    let sql = "SELECT setting_id, max(on_date) FROM panel_session
      WHERE state <> 'planned' AND on_date IS NOT NULL GROUP BY setting_id";
    let rows = reader.all(sql, [], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
    Ok(rows.into_iter().filter_map(|(setting, on)| Some((setting, on.parse().ok()?))).collect())
}

type Texts = (PanelSessionId, RoundId, SettingId, [String; 7], Option<String>);

fn texts(row: &rusqlite::Row<'_>) -> rusqlite::Result<Texts> {
    let text = |at: usize| row.get::<_, String>(at);
    let texts = [text(3)?, text(4)?, text(5)?, text(6)?, text(7)?, text(8)?, text(9)?];
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, texts, row.get(10)?))
}

fn read((id, round, setting, texts, revealed): Texts) -> Result<PanelSession> {
    let [state, plan, people, enquiries, seen, notes, outcome] = texts;
    let state = SessionState::ALL.into_iter().find(|one| one.code() == state).ok_or_else(unread)?;
    Ok(PanelSession {
        id,
        round,
        setting,
        state,
        plan: value(&plan)?,
        people: value(&people)?,
        enquiries: value(&enquiries)?,
        seen: value(&seen)?,
        notes,
        outcome: value(&outcome)?,
        revealed,
    })
}

fn json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|_| Error::fault("The session could not be written down."))
}

fn value<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|_| unread())
}

fn unread() -> Error {
    Error::fault("A panel session in this file cannot be read.")
}
