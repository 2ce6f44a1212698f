//! A count that others may watch, and a flag that asks the work to stop.
//!
//! Refuses to know: threads, jobs and screens.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::error::{Error, Kind, Result};

/// How far a piece of work is. Clones share the same count.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    done: AtomicU64,
    total: AtomicU64,
    stop: Arc<AtomicBool>,
    stage: Mutex<Option<(&'static str, Progress)>>,
}

impl Progress {
    /// Says how many steps there are in all.
    pub fn expect(&self, total: u64) {
        self.0.total.store(total, Ordering::Relaxed);
    }

    /// Counts steps as done, and fails if somebody asked to stop.
    pub fn step(&self, steps: u64) -> Result<()> {
        self.0.done.fetch_add(steps, Ordering::Relaxed);
        self.go_on()
    }

    /// Does a stage that is counted by itself: while it lasts, its name and its count are what is seen. Whoever asks
    /// the whole to stop asks the stage.
    pub fn during<T>(&self, name: &'static str, work: impl FnOnce(&Self) -> Result<T>) -> Result<T> {
        let stage = Self(Arc::new(Counts { stop: Arc::clone(&self.0.stop), ..Counts::default() }));
        self.set_stage(Some((name, stage.clone())));
        let done = work(&stage);
        self.set_stage(None);
        done
    }

    /// Fails if somebody asked to stop.
    pub fn go_on(&self) -> Result<()> {
        if self.0.stop.load(Ordering::Relaxed) {
            return Err(Error::new(Kind::Stopped, "Stopped at your request."));
        }
        Ok(())
    }

    /// Asks the work to stop at its next step.
    pub fn stop(&self) {
        self.0.stop.store(true, Ordering::Relaxed);
    }

    /// Steps done, and steps in all (0 while that is not known).
    pub fn seen(&self) -> (u64, u64) {
        (self.0.done.load(Ordering::Relaxed), self.0.total.load(Ordering::Relaxed))
    }

    /// The stage that is being done, with its own count; none where the work is in no stage.
    pub fn stage(&self) -> Option<(&'static str, (u64, u64))> {
        let stage = self.0.stage.lock().unwrap_or_else(PoisonError::into_inner);
        stage.as_ref().map(|(name, progress)| (*name, progress.seen()))
    }

    fn set_stage(&self, stage: Option<(&'static str, Self)>) {
        *self.0.stage.lock().unwrap_or_else(PoisonError::into_inner) = stage;
    }
}

/// A number of things as a number of steps.
pub fn count(things: usize) -> u64 {
    u64::try_from(things).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stopped_count_fails_at_the_next_step() {
        let progress = Progress::default();
        progress.expect(2);
        progress.step(1).expect("nobody asked to stop");
        progress.clone().stop();
        assert_eq!(progress.step(1).map_err(|error| error.kind), Err(Kind::Stopped));
        assert_eq!(progress.seen(), (2, 2));
    }

    #[test]
    fn a_stage_is_counted_by_itself_seen_while_it_lasts_and_stopped_with_the_whole() {
        let progress = Progress::default();
        progress.expect(2);
        let stopped = progress.during("file.back_up", |stage| {
            stage.expect(7);
            stage.step(3)?;
            progress.step(1)?;
            assert_eq!((progress.stage(), progress.seen()), (Some(("file.back_up", (3, 7))), (1, 2)));
            progress.stop();
            stage.go_on()
        });
        assert_eq!(stopped.map_err(|error| error.kind), Err(Kind::Stopped));
        assert_eq!((progress.stage(), progress.seen()), (None, (1, 2)));
    }
}
