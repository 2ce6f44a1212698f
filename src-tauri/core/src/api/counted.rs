//! How many are asked to return in a round, and how far their returns came: counted here for every screen and program.
//!
//! Who closed or was made exempt is asked no more, returned or not; a register that was frozen keeps its own count.
//! Refuses to know: when a return was due, and what it says.

use std::collections::BTreeMap;

use crate::error::Result;
use crate::round::RoundId;
use crate::round::register::{self, Expected, Standing};
use crate::setting::SettingId;
use crate::store::{AuditFile, Moment, Reader};
use crate::submission::{self, State};

/// Settings of a register, counted by how far their returns came.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counted {
    /// On the register at all.
    pub register: u32,
    /// Asked to return.
    pub expected: u32,
    /// Of these: accepted.
    pub accepted: u32,
    /// Of these: come and not accepted yet.
    pub waiting: u32,
    /// Of these: sent back and not come again.
    pub sent_back: u32,
}

impl Counted {
    /// Counts a round as it stands.
    pub fn of_round(reader: Reader<'_>, round: RoundId) -> Result<Self> {
        Ok(Self::of(&register::lines(reader, round)?, &states(reader, round)?))
    }

    /// Counts lines of a register.
    pub fn of(lines: &[Expected], states: &BTreeMap<SettingId, State>) -> Self {
        let mut counted = Self::default();
        for line in lines {
            counted.register += 1;
            if is_asked(line) {
                counted.add(states.get(&line.setting).copied());
            }
        }
        counted
    }

    fn add(&mut self, state: Option<State>) {
        self.expected += 1;
        match state {
            Some(State::Accepted) => self.accepted += 1,
            Some(State::Received | State::Checked) => self.waiting += 1,
            Some(State::SentBack) => self.sent_back += 1,
            Some(
                State::InProgress | State::Signing | State::SignedOff | State::Replaced | State::Withdrawn,
            )
            | None => {}
        }
    }

    /// Those that came and were not sent back.
    pub fn returned(self) -> u32 {
        self.accepted + self.waiting
    }

    /// Those of which nothing came.
    pub fn missing(self) -> u32 {
        self.expected - self.returned() - self.sent_back
    }

    /// Those on the register that are not asked.
    pub fn not_asked(self) -> u32 {
        self.register - self.expected
    }
}

/// Whether a setting is asked to return.
pub(super) fn is_asked(line: &Expected) -> bool {
    line.standing == Standing::Expected
}

/// How far the return of each setting came: of several, the furthest.
pub(super) fn states(reader: Reader<'_>, round: RoundId) -> Result<BTreeMap<SettingId, State>> {
    let all = submission::of_round(reader, round)?;
    Ok(furthest(all.into_iter().map(|one| (one.setting, one.state))))
}

/// The same as it stood at a past moment.
pub(super) fn states_at(
    file: &AuditFile,
    round: RoundId,
    then: Moment,
) -> Result<BTreeMap<SettingId, State>> {
    let stood = submission::states_at(file, then)?;
    let all = submission::of_round(file.reader(), round)?.into_iter();
    Ok(furthest(all.filter_map(|one| Some((one.setting, *stood.get(&one.id)?)))))
}

fn furthest(all: impl Iterator<Item = (SettingId, State)>) -> BTreeMap<SettingId, State> {
    let mut states: BTreeMap<SettingId, State> = BTreeMap::new();
    for (setting, state) in all {
        if rank(Some(state)) > rank(states.get(&setting).copied()) {
            states.insert(setting, state);
        }
    }
    states
}

/// Whether a return came and was not sent back.
pub(super) fn has_come(state: Option<State>) -> bool {
    rank(state) > rank(Some(State::SentBack))
}

fn rank(state: Option<State>) -> u8 {
    match state {
        Some(State::Accepted) => 4,
        Some(State::Checked) => 3,
        Some(State::Received) => 2,
        Some(State::SentBack) => 1,
        Some(State::InProgress | State::Signing | State::SignedOff | State::Replaced | State::Withdrawn)
        | None => 0,
    }
}
