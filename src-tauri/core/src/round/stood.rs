//! A round as it stood at a past moment: how it was called, its register, its own dates, those of groups, and more time given.
//!
//! Refuses to know: what came back.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::dates::{self, GroupBy, GroupDate};
use super::register::{Expected, Frozen, Standing};
use super::{Round, RoundId, dates::of_line};
use crate::error::Result;
use crate::setting::{self, Details, SettingId};
use crate::store::{AuditFile, Moment, RowThen};

/// When a round opened and when its returns were due, as that was said at a moment.
pub fn days(
    file: &AuditFile,
    round: RoundId,
    then: Moment,
) -> Result<(Option<NaiveDate>, Option<NaiveDate>)> {
    let rounds = file.rows_at("round", then)?;
    let mine = rounds.iter().find(|row| row.text("id") == round.to_string());
    Ok(mine.map_or((None, None), |row| (row.parsed("opens"), row.parsed("due"))))
}

/// A round with what was said of it at a moment: what it was called, who signed, when it opened and ended, what was hidden.
pub fn round(file: &AuditFile, round: Round, then: Moment) -> Result<Round> {
    let rounds = file.rows_at("round", then)?;
    let Some(row) = rounds.iter().find(|row| row.text("id") == round.id.to_string()) else {
        return Ok(round);
    };
    let threshold = row.number("threshold").and_then(|number| u32::try_from(number).ok());
    Ok(Round {
        label: row.text("label").to_owned(),
        signs: row.text("signs").to_owned(),
        opens: row.parsed("opens"),
        due: row.parsed("due"),
        threshold: threshold.unwrap_or(round.threshold),
        ..round
    })
}

/// When each return of a round was due at a moment, for those that were expected and had a date.
pub fn dues(file: &AuditFile, round: RoundId, then: Moment) -> Result<BTreeMap<SettingId, NaiveDate>> {
    let lines = lines(file, round, then)?.into_iter();
    Ok(lines.filter_map(|line| Some((line.setting, line.due?))).collect())
}

/// Every line of the register of a round as it stood at a moment, in the order of the settings' ids.
pub fn lines(file: &AuditFile, round: RoundId, then: Moment) -> Result<Vec<Frozen>> {
    let mine = |row: &&RowThen| row.text("round_id") == round.to_string();
    let (_, whole) = days(file, round, then)?;
    let dates = file.rows_at("round_date", then)?;
    let mut groups: Vec<GroupDate> = dates.iter().filter(mine).filter_map(group).collect();
    groups.sort_by_key(|group| group.by);
    let settings = setting::details_at(file, then)?;
    let mut lines: Vec<Frozen> = asked(file, round, then)?
        .into_iter()
        .filter_map(|line| {
            let details = settings.get(&line.setting)?;
            Some(Frozen { due: of_line(&line, details, &groups, whole), ..stood(line, details) })
        })
        .collect();
    lines.sort_by_key(|line| line.setting);
    Ok(lines)
}

/// Who was on the register of a round at a moment, and how each stood.
pub fn asked(file: &AuditFile, round: RoundId, then: Moment) -> Result<Vec<Expected>> {
    let rows = file.rows_at("expected", then)?;
    let mine = rows.iter().filter(|row| row.text("round_id") == round.to_string());
    Ok(mine.filter_map(expected).collect())
}

fn stood(line: Expected, details: &Details) -> Frozen {
    Frozen {
        setting: line.setting,
        name: details.name.clone(),
        kind: details.kind.clone(),
        phase: details.phase.clone(),
        status: details.status.clone(),
        locality: details.locality.clone(),
        trust: details.trust.clone(),
        standing: line.standing,
        reason: line.reason,
        covered_by: line.covered_by,
        due: None,
    }
}

fn group(row: &RowThen) -> Option<GroupDate> {
    let by = GroupBy::ALL.into_iter().find(|by| by.name() == row.text("kind"))?;
    let settings = serde_json::from_str(row.text("settings")).unwrap_or_default();
    Some(dates::GroupDate { by, value: row.text("value").to_owned(), settings, due: row.parsed("due")? })
}

fn expected(row: &RowThen) -> Option<Expected> {
    let standing = Standing::ALL.into_iter().find(|one| one.name() == row.text("state"))?;
    Some(Expected {
        id: row.parsed("id")?,
        setting: row.parsed("setting_id")?,
        standing,
        reason: row.text("reason").to_owned(),
        covered_by: row.parsed("covered_by"),
        extended_to: row.parsed("extended_to"),
        extension_reason: row.text("extension_reason").to_owned(),
        since: row.parsed("since"),
        issue: None,
    })
}
