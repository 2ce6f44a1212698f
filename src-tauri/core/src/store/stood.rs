//! The whole file as it stood at a past moment, for as long as somebody reads it: rows are put back by their images within a
//! transaction that is never committed, and time stands where it stood.
//!
//! A bulk operation keeps no images: what one placed since stays, so whoever reads returns goes by dated events. Of a file that
//! can only be read a copy in memory is rolled back; one too large for that is read as it stands. Refuses to know: what is read.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::backup::Backup;
use rusqlite::{Connection, params};

use super::{AuditFile, Moment, image, log, schema};
use crate::error::Result;
use crate::world::World;

/// A world in which it is a past instant.
struct Then {
    at: DateTime<Utc>,
    now: Arc<dyn World>,
}

impl World for Then {
    fn now(&self) -> DateTime<Utc> {
        self.at
    }
    fn who(&self) -> String {
        self.now.who()
    }
    fn random(&self) -> [u8; 10] {
        self.now.random()
    }
    fn backups(&self) -> Option<PathBuf> {
        None
    }
}

/// So many bytes of a file are copied into memory: with the app itself that stays below what it may take.
const COPIED: i64 = 96 * 1024 * 1024;

/// A file that is rolled back; dropped, it stands as it stood before, whatever came between.
struct RolledBack<'f> {
    file: &'f mut AuditFile,
    world: Arc<dyn World>,
    revision: u32,
    /// The file itself while a copy of it is rolled back in its place.
    itself: Option<Connection>,
}

impl<'f> RolledBack<'f> {
    fn begin(file: &'f mut AuditFile, (moment, at): (Moment, DateTime<Utc>)) -> Result<Self> {
        let copied = file.read_only.as_ref().map(|_| copied(&file.connection)).transpose()?;
        let itself = copied.map(|copy| std::mem::replace(&mut file.connection, copy));
        // What is rolled back stays in memory: nobody else sees any of it, and nothing of it reaches the disk.
        let begun = file.connection.execute_batch("PRAGMA cache_spill = OFF; BEGIN");
        let world = Arc::clone(&file.world);
        file.world = Arc::new(Then { at, now: Arc::clone(&world) });
        let revision = std::mem::replace(&mut file.revision, moment.seq);
        let begins = Self { file, world, revision, itself };
        begun?;
        Ok(begins)
    }
}

/// A copy of a file in memory.
fn copied(from: &Connection) -> Result<Connection> {
    let mut copy = Connection::open_in_memory()?;
    schema::settle(&copy)?;
    Backup::new(from, &mut copy)?.run_to_completion(i32::MAX, std::time::Duration::ZERO, None)?;
    Ok(copy)
}

fn size(of: &Connection) -> Result<i64> {
    let number = |name| of.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    Ok(number("page_count")? * number("page_size")?)
}

impl Drop for RolledBack<'_> {
    fn drop(&mut self) {
        self.file.world = Arc::clone(&self.world);
        self.file.revision = self.revision;
        if let Some(itself) = self.itself.take() {
            self.file.connection = itself;
            return;
        }
        // SQLite has ended it by itself where the disk failed; either way nothing was committed.
        let _ = self.file.connection.execute_batch("ROLLBACK");
        let _ = self.file.connection.execute_batch("PRAGMA cache_spill = ON");
    }
}

impl AuditFile {
    /// Reads the file as it stood at a moment, at an instant; as it stands where it cannot be rolled back.
    pub fn as_it_stood<T>(
        &mut self,
        (moment, at): (Moment, DateTime<Utc>),
        read: impl FnOnce(&Self) -> Result<T>,
    ) -> Result<T> {
        if self.read_only.is_some() && size(&self.connection)? > COPIED {
            return read(self);
        }
        let stood = RolledBack::begin(self, (moment, at))?;
        match roll_back(&stood.file.connection, moment) {
            Ok(()) => read(stood.file),
            Err(_) => {
                drop(stood);
                read(self)
            }
        }
    }

    /// Whether something was done since a moment of which the log keeps no images: returns taken in, workbooks written,
    /// texts taken out for good.
    pub fn has_gaps_since(&self, moment: Moment) -> Result<bool> {
        let sql = "SELECT 1 FROM operation WHERE seq > ?1 AND kind IN ('bulk', 'redaction') LIMIT 1";
        Ok(self.reader().one(sql, params![moment.seq], |_| Ok(()))?.is_some())
    }
}

