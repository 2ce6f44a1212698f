//! Issuing a round: one workbook for each setting that is asked to return, named and numbered before any is written,
//! so that a run that was stopped goes on with the same numbers.
//!
//! Nothing is sent from here. Refuses to know: folders and dialogs.

mod content;
pub mod name;
mod run;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::id::row_id;
use crate::round::register::{self, Standing};
use crate::round::{Round, RoundId};
use crate::setting::{self, SettingId};
use crate::store::{Operation, Reader, Row, Tx, params};
use crate::world::london_date;
pub use content::{Ground, before, blank};
pub use run::{Outcome, run};

row_id! {
    /// The id of an issuing.
    IssueRunId
}

/// An issuing was begun; a fence, because a workbook that went out is not taken back.
pub const BEGIN: Operation = Operation::fence("issue.begin");
/// Workbooks were written.
pub const WRITE: Operation = Operation::bulk("issue.write");

/// Who is issued to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whom {
    /// Everybody asked to return who has no workbook yet.
    NotYet,
    /// Everybody asked to return, once more.
    Again,
    /// These, once more or for the first time.
    These(BTreeSet<SettingId>),
}

/// What stands of last round's answers in the workbooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Answers {
    /// Beside the cells to fill in, in a column of their own.
    Carried,
    /// Nothing.
    Blank,
}

/// One workbook of an issuing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// This very export.
    pub export: Uuid,
    /// The issuing.
    pub run: IssueRunId,
    /// To whom it goes.
    pub setting: SettingId,
    /// The number of the issue: round and setting.
    pub issue: Uuid,
    /// The return that is born with it.
    pub submission: Uuid,
    /// Grows with every workbook for the same setting.
    pub revision: u32,
    /// The file's name.
    pub name: String,
    /// When the return is due, as it says.
    pub due: Option<NaiveDate>,
    /// When it was written; none while it waits.
    pub written: Option<String>,
    /// What stands of last round's answers.
    pub answers: Answers,
}

impl Answers {
    fn code(self) -> &'static str {
        match self {
            Self::Carried => "carried",
            Self::Blank => "blank",
        }
    }

    fn of(code: &str) -> Self {
        if code == Self::Carried.code() { Self::Carried } else { Self::Blank }
    }
}

/// Every workbook of a round that was issued or waits to be, oldest first.
pub fn of_round(reader: Reader<'_>, round: RoundId) -> Result<Vec<Issued>> {
    let sql = "SELECT i.id, i.run_id, i.setting_id, i.issue_id, i.submission_id, i.revision, i.name, i.due, \
               i.written, r.answers FROM issued i JOIN issue_run r ON r.id = i.run_id \
               WHERE i.round_id = ?1 ORDER BY i.revision, i.id";
    reader.all(sql, params![round], |row| {
        Ok(Issued {
            export: number(row, 0)?,
            run: row.get(1)?,
            setting: row.get(2)?,
            issue: number(row, 3)?,
            submission: number(row, 4)?,
            revision: row.get(5)?,
            name: row.get(6)?,
            due: row.get::<_, Option<String>>(7)?.and_then(|day| day.parse().ok()),
            written: row.get(8)?,
            answers: Answers::of(&row.get::<_, String>(9)?),
        })
    })
}

/// Which workbooks had been written up to an instant, each with its day, in the order of their settings.
pub fn days(reader: Reader<'_>, round: RoundId, until: DateTime<Utc>) -> Result<Vec<String>> {
    let day = |one: Issued| {
        let written = one.written?.parse::<DateTime<Utc>>().ok().filter(|written| *written <= until)?;
        Some(format!("{} {} {}", one.setting, one.revision, london_date(written)))
    };
    let mut days: Vec<String> = of_round(reader, round)?.into_iter().filter_map(day).collect();
    days.sort_unstable();
    Ok(days)
}

/// The latest workbook of each setting that was written.
pub fn latest(all: &[Issued]) -> BTreeMap<SettingId, &Issued> {
    all.iter().filter(|one| one.written.is_some()).map(|one| (one.setting, one)).collect()
}

