//! What may take over a second: one job at a time, with a count that the page polls and a stop.
//!
//! The work runs on a thread of its own and holds the file for a chunk at a time, so that clicks go on.

use std::sync::{Arc, Mutex, PoisonError};

use super::gateway::Nothing;
use super::session::Session;
use super::views::{JobState, JobView};
use crate::error::{Error, Kind, Result};
use crate::progress::Progress;

/// A piece of work that is running or has ended.
pub struct Job {
    name: &'static str,
    progress: Progress,
    ended: Arc<Mutex<Option<Result<()>>>>,
}

impl Job {
    /// Whether it still runs.
    pub fn is_running(&self) -> bool {
        self.ended.lock().unwrap_or_else(PoisonError::into_inner).is_none()
    }

    fn view(&self) -> JobView {
        let (done, total) = self.progress.seen();
        let ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let (state, message, hint) = match ended {
            None => (JobState::Running, String::new(), String::new()),
            Some(Ok(())) => (JobState::Done, String::new(), String::new()),
            Some(Err(error)) if error.kind == Kind::Stopped => (JobState::Stopped, error.message, error.hint),
            Some(Err(error)) => (JobState::Failed, error.message, error.hint),
        };
        let count = |steps| u32::try_from(steps).unwrap_or(u32::MAX);
        JobView { name: self.name.to_owned(), done: count(done), total: count(total), state, message, hint }
    }
}

/// Starts a job; refuses while another runs.
pub fn start(
    session: &Arc<Session>,
    name: &'static str,
    work: impl FnOnce(&Arc<Session>, &Progress) -> Result<()> + Send + 'static,
) -> Result<JobView> {
    let mut slot = session.job();
    if slot.as_ref().is_some_and(Job::is_running) {
        return Err(Error::state("Something else is still running.").hint("Wait for it, or stop it, then try again."));
    }
    let job = Job { name, progress: Progress::default(), ended: Arc::default() };
    let (own, progress, ended) = (Arc::clone(session), job.progress.clone(), Arc::clone(&job.ended));
    std::thread::spawn(move || {
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| work(&own, &progress)));
        let result = result.unwrap_or_else(|_| Err(Error::fault("Something went wrong inside Attest.")));
        *ended.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
    });
    let view = job.view();
    *slot = Some(job);
    Ok(view)
}

/// `job.show`.
pub fn show(session: &Arc<Session>, _: Nothing) -> Result<Option<JobView>> {
    Ok(session.job().as_ref().map(Job::view))
}

/// `job.stop`.
pub fn stop(session: &Arc<Session>, _: Nothing) -> Result<Option<JobView>> {
    let slot = session.job();
    if let Some(job) = slot.as_ref() {
        job.progress.stop();
    }
    Ok(slot.as_ref().map(Job::view))
}
