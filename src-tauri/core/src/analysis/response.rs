//! Who has returned: by type and over time, at any day, from dated events and the register as it stood then.
//!
//! Pure. Refuses to know: what a return says.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::sharing::Shown;
use crate::setting::SettingId;

/// How a return stood on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Came {
    /// Nothing had come.
    Missing,
    /// It was sent back, and had not come again.
    SentBack,
    /// It had come and was not accepted yet.
    Waiting,
    /// It was accepted.
    Accepted,
}

/// Something that happened to a setting's return.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// On which day.
    pub on: NaiveDate,
    /// How it stood from then on.
    pub came: Came,
}

/// A setting that was on the register on the day that is looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// The value of the group it is counted in: its phase, for example.
    pub group: String,
    /// When its return was due.
    pub due: Option<NaiveDate>,
    /// What happened to its return, in the order of the days; of one day, the last counts.
    pub events: Vec<Event>,
    /// Which setting it is, where that is told.
    pub setting: Option<SettingId>,
}

/// Returns counted on a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Response {
    /// Asked to return.
    pub expected: u32,
    /// Accepted.
    pub accepted: u32,
    /// Come and not accepted yet.
    pub waiting: u32,
    /// Sent back and not come again.
    pub sent_back: u32,
    /// Nothing came.
    pub missing: u32,
    /// Of those that came: first after the day on which they were due.
    pub late: u32,
    /// Of those that did not come: the day on which they were due had passed.
    pub overdue: u32,
}

impl Line {
    /// How its return stood at the end of a day.
    pub fn came(&self, day: NaiveDate) -> Came {
        self.events.iter().rev().find(|event| event.on <= day).map_or(Came::Missing, |event| event.came)
    }

    /// Whether it first came after it was due.
    pub fn late(&self, day: NaiveDate) -> bool {
        let first = self.events.iter().find(|event| event.on <= day && event.came != Came::Missing);
        first.zip(self.due).is_some_and(|(event, due)| event.on > due)
    }
}

impl Response {
    /// Counts some settings at the end of a day.
    pub fn of<'a>(lines: impl IntoIterator<Item = &'a Line>, day: NaiveDate) -> Self {
        let mut counted = Self::default();
        lines.into_iter().for_each(|line| counted.add(line, day));
        counted
    }

    fn add(&mut self, line: &Line, day: NaiveDate) {
        self.expected += 1;
        match line.came(day) {
            Came::Missing => self.missing += 1,
            Came::SentBack => self.sent_back += 1,
            Came::Waiting => self.waiting += 1,
            Came::Accepted => self.accepted += 1,
        }
        let came = matches!(line.came(day), Came::Waiting | Came::Accepted);
        self.late += u32::from(came && line.late(day));
        self.overdue += u32::from(!came && line.due.is_some_and(|due| due < day));
    }

    /// Those that had come and were not sent back.
    pub fn returned(self) -> u32 {
        self.accepted + self.waiting
    }
}

/// The groups of some settings with their counts, the largest group first; at the end, all of them.
pub fn by_group(lines: &[Line], day: NaiveDate) -> Vec<(String, Response)> {
    let mut groups: BTreeMap<&str, Vec<&Line>> = BTreeMap::new();
    lines.iter().for_each(|line| groups.entry(line.group.as_str()).or_default().push(line));
    let mut counted: Vec<(String, Response)> = groups
        .into_iter()
        .map(|(group, of)| {
            let name = if group.is_empty() { "Not said" } else { group };
            (name.to_owned(), Response::of(of, day))
        })
        .collect();
    counted.sort_by(|(one, many), (other, more)| (more.expected, one).cmp(&(many.expected, other)));
    counted
}

/// The days at which a round is shown over time: week by week up to the last, and the last itself.
pub fn days(first: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
    const MOST: i64 = 26;
    let weeks = ((last - first).num_days() / 7).max(0);
    let step = weeks / MOST + 1;
    let back = (0..=weeks / step)
        .filter_map(|n| last.checked_sub_days(chrono::Days::new(u64::try_from(n * step * 7).unwrap_or(0))));
    back.collect::<BTreeSet<_>>().into_iter().collect()
}

/// Which groups are hidden from others: small ones, and as many besides that none follows from the rest.
pub(super) fn hidden(groups: &[(String, Response)], shown: Shown<'_>) -> Vec<bool> {
    hidden_of(&groups.iter().map(|(_, counted)| counted.expected).collect::<Vec<_>>(), shown)
}

/// The same by the sizes of the groups, the smallest of which stand last.
pub(super) fn hidden_of(sizes: &[u32], shown: Shown<'_>) -> Vec<bool> {
    let mut hidden: Vec<bool> = sizes.iter().map(|size| shown.hides_base(*size)).collect();
    let together =
        |hidden: &[bool]| sizes.iter().zip(hidden).filter(|(_, it)| **it).map(|(size, _)| size).sum();
    while hidden.contains(&true)
        && (hidden.iter().filter(|it| **it).count() < 2 || shown.hides_base(together(&hidden)))
    {
        match hidden.iter().rposition(|it| !it) {
            Some(next) => hidden[next] = true,
            None => break,
        }
    }
    hidden
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn line(group: &str, due: &str, events: &[(&str, Came)]) -> Line {
        let event = |(on, came): &(&str, Came)| Event { on: day(on), came: *came };
        Line {
            group: group.into(),
            due: due.parse().ok(),
            events: events.iter().map(event).collect(),
            setting: None,
        }
    }

    fn lines() -> Vec<Line> {
        vec![
            line("Primary", "2027-03-01", &[("2027-02-20", Came::Waiting), ("2027-03-05", Came::Accepted)]),
            line("Primary", "2027-03-01", &[("2027-03-04", Came::Waiting)]),
            line("Primary", "2027-03-20", &[("2027-02-20", Came::Waiting), ("2027-03-03", Came::SentBack)]),
            line("", "2027-03-01", &[]),
        ]
    }

    #[test]
    fn a_past_day_is_counted_as_it_was() {
        let then = Response::of(&lines(), day("2027-03-01"));
        assert_eq!((then.expected, then.waiting, then.accepted, then.missing), (4, 2, 0, 2));
        assert_eq!((then.late, then.overdue), (0, 0));
        let later = Response::of(&lines(), day("2027-03-06"));
        assert_eq!((later.accepted, later.waiting, later.sent_back, later.missing), (1, 1, 1, 1));
        assert_eq!((later.returned(), later.late, later.overdue), (2, 1, 1));
    }

    #[test]
    fn weeks_end_at_the_day_asked_for_and_are_never_too_many() {
        let weeks = days(day("2027-01-01"), day("2027-02-01"));
        assert_eq!(weeks.last(), Some(&day("2027-02-01")));
        assert_eq!(weeks.len(), 5);
        assert!(days(day("2025-01-01"), day("2027-02-01")).len() <= 28);
        assert_eq!(days(day("2027-02-01"), day("2027-01-01")), [day("2027-01-01")]);
    }
}
