//! What is open at one screen: the file, the running job, and what is asked of a desktop.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use super::dialog::Asking;
use super::job::Running;
use super::lists::OpenList;
use super::own_workbook::Bench;
use super::pending::Pending;
use super::person::Person;
use super::preferences::Keeping;
use super::template::Shelf;
use super::views::FileState;
use super::written::KeptWords;
use crate::analysis::grid::Kept;
use crate::error::{Error, Result};
use crate::round::{self, Round, RoundId};
use crate::store::AuditFile;
use crate::submission::{self, Submission, SubmissionId};
use crate::workbook::Reads;
use crate::world::World;

/// What only a desktop can do: dialogs. The page never sees a path.
pub trait Desktop: Send + Sync {
    /// Asks for one or more existing files with one of these endings (`xlsx`, `attest`).
    fn pick_files(&self, title: &str, endings: &[&str]) -> Option<Vec<PathBuf>>;
    /// Asks for a folder.
    fn pick_folder(&self, title: &str) -> Option<PathBuf>;
    /// Asks where to save, with a suggested name.
    fn pick_save(&self, title: &str, suggested: &str) -> Option<PathBuf>;
    /// Shows a written file in its folder.
    fn reveal(&self, path: &Path) -> Result<()>;
    /// What was dropped on the window and not asked for yet; a desktop without a window has nothing.
    fn dropped(&self) -> Vec<PathBuf> {
        Vec::new()
    }
}

/// One screen's open file and surroundings; commands are given a `&Session`. Clones share everything.
#[derive(Clone)]
pub struct Session(Arc<Inside>);

struct Inside {
    world: Arc<dyn World>,
    desktop: Asking,
    file: Mutex<Option<Open>>,
    job: Mutex<Option<Running>>,
    preferences: Arc<Mutex<Keeping>>,
    reads: OnceLock<Arc<dyn Reads + Send + Sync>>,
    figures: Mutex<Kept>,
    shelf: Mutex<Shelf>,
    pending: Mutex<Option<Pending>>,
    bench: Mutex<Bench>,
    round: Mutex<Option<RoundId>>,
    list: Mutex<Option<OpenList>>,
    words: Mutex<KeptWords>,
}

/// The file that is open, where it stands, and which of its audits is being looked at.
struct Open {
    path: PathBuf,
    file: AuditFile,
    chosen: Option<SubmissionId>,
}

impl Session {
    /// A session with no file open, whose preferences last as long as it does.
    pub fn new(world: Arc<dyn World>, desktop: Arc<dyn Desktop>) -> Self {
        Self::made(world, desktop, Keeping::nowhere())
    }

    /// A session with no file open, whose preferences are kept in a file of the user.
    pub fn with_preferences(world: Arc<dyn World>, desktop: Arc<dyn Desktop>, path: PathBuf) -> Self {
        Self::made(world, desktop, Keeping::at(path))
    }

    fn made(world: Arc<dyn World>, desktop: Arc<dyn Desktop>, preferences: Keeping) -> Self {
        let preferences = Arc::new(Mutex::new(preferences));
        let world: Arc<dyn World> = Arc::new(Person::in_world(world, Arc::clone(&preferences)));
        let (file, job) = (Mutex::new(None), Mutex::new(None));
        Self(Arc::new(Inside {
            world,
            desktop: Asking::of(desktop),
            file,
            job,
            preferences,
            reads: OnceLock::new(),
            figures: Mutex::default(),
            shelf: Mutex::default(),
            pending: Mutex::default(),
            bench: Mutex::default(),
            round: Mutex::default(),
            list: Mutex::default(),
            words: Mutex::default(),
        }))
    }

    /// Works on the open file; refuses where none is open. A job does this chunk by chunk, so that clicks go on.
    pub fn file<T>(&self, work: impl FnOnce(&mut AuditFile) -> Result<T>) -> Result<T> {
        work(&mut held(&self.0.file).as_mut().ok_or_else(nothing_open)?.file)
    }

    /// Works on the audit that is being looked at: the one chosen, else the one begun last. Every command of a
    /// setting goes through here.
    pub fn audit<T>(&self, work: impl FnOnce(&mut AuditFile, SubmissionId) -> Result<T>) -> Result<T> {
        let mut slot = held(&self.0.file);
        let Open { file, chosen, .. } = slot.as_mut().ok_or_else(nothing_open)?;
        let id = match chosen {
            Some(id) => *id,
            None => submission::current(file.reader())?.id,
        };
        work(file, id)
    }

    /// Works on the submission in view.
    pub fn submission<T>(&self, work: impl FnOnce(&mut AuditFile, &Submission) -> Result<T>) -> Result<T> {
        self.audit(|file, id| {
            let submission = submission::load(file.reader(), id)?;
            work(file, &submission)
        })
    }

    /// The round in view: the one chosen, else the one begun last. Every command of a partnership goes through here.
    pub fn round(&self, file: &AuditFile) -> Result<Round> {
        super::round::partnership(file)?;
        let reader = file.reader();
        let chosen = *held(&self.0.round);
        // A round whose beginning was undone is there no more.
        chosen.and_then(|id| round::load(reader, id).ok()).map_or_else(|| round::current(reader), Ok)
    }

