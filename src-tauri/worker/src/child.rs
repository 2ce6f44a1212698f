//! One reading child: asked over its pipes, ended when it is late or done with.

use std::path::Path;
use std::process::{ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use crate::{BRANCH, frame};

/// How a child ended that gave no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// It broke off.
    Killed,
    /// It was ended because it took too long.
    Late,
}

/// A child that waits for a question.
pub struct Child {
    process: std::process::Child,
    questions: Option<ChildStdin>,
    answers: Receiver<Vec<u8>>,
    asked: u32,
}

impl Child {
    /// Starts one. A thread listens to it, so that waiting can have an end.
    pub fn start(program: &Path) -> std::io::Result<Self> {
        let mut command = Command::new(program);
        command.arg(BRANCH).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn()?;
        let questions = process.stdin.take();
        let mut said = process.stdout.take().ok_or_else(|| std::io::Error::other("no pipe"))?;
        let (heard, answers) = channel();
        std::thread::spawn(move || {
            while let Ok(answer) = frame::read(&mut said) {
                if heard.send(answer).is_err() {
                    return;
                }
            }
        });
        Ok(Self { process, questions, answers, asked: 0 })
    }

    /// Asks one question and waits for the answer.
    pub fn ask(&mut self, question: &[u8], longest: Duration) -> Result<Vec<u8>, Ended> {
        self.asked += 1;
        let questions = self.questions.as_mut().ok_or(Ended::Killed)?;
        frame::write(questions, question).map_err(|_| Ended::Killed)?;
        self.answers.recv_timeout(longest).map_err(|error| match error {
            RecvTimeoutError::Timeout => Ended::Late,
            RecvTimeoutError::Disconnected => Ended::Killed,
        })
    }

    /// How many questions it was asked.
    pub fn asked(&self) -> u32 {
        self.asked
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        drop(self.questions.take());
        // It may have ended by itself already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
