//! The desk at which a file of the sample is made: its days pass as told, and what is taken in goes the core's own way.
//!
//! Refuses to know: what year it is, and what is made.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;

use super::people;
use super::years_ago::YearsAgo;
use crate::demo::settings::School;
use crate::error::Result;
use crate::intake::{self, Lends, accept};
use crate::progress::Progress;
use crate::round::{self, NewRound, RoundId, register};
use crate::setting::{self, Details, SettingId};
use crate::store::{AuditFile, FileKind, Operation};
use crate::submission::{self, State, Submission, SubmissionId};
use crate::template::Template;
use crate::workbook::InProcess;

/// Something of the sample was filled in.
pub(super) const FILL: Operation = Operation::bulk("sample.fill");

/// The file while it is being made, and the round that is worked on.
pub(super) struct Desk {
    file: Mutex<AuditFile>,
    /// The round that is worked on.
    pub round: Option<RoundId>,
    /// The world in which it is made.
    pub world: Arc<YearsAgo>,
}

impl Lends for Desk {
    fn file<T>(&self, work: impl FnOnce(&mut AuditFile) -> Result<T>) -> Result<T> {
        work(&mut self.file.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Puts schools or organisations into the register.
pub(super) fn register_of(file: &mut AuditFile, schools: &[School]) -> Result<Vec<SettingId>> {
    let add = |tx: &mut crate::store::Tx<'_>, school: &School| {
        let details = Details {
            kind: school.kind.to_owned(),
            name: school.name.clone(),
            phase: school.phase.to_owned(),
            status: school.status.to_owned(),
            locality: school.locality.to_owned(),
            trust: school.trust.to_owned(),
        };
        let id = setting::add(tx, &details, &school.identifiers)?;
        people::reach(tx, id, school)?;
        Ok(id)
    };
    file.transact(FILL, "register", |tx| schools.iter().map(|school| add(tx, school)).collect())
}

impl Desk {
    /// A file that is begun on a day.
    pub fn new(path: &Path, day: NaiveDate, seed: u64) -> Result<Self> {
        let world = Arc::new(YearsAgo::on(day, seed));
        let file = AuditFile::create(path, FileKind::Partnership, Arc::<YearsAgo>::clone(&world))?;
        Ok(Self { file: Mutex::new(file), round: None, world })
    }

    /// Begins a round in which settings are asked to return.
    pub fn begin(
        &mut self,
        template: &Template,
        label: &str,
        due: NaiveDate,
        asked: &[SettingId],
    ) -> Result<RoundId> {
        let new = NewRound { label: label.to_owned(), governors: None, due: Some(due) };
        let id = self.file(|file| {
            file.transact(FILL, label, |tx| {
                let round = round::create(tx, template, &new)?;
                asked.iter().try_for_each(|setting| register::expect(tx, round, *setting))?;
                Ok(round)
            })
        })?;
        self.round = Some(id);
        Ok(id)
    }

    /// Takes files in on a day.
    pub fn take_in(&self, on: NaiveDate, paths: &[PathBuf]) -> Result<()> {
        self.world.turn_to(on);
        match self.round {
            Some(round) if !paths.is_empty() => {
                intake::run(self, &InProcess, &Progress::default(), round, paths).map(drop)
            }
            Some(_) | None => Ok(()),
        }
    }

    /// Accepts what has been received so far, but for so many that wait.
    pub fn accept(&self, on: NaiveDate, wait: usize) -> Result<Vec<SubmissionId>> {
        self.world.turn_to(on);
        let Some(round) = self.round else { return Ok(Vec::new()) };
        self.file(|file| {
            let all = submission::of_round(file.reader(), round)?;
            let counts =
                |one: &Submission| one.state == State::Received && !accept::is_disputed(file.reader(), one);
            let mut received: Vec<SubmissionId> = all.into_iter().filter(counts).map(|one| one.id).collect();
            received.truncate(received.len().saturating_sub(wait));
            if !received.is_empty() {
                accept::accept(file, &received)?;
            }
            Ok(received)
        })
    }
}
