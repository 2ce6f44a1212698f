//! The grid as it stood at a past moment: by dated acceptances, which keep the ratings that counted from then on.
//!
//! Who was asked, how settings were grouped and what panels had agreed is rolled back by the log. Refuses to know: why
//! somebody looks back.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, Utc};

use super::{Absent, Grid, GridRow, Over, by_name, columns, moderate, who_of, within};
use crate::analysis::group::Who;
use crate::analysis::response::{Came, Event};
use crate::error::Result;
use crate::round::RoundId;
use crate::round::base::{Since, base};
use crate::round::register::{Frozen, Standing};
use crate::setting::SettingId;
use crate::store::{AuditFile, Moment, RowThen, params};
use crate::submission::SubmissionId;
use crate::template::{LevelCode, QuestionId, Template};

/// A setting on the register that counts, as it stood at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Who it was, how it stood, and when its return was due.
    pub line: Frozen,
    /// What happened to its return up to then, in order; of several returns, the furthest counts.
    pub events: Vec<Event>,
    /// The return that stood furthest in the end.
    pub submission: Option<SubmissionId>,
}

/// The register of a round that counts at a moment, with what had happened to each return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnRegister {
    /// Its settings, in the order of their ids.
    pub asked: Vec<Asked>,
    /// When it was frozen; none where it is the register of the moment.
    pub frozen: Option<Since>,
    /// So many accepted returns are of settings that are not asked on it.
    pub outside: u32,
}

/// The register of a round that counts at a moment, with what had happened to each return.
pub fn asked(file: &AuditFile, round: RoundId, then: Moment) -> Result<OnRegister> {
    let told = Told::of(file, round, then)?;
    let base = base(file, round, then)?;
    let expected: BTreeSet<SettingId> = base.asked().map(|line| line.setting).collect();
    let outside = told.accepted.values().filter(|(setting, _)| !expected.contains(setting)).count();
    let outside = u32::try_from(outside).unwrap_or(u32::MAX);
    Ok(OnRegister { asked: told.onto(base.lines), frozen: base.frozen, outside })
}

pub(super) fn grid(file: &AuditFile, round: RoundId, template: &Template, then: Moment) -> Result<Grid> {
    let mut known = settings(file, then)?;
    let base = base(file, round, then)?;
    known.extend(base.lines.iter().map(|line| (line.setting, who_of(line))));
    let mut told = Told::of(file, round, then)?;
    let columns = columns(template);
    let mut rows: Vec<GridRow> = std::mem::take(&mut told.accepted)
        .into_iter()
        .filter_map(|(submission, (setting, ratings))| {
            let who = known.get(&setting)?.clone();
            Some(GridRow { submission, setting, ratings, moderated: 0, who })
        })
        .collect();
    rows.sort_by_key(|row| (row.setting, row.submission));
    moderate(&mut rows, &columns, &agreed(file, then)?);
    let expected: Vec<SettingId> = base.asked().map(|line| line.setting).collect();
    let (mut rows, outside) = within(rows, &expected);
    by_name(&mut rows);
    let asked = told.onto(base.lines).into_iter();
    let absent = asked.filter(|one| one.line.standing == Standing::Expected).filter_map(absent).collect();
    let expected = u32::try_from(expected.len()).unwrap_or(u32::MAX);
    Ok(Grid { columns, rows, expected, absent, outside })
}

fn absent(one: Asked) -> Option<Absent> {
    let came = one.events.last().map_or(Came::Missing, |event| event.came);
    let submission = one.submission.filter(|_| came != Came::Missing);
    let (setting, who) = (one.line.setting, who_of(&one.line));
    (came != Came::Accepted).then_some(Absent { setting, came, submission, who })
}

fn settings(file: &AuditFile, then: Moment) -> Result<BTreeMap<SettingId, Who>> {
    let who = |row: &RowThen| Who {
        name: row.text("name").into(),
        phase: row.text("phase").into(),
        status: row.text("status").into(),
        locality: row.text("locality").into(),
        trust: row.text("trust").into(),
    };
    let rows = file.rows_at("setting", then)?;
    Ok(rows.iter().filter_map(|row| Some((row.parsed("id")?, who(row)))).collect())
}

/// What happened to the returns of a round, up to a moment.
struct Told {
    accepted: BTreeMap<SubmissionId, (SettingId, Vec<u8>)>,
    by_setting: BTreeMap<SettingId, (Vec<Event>, Option<SubmissionId>)>,
}

impl Told {
    /// The lines of a register, each with what happened to its return.
    fn onto(mut self, lines: Vec<Frozen>) -> Vec<Asked> {
        let asked = |line: Frozen| {
            let (events, submission) = self.by_setting.remove(&line.setting).unwrap_or_default();
            Asked { line, events, submission }
        };
        lines.into_iter().map(asked).collect()
    }

    fn of(file: &AuditFile, round: RoundId, then: Moment) -> Result<Self> {
        let of_round =
            "SELECT id, subject_id FROM submission WHERE round_id = ?1 AND subject_kind = 'setting'";
        let pairs = file.reader().all(of_round, params![round], |line| Ok((line.get(0)?, line.get(1)?)))?;
        let mine: HashMap<SubmissionId, SettingId> = pairs.into_iter().collect();
        let mut happened: Vec<(DateTime<Utc>, SubmissionId, RowThen)> = file
            .rows_at("state_event", then)?
            .into_iter()
            .filter_map(|row| Some((row.parsed("at")?, row.parsed("submission_id")?, row)))
            .filter(|(at, submission, _)| *at <= then.at && mine.contains_key(submission))
            .collect();
        happened.sort_by_key(|(at, ..)| *at);
        let mut told = Self { accepted: BTreeMap::new(), by_setting: BTreeMap::new() };
        let mut stand: BTreeMap<SettingId, BTreeMap<SubmissionId, Came>> = BTreeMap::new();
        for (_, submission, row) in happened {
            let Some(came) = came(row.text("state")) else { continue };
            let setting = mine[&submission];
            told.accepted.remove(&submission);
            if came == Came::Accepted {
                told.accepted.insert(submission, (setting, row.bytes("ratings").to_vec()));
            }
            let stand = stand.entry(setting).or_default();
            stand.insert(submission, came);
            let furthest = stand.iter().max_by_key(|(_, came)| **came).map(|(id, came)| (*id, *came));
            let (events, of) = told.by_setting.entry(setting).or_default();
            if let (Some((id, came)), Some(on)) = (furthest, row.parsed::<NaiveDate>("on_date")) {
                events.push(Event { on, came });
                *of = Some(id);
            }
        }
        Ok(told)
    }
}

fn came(state: &str) -> Option<Came> {
    match state {
        "received" | "checked" => Some(Came::Waiting),
        "accepted" => Some(Came::Accepted),
        "sent_back" => Some(Came::SentBack),
        "replaced" | "withdrawn" => Some(Came::Missing),
        _ => None,
    }
}

/// The moderated ratings that were agreed, in the order of time.
fn agreed(file: &AuditFile, then: Moment) -> Result<Vec<Over>> {
    let mut rows = file.rows_at("moderated", then)?;
    rows.retain(|row| row.number("agreed") == Some(1));
    rows.sort_by(|one, other| (one.text("at"), one.text("id")).cmp(&(other.text("at"), other.text("id"))));
    let over = |row: &RowThen| {
        let question = QuestionId(row.text("question_id").to_owned());
        Some(((row.parsed("submission_id")?, question), LevelCode(row.text("level").to_owned())))
    };
    Ok(rows.iter().filter_map(over).collect())
}
