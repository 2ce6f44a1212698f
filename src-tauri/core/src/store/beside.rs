//! Backing an open file up by a connection of its own, so that the file itself is free meanwhile.
//!
//! Refuses to know: where backups go and how they are named.

use std::sync::Arc;

use rusqlite::{Connection, OpenFlags};

use super::{AuditFile, backup, schema};
use crate::error::Result;
use crate::progress::Progress;
use crate::world::World;

/// A connection of its own to an open file.
pub struct Beside {
    connection: Connection,
    world: Arc<dyn World>,
}

impl AuditFile {
    /// What backs this file up beside it; none where its path cannot be said in letters.
    pub fn beside(&self) -> Result<Option<Beside>> {
        self.steps.close_typing();
        let Some(path) = self.connection.path().filter(|path| !path.is_empty()) else { return Ok(None) };
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        schema::settle(&connection)?;
        Ok(Some(Beside { connection, world: Arc::clone(&self.world) }))
    }

    /// Keeps what a person should know of a backup; one that went well says nothing.
    pub fn remarked(&mut self, remark: Option<String>) {
        self.remark = remark.or(self.remark.take());
    }
}

impl Beside {
    /// Makes a backup; a change of the file meanwhile makes it begin again. Stopped, there is none. Gives what a
    /// person should be told although it was made.
    pub fn back_up(&self, reason: &str, progress: &Progress) -> Result<Option<String>> {
        let (_, remark) = backup::both(&self.connection, self.world.as_ref(), reason, progress)?;
        progress.go_on().map(|()| remark)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Place, RATE, put, put_original};
    use super::*;
    use crate::error::Kind;

    #[test]
    fn a_copy_made_beside_leaves_the_file_free_is_counted_and_holds_what_was_changed_until_then() {
        let place = Place::new();
        let mut file = place.create();
        // More pages than are copied at a step: numbers without order, which hardly pack.
        let numbers = (1..1_200_000_u64).map(|n| format!("{:016x}", n.wrapping_mul(0x9E37_79B9_7F4A_7C15)));
        put_original(&mut file, &numbers.collect::<String>());
        let beside = file.beside().expect("read").expect("a path in letters");
        put(&mut file, RATE, "Two");
        let progress = Progress::default();
        assert_eq!(beside.back_up("before intake", &progress).expect("writes"), None);
        let (done, total) = progress.seen();
        assert!(done > 0 && done <= total, "{done} of {total} pages");
        let kept = file.backups().expect("lists");
        assert_eq!(
            (kept.len(), kept[0].revision, kept[0].reason.as_str()),
            (1, file.revision().0, "before intake")
        );
        progress.stop();
        let stopped = beside.back_up("before intake", &progress).map_err(|error| error.kind);
        assert_eq!((stopped, file.backups().expect("lists").len()), (Err(Kind::Stopped), 1));
        place.world.keep_further_backups(place.folder.path().join("gone"));
        let remark = beside.back_up("again", &Progress::default()).expect("writes");
        file.remarked(remark);
        file.remarked(None);
        assert!(file.remark().expect("a remark").contains("folder that you chose"));
    }
}
