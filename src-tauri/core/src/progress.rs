//! A count that others may watch, and a flag that asks the work to stop.
//!
//! Refuses to know: threads, jobs and screens.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use crate::error::{Error, Kind, Result};

/// How far a piece of work is. Clones share the same count.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    done: AtomicU64,
    total: AtomicU64,
    stop: AtomicBool,
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
}
