//! Signings as the file keeps them: the rows of `sign_off` and `signature`, none ever taken away.
//!
//! Refuses to know: whose turn it is, and whether anything matches.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::SubmissionId;
use super::{CameIn, Code, Digests, SignOff, SignOffId, Signature, SignatureId};
use crate::error::{Error, Result};
use crate::round::RoundId;
use crate::store::{Reader, Row, Tx, params};

/// How far a signing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Somebody has signed, somebody has yet to.
    Open,
    /// Everybody has signed.
    Complete,
    /// Taken back, with a reason.
    Void,
}

/// One signing, from its first signature until it is complete or void.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: SignOffId,
    /// How far it is.
    pub stage: Stage,
    /// Code, signatures and digests.
    pub sign_off: SignOff,
    /// What the comparison came to, where it came in with a return.
    pub came_in: Option<CameIn>,
    /// The instant of the first signature.
    pub begun: String,
    /// The instant of its taking back.
    pub voided: Option<String>,
    /// Why it was taken back.
    pub reason: String,
}

impl Stage {
    const ALL: [Self; 3] = [Self::Open, Self::Complete, Self::Void];

    /// Its name in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Complete => "complete",
            Self::Void => "void",
        }
    }

    fn of(code: &str) -> rusqlite::Result<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code).ok_or(rusqlite::Error::InvalidQuery)
    }
}

/// Every signing of a submission, oldest first.
pub fn all(reader: Reader<'_>, id: SubmissionId) -> Result<Vec<Kept>> {
    let sql = "SELECT id, state, code, digests, begun, voided, void_reason FROM sign_off \
               WHERE submission_id = ?1 ORDER BY begun, rowid";
    let mut found = reader.all(sql, params![id], kept)?;
    for one in &mut found {
        one.sign_off.signatures = signatures(reader, one.id)?;
    }
    Ok(found)
}

/// The signing that stands, if one does: open or complete.
pub fn standing(reader: Reader<'_>, id: SubmissionId) -> Result<Option<Kept>> {
    Ok(all(reader, id)?.into_iter().rfind(|one| one.stage != Stage::Void))
}

/// The column `digests`: the digests, and what came of them where a return came in.
#[derive(Serialize, Deserialize)]
struct Told {
    #[serde(flatten)]
    digests: Digests,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    came_in: Option<CameIn>,
}

/// How far the signing of each return of a round is, and whether what came in is what was signed.
pub fn of_round(reader: Reader<'_>, round: RoundId) -> Result<BTreeMap<SubmissionId, (Stage, Option<bool>)>> {
    let sql = "SELECT g.submission_id, g.state, g.matches FROM sign_off g \
               JOIN submission s ON s.id = g.submission_id \
               WHERE s.round_id = ?1 AND g.state <> 'void' ORDER BY g.begun, g.rowid";
    let line = |row: &rusqlite::Row<'_>| {
        Ok((row.get(0)?, (Stage::of(&row.get::<_, String>(1)?)?, row.get::<_, Option<bool>>(2)?)))
    };
    Ok(reader.all(sql, params![round], line)?.into_iter().collect())
}

/// The day of the last signature of each return of a round that everybody signed.
pub fn signed_on(reader: Reader<'_>, round: RoundId) -> Result<BTreeMap<SubmissionId, NaiveDate>> {
    let sql = "SELECT g.submission_id, max(n.on_date) FROM sign_off g \
               JOIN submission s ON s.id = g.submission_id JOIN signature n ON n.sign_off_id = g.id \
               WHERE s.round_id = ?1 AND g.state = 'complete' GROUP BY g.submission_id";
    let days: Vec<(SubmissionId, String)> =
        reader.all(sql, params![round], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(days.into_iter().filter_map(|(of, day)| Some((of, day.parse().ok()?))).collect())
}

/// Puts a signing without its signatures.
pub(super) fn put(
    tx: &mut Tx<'_>,
    id: SignOffId,
    of: SubmissionId,
    stage: Stage,
    said: &SignOff,
    came_in: Option<&CameIn>,
) -> Result<()> {
    let told = Told { digests: said.digests.clone(), came_in: came_in.cloned() };
    let digests =
        serde_json::to_string(&told).map_err(|_| Error::fault("The sign-off could not be kept."))?;
    let begun = tx.world().now().to_rfc3339();
    let code = said.code.map(|code| code.to_string()).unwrap_or_default();
    let matches = came_in.and_then(|came_in| came_in.matches).map(i64::from);
    let row = Row::new("sign_off", id).text("submission_id", of).text("state", stage.code());
    let row = row.set("matches", matches);
    tx.put(row.text("code", code).text("digests", digests).text("begun", begun))
}

/// Puts one signature of a signing.
pub(super) fn put_signature(tx: &mut Tx<'_>, id: SignatureId, of: SignOffId, said: &Signature) -> Result<()> {
    let row = Row::new("signature", id)
        .text("sign_off_id", of)
        .text("step", &said.step)
        .text("name", &said.name)
        .text("role", &said.role)
        .text("body", &said.body)
        .set("meeting", said.meeting.map(|day| day.to_string()))
        .text("minute", &said.minute);
    tx.put(row.text("statement", &said.statement).text("on_date", said.on))
}

fn kept(row: &rusqlite::Row<'_>) -> rusqlite::Result<Kept> {
    let Told { digests, came_in } =
        serde_json::from_str(&row.get::<_, String>(3)?).map_err(|_| rusqlite::Error::InvalidQuery)?;
    let code = Code::read(&row.get::<_, String>(2)?).ok();
    Ok(Kept {
        id: row.get(0)?,
        stage: Stage::of(&row.get::<_, String>(1)?)?,
        sign_off: SignOff { code, signatures: Vec::new(), digests },
        came_in,
        begun: row.get(4)?,
        voided: row.get(5)?,
        reason: row.get(6)?,
    })
}

fn signatures(reader: Reader<'_>, id: SignOffId) -> Result<Vec<Signature>> {
    let sql = "SELECT step, name, role, body, meeting, minute, statement, on_date FROM signature \
               WHERE sign_off_id = ?1 ORDER BY rowid";
    reader.all(sql, params![id], |row| {
        let day = |text: String| text.parse::<NaiveDate>().map_err(|_| rusqlite::Error::InvalidQuery);
        Ok(Signature {
            step: row.get(0)?,
            name: row.get(1)?,
            role: row.get(2)?,
            body: row.get(3)?,
            meeting: row.get::<_, Option<String>>(4)?.map(day).transpose()?,
            minute: row.get(5)?,
            statement: row.get(6)?,
            on: day(row.get(7)?)?,
        })
    })
}
