//! One running child: a question goes in, its answer comes out, and a watch ends it when it takes too long.

use std::io::{BufReader, Error, ErrorKind};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::ARGUMENT;
use crate::child::{give, take};

/// No answer is longer; one that is comes of a file that no return is.
const LONGEST: u64 = 64 * 1024 * 1024;
/// How often the watch looks at a child while it has the whole of its patience.
const LOOKS: u32 = 20;

/// A child that waits for its next question.
pub struct Running {
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    watched: Arc<Watched>,
    /// What the templates that it keeps are known by.
    pub keeps: String,
    /// How many files it has read.
    pub files: u32,
    /// What holds it on Windows.
    #[cfg(windows)]
    _job: crate::job::Job,
}

/// What the watch sees of a child.
struct Watched {
    child: Mutex<Child>,
    /// Grows with every question and every answer: odd while it is at work.
    turn: AtomicU64,
    slow: AtomicBool,
    ended: AtomicBool,
}

/// Why a child gave no answer.
pub enum Silent {
    /// It took too long.
    Slow,
    /// It is gone.
    Gone,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.watched.ended.store(true, Ordering::Relaxed);
        self.watched.end();
    }
}

impl Running {
    /// Starts a child of an executable.
    pub fn start(program: &Path, patience: Duration) -> std::io::Result<Self> {
        let mut child = Command::new(program)
            .arg(ARGUMENT)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        #[cfg(windows)]
        let job = crate::job::Job::around(&child)?;
        let gone = || Error::from(ErrorKind::BrokenPipe);
        let input = child.stdin.take().ok_or_else(gone)?;
        let output = child.stdout.take().ok_or_else(gone)?;
        let watched = Arc::new(Watched {
            child: Mutex::new(child),
            turn: AtomicU64::new(0),
            slow: AtomicBool::new(false),
            ended: AtomicBool::new(false),
        });
        let watch = Arc::clone(&watched);
        std::thread::Builder::new().name("watch".to_owned()).spawn(move || watch.look(patience / LOOKS))?;
        Ok(Self {
            input,
            output: BufReader::new(output),
            watched,
            keeps: String::new(),
            files: 0,
            #[cfg(windows)]
            _job: job,
        })
    }

    /// Asks it; one that gave no answer is of no more use.
    pub fn ask(&mut self, question: &[&[u8]]) -> Result<Vec<u8>, Silent> {
        self.watched.turn.fetch_add(1, Ordering::Relaxed);
        let answer = give(&mut self.input, question).and_then(|()| take(&mut self.output, LONGEST));
        self.watched.turn.fetch_add(1, Ordering::Relaxed);
        match answer {
            Ok(Some(answer)) => Ok(answer),
            Ok(None) | Err(_) if self.watched.slow.load(Ordering::Relaxed) => Err(Silent::Slow),
            Ok(None) | Err(_) => Err(Silent::Gone),
        }
    }
}

impl Watched {
    /// Looks now and then whether the child is still at the same question.
    fn look(&self, pause: Duration) {
        let (mut seen, mut looks) = (0, 0);
        while !self.ended.load(Ordering::Relaxed) {
            std::thread::sleep(pause);
            let turn = self.turn.load(Ordering::Relaxed);
            looks = if turn == seen { looks + 1 } else { 0 };
            seen = turn;
            if turn % 2 == 1 && looks >= LOOKS {
                self.slow.store(true, Ordering::Relaxed);
                self.end();
                return;
            }
        }
    }

    fn end(&self) {
        let mut child = self.child.lock().unwrap_or_else(PoisonError::into_inner);
        // Already gone is as good as ended.
        drop(child.kill());
        drop(child.wait());
    }
}
