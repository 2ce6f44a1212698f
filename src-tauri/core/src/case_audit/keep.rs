//! Case audits as they are kept: begun, planned, met over, learnt from, approved, done; and read again.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Approved, AuditState, Begun, CaseAudit, CaseAuditId, Focus, Plan, Point, Sitting, nameless, note,
};
use super::{came_of, case};
use crate::error::{Error, Result};
use crate::panel::session::Presence;
use crate::store::{Operation, Reader, Row, Tx, params};

/// An audit was begun.
pub const BEGIN: Operation = Operation::ordinary("case_audit.begin");
/// What is planned was changed.
pub const PLAN: Operation = Operation::ordinary("case_audit.plan");
/// Its meetings and who came were changed.
pub const SITTINGS: Operation = Operation::ordinary("case_audit.sittings");
/// What was learnt was changed.
pub const POINTS: Operation = Operation::ordinary("case_audit.points");
/// Words of its papers were typed.
pub const WORDS: Operation = Operation::typing("case_audit.words");
/// What was learnt was approved, or opened again.
pub const APPROVE: Operation = Operation::ordinary("case_audit.approve");
/// It was done with.
pub const FINISH: Operation = Operation::ordinary("case_audit.finish");
/// It was opened again.
pub const REOPEN: Operation = Operation::ordinary("case_audit.reopen");
/// An audit of which nothing was recorded was taken out.
pub const REMOVE: Operation = Operation::ordinary("case_audit.remove");

const COLUMNS: &str = "id, title, state, tool, scale, plan, focus, agencies, sittings, points, texts, approved, earlier_id, done_on";

/// Begins an audit.
pub fn begin(tx: &mut Tx<'_>, begun: &Begun) -> Result<CaseAuditId> {
    let id = CaseAuditId::new(tx.world());
    let today = tx.world().today();
    let created = tx.world().now().to_rfc3339();
    let row = Row::new("case_audit", id).text("title", titled(&begun.title, today)?);
    let row = row.text("state", AuditState::Open.code()).text("tool", &begun.tool).text("created", created);
    let row = row.text("scale", json(&begun.scale)?).text("plan", json(&Plan::default())?);
    let row = row.text("focus", json(&areas(&begun.focus, today)?)?);
    let row = row.text("agencies", json(&named(&begun.agencies, today)?)?);
    tx.put(row.set("earlier_id", begun.earlier.map(|id| id.to_string())))?;
    Ok(id)
}

/// Changes what is planned; what agencies have said of an area or for an agency keeps both in.
pub fn plan(
    tx: &mut Tx<'_>,
    audit: &CaseAudit,
    title: &str,
    planned: &Plan,
    (focus, agencies): (&[Focus], &[String]),
) -> Result<()> {
    let today = tx.world().today();
    let (areas, named) = (areas(focus, today)?, named(agencies, today)?);
    for said in note::of_audit(tx.reader(), audit.id)? {
        if said.item.is_focus() && !areas.iter().any(|one| one.id == said.item.0) {
            let name = audit.called(&said.item);
            return Err(Error::state(format!(
                "{} has said something of \u{201c}{name}\u{201d}, so it stays.",
                said.agency
            ))
            .hint("Word it otherwise, or take out what was said of it first."));
        }
        if !named.contains(&said.agency) {
            return Err(Error::state(format!("{} has filled in its form, so it stays.", said.agency))
                .hint("Take out what it said first, if that was a mistake."));
        }
    }
    let planned = tidied(planned, today)?;
    let row = open(audit)?.text("title", titled(title, today)?).text("plan", json(&planned)?);
    tx.put(row.text("focus", json(&areas)?).text("agencies", json(&named)?))
}

fn tidied(plan: &Plan, today: NaiveDate) -> Result<Plan> {
    let clean = |what: &str, typed: &str| nameless(what, typed, today);
    Ok(Plan {
        asked_by: clean("name of who asked for it", &plan.asked_by)?,
        why: clean("reason", &plan.why)?,
        scope: clean("scope", &plan.scope)?,
        lead: clean("name of the lead", &plan.lead)?,
        group: clean("name of the group", &plan.group)?,
        briefing: clean("name of the briefing", &plan.briefing)?,
        ..plan.clone()
    })
}

