//! The safety copy before an intake: made beside the open file, so that clicks go on and a stop is heard.
//!
//! Refuses to know: what is taken in afterwards.

use super::place::Lends;
use crate::error::Result;
use crate::progress::Progress;

/// The stage of a job in which the open file is copied.
pub const STAGE: &str = "file.copy";
/// What the copy is called.
const REASON: &str = "before intake";

/// Keeps a copy of the open file. Stopped, there is none, and nothing was changed.
pub fn copy(desk: &impl Lends, progress: &Progress) -> Result<()> {
    progress.during(STAGE, |progress| beside(desk, progress, REASON))
}

/// Copies the open file by a connection of its own.
pub fn beside(desk: &impl Lends, progress: &Progress, reason: &str) -> Result<()> {
    let Some(beside) = desk.file(|file| file.beside())? else {
        return desk.file(|file| file.backup(reason).map(drop));
    };
    let remark = beside.back_up(reason, progress)?;
    desk.file(|file| {
        file.remarked(remark);
        Ok(())
    })
}
