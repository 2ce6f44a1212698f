//! A partnership's own workbook as a file keeps it: the original, and how it is understood.
//!
//! It stands beside the audit tool that came of it, so that every audit with that tool can fill the original, and
//! every filled one can be read. Owns the table `own_workbook`. Refuses to know: how a workbook is filled.

mod enclosed;

pub use enclosed::{enclose, enclosed, workbook};

use crate::error::{Error, Result};
use crate::store::{Operation, Reader, Row, Tx, packed, params};
use crate::text;
use crate::workbook::foreign::Mapping;

/// A workbook was kept beside its tool: no step of undo, for nothing that anybody answered changes.
pub const KEEP: Operation = Operation::bulk("own_workbook.keep");

/// A partnership's own workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnWorkbook {
    /// The name of its file.
    pub name: String,
    /// Its bytes as they came.
    pub bytes: Vec<u8>,
    /// How it is understood.
    pub mapping: Mapping,
}

/// Keeps a workbook beside the tool with a key; what was kept for that tool before is replaced.
pub fn keep(tx: &mut Tx<'_>, key: &str, workbook: &OwnWorkbook) -> Result<()> {
    let at = tx.world().now().to_rfc3339();
    tx.put(
        Row::new("own_workbook", key)
            .text("name", &workbook.name)
            .text("sha256", text::digest(&workbook.bytes))
            .set("bytes", packed::pack(&workbook.bytes)?)
            .text("mapping", workbook.mapping.written())
            .text("at", at),
    )
}

/// The workbook that is kept beside the tool with a key.
pub fn of(reader: Reader<'_>, key: &str) -> Result<Option<OwnWorkbook>> {
    let sql = "SELECT name, bytes, mapping FROM own_workbook WHERE id = ?1";
    let line = |row: &rusqlite::Row<'_>| {
        Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?, row.get::<_, String>(2)?))
    };
    let Some((name, bytes, mapping)) = reader.one(sql, params![key], line)? else { return Ok(None) };
    let mapping = Mapping::read(&mapping).ok_or_else(unreadable)?;
    Ok(Some(OwnWorkbook { name, bytes: packed::unpack(&bytes)?, mapping }))
}

/// The name of the workbook beside the tool with a key, without the whole of it.
pub fn name_of(reader: Reader<'_>, key: &str) -> Result<Option<String>> {
    reader.one("SELECT name FROM own_workbook WHERE id = ?1", params![key], |row| row.get(0))
}

/// How every kept workbook is understood, the latest first.
pub fn mappings(reader: Reader<'_>) -> Result<Vec<Mapping>> {
    let sql = "SELECT mapping FROM own_workbook ORDER BY at DESC, id";
    let written = reader.all(sql, [], |row| row.get::<_, String>(0))?;
    Ok(written.iter().filter_map(|text| Mapping::read(text)).collect())
}

fn unreadable() -> Error {
    Error::state(
        "How this partnership\u{2019}s workbook is laid out was written by a later version of Attest.",
    )
    .hint("Open the file with the later version.")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::sheet::Seen;
    use crate::store::{AuditFile, FileKind};
    use crate::workbook::foreign;
    use crate::world::{FixedWorld, World as _};

    #[test]
    fn a_workbook_is_kept_beside_its_tool_and_comes_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let world = FixedWorld::new("2026-11-01T09:00:00Z".parse().expect("a time"), 1);
        let mapping = foreign::guess(&Seen::default(), "Own tool.xlsx", world.today());
        let mut file = AuditFile::create(&folder.path().join("a.attest"), FileKind::Setting, Arc::new(world))
            .expect("a file");
        let kept = OwnWorkbook { name: "Own tool.xlsx".to_owned(), bytes: b"PK bytes".to_vec(), mapping };
        file.transact(KEEP, "", |tx| keep(tx, "own-tool@2026.1", &kept)).expect("kept");
        assert_eq!(of(file.reader(), "own-tool@2026.1"), Ok(Some(kept.clone())));
        assert_eq!(of(file.reader(), "school@2025.1"), Ok(None));
        assert_eq!(mappings(file.reader()), Ok(vec![kept.mapping]));
        assert_eq!(name_of(file.reader(), "own-tool@2026.1"), Ok(Some(kept.name)));
    }
}
