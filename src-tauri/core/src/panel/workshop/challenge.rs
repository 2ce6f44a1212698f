//! What was put to an organisation at a challenge event, and its reply.

use chrono::NaiveDate;

use super::WorkshopId;
use crate::error::{Error, Result};
use crate::id::row_id;
use crate::setting::SettingId;
use crate::store::{Operation, Reader, Row, Tx, params};
use crate::text::normal;

row_id! {
    /// The id of a challenge that was put.
    PutId
}

/// A challenge or its reply was recorded.
pub const CHALLENGE: Operation = Operation::ordinary("workshop.challenge");
/// A challenge was taken out.
pub const UNCHALLENGE: Operation = Operation::ordinary("workshop.challenge_remove");

/// A challenge that was put to an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Put {
    /// Its id.
    pub id: PutId,
    /// To whom.
    pub setting: SettingId,
    /// By whom: a person or a partner.
    pub by: String,
    /// What was asked.
    pub text: String,
    /// What was replied; may be empty.
    pub reply: String,
    /// On which day.
    pub replied: Option<NaiveDate>,
}

/// The challenges of a workshop, in the order put.
pub fn challenges(reader: Reader<'_>, workshop: WorkshopId) -> Result<Vec<Put>> {
    let sql = "SELECT id, setting_id, asked_by, text, reply, replied_on FROM workshop_challenge
      WHERE workshop_id = ?1 ORDER BY id";
    reader.all(sql, params![workshop], |row| {
        let replied: Option<String> = row.get(5)?;
        Ok(Put {
            id: row.get(0)?,
            setting: row.get(1)?,
            by: row.get(2)?,
            text: row.get(3)?,
            reply: row.get(4)?,
            replied: replied.and_then(|day| day.parse().ok()),
        })
    })
}

/// Records a challenge, or what became of it; who asked and what is required, a reply has a day.
pub fn put(
    tx: &mut Tx<'_>,
    workshop: WorkshopId,
    id: Option<PutId>,
    (setting, by, text, reply): (SettingId, &str, &str, &str),
    replied: Option<NaiveDate>,
) -> Result<()> {
    let within = super::load(tx.reader(), workshop)?.plan.takers.contains(&setting);
    if !within {
        return Err(Error::state("That organisation does not take part.").hint("Add it to the event first."));
    }
    let tidy = |text: &str, most: usize| normal(text).trim().chars().take(most).collect::<String>();
    let (by, text, reply) = (tidy(by, 200), tidy(text, 2_000), tidy(reply, 4_000));
    if by.is_empty() || text.is_empty() {
        return Err(Error::input("A challenge needs who put it and what was asked.")
            .hint("Enter both; the reply may come later."));
    }
    let replied = replied.or_else(|| (!reply.is_empty()).then(|| tx.world().today()));
    let replied = replied.filter(|_| !reply.is_empty()).map(|day| day.to_string());
    let id = id.unwrap_or_else(|| PutId::new(tx.world()));
    let row = Row::new("workshop_challenge", id).text("workshop_id", workshop).text("setting_id", setting);
    let row = row.text("asked_by", by).text("text", text).text("reply", reply);
    tx.put(row.set("replied_on", replied))
}

/// Takes a challenge out.
pub fn take_out(tx: &mut Tx<'_>, workshop: WorkshopId, id: PutId) -> Result<()> {
    if !challenges(tx.reader(), workshop)?.iter().any(|one| one.id == id) {
        return Err(Error::missing("That challenge is not of this event.").hint("Look at the list again."));
    }
    tx.remove("workshop_challenge", id)
}
