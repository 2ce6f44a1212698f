//! A file that is locked with a password: known as such, and opened with the one that the officer types.
//!
//! The password is used once and kept nowhere. Refuses to know: how a package is enciphered.

use super::again::look_again;
use super::kept;
use super::original::{self, OriginalId};
use super::place::Lends;
use super::remembered::Asked;
use crate::error::{Error, Result};
use crate::progress::Progress;
use crate::round::RoundId;
use crate::store::Operation;
use crate::workbook::Reads;

/// A locked file was opened.
pub const UNLOCK: Operation = Operation::bulk("needs.unlock");

/// The first bytes of an OLE container, in which Excel keeps a locked workbook.
const CONTAINER: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Whether a file that could not be read is locked with a password.
pub fn is_locked(bytes: &[u8], refused: &Error) -> bool {
    bytes.starts_with(&CONTAINER) && refused.message.contains("password")
}

/// Opens a locked file, keeps it beside the bytes that came, and takes in what is in it.
pub fn unlock(
    desk: &impl Lends,
    reads: &dyn Reads,
    round: RoundId,
    id: OriginalId,
    password: &str,
) -> Result<()> {
    let bytes = desk.file(|file| {
        let kept = kept::original(file.reader(), id)?;
        if kept.asks != Some(Asked::Locked) {
            return Err(Error::state("That file is not locked.").hint("Go on with the next one in the list."));
        }
        kept::bytes(file.reader(), id)
    })?;
    let opened = reads.unlock(&bytes, password)?;
    desk.file(|file| file.transact(UNLOCK, &id.to_string(), |tx| original::put_opened(tx, id, &opened)))?;
    look_again(desk, reads, &Progress::default(), round, &[id]).map(drop)
}