/// Takes everything back that was done since a moment, the last first, and the log with it.
fn roll_back(connection: &Connection, moment: Moment) -> Result<()> {
    connection.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    let (last, _) = log::tip(connection)?;
    for seq in (moment.seq + 1..=last).rev() {
        image::put_back(connection, &log::changes(connection, seq)?)?;
    }
    connection.execute("DELETE FROM image WHERE seq > ?1", [moment.seq])?;
    connection.execute("DELETE FROM operation WHERE seq > ?1", [moment.seq])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Place, RATE, put};
    use super::super::{Operation, Row};
    use super::*;

    fn settings(file: &AuditFile) -> Vec<(String, String, Option<i64>)> {
        let sql = "SELECT id, name, pupils FROM setting ORDER BY rowid";
        file.reader().all(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).expect("read")
    }

    fn another(file: &mut AuditFile, id: &str, operation: Operation) {
        let row = Row::new("setting", id).text("kind", "school").text("name", id);
        file.transact(operation, id, |tx| tx.put(row)).expect("commits");
    }

    #[test]
    fn a_file_is_read_as_it_stood_and_stands_afterwards_as_it_did_before() {
        let place = Place::new();
        let mut file = place.create();
        put(&mut file, RATE, "First name");
        another(&mut file, "gone", RATE);
        another(&mut file, "stays", RATE);
        let (then, head, at) = (settings(&file), file.head().expect("a head"), place.world.now());
        place.world.pass(86_400 * 40);
        let pupils = Row::new("setting", "s").set("pupils", 12_i64).text("name", "Another name");
        file.transact(RATE, "s", |tx| tx.put(pupils)).expect("commits");
        file.transact(RATE, "gone", |tx| tx.remove("setting", "gone")).expect("commits");
        another(&mut file, "new", RATE);
        file.undo().expect("taken back");
        file.redo().expect("done again");
        let (now, tip) = (settings(&file), file.head().expect("a head"));
        let bytes = || std::fs::read(place.folder.path().join("Example.attest")).expect("there");
        let before = bytes();
        let moment = file.moment_of(&head).expect("read").expect("known");
        assert!(!file.has_gaps_since(moment).expect("read"));
        let read = file.as_it_stood((moment, at), |file| {
            assert_eq!((file.world().now(), file.head().expect("a head")), (at, head.clone()));
            assert_eq!(bytes(), before, "nothing of it reaches the disk");
            Ok(settings(file))
        });
        let mut sorted = read.expect("read");
        sorted.sort();
        let mut then = then;
        then.sort();
        assert_eq!(sorted, then);
        let failed = file.as_it_stood((moment, at), |_| Err::<(), _>(crate::error::Error::state("No.")));
        assert!(failed.is_err());
        let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            file.as_it_stood::<()>((moment, at), |_| panic!("in the middle of it"))
        }));
        assert!(panicked.is_err());
        assert_eq!((settings(&file), file.head().expect("a head")), (now, tip));
        assert_eq!(bytes(), before);
        assert!(place.world.now() > at && file.world().now() == place.world.now());
        put(&mut file, RATE, "It can be written");
        assert!(file.verify().is_ok());
    }

    #[test]
    fn a_file_that_can_only_be_read_is_read_as_it_stood_too_and_stays_as_it_is() {
        let place = Place::new();
        let mut file = place.create();
        put(&mut file, RATE, "First name");
        let (then, head, at) = (settings(&file), file.head().expect("a head"), place.world.now());
        place.world.pass(86_400);
        put(&mut file, RATE, "Another name");
        another(&mut file, "new", RATE);
        let path = place.folder.path().join("Example.attest");
        // Whoever has it goes on with it.
        let mut beside = AuditFile::open(&path, place.world.clone()).expect("opens");
        assert!(beside.read_only().is_some());
        let moment = beside.moment_of(&head).expect("read").expect("known");
        let now = settings(&beside);
        let read = beside.as_it_stood((moment, at), |beside| {
            assert_eq!((beside.world().now(), beside.head().expect("a head")), (at, head.clone()));
            Ok(settings(beside))
        });
        assert_eq!(read.expect("read"), then);
        let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            beside.as_it_stood::<()>((moment, at), |_| panic!("in the middle of it"))
        }));
        assert!(panicked.is_err());
        assert_eq!((settings(&beside), beside.head().expect("a head")), (now, file.head().expect("a head")));
        another(&mut file, "later", RATE);
        assert_eq!(settings(&beside).len(), 3, "it is the file itself again that is read");
        assert!(beside.transact(RATE, "s", |tx| tx.remove("setting", "s")).is_err());
    }

    #[test]
    fn what_a_bulk_operation_placed_since_stays_and_it_is_known_that_there_is_a_gap() {
        let place = Place::new();
        let mut file = place.create();
        put(&mut file, RATE, "First name");
        let (head, at) = (file.head().expect("a head"), place.world.now());
        another(&mut file, "placed", Operation::bulk("intake.place"));
        let moment = file.moment_of(&head).expect("read").expect("known");
        assert!(file.has_gaps_since(moment).expect("read"));
        let stood = file.as_it_stood((moment, at), |file| Ok(settings(file).len())).expect("read");
        assert_eq!(stood, 2);
    }
}
