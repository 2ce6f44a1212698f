//! Whether a dialog of the system is open: then it is the person who works, not the program.
//!
//! Refuses to know: which dialog, and what was chosen in it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::call::Nothing;
use super::session::{Desktop, Session};
use crate::error::Result;

/// `dialog.show`: whether one is open.
pub fn show(session: &Session, _: Nothing) -> Result<bool> {
    Ok(session.asks())
}

/// A desktop that knows whether one of its dialogs is open.
pub(super) struct Asking {
    desktop: Arc<dyn Desktop>,
    open: AtomicUsize,
}

impl Asking {
    pub fn of(desktop: Arc<dyn Desktop>) -> Self {
        Self { desktop, open: AtomicUsize::new(0) }
    }

    pub fn is_open(&self) -> bool {
        self.open.load(Ordering::Relaxed) > 0
    }

    fn during<T>(&self, ask: impl FnOnce(&dyn Desktop) -> T) -> T {
        struct Open<'a>(&'a AtomicUsize);
        impl Drop for Open<'_> {
            fn drop(&mut self) {
                self.0.fetch_sub(1, Ordering::Relaxed);
            }
        }
        self.open.fetch_add(1, Ordering::Relaxed);
        let _open = Open(&self.open);
        ask(self.desktop.as_ref())
    }
}

impl Desktop for Asking {
    fn pick_files(&self, title: &str, endings: &[&str]) -> Option<Vec<PathBuf>> {
        self.during(|desktop| desktop.pick_files(title, endings))
    }

    fn pick_folder(&self, title: &str) -> Option<PathBuf> {
        self.during(|desktop| desktop.pick_folder(title))
    }

    fn pick_save(&self, title: &str, suggested: &str) -> Option<PathBuf> {
        self.during(|desktop| desktop.pick_save(title, suggested))
    }

    fn reveal(&self, path: &Path) -> Result<()> {
        self.desktop.reveal(path)
    }

    fn dropped(&self) -> Vec<PathBuf> {
        self.desktop.dropped()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::sync::{Mutex, PoisonError};

    use super::*;
    use crate::api::testing::session_at;

    /// A desk at which a dialog stays open until it is told to close.
    struct Slow(Mutex<(mpsc::Sender<()>, mpsc::Receiver<()>)>);

    impl Desktop for Slow {
        fn pick_files(&self, _: &str, _: &[&str]) -> Option<Vec<PathBuf>> {
            None
        }
        fn pick_folder(&self, _: &str) -> Option<PathBuf> {
            let desk = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            desk.0.send(()).expect("heard");
            desk.1.recv().expect("told");
            None
        }
        fn pick_save(&self, _: &str, _: &str) -> Option<PathBuf> {
            panic!("on purpose")
        }
        fn reveal(&self, _: &Path) -> Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_dialog_is_open_from_the_question_to_the_answer_and_not_after_a_fault() {
        let ((opened, open), (close, closed)) = (mpsc::channel(), mpsc::channel());
        let session = session_at(Arc::new(Slow(Mutex::new((opened, closed)))));
        let is_open = || show(&session, Nothing {}).expect("said");
        assert!(!is_open());
        std::thread::scope(|scope| {
            scope.spawn(|| session.desktop().pick_folder("Choose"));
            open.recv().expect("it opens");
            assert!(is_open());
            close.send(()).expect("it listens");
        });
        assert!(!is_open());
        let fell = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            session.desktop().pick_save("Save", "a.xlsx")
        }));
        assert!(fell.is_err() && !is_open());
    }
}
