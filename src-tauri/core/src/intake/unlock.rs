//! A file that is locked with a password: known as such, and opened with the one that the officer types.
//!
//! The password is used once and kept nowhere. Refuses to know: how a package is enciphered.

use crate::error::Error;

/// The first bytes of an OLE container, in which Excel keeps a locked workbook.
const CONTAINER: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Whether a file that could not be read is locked with a password.
pub fn is_locked(bytes: &[u8], refused: &Error) -> bool {
    bytes.starts_with(&CONTAINER) && refused.message.contains("password")
}
