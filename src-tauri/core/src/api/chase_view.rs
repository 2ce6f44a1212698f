//! What the screen of chasing shows: whose return is not in, how that stands, and what was done about it.

use chrono::NaiveDate;

use super::chasing::Chasing;
use super::round as rounds;
use super::views::{ReturnState, view};
use crate::chase::{Chased, Step};
use crate::error::Result;
use crate::round::register::Expected;
use crate::round::wording::{self, WordingKind};
use crate::setting::SettingId;
use crate::store::Reader;
use crate::submission::{self, State, SubmissionId};

view! {
    /// The returns of the round in view that are not in.
    ChaseView { round: String, expected: u32, returned: u32, lines: Vec<ChaseLine>, letters: Vec<LetterLine>, }
    /// A return that is not in.
    ChaseLine {
        setting: SettingId,
        name: String,
        phase: String,
        status: String,
        locality: String,
        trust: String,
        number: String,
        email: String,
        state: ReturnState,
        due: Option<String>,
        when: DueWhen,
        /// Days since it was due, or until it is; none without a date.
        days: Option<i32>,
        extended_to: Option<String>,
        issued: Option<String>,
        reminders: u32,
        /// To whom it was escalated last.
        escalated: String,
        last: Option<ChasePast>,
    }
    /// A letter that can be written to them.
    LetterLine { kind: WordingKind, name: String, rung: bool, }
    /// Something that happened about a return.
    ChasePast { on: String, what: PastWhat, who: String, said: String, until: Option<String>, submission: Option<SubmissionId>, }
}

/// How near the day is on which a return is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DueWhen {
    /// It has passed.
    Overdue,
    /// It is today.
    Today,
    /// Within seven days.
    Week,
    /// Later.
    Later,
    /// There is none.
    NoDate,
}

/// What happened about a return.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PastWhat {
    /// A workbook was issued.
    Issued,
    /// A reminder was written.
    Reminder,
    /// Somebody was spoken to.
    Spoken,
    /// More time was given.
    Extension,
    /// It was taken a step higher.
    Escalated,
    /// It came.
    Received,
    /// It was looked at.
    Checked,
    /// It was accepted.
    Accepted,
    /// It was sent back.
    SentBack,
    /// A later one stands in its place.
    Replaced,
    /// It was withdrawn.
    Withdrawn,
}

/// The returns that are not in.
pub(super) fn shown(chasing: &Chasing, reader: Reader<'_>) -> Result<ChaseView> {
    let lines: Vec<ChaseLine> = chasing.missing().map(|line| self::line(chasing, line)).collect();
    let expected = number(chasing.asked().count());
    let letter = |kind: WordingKind| {
        let name = wording::load(reader, chasing.round.id, kind)?.name;
        Ok(LetterLine { kind, name, rung: kind.is_rung() })
    };
    let kinds = WordingKind::ALL.into_iter().filter(|kind| *kind != WordingKind::Covering);
    Ok(ChaseView {
        round: chasing.round.label.clone(),
        expected,
        returned: expected - number(lines.len()),
        lines,
        letters: kinds.map(letter).collect::<Result<_>>()?,
    })
}

fn line(chasing: &Chasing, line: &Expected) -> ChaseLine {
    let setting = line.setting;
    let details = chasing.settings.get(&setting).map(|one| one.details.clone()).unwrap_or_default();
    let due = chasing.dues.get(&setting).copied();
    let done: Vec<&Chased> = chasing.chased.iter().filter(|one| one.setting == setting).collect();
    let escalated = done.iter().rev().find(|one| one.step == Step::Escalated);
    ChaseLine {
        setting,
        name: details.name,
        phase: details.phase,
        status: details.status,
        locality: details.locality,
        trust: details.trust,
        number: chasing.number(setting),
        email: chasing.reach(setting).email,
        state: chasing.states.get(&setting).map_or(ReturnState::Expected, |state| rounds::state_of(*state)),
        due: due.map(|due| due.to_string()),
        when: when(due, chasing.today),
        days: due.map(|due| i32::try_from((due - chasing.today).num_days().abs()).unwrap_or(i32::MAX)),
        extended_to: line.extended_to.map(|until| until.to_string()),
        issued: chasing.workbook(setting).and_then(|one| one.written.as_deref()).and_then(day_of),
        reminders: number(done.iter().filter(|one| one.step == Step::Reminder).count()),
        escalated: escalated.map(|one| one.rung.clone()).unwrap_or_default(),
        last: done.last().map(|one| past(one)),
    }
}

