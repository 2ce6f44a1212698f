//! What a workbook held when it was written: kept, so that what comes back can be compared with what both began from.
//!
//! Refuses to know: workbooks. Every column of a text in it can be redacted like any other.

use uuid::Uuid;

use super::SubmissionId;
use super::content::Content;
use crate::error::{Error, Result};
use crate::store::{Reader, Row, Tx, params};

/// Keeps what an export holds, as a workbook shows it.
pub fn keep(tx: &mut Tx<'_>, submission: SubmissionId, export: Uuid, content: &Content) -> Result<()> {
    let content = serde_json::to_string(&content.clone().shown())
        .map_err(|_| Error::fault("What the workbook holds could not be kept."))?;
    tx.put(Row::new("exported", export).text("submission_id", submission).text("content", content))
}

/// What an export of a submission held; none where it was not written here.
pub fn held(reader: Reader<'_>, submission: SubmissionId, export: Uuid) -> Result<Option<Content>> {
    let sql = "SELECT content FROM exported WHERE id = ?1 AND submission_id = ?2";
    let found: Option<String> = reader.one(sql, params![export.to_string(), submission], |row| row.get(0))?;
    Ok(found.and_then(|content| serde_json::from_str(&content).ok()))
}
