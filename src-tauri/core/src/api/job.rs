//! What takes longer than a second: one job at a time, on a thread of its own, watched and stopped from the page.
//!
//! Refuses to know: what the work is. The work holds the file only chunk by chunk, so that clicks go on.

use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, PoisonError};

use super::call::{Nothing, guarded};
use super::session::Session;
use super::views::{JobState, JobView};
use crate::error::{Error, Kind, Result};
use crate::progress::Progress;

/// A job that was started, and how it ended once it has.
pub struct Running {
    name: &'static str,
    progress: Progress,
    end: Arc<Mutex<Option<Result<String>>>>,
}

/// The last job started on this file, running or ended; none where there was none.
pub fn show(session: &Session, _: Nothing) -> Result<Option<JobView>> {
    Ok(session.job().as_ref().map(Running::view))
}

/// Asks the running job to stop after its current step.
pub fn stop(session: &Session, _: Nothing) -> Result<Option<JobView>> {
    let slot = session.job();
    Ok(slot.as_ref().map(|job| {
        job.progress.stop();
        job.view()
    }))
}

/// Starts a job; refuses while another runs. The work gives the sentence that is said at its end.
pub fn start(
    session: &Session,
    name: &'static str,
    work: impl FnOnce(&Session, &Progress) -> Result<String> + Send + 'static,
) -> Result<JobView> {
    let mut slot = session.job();
    refuse_second(slot.as_ref())?;
    let job = Running::named(name);
    spawn(session.clone(), &job, work)?;
    Ok(slot.insert(job).view())
}

/// Does a piece of work within the request that asks for it, to be watched and stopped as a job while it lasts: for
/// what is mostly over at once. Afterwards the last job is again the one that it was.
pub fn here<T>(
    session: &Session,
    name: &'static str,
    work: impl FnOnce(&Progress) -> Result<T>,
) -> Result<T> {
    let job = Running::named(name);
    let progress = job.progress.clone();
    let before = {
        let mut slot = session.job();
        refuse_second(slot.as_ref())?;
        slot.replace(job)
    };
    let done = guarded(AssertUnwindSafe(|| work(&progress)));
    *session.job() = before;
    done
}

/// The same for work that may be done beside a job: while one runs, it is that job which is watched, and not this.
pub fn beside<T>(
    session: &Session,
    name: &'static str,
    work: impl FnOnce(&Progress) -> Result<T>,
) -> Result<T> {
    if session.job().as_ref().is_some_and(Running::is_running) {
        return work(&Progress::default());
    }
    here(session, name, work)
}

fn refuse_second(running: Option<&Running>) -> Result<()> {
    if running.is_some_and(Running::is_running) {
        return Err(Error::state("Attest is already working on something.")
            .hint("Wait until it is done, or stop it first."));
    }
    Ok(())
}

fn spawn(
    session: Session,
    job: &Running,
    work: impl FnOnce(&Session, &Progress) -> Result<String> + Send + 'static,
) -> Result<()> {
    let (progress, end) = (job.progress.clone(), Arc::clone(&job.end));
    let thread = std::thread::Builder::new().name(job.name.to_owned());
    let run = move || {
        let ended = guarded(AssertUnwindSafe(|| work(&session, &progress)));
        *end.lock().unwrap_or_else(PoisonError::into_inner) = Some(ended);
    };
    thread.spawn(run).map(drop).map_err(|_| {
        Error::new(Kind::Disk, "This computer has no room to start another piece of work.")
            .hint("Close other programs and try again.")
    })
}

impl Running {
    fn named(name: &'static str) -> Self {
        Self { name, progress: Progress::default(), end: Arc::default() }
    }

    /// Whether it has not ended yet.
    pub fn is_running(&self) -> bool {
        self.end.lock().unwrap_or_else(PoisonError::into_inner).is_none()
    }

    fn view(&self) -> JobView {
        let (name, (done, total)) = self.progress.stage().unwrap_or((self.name, self.progress.seen()));
        let (state, message, hint) = self.ending();
        JobView { name: name.to_owned(), done: clamped(done), total: clamped(total), state, message, hint }
    }

