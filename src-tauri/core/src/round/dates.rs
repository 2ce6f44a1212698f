//! When returns are due: an extension of one setting, else the date of its group, else the round's.
//!
//! Refuses to know: today, and what came back.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::register::{self, Expected};
use super::{RoundId, day};
use crate::error::{Error, Result};
use crate::id::row_id;
use crate::setting::{self, Details, SettingId};
use crate::store::{Operation, Reader, Row, Tx, params};
use crate::text;

row_id! {
    /// The id of a due date of a group of settings.
    RoundDateId
}

/// The due dates of groups were changed.
pub const SET: Operation = Operation::ordinary("round.group_dates");

/// By what a group of settings is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum GroupBy {
    /// Picked by hand.
    Picked,
    /// Phase.
    Phase,
    /// Status or type.
    Status,
    /// Locality.
    Locality,
    /// Trust.
    Trust,
    /// School, organisation, early years, voluntary.
    Kind,
}

/// A group of settings with a due date of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct GroupDate {
    /// By what the group is made.
    pub by: GroupBy,
    /// Which phase, status and so on; of those picked, what they are called.
    pub value: String,
    /// Who was picked.
    #[serde(default)]
    pub settings: BTreeSet<SettingId>,
    /// When their returns are due.
    #[cfg_attr(test, ts(type = "string"))]
    pub due: NaiveDate,
}

impl GroupBy {
    /// Every kind of group; where two hold a setting, the first in this order counts.
    pub const ALL: [Self; 6] =
        [Self::Picked, Self::Phase, Self::Status, Self::Locality, Self::Trust, Self::Kind];

    /// Its word in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Picked => "picked",
            Self::Phase => "phase",
            Self::Status => "status",
            Self::Locality => "locality",
            Self::Trust => "trust",
            Self::Kind => "kind",
        }
    }

    /// What a setting has of it; nothing where the group is picked by hand.
    pub fn of(self, details: &Details) -> &str {
        match self {
            Self::Picked => "",
            Self::Phase => &details.phase,
            Self::Status => &details.status,
            Self::Locality => &details.locality,
            Self::Trust => &details.trust,
            Self::Kind => &details.kind,
        }
    }
}

impl GroupDate {
    /// Whether a setting belongs to the group.
    pub fn holds(&self, setting: SettingId, details: &Details) -> bool {
        match self.by {
            GroupBy::Picked => self.settings.contains(&setting),
            GroupBy::Phase | GroupBy::Status | GroupBy::Locality | GroupBy::Trust | GroupBy::Kind => {
                text::folded(self.by.of(details)) == text::folded(&self.value)
            }
        }
    }
}

/// When the return of a setting is due; nothing where no date was set, or no return is expected.
pub fn due(reader: Reader<'_>, round: RoundId, setting: SettingId) -> Result<Option<NaiveDate>> {
    let Some(line) = register::line(reader, round, setting)? else { return Ok(None) };
    let details = setting::load(reader, setting)?.details;
    Ok(of_line(&line, &details, &groups(reader, round)?, super::load(reader, round)?.due))
}

/// When each return of a round is due, for those that are expected and have a date.
pub fn dues(reader: Reader<'_>, round: RoundId) -> Result<BTreeMap<SettingId, NaiveDate>> {
    let (groups, whole) = (groups(reader, round)?, super::load(reader, round)?.due);
    let details = setting::all(reader)?;
    let lines = register::lines(reader, round)?.into_iter();
    let dated = lines.filter_map(|line| {
        let known = details.get(&line.setting)?;
        Some((line.setting, of_line(&line, &known.details, &groups, whole)?))
    });
    Ok(dated.collect())
}

/// When one line of a register is due, among the dates of groups and the round's own.
pub fn of_line(
    line: &Expected,
    details: &Details,
    groups: &[GroupDate],
    whole: Option<NaiveDate>,
) -> Option<NaiveDate> {
    if line.standing != register::Standing::Expected {
        return None;
    }
    let group = || groups.iter().find(|group| group.holds(line.setting, details)).map(|group| group.due);
    line.extended_to.or_else(group).or(whole)
}

/// The due dates of groups, in the order in which they count.
pub fn groups(reader: Reader<'_>, round: RoundId) -> Result<Vec<GroupDate>> {
    let sql = "SELECT kind, value, settings, due FROM round_date WHERE round_id = ?1 ORDER BY id";
    let read = reader.all(sql, params![round], |row| {
        let (kind, settings): (String, String) = (row.get(0)?, row.get(2)?);
        let by = GroupBy::ALL.into_iter().find(|by| by.name() == kind);
        let settings = serde_json::from_str(&settings).unwrap_or_default();
        let due = day(row, 3)?;
        let value = row.get(1)?;
        Ok(by.zip(due).map(|(by, due)| GroupDate { by, value, settings, due }))
    })?;
    let mut groups: Vec<GroupDate> = read.into_iter().flatten().collect();
    groups.sort_by_key(|group| group.by);
    Ok(groups)
}

/// Sets the due dates of groups in place of those before.
pub fn set_groups(tx: &mut Tx<'_>, round: RoundId, groups: &[GroupDate]) -> Result<()> {
    let sql = "SELECT id FROM round_date WHERE round_id = ?1";
    let before: Vec<RoundDateId> = tx.reader().all(sql, params![round], |row| row.get(0))?;
    for id in before {
        tx.remove("round_date", id)?;
    }
    for (place, group) in groups.iter().enumerate() {
        let value = named(group)?;
        let twice = groups[..place]
            .iter()
            .any(|other| other.by == group.by && text::folded(&other.value) == text::folded(&group.value));
        if twice {
            return Err(Error::input(format!("There are two due dates for \u{201c}{value}\u{201d}."))
                .hint("Leave one of them out."));
        }
        let settings = serde_json::to_string(&group.settings)
            .map_err(|_| Error::fault("The group could not be written down."))?;
        let row = Row::new("round_date", RoundDateId::new(tx.world())).text("round_id", round);
        let row = row.text("kind", group.by.name()).text("value", value);
        tx.put(row.text("settings", settings).text("due", group.due))?;
    }
    Ok(())
}

fn named(group: &GroupDate) -> Result<String> {
    let value = text::normal(&group.value).trim().to_owned();
    if value.is_empty() || value.chars().count() > 200 {
        return Err(Error::input(
            "A group of settings with a due date of its own has no name, or one over 200 characters.",
        )
        .hint("Choose the phase, status, locality or trust, or name those that you picked."));
    }
    if group.by == GroupBy::Picked && group.settings.is_empty() {
        return Err(Error::input(format!("Nobody was picked for \u{201c}{value}\u{201d}."))
            .hint("Pick at least one setting, or leave the group out."));
    }
    Ok(value)
}
