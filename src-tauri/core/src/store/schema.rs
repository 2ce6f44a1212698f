//! The schema and its versions: how a connection is set, how a file is born, how an older one is brought up.
//!
//! Refuses to know: what the tables are for.

use std::time::Duration;

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;

use crate::error::Result;

/// What stands in every Attest file's header ("Atst").
pub(super) const APPLICATION_ID: i32 = 0x4174_7374;

/// The newest version this program writes.
pub(super) const VERSION: i32 = 1;

/// The schema as new files get it.
pub(super) const SCHEMA: &str = concat!(
    include_str!("schema.sql"),
    "\n",
    include_str!("partnership.sql"),
    "\n",
    include_str!("exchange.sql"),
    "\n",
    include_str!("cases.sql"),
    "\n",
    include_str!("plan.sql")
);

/// The step from each version to the next: the first brings 1 to 2. Empty until 1.0 freezes the first.
const MIGRATIONS: &[&str] = &[];

/// Sets what every connection holds to. So many pages are kept that a chunk of an intake fits: a page that has to
/// go before the end is written and read twice.
pub(super) fn settle(connection: &Connection) -> Result<()> {
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024)?;
    connection.set_limit(Limit::SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024)?;
    connection.set_limit(Limit::SQLITE_LIMIT_EXPR_DEPTH, 200)?;
    connection.set_prepared_statement_cache_capacity(128);
    connection.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768;",
    )?;
    Ok(())
}

/// Keeps the rollback journal: a file copied while it is open must lose nothing.
pub(super) fn keep_journal(connection: &Connection) -> Result<()> {
    connection.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    Ok(())
}

/// Gives an empty file its tables and its first words.
pub(super) fn lay(connection: &mut Connection, meta: &[(&str, &str)]) -> Result<()> {
    keep_journal(connection)?;
    let tx = connection.transaction()?;
    tx.execute_batch(SCHEMA)?;
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.pragma_update(None, "user_version", VERSION)?;
    for (key, value) in meta {
        tx.execute("INSERT INTO meta (key, value) VALUES (?1, ?2)", [key, value])?;
    }
    Ok(tx.commit()?)
}

/// The application and the version a file says it is from.
pub(super) fn stamps(connection: &Connection) -> Result<(i32, i32)> {
    let stamp = |name| connection.pragma_query_value(None, name, |row| row.get(0));
    Ok((stamp("application_id")?, stamp("user_version")?))
}

/// Brings an older file up to this program's version, in one transaction.
pub(super) fn migrate(connection: &mut Connection, from: i32) -> Result<()> {
    let done = usize::try_from(from - 1).unwrap_or(0);
    let tx = connection.transaction()?;
    for step in MIGRATIONS.iter().skip(done) {
        tx.execute_batch(step)?;
    }
    tx.pragma_update(None, "user_version", VERSION)?;
    Ok(tx.commit()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_step_for_every_version() {
        assert_eq!(MIGRATIONS.len(), usize::try_from(VERSION - 1).expect("versions count from 1"));
    }
}