/// How near a day is.
pub(super) fn when(due: Option<NaiveDate>, today: NaiveDate) -> DueWhen {
    match due.map(|due| (due - today).num_days()) {
        None => DueWhen::NoDate,
        Some(..0) => DueWhen::Overdue,
        Some(0) => DueWhen::Today,
        Some(1..=7) => DueWhen::Week,
        Some(8..) => DueWhen::Later,
    }
}

fn day_of(instant: &str) -> Option<String> {
    instant.get(..10).map(str::to_owned)
}

fn past(done: &Chased) -> ChasePast {
    let what = match done.step {
        Step::Reminder => PastWhat::Reminder,
        Step::Spoken => PastWhat::Spoken,
        Step::Extension => PastWhat::Extension,
        Step::Escalated => PastWhat::Escalated,
    };
    let parts: Vec<&str> =
        [&done.rung, &done.note].into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    ChasePast {
        on: done.on.to_string(),
        what,
        who: done.who.clone(),
        said: parts.join(": "),
        until: done.until.map(|until| until.to_string()),
        submission: None,
    }
}

/// Everything that happened about one return, newest first.
pub(super) fn history(chasing: &Chasing, reader: Reader<'_>, setting: SettingId) -> Result<Vec<ChasePast>> {
    let chased = chasing.chased.iter().filter(|one| one.setting == setting).map(past);
    let issued = chasing.issued.iter().filter(|one| one.setting == setting);
    let issued = issued.filter_map(|one| {
        let on = day_of(one.written.as_deref()?)?;
        let said = one.name.clone();
        let (what, who) = (PastWhat::Issued, String::new());
        Some(ChasePast { on, what, who, said, until: None, submission: None })
    });
    let mut all: Vec<ChasePast> = chased.chain(issued).chain(came(chasing, reader, setting)?).collect();
    all.sort_by(|one, other| other.on.cmp(&one.on));
    Ok(all)
}

/// What happened to the returns of a setting.
fn came(chasing: &Chasing, reader: Reader<'_>, setting: SettingId) -> Result<Vec<ChasePast>> {
    let mut all = Vec::new();
    let returns = submission::of_round(reader, chasing.round.id)?.into_iter();
    for one in returns.filter(|one| one.setting == setting) {
        let events = submission::events(reader, one.id)?.into_iter().rev();
        all.extend(events.filter_map(|event| {
            let (on, who, said) = (event.on, event.who, event.reason);
            Some(ChasePast { on, what: what(event.state)?, who, said, until: None, submission: Some(one.id) })
        }));
    }
    Ok(all)
}

fn what(state: State) -> Option<PastWhat> {
    match state {
        State::Received => Some(PastWhat::Received),
        State::Checked => Some(PastWhat::Checked),
        State::Accepted => Some(PastWhat::Accepted),
        State::SentBack => Some(PastWhat::SentBack),
        State::Replaced => Some(PastWhat::Replaced),
        State::Withdrawn => Some(PastWhat::Withdrawn),
        State::InProgress | State::Signing | State::SignedOff => None,
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_due_until_it_ends() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let today = day("2027-03-10");
        let at = |due: &str| when(Some(day(due)), today);
        assert_eq!([at("2027-03-09"), at("2027-03-10")], [DueWhen::Overdue, DueWhen::Today]);
        assert_eq!([at("2027-03-17"), at("2027-03-18")], [DueWhen::Week, DueWhen::Later]);
        assert_eq!(when(None, today), DueWhen::NoDate);
    }
}
