//! The base of a round's figures at a moment: the register as it was frozen last up to then, else as it stood.
//!
//! One for every table, caption and sentence, so that none of them speaks of another number of settings. Groups are those
//! of the frozen register; names and due dates are those of the moment. Refuses to know: what came back.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::register::{Frozen, Standing};
use super::{RoundId, cut_off, stood};
use crate::error::Result;
use crate::setting::SettingId;
use crate::store::{AuditFile, Moment};

/// Who is in the base of a round's figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Base {
    /// The register that counts, in the order of the settings' ids.
    pub lines: Vec<Frozen>,
    /// When it was frozen, what for, and what has changed since; none where it is the register of the moment.
    pub frozen: Option<Since>,
}

/// A register that was frozen, beside the one of the moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// When it was frozen.
    pub on: NaiveDate,
    /// What for.
    pub label: String,
    /// So many are asked at the moment and were not then.
    pub more: u32,
    /// So many were asked then and are not at the moment.
    pub fewer: u32,
}

impl Since {
    /// Which register it is.
    pub fn register(&self) -> String {
        format!("Base: the register frozen on {} ({}).", self.on.format("%-d %B %Y"), self.label)
    }

    /// What has changed since; nothing where nothing has.
    pub fn changed(&self) -> Option<String> {
        let are = |count: u32, what: &str| match count {
            0 => None,
            1 => Some(format!("1 setting is {what}")),
            many => Some(format!("{many} settings are {what}")),
        };
        let since = [are(self.more, "asked besides"), are(self.fewer, "no longer asked")];
        let since: Vec<String> = since.into_iter().flatten().collect();
        let said = format!("Since then {}; that counts from the next cut-off on.", since.join(" and "));
        (!since.is_empty()).then_some(said)
    }
}

/// The base of a round's figures at a moment.
pub fn base(file: &AuditFile, round: RoundId, then: Moment) -> Result<Base> {
    let live = stood::lines(file, round, then)?;
    let Some(last) = cut_off::last_at(file, round, then)? else {
        return Ok(Base { lines: live, frozen: None });
    };
    let of_now: BTreeMap<SettingId, &Frozen> = live.iter().map(|line| (line.setting, line)).collect();
    let of_then: BTreeMap<SettingId, Standing> =
        last.lines.iter().map(|line| (line.setting, line.standing)).collect();
    let asked = |line: &&Frozen| line.standing == Standing::Expected;
    let more =
        live.iter().filter(asked).filter(|line| of_then.get(&line.setting) != Some(&Standing::Expected));
    let is_asked = |line: &Frozen| of_now.get(&line.setting).is_some_and(asked);
    let fewer = last.lines.iter().filter(asked).filter(|line| !is_asked(line));
    let frozen = Since { on: last.on, label: last.label, more: count(more), fewer: count(fewer) };
    let lines = last.lines.iter().cloned().map(|mut line| {
        let now = of_now.get(&line.setting);
        line.due = now.and_then(|now| now.due);
        line.name = now.map_or(line.name, |now| now.name.clone());
        line
    });
    Ok(Base { lines: lines.collect(), frozen: Some(frozen) })
}

fn count<T>(some: impl Iterator<Item = T>) -> u32 {
    u32::try_from(some.count()).unwrap_or(u32::MAX)
}

impl Base {
    /// Those who are asked to return.
    pub fn asked(&self) -> impl Iterator<Item = &Frozen> {
        self.lines.iter().filter(|line| line.standing == Standing::Expected)
    }
}