fn number(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Uuid> {
    Uuid::parse_str(&row.get::<_, String>(at)?).map_err(|_| rusqlite::Error::InvalidQuery)
}

/// Begins an issuing: names and numbers every workbook that it is to write, and gives those that now wait.
///
/// What waits from a run that was stopped is gone on with: it is in what is given, under the numbers it had.
pub fn begin(
    tx: &mut Tx<'_>,
    round: &Round,
    whom: &Whom,
    answers: Answers,
    folder: &str,
) -> Result<Vec<Issued>> {
    let before = of_round(tx.reader(), round.id)?;
    let run = IssueRunId::new(tx.world());
    let new = chosen(tx.reader(), round, whom, &before)?;
    if !new.is_empty() {
        let row = Row::new("issue_run", run).text("round_id", round.id).text("answers", answers.code());
        let (at, who) = (tx.world().now().to_rfc3339(), tx.world().who());
        tx.put(row.text("at", at).text("who", who).text("folder", folder))?;
    }
    let settings = setting::all(tx.reader())?;
    let mut taken: BTreeSet<String> = before.iter().map(|one| one.name.to_lowercase()).collect();
    for id in new {
        let Some(setting) = settings.get(&id) else { continue };
        let earlier = before.iter().rev().find(|one| one.setting == id);
        put(tx, round, run, setting, earlier, &mut taken)?;
    }
    let waiting = of_round(tx.reader(), round.id)?.into_iter();
    let mine = |one: &Issued| one.written.is_none() && wanted(whom, one.setting);
    Ok(waiting.filter(mine).collect())
}

fn wanted(whom: &Whom, setting: SettingId) -> bool {
    match whom {
        Whom::NotYet | Whom::Again => true,
        Whom::These(these) => these.contains(&setting),
    }
}

/// Who gets a workbook that is not named yet.
fn chosen(reader: Reader<'_>, round: &Round, whom: &Whom, before: &[Issued]) -> Result<Vec<SettingId>> {
    let lines = register::lines(reader, round.id)?;
    let asked: Vec<SettingId> =
        lines.iter().filter(|line| line.standing == Standing::Expected).map(|line| line.setting).collect();
    let named = |setting: &SettingId| before.iter().any(|one| one.setting == *setting);
    let waits =
        |setting: &SettingId| before.iter().any(|one| one.setting == *setting && one.written.is_none());
    let all_written = before.iter().all(|one| one.written.is_some());
    Ok(match whom {
        Whom::NotYet => asked.into_iter().filter(|one| !named(one)).collect(),
        Whom::Again if all_written => asked,
        // A run that was stopped is gone on with before another is begun.
        Whom::Again => asked.into_iter().filter(|one| !named(one)).collect(),
        Whom::These(these) => {
            if let Some(stranger) = these.iter().find(|one| !asked.contains(one)) {
                return Err(not_asked(reader, *stranger));
            }
            these.iter().copied().filter(|one| !waits(one)).collect()
        }
    })
}

fn not_asked(reader: Reader<'_>, setting: SettingId) -> Error {
    let name = setting::load(reader, setting).map(|one| one.details.name).unwrap_or_default();
    Error::state(format!("{name} is not asked to return in this round, so no workbook is issued to it."))
        .hint("Add it to the register, or ask it to return there.")
}

fn put(
    tx: &mut Tx<'_>,
    round: &Round,
    run: IssueRunId,
    setting: &setting::Setting,
    earlier: Option<&Issued>,
    taken: &mut BTreeSet<String>,
) -> Result<()> {
    let line = register::line(tx.reader(), round.id, setting.id)?;
    let given = line.as_ref().and_then(|line| line.issue.as_deref()).and_then(|id| id.parse().ok());
    let issue: Uuid = given.unwrap_or_else(|| tx.world().new_id());
    if let Some(line) = line.filter(|line| line.issue.is_none()) {
        tx.put(Row::new("expected", line.id).text("issue_id", issue))?;
    }
    let submission = earlier.map_or_else(|| tx.world().new_id(), |one| one.submission);
    // A workbook for the same setting once more has the same name, and replaces the one before in its folder.
    let name = match earlier {
        Some(one) => one.name.clone(),
        None => name::file(setting, &round.label, taken),
    };
    let due = register::due(tx.reader(), round.id, setting.id)?;
    let export = tx.world().new_id();
    let row = Row::new("issued", export).text("run_id", run).text("round_id", round.id);
    let row = row.text("setting_id", setting.id).text("issue_id", issue).text("submission_id", submission);
    let revision = earlier.map_or(1, |one| i64::from(one.revision) + 1);
    let none: Option<String> = None;
    let row = row.set("revision", revision).text("name", name).set("due", due.map(|day| day.to_string()));
    tx.put(row.set("written", none))
}