    fn ending(&self) -> (JobState, String, String) {
        match &*self.end.lock().unwrap_or_else(PoisonError::into_inner) {
            None => (JobState::Running, String::new(), String::new()),
            Some(Ok(sentence)) => (JobState::Done, sentence.clone(), String::new()),
            Some(Err(error)) if error.kind == Kind::Stopped => {
                (JobState::Stopped, error.message.clone(), error.hint.clone())
            }
            Some(Err(error)) => (JobState::Failed, error.message.clone(), error.hint.clone()),
        }
    }
}

fn clamped(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;
    use crate::api::testing::session;

    fn settled(session: &Session) -> JobView {
        loop {
            let view = show(session, Nothing {}).expect("a job can be looked at").expect("there is one");
            if view.state != JobState::Running {
                return view;
            }
            std::thread::yield_now();
        }
    }

    #[test]
    fn a_job_counts_and_says_its_sentence() {
        let session = session();
        let work = |_: &Session, progress: &Progress| {
            progress.expect(3);
            progress.step(3)?;
            Ok("3 files read.".to_owned())
        };
        start(&session, "intake.files", work).expect("nothing else runs");
        let view = settled(&session);
        assert_eq!((view.state, view.done, view.total), (JobState::Done, 3, 3));
        assert_eq!(view.message, "3 files read.");
    }

    #[test]
    fn a_second_job_and_closing_are_refused_while_one_runs_and_stop_stops_it() {
        let session = session();
        let (tell, told) = mpsc::channel::<()>();
        let work = move |_: &Session, progress: &Progress| {
            let _ = told.recv();
            progress.step(1)?;
            Ok(String::new())
        };
        start(&session, "intake.files", work).expect("nothing else runs");
        let second = start(&session, "intake.folder", |_, _| Ok(String::new()));
        assert_eq!(second.map_err(|error| error.kind), Err(Kind::State));
        assert_eq!(session.close().map_err(|error| error.kind), Err(Kind::State));
        stop(&session, Nothing {}).expect("it can be stopped");
        tell.send(()).expect("the job still listens");
        assert_eq!(settled(&session).state, JobState::Stopped);
        session.close().expect("nothing runs any more");
    }

    #[test]
    fn work_within_a_request_is_watched_and_stopped_like_a_job_and_leaves_the_last_one_to_be_seen() {
        let session = session();
        start(&session, "intake.files", |_, _| Ok("Read.".to_owned())).expect("nothing else runs");
        settled(&session);
        let stopped = here(&session, "file.check", |progress| {
            let view = stop(&session, Nothing {})?.expect("it is the job");
            assert_eq!((view.name.as_str(), view.state), ("file.check", JobState::Running));
            assert_eq!(session.refuse_while_working().map_err(|error| error.kind), Err(Kind::State));
            progress.step(1)
        });
        assert_eq!(stopped.map_err(|error| error.kind), Err(Kind::Stopped));
        assert_eq!(settled(&session).message, "Read.");
        let fell = here(&session, "file.check", |_| -> Result<()> { panic!("on purpose") });
        assert_eq!(fell.map_err(|error| error.kind), Err(Kind::Fault));
        assert_eq!(settled(&session).name, "intake.files");
    }

    #[test]
    fn a_stage_of_a_job_is_what_is_seen_while_it_lasts() {
        let session = session();
        let seen = here(&session, "intake.files", |progress| {
            progress.expect(2);
            progress.during("file.copy", |stage| {
                stage.expect(9);
                stage.step(4)?;
                show(&session, Nothing {})
            })
        });
        let view = seen.expect("done").expect("it is the job");
        assert_eq!((view.name.as_str(), view.done, view.total), ("file.copy", 4, 9));
    }

    #[test]
    fn a_panic_in_a_job_is_said_as_a_fault() {
        let session = session();
        start(&session, "intake.files", |_, _| panic!("on purpose")).expect("nothing else runs");
        let view = settled(&session);
        assert_eq!(view.state, JobState::Failed);
        assert!(view.message.contains("fault"), "{}", view.message);
    }
}
