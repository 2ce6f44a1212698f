//! The returns of a round gone through a stretch at a time, so that clicks go on beside it and a stop is heard.
//!
//! Refuses to know: what is heard in them.

use super::session::Session;
use crate::error::{Error, Result};
use crate::progress::Progress;
use crate::store::{AuditFile, Reader, Revision};
use crate::submission::accepted::Stretch;

/// A walk through the returns of the open file as it stood at the beginning.
pub(super) struct GoneThrough<'w> {
    session: &'w Session,
    progress: &'w Progress,
    revision: Revision,
}

impl<'w> GoneThrough<'w> {
    /// A walk that begins at a revision.
    pub fn at(session: &'w Session, progress: &'w Progress, revision: Revision) -> Self {
        Self { session, progress, revision }
    }

    /// Takes one step, during which the file is held; refuses where it is not what it was at the beginning.
    pub fn step<T>(&self, work: impl FnOnce(&AuditFile) -> Result<T>) -> Result<T> {
        self.progress.go_on()?;
        self.session.file(|file| if file.revision() == self.revision { work(file) } else { Err(moved()) })
    }

    /// Says how many returns are gone through in all.
    pub fn expect<'s>(&self, stretches: impl IntoIterator<Item = &'s Stretch>) {
        self.progress.expect(stretches.into_iter().map(|stretch| u64::from(stretch.returns)).sum());
    }

    /// Goes through stretches, each a step that is counted.
    pub fn each(
        &self,
        stretches: &[Stretch],
        mut hear: impl FnMut(Reader<'_>, Stretch) -> Result<()>,
    ) -> Result<()> {
        stretches.iter().try_for_each(|stretch| {
            self.step(|file| hear(file.reader(), *stretch))?;
            self.progress.step(u64::from(stretch.returns))
        })
    }
}

fn moved() -> Error {
    Error::state("Something in the file was changed while its returns were gone through.")
        .hint("Begin again; the figures are then those of the file as it is now.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::testing::{RETURNS, two_rounds};
    use crate::error::Kind;
    use crate::round;
    use crate::submission::accepted;

    #[test]
    fn every_return_is_gone_through_once_and_a_stop_is_heard_half_way() {
        let (_folder, session) = two_rounds();
        let (stretches, revision) = session
            .file(|file| {
                let round = round::current(file.reader())?.id;
                Ok((accepted::stretches(file.reader(), round)?, file.revision()))
            })
            .expect("read");
        assert!(stretches.len() > 1, "more than one stretch");
        let progress = Progress::default();
        let walk = GoneThrough::at(&session, &progress, revision);
        walk.expect(&stretches);
        let mut heard = Vec::new();
        let round = session.file(|file| Ok(round::current(file.reader())?.id)).expect("read");
        let hear = |reader: Reader<'_>, stretch: Stretch| {
            accepted::of(reader, round, stretch, |id, _| {
                heard.push(id);
                Ok(())
            })
        };
        walk.each(&stretches, hear).expect("gone through");
        assert!(heard.is_sorted() && heard.len() == RETURNS, "{} returns", heard.len());
        heard.dedup();
        assert_eq!(heard.len(), RETURNS);

        let mut steps = 0;
        let stopped = walk.each(&stretches, |_, _| {
            steps += 1;
            progress.stop();
            Ok(())
        });
        assert_eq!((stopped.map_err(|error| error.kind), steps), (Err(Kind::Stopped), 1));
    }
}
