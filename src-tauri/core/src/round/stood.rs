//! When returns were due as the round stood at a past moment: its own date, those of groups, and more time given.
//!
//! Refuses to know: what came back.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::dates::{self, GroupBy, GroupDate};
use super::register::{Expected, Standing};
use super::{RoundId, dates::of_line};
use crate::error::Result;
use crate::setting::{Details, SettingId};
use crate::store::{AuditFile, Moment, RowThen};

/// When each return of a round was due at a moment, for those that were expected and had a date.
pub fn dues(file: &AuditFile, round: RoundId, then: Moment) -> Result<BTreeMap<SettingId, NaiveDate>> {
    let mine = |row: &&RowThen| row.text("round_id") == round.to_string();
    let rounds = file.rows_at("round", then)?;
    let whole =
        rounds.iter().find(|row| row.text("id") == round.to_string()).and_then(|row| row.parsed("due"));
    let dates = file.rows_at("round_date", then)?;
    let mut groups: Vec<GroupDate> = dates.iter().filter(mine).filter_map(group).collect();
    groups.sort_by_key(|group| group.by);
    let settings = file.rows_at("setting", then)?;
    let details: BTreeMap<SettingId, Details> =
        settings.iter().filter_map(|row| Some((row.parsed("id")?, details(row)))).collect();
    let lines = file.rows_at("expected", then)?;
    let dated = lines.iter().filter(mine).filter(|row| row.text("state") == "expected").filter_map(|row| {
        let line = expected(row)?;
        let due = of_line(&line, details.get(&line.setting)?, &groups, whole)?;
        Some((line.setting, due))
    });
    Ok(dated.collect())
}

fn group(row: &RowThen) -> Option<GroupDate> {
    let by = GroupBy::ALL.into_iter().find(|by| by.name() == row.text("kind"))?;
    let settings = serde_json::from_str(row.text("settings")).unwrap_or_default();
    Some(dates::GroupDate { by, value: row.text("value").to_owned(), settings, due: row.parsed("due")? })
}

fn details(row: &RowThen) -> Details {
    let text = |column| row.text(column).to_owned();
    Details {
        kind: text("kind"),
        name: text("name"),
        phase: text("phase"),
        status: text("status"),
        locality: text("locality"),
        trust: text("trust"),
    }
}

/// A line of those that were expected.
fn expected(row: &RowThen) -> Option<Expected> {
    Some(Expected {
        id: row.parsed("id")?,
        setting: row.parsed("setting_id")?,
        standing: Standing::Expected,
        reason: String::new(),
        covered_by: None,
        extended_to: row.parsed("extended_to"),
        extension_reason: String::new(),
        since: None,
        issue: None,
    })
}
