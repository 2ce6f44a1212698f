//! The sign-off of a return that came in: kept with what the comparison came to on that day.
//!
//! Refuses to know: how it was read.

use serde::{Deserialize, Serialize};

use super::super::SubmissionId;
use super::keep::{Stage, put, put_signature};
use super::{Moved, SignOff, SignOffId, SignatureId, Standing, Verified};
use crate::error::Result;
use crate::id::derived_beside;
use crate::store::{Tx, params};

/// What the comparison came to when a return came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CameIn {
    /// Whether it matched; none where the workbook had no code.
    pub matches: Option<bool>,
    /// Parts that differed.
    pub moved: Vec<Moved>,
}

/// Keeps the sign-off of a return in place of one that an earlier revision had; ids follow from the file's digest.
pub fn receive(
    tx: &mut Tx<'_>,
    of: SubmissionId,
    sha256: &str,
    standing: Standing,
    signed: Option<(&SignOff, &Verified)>,
) -> Result<()> {
    clear(tx, of)?;
    let Some((sign_off, verified)) = signed else { return Ok(()) };
    let stage = match standing {
        Standing::Draft => Stage::Open,
        Standing::SignedOff => Stage::Complete,
    };
    let came_in = CameIn { matches: verified.matches, moved: verified.moved.clone() };
    let id = SignOffId(derived_beside(sha256, "sign_off"));
    put(tx, id, of, stage, sign_off, Some(&came_in))?;
    for (place, signature) in sign_off.signatures.iter().enumerate() {
        let row = SignatureId(derived_beside(sha256, &format!("signature {place} {}", signature.step)));
        put_signature(tx, row, id, signature)?;
    }
    Ok(())
}

fn clear(tx: &mut Tx<'_>, of: SubmissionId) -> Result<()> {
    let sql =
        "SELECT g.id FROM signature g JOIN sign_off s ON s.id = g.sign_off_id WHERE s.submission_id = ?1";
    let signatures: Vec<SignatureId> = tx.reader().all(sql, params![of], |row| row.get(0))?;
    signatures.iter().try_for_each(|id| tx.remove("signature", id))?;
    let sql = "SELECT id FROM sign_off WHERE submission_id = ?1";
    let signings: Vec<SignOffId> = tx.reader().all(sql, params![of], |row| row.get(0))?;
    signings.iter().try_for_each(|id| tx.remove("sign_off", id))
}
