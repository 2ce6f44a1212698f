//! All that a file holds in one canonical form: without log, times and ids of its own making, so that two runs compare.
//!
//! Refuses to know: what the rows mean.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::AuditFile;
use crate::error::Result;
use crate::text::digest;

/// Tables that say when and how something came to be, not what is.
const OF_THE_WAY: [&str; 5] = ["meta", "operation", "image", "state_event", "batch"];
/// Columns that differ from run to run where the content does not.
const OF_THE_RUN: [&str; 12] = [
    "batch_id",
    "original_id",
    "place",
    "at",
    "on_date",
    "created",
    "begun",
    "voided",
    "who",
    "known",
    "folder",
    "redacted",
];
/// Of a file that came in under two names, either may have come first.
const OF_THE_ORDER: [(&str, &str); 2] = [("original", "name"), ("original", "id")];
/// Tables whose ids are born with the thing and go with it.
const BORN: [&str; 4] = ["setting", "round", "submission", "answer"];

impl AuditFile {
    /// Every row of the file's content as a line, sorted.
    pub fn dump(&self) -> Result<Vec<String>> {
        let mut lines = Vec::new();
        for table in tables(&self.connection)? {
            rows(&self.connection, &table, &mut lines)?;
        }
        lines.sort_unstable();
        Ok(lines)
    }

    /// The digest of the content: the same for two files that hold the same, however it came in.
    pub fn content_digest(&self) -> Result<String> {
        Ok(digest(self.dump()?.join("\n").as_bytes()))
    }
}

fn tables(connection: &Connection) -> Result<Vec<String>> {
    let mut statement = connection.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
    )?;
    let names = statement.query_map([], |row| row.get::<_, String>(0))?;
    let names = names.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(names.into_iter().filter(|name| !OF_THE_WAY.contains(&name.as_str())).collect())
}

fn rows(connection: &Connection, table: &str, lines: &mut Vec<String>) -> Result<()> {
    let mut statement = connection.prepare(&format!("SELECT * FROM \"{table}\""))?;
    let names = statement.column_names().map(str::to_owned).collect::<Vec<_>>();
    let kept = |name: &str| {
        !OF_THE_RUN.contains(&name)
            && !OF_THE_ORDER.contains(&(table, name))
            && (name != "id" || BORN.contains(&table))
    };
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let mut line = table.to_owned();
        for (at, name) in names.iter().enumerate().filter(|(_, name)| kept(name)) {
            line.push_str(&format!("\t{name}={}", shown(row.get(at)?)));
        }
        // That the same bytes came again is of the way, too.
        if !line.contains("\tverdict=same_again\t") {
            lines.push(line);
        }
    }
    Ok(())
}

fn shown(value: Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => text.replace(['\n', '\t'], " "),
        Value::Blob(bytes) => digest(&bytes),
    }
}