/// Changes its meetings; one that was held has a day that has come, and who did not come has a reason.
pub fn sittings(tx: &mut Tx<'_>, audit: &CaseAudit, sittings: &[Sitting]) -> Result<()> {
    let today = tx.world().today();
    let mut kept = sittings.to_vec();
    for sitting in &mut kept {
        match sitting.on {
            Some(on) if sitting.held && on > today => {
                return Err(Error::state("A meeting that is still to come was not held yet.")
                    .hint("Mark it as held on its day or after it."));
            }
            None => {
                return Err(Error::input("A meeting of the agencies has no day.").hint("Enter its day."));
            }
            Some(_) => {}
        }
        sitting.attendance.retain(|one| audit.agencies.contains(&one.agency));
        for one in &mut sitting.attendance {
            one.note = nameless("note on who came", &one.note, today)?;
            if sitting.held && one.presence == Presence::Absent && one.note.is_empty() {
                return Err(Error::input(format!("It is not said why {} did not come.", one.agency))
                    .hint("Type the reason that it gave, or that none was given."));
            }
        }
    }
    kept.sort_by_key(|one| one.on);
    tx.put(open(audit)?.text("sittings", json(&kept)?))
}

/// Changes what was learnt; points without words go. What is approved stays as it is.
pub fn points(tx: &mut Tx<'_>, audit: &CaseAudit, points: &[Point]) -> Result<()> {
    let today = tx.world().today();
    let mut kept = Vec::new();
    for point in points {
        let text = nameless("point", &point.text, today)?;
        let agencies = point.agencies.iter().filter(|one| audit.agencies.contains(one)).cloned().collect();
        if !text.is_empty() {
            let known = audit.focus.iter().any(|area| area.id == point.focus);
            let focus = if known { point.focus.clone() } else { String::new() };
            kept.push(Point { kind: point.kind, text, focus, agencies });
        }
    }
    tx.put(unapproved(audit)?.text("points", json(&kept)?))
}

/// Types a text of its papers.
pub fn words(tx: &mut Tx<'_>, audit: &CaseAudit, key: &str, typed: &str) -> Result<()> {
    let text = nameless("text", typed, tx.world().today())?;
    let mut texts = audit.texts.clone();
    if text.is_empty() {
        texts.remove(key)
    } else {
        texts.insert(key.to_owned(), text)
    };
    tx.put(unapproved(audit)?.text("texts", json(&texts)?))
}

/// Approves what was learnt, or with nobody opens it again.
pub fn approve(tx: &mut Tx<'_>, audit: &CaseAudit, by: Option<&str>) -> Result<()> {
    let today = tx.world().today();
    let approved = match by {
        None => None,
        Some(by) => {
            let by = nameless("name of who approved it", by, today)?;
            if by.is_empty() {
                return Err(Error::input("It is not said who approved the summary.")
                    .hint("Type the person or the group, such as the Executive."));
            }
            Some(json(&Approved { by, on: today })?)
        }
    };
    tx.put(Row::new("case_audit", audit.id).set("approved", approved))
}

/// Says that it is done: every case of it is closed.
pub fn finish(tx: &mut Tx<'_>, audit: &CaseAudit) -> Result<()> {
    let cases = case::of_audit(tx.reader(), audit.id)?;
    if cases.is_empty() {
        return Err(Error::state("The audit has no case yet.").hint("Add the numbers of its cases first."));
    }
    if let Some(one) = cases.iter().find(|one| one.closed.is_none()) {
        return Err(Error::state(format!("Case {} is not closed yet.", one.number))
            .hint("Close every case; each needs the voice of the child."));
    }
    let today = tx.world().today();
    tx.put(open(audit)?.text("state", AuditState::Done.code()).text("done_on", today))
}

/// Opens it again.
pub fn reopen(tx: &mut Tx<'_>, audit: &CaseAudit) -> Result<()> {
    tx.put(
        Row::new("case_audit", audit.id)
            .text("state", AuditState::Open.code())
            .set("done_on", None::<String>),
    )
}

/// Takes out an audit of which nothing is recorded.
pub fn remove(tx: &mut Tx<'_>, audit: &CaseAudit) -> Result<()> {
    let reader = tx.reader();
    let looked_again = all(reader)?.iter().any(|other| other.earlier == Some(audit.id));
    if looked_again
        || !came_of::of_audit(reader, audit.id)?.is_empty()
        || !case::of_audit(reader, audit.id)?.is_empty()
        || !note::of_audit(reader, audit.id)?.is_empty()
    {
        return Err(Error::state("Something is recorded of this audit already, so it stays.")
            .hint("Take out its cases first, if it was begun by mistake."));
    }
    tx.remove("case_audit", audit.id)
}

fn titled(typed: &str, today: NaiveDate) -> Result<String> {
    let title = nameless("name of the audit", typed, today)?;
    if title.is_empty() || title.chars().count() > 120 {
        return Err(Error::input("The audit has no name, or one of over 120 characters.")
            .hint("Name it by its theme, such as Neglect, spring 2027."));
    }
    Ok(title)
}

