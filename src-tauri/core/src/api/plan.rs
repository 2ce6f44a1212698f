//! When a setting should be where: planned back from the governors' meeting and the return date.
//!
//! Pure. The lead times, in days before the anchor, are those of practice: papers go to governors a week before they
//! meet, so the audit is signed by its lead and head then; three days before that it is checked, and two weeks before
//! the meeting every question is answered. The anchor is the governors' meeting, or the return date where that is
//! earlier or no meeting is known. Where fewer than four weeks lie between the start of the audit and the anchor, the
//! lead times shrink in proportion, so that nobody begins late. A day that falls on a weekend is the Friday before.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::views::view;

/// A step of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum PlanStep {
    Answer,
    Check,
    Sign,
    Governors,
    Send,
}

/// How a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum PlanState {
    Done,
    Now,
    Later,
    Late,
}

view! {
    /// A step of the year with its date; none where neither meeting nor return date is known.
    PlanLine { what: PlanStep, by: Option<String>, state: PlanState, }
}

/// What the plan is made from.
pub(super) struct Known {
    pub begun: NaiveDate,
    pub today: NaiveDate,
    pub governors: Option<NaiveDate>,
    pub due: Option<NaiveDate>,
    /// The steps that are done.
    pub done: Vec<PlanStep>,
}

/// The days from which lead times are given in full.
const ROOM: i64 = 28;
const ANSWER: i64 = 14;
const CHECK: i64 = 10;
const SIGN: i64 = 7;

/// The steps in order: what is done, late, to be done now, and later.
pub(super) fn plan(known: &Known) -> Vec<PlanLine> {
    let anchor = match (known.governors, known.due) {
        (Some(governors), Some(due)) => Some(governors.min(due)),
        (one, other) => one.or(other),
    };
    let before = |lead| anchor.map(|anchor| back(known.begun, anchor, lead));
    let dated = [
        (PlanStep::Answer, before(ANSWER)),
        (PlanStep::Check, before(CHECK)),
        (PlanStep::Sign, before(SIGN)),
        (PlanStep::Governors, known.governors),
        (PlanStep::Send, known.due.or(known.governors)),
    ];
    let meeting = |step| step != PlanStep::Governors || known.governors.is_some();
    let mut next = PlanState::Now;
    let line = |(what, by): (PlanStep, Option<NaiveDate>)| {
        let state = if known.done.contains(&what) {
            PlanState::Done
        } else if by.is_some_and(|by| by < known.today) {
            next = PlanState::Later;
            PlanState::Late
        } else {
            std::mem::replace(&mut next, PlanState::Later)
        };
        PlanLine { what, by: by.map(|by| by.to_string()), state }
    };
    dated.into_iter().filter(|(what, _)| meeting(*what)).map(line).collect()
}

/// A day some days before the anchor, fewer where little time was given.
fn back(begun: NaiveDate, anchor: NaiveDate, lead: i64) -> NaiveDate {
    let room = (anchor - begun).num_days().clamp(0, ROOM);
    let lead = u64::try_from(lead * room / ROOM).unwrap_or(0);
    working(anchor.checked_sub_days(Days::new(lead)).unwrap_or(anchor)).max(begun.min(anchor))
}

/// The day itself, or the Friday before a weekend.
fn working(day: NaiveDate) -> NaiveDate {
    let back = match day.weekday() {
        Weekday::Sat => 1,
        Weekday::Sun => 2,
        Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => 0,
    };
    day.checked_sub_days(Days::new(back)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn shown(
        begun: &str,
        today: &str,
        governors: Option<&str>,
        due: Option<&str>,
        done: &[PlanStep],
    ) -> Vec<String> {
        let known = Known {
            begun: day(begun),
            today: day(today),
            governors: governors.map(day),
            due: due.map(day),
            done: done.to_vec(),
        };
        let line =
            |line: PlanLine| format!("{:?} {} {:?}", line.what, line.by.unwrap_or_default(), line.state);
        plan(&known).into_iter().map(line).collect()
    }

    #[test]
    fn planned_back_from_the_meeting_without_weekends() {
        // 11 January 2027 is a Monday.
        let lines = shown("2026-11-02", "2026-11-02", Some("2027-01-11"), Some("2027-01-29"), &[]);
        let wanted = [
            "Answer 2026-12-28 Now",
            "Check 2027-01-01 Later",
            "Sign 2027-01-04 Later",
            "Governors 2027-01-11 Later",
            "Send 2027-01-29 Later",
        ];
        assert_eq!(lines, wanted);
        let weekend = shown("2026-11-02", "2026-11-02", None, Some("2027-01-16"), &[]);
        assert_eq!(
            weekend,
            [
                "Answer 2027-01-01 Now",
                "Check 2027-01-06 Later",
                "Sign 2027-01-08 Later",
                "Send 2027-01-16 Later"
            ]
        );
    }

    #[test]
    fn done_late_now_and_later() {
        let lines =
            shown("2026-11-02", "2027-01-02", Some("2027-01-11"), Some("2027-01-29"), &[PlanStep::Answer]);
        let states: Vec<&str> = lines.iter().filter_map(|line| line.rsplit(' ').next()).collect();
        assert_eq!(states, ["Done", "Late", "Later", "Later", "Later"]);
    }

    #[test]
    fn who_begins_just_before_the_meeting_is_not_late_at_once() {
        for begun in ["2027-01-04", "2027-01-09", "2027-01-11"] {
            let lines = shown(begun, begun, Some("2027-01-11"), None, &[]);
            assert!(lines.iter().all(|line| !line.ends_with("Late")), "{begun}: {lines:?}");
        }
        assert!(
            shown("2027-01-04", "2027-01-04", None, None, &[]).iter().all(|line| !line.ends_with("Late"))
        );
    }

    #[test]
    fn the_return_date_counts_where_it_comes_before_the_meeting() {
        let lines = shown("2026-11-02", "2026-11-02", Some("2027-02-11"), Some("2027-01-29"), &[]);
        assert_eq!(lines[2], "Sign 2027-01-22 Later");
    }
}