    /// From now on has another round of the open file in view.
    pub(super) fn look_at_round(&self, round: RoundId) {
        *held(&self.0.round) = Some(round);
    }

    /// From now on looks at another audit of the open file.
    pub(super) fn look_at(&self, audit: SubmissionId) {
        if let Some(open) = held(&self.0.file).as_mut() {
            open.chosen = Some(audit);
        }
    }

    /// Where the open file stands; for the core's own use, never for the page.
    pub fn path(&self) -> Result<PathBuf> {
        held(&self.0.file).as_ref().map(|open| open.path.clone()).ok_or_else(nothing_open)
    }

    /// Makes a file the open one, in the place of any other.
    pub fn take(&self, path: &Path, file: AuditFile) -> Result<()> {
        self.refuse_while_working()?;
        *held(&self.0.file) = Some(Open { path: path.to_owned(), file, chosen: None });
        *held(&self.0.round) = None;
        *held(&self.0.list) = None;
        self.put_away_job();
        Ok(())
    }

    /// Closes the file, if one is open.
    pub fn close(&self) -> Result<()> {
        self.refuse_while_working()?;
        *held(&self.0.file) = None;
        *self.pending() = None;
        self.put_away_job();
        Ok(())
    }

    /// The state of the open file, as it goes with every reply.
    pub fn file_state(&self) -> Option<FileState> {
        let slot = held(&self.0.file);
        let Open { path, file, .. } = slot.as_ref()?;
        Some(FileState {
            name: name_of(path),
            kind: file.kind(),
            revision: file.revision(),
            undo: file.can_undo().map(ToOwned::to_owned),
            undo_target: file.undo_target().map(ToOwned::to_owned),
            redo: file.can_redo().map(ToOwned::to_owned),
            redo_target: file.redo_target().map(ToOwned::to_owned),
            read_only: file.read_only().map(ToOwned::to_owned),
            remark: file.remark().map(ToOwned::to_owned),
        })
    }

    /// The world.
    pub fn world(&self) -> &Arc<dyn World> {
        &self.0.world
    }

    /// The desktop.
    pub fn desktop(&self) -> &dyn Desktop {
        &self.0.desktop
    }

    /// Whether one of the desktop's dialogs is open.
    pub(super) fn asks(&self) -> bool {
        self.0.desktop.is_open()
    }

    /// The same session with what reads returned workbooks.
    #[must_use]
    pub fn with_reads(self, reads: Arc<dyn Reads + Send + Sync>) -> Self {
        self.0.reads.get_or_init(|| reads);
        self
    }

    pub(super) fn reads(&self) -> Result<Arc<dyn Reads + Send + Sync>> {
        self.0.reads.get().cloned().ok_or_else(super::intake::no_reader)
    }

    /// The templates that were opened or made since Attest was started.
    pub(super) fn shelf(&self) -> MutexGuard<'_, Shelf> {
        held(&self.0.shelf)
    }

    /// The workbook that was chosen to be read.
    pub(super) fn pending(&self) -> MutexGuard<'_, Option<Pending>> {
        held(&self.0.pending)
    }

    /// The workbook that lies open to be made into an audit tool.
    pub(super) fn bench(&self) -> MutexGuard<'_, Bench> {
        held(&self.0.bench)
    }

    /// The list that is being looked at on its way into the register.
    pub(super) fn list(&self) -> MutexGuard<'_, Option<OpenList>> {
        held(&self.0.list)
    }

    /// The figures of the round that were read last.
    pub(super) fn figures(&self) -> MutexGuard<'_, Kept> {
        held(&self.0.figures)
    }

    /// The index of what was looked through last.
    pub(super) fn words(&self) -> MutexGuard<'_, KeptWords> {
        held(&self.0.words)
    }

    pub(super) fn job(&self) -> MutexGuard<'_, Option<Running>> {
        held(&self.0.job)
    }

    pub(super) fn preferences(&self) -> MutexGuard<'_, Keeping> {
        held(&self.0.preferences)
    }

    /// Refuses while a job works on the file.
    pub fn refuse_while_working(&self) -> Result<()> {
        match self.job().as_ref() {
            Some(job) if job.is_running() => Err(Error::state("Attest is still working on the open file.")
                .hint("Wait until it is done, or stop it first.")),
            Some(_) | None => Ok(()),
        }
    }

    fn put_away_job(&self) {
        *self.job() = None;
    }
}

/// A file's name as it is shown: without folder and without `.attest`.
pub fn name_of(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The last name of the folder in which a file stands.
pub fn folder_of(path: &Path) -> String {
    path.parent()
        .and_then(Path::file_name)
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn nothing_open() -> Error {
    Error::state("No file is open.").hint("Open a file or start a new audit on the first screen.")
}

/// A lock that outlives a panic: what it guards is whole at every step.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