/// Areas with an id each, without those that have no name.
fn areas(focus: &[Focus], today: NaiveDate) -> Result<Vec<Focus>> {
    let mut kept: Vec<Focus> = Vec::new();
    for one in focus {
        let name = nameless("focus area", &one.name, today)?;
        if name.is_empty() {
            continue;
        }
        if kept.iter().any(|other| crate::text::folded(&other.name) == crate::text::folded(&name)) {
            return Err(Error::input(format!("The focus area \u{201c}{name}\u{201d} stands there twice."))
                .hint("Take one of the two out."));
        }
        let taken = |id: &str| focus.iter().chain(&kept).any(|other| other.id == id);
        let free = || (1..).map(|number| format!("f{number}")).find(|id| !taken(id)).unwrap_or_default();
        let id = if one.id.is_empty() || !Item::is_plain(&one.id) { free() } else { one.id.clone() };
        kept.push(Focus { id, name, look_for: nameless("focus area", &one.look_for, today)? });
    }
    Ok(kept)
}

use super::Item;

impl Item {
    /// Whether an id can be one of a focus area: that of no other item, and short.
    fn is_plain(id: &str) -> bool {
        Self(id.to_owned()).is_focus() && id.len() <= 80
    }
}

/// Agencies by name, each once.
fn named(agencies: &[String], today: NaiveDate) -> Result<Vec<String>> {
    let mut kept: Vec<String> = Vec::new();
    for one in agencies {
        let name = nameless("name of an agency", one, today)?;
        if !name.is_empty() && !kept.contains(&name) {
            kept.push(name);
        }
    }
    Ok(kept)
}

/// The row of an audit that may still be changed.
pub(super) fn open(audit: &CaseAudit) -> Result<Row> {
    audit.still_open()?;
    Ok(Row::new("case_audit", audit.id))
}

/// The row of an audit whose summary is not approved. It may be done: what was learnt is often written afterwards.
fn unapproved(audit: &CaseAudit) -> Result<Row> {
    if audit.approved.is_some() {
        return Err(Error::state("The learning summary is approved, so its words stand as they are.")
            .hint("Open it again first; then it has to be approved anew."));
    }
    Ok(Row::new("case_audit", audit.id))
}

/// One audit.
pub fn load(reader: Reader<'_>, id: CaseAuditId) -> Result<CaseAudit> {
    let sql = format!("SELECT {COLUMNS} FROM case_audit WHERE id = ?1");
    let found = reader.one(&sql, params![id], texts)?;
    found.map(read).unwrap_or_else(|| Err(Error::missing("That case audit is not in this file.")))
}

/// Every audit, those begun last first.
pub fn all(reader: Reader<'_>) -> Result<Vec<CaseAudit>> {
    let sql = format!("SELECT {COLUMNS} FROM case_audit ORDER BY created DESC, rowid DESC");
    reader.all(&sql, [], texts)?.into_iter().map(read).collect()
}

type Texts = (CaseAuditId, [String; 10], Option<String>, Option<CaseAuditId>, Option<String>);

fn texts(row: &rusqlite::Row<'_>) -> rusqlite::Result<Texts> {
    let text = |at: usize| row.get::<_, String>(at);
    let texts =
        [text(1)?, text(2)?, text(3)?, text(4)?, text(5)?, text(6)?, text(7)?, text(8)?, text(9)?, text(10)?];
    Ok((row.get(0)?, texts, row.get(11)?, row.get(12)?, row.get(13)?))
}

fn read((id, texts, approved, earlier, done_on): Texts) -> Result<CaseAudit> {
    let [title, state, tool, scale, plan, focus, agencies, sittings, points, words] = texts;
    let states = [AuditState::Open, AuditState::Done];
    Ok(CaseAudit {
        id,
        title,
        state: states.into_iter().find(|one| one.code() == state).ok_or_else(unread)?,
        tool,
        scale: value(&scale)?,
        plan: value(&plan)?,
        focus: value(&focus)?,
        agencies: value(&agencies)?,
        sittings: value(&sittings)?,
        points: value(&points)?,
        texts: value(&words)?,
        approved: approved.map(|text| value(&text)).transpose()?,
        earlier,
        done_on: done_on.and_then(|day| day.parse().ok()),
    })
}

pub(super) fn json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|_| Error::fault("The case audit could not be written down."))
}

pub(super) fn value<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|_| unread())
}

fn unread() -> Error {
    Error::fault("A case audit in this file cannot be read.")
}
