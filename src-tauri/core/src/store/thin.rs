//! Which backups are kept: the newest ten, one a day for 30 days, one a week for a year.
//!
//! Refuses to know: files.

use std::collections::HashSet;

use chrono::{DateTime, Datelike, Utc};

const NEWEST: usize = 10;
const DAYS: i64 = 30;
const WEEKS_OF: i64 = 366;

/// Which of these backups (newest first) are kept; of each day and week the newest.
pub(super) fn kept(now: DateTime<Utc>, newest_first: &[DateTime<Utc>]) -> Vec<bool> {
    let (mut days, mut weeks) = (HashSet::new(), HashSet::new());
    let keep = |(place, at): (usize, &DateTime<Utc>)| {
        let age = (now - *at).num_days();
        let first_of_day = days.insert(at.date_naive());
        let first_of_week = weeks.insert((at.iso_week().year(), at.iso_week().week()));
        place < NEWEST || (age <= DAYS && first_of_day) || (age <= WEEKS_OF && first_of_week)
    };
    newest_first.iter().enumerate().map(keep).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    fn now() -> DateTime<Utc> {
        "2027-06-30T12:00:00Z".parse().expect("a time")
    }

    fn count(step: TimeDelta, number: i32) -> usize {
        let dates: Vec<_> = (0..number).map(|back| now() - step * back).collect();
        kept(now(), &dates).into_iter().filter(|kept| *kept).count()
    }

    #[test]
    fn ten_of_one_hour_are_kept_and_one_of_each_day_before() {
        assert_eq!(count(TimeDelta::minutes(1), 10), 10);
        assert_eq!(count(TimeDelta::minutes(1), 60), 10);
        assert_eq!(count(TimeDelta::days(1), 31), 31);
    }

    #[test]
    fn weeks_are_kept_for_a_year_and_nothing_after() {
        let dates = [now() - TimeDelta::days(1), now() - TimeDelta::days(300), now() - TimeDelta::days(400)];
        let mut many: Vec<_> = (0..10).map(|minute| now() - TimeDelta::minutes(minute)).collect();
        many.extend(dates);
        assert_eq!(kept(now(), &many)[10..], [true, true, false]);
    }
}
