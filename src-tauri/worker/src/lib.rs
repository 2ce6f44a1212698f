//! Starts the reading child process with its caps; nothing else.
//!
//! A file from outside may make a reader run out of memory, and that cannot be caught: so the same
//! executable is started again, with a cap on its memory and its time, and reads there. A file that ends
//! the child could not be read safely; the next file gets a new child.
//!
//! The kernel caps memory and processor time (limits on Linux and macOS, a job on Windows), the parent's watch
//! caps the time of each file, and a gate keeps all children together small. Refuses to know: what a workbook is.

mod caps;
mod child;
mod gate;
#[cfg(windows)]
mod job;
mod parent;
mod running;

pub use child::{branch_off, branch_off_with};
pub use parent::Worker;

/// The hidden argument by which the executable knows that it is the child.
const ARGUMENT: &str = "--attest-read";
