//! Entries of the programme as they are kept.

use chrono::Months;

use super::{Entry, EntryId, Kind, Typed};
use crate::case_audit::nameless;
use crate::error::{Error, Result};
use crate::store::{Operation, Reader, Row, Tx};

/// An entry was written down or changed.
pub const SAVE: Operation = Operation::ordinary("programme.save");
/// An entry was taken out.
pub const REMOVE: Operation = Operation::ordinary("programme.remove");

/// The most entries that one repetition makes.
const MOST: u32 = 24;

/// Writes an entry down, as often as it is to be repeated, so many months apart; or changes one.
pub fn save(tx: &mut Tx<'_>, id: Option<EntryId>, typed: &Typed, (months, times): (u32, u32)) -> Result<()> {
    let today = tx.world().today();
    let clean = |what: &str, typed: &str| nameless(what, typed, today);
    let title = clean("name of the entry", &typed.title)?;
    if title.is_empty() || title.chars().count() > 160 {
        return Err(Error::input("The entry has no name, or one of over 160 characters.")
            .hint("Name it by its theme."));
    }
    if times == 0 || times > MOST || (times > 1 && !(1..=36).contains(&months)) {
        return Err(Error::input("It cannot be repeated so often.")
            .hint("Repeat it at most 24 times, every 1 to 36 months."));
    }
    if typed.done_on.is_some_and(|on| on > today) {
        return Err(
            Error::input("The day on which it was done is still to come.").hint("Leave it blank until then.")
        );
    }
    if let Some(id) = id
        && !all(tx.reader())?.iter().any(|one| one.id == id)
    {
        return Err(
            Error::missing("That entry is not in the programme.").hint("Look at the programme again.")
        );
    }
    let (lead, group, note) = (
        clean("name of the lead", &typed.lead)?,
        clean("name of the group", &typed.group)?,
        clean("note", &typed.note)?,
    );
    for at in 0..times {
        let on = typed.on.checked_add_months(Months::new(at * months));
        let on =
            on.ok_or_else(|| Error::input("The day is too far away.").hint("Type a day of the next years."))?;
        let first = at == 0;
        let id = id.filter(|_| first).unwrap_or_else(|| EntryId::new(tx.world()));
        let row = Row::new("programme_entry", id).text("kind", typed.kind.code()).text("title", &title);
        let row = row.text("lead", &lead).text("watched_by", &group).text("on_date", on).text("note", &note);
        let became = typed.became.clone().filter(|id| first && !id.is_empty() && id.len() <= 80);
        let done = typed.done_on.filter(|_| first).map(|day| day.to_string());
        tx.put(row.set("became", became).set("done_on", done))?;
    }
    Ok(())
}

/// Takes an entry out; what it became stays.
pub fn remove(tx: &mut Tx<'_>, id: EntryId) -> Result<()> {
    if !all(tx.reader())?.iter().any(|one| one.id == id) {
        return Err(
            Error::missing("That entry is not in the programme.").hint("Look at the programme again.")
        );
    }
    tx.remove("programme_entry", id)
}

/// Every entry, by day.
pub fn all(reader: Reader<'_>) -> Result<Vec<Entry>> {
    let sql = "SELECT id, kind, title, lead, watched_by, on_date, became, done_on, note FROM programme_entry
      ORDER BY on_date, title, id";
    reader.all(sql, [], |row| {
        let (kind, on): (String, String) = (row.get(1)?, row.get(5)?);
        let unread = || rusqlite::Error::InvalidQuery;
        let done: Option<String> = row.get(7)?;
        Ok(Entry {
            id: row.get(0)?,
            said: Typed {
                kind: Kind::ALL.into_iter().find(|one| one.code() == kind).ok_or_else(unread)?,
                title: row.get(2)?,
                lead: row.get(3)?,
                group: row.get(4)?,
                on: on.parse().map_err(|_| unread())?,
                became: row.get(6)?,
                done_on: done.and_then(|day| day.parse().ok()),
                note: row.get(8)?,
            },
        })
    })
}
