//! Many rows of one thing in a chunk of an intake: the log is told of the thing once, not of each row.
//!
//! Refuses to work in any other operation, and to know what the rows mean.

use rusqlite::params_from_iter;
use rusqlite::types::ToSql;
use sha2::Digest;

use super::image::quoted;
use super::log::{Trace, Tx};
use crate::error::{Error, Result};

impl Tx<'_> {
    /// Takes away all rows of a table that belong to one thing.
    pub fn clear(&mut self, table: &'static str, column: &str, owner: &str) -> Result<()> {
        self.tell(table, owner)?;
        let sql = format!("DELETE FROM {} WHERE {} = ?1", quoted(table)?, quoted(column)?);
        self.connection.prepare_cached(&sql)?.execute([owner])?;
        Ok(())
    }

    /// Stores new rows of one thing: the same columns of each.
    pub fn fill<'r, const N: usize>(
        &mut self,
        table: &'static str,
        columns: [&str; N],
        thing: &str,
        rows: impl IntoIterator<Item = [&'r dyn ToSql; N]>,
    ) -> Result<()> {
        self.tell(table, thing)?;
        let names: Vec<String> = columns.iter().map(|name| quoted(name)).collect::<Result<_>>()?;
        let marks = vec!["?"; N].join(", ");
        let sql = format!("INSERT INTO {} ({}) VALUES ({marks})", quoted(table)?, names.join(", "));
        let mut statement = self.connection.prepare_cached(&sql)?;
        for row in rows {
            statement.execute(params_from_iter(row))?;
        }
        Ok(())
    }

    fn tell(&mut self, table: &'static str, thing: &str) -> Result<()> {
        match &mut self.trace {
            Trace::Images { .. } => Err(Error::fault("Many rows at once are written by an intake only.")),
            Trace::Ids { count, ids } => {
                *count += 1;
                ids.update(format!("{table} {thing}\n"));
                Ok(())
            }
        }
    }
}
