//! All that the core may know of the outside: the time, who works here, random bytes, where backups go.
//!
//! Hosts pass one in; tests and the demo pass a [`FixedWorld`], so that a run can be repeated to the byte.

use std::path::PathBuf;
use std::sync::Mutex;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use uuid::Uuid;

/// What is passed in from outside.
pub trait World: Send + Sync {
    /// The time now.
    fn now(&self) -> DateTime<Utc>;
    /// The name of the person at this computer, as they want it in the history.
    fn who(&self) -> String;
    /// Random bytes for a new id.
    fn random(&self) -> [u8; 10];
    /// The folder in which automatic backups are kept, if any.
    fn backups(&self) -> Option<PathBuf>;

    /// A further folder that a copy of each backup goes to: a stick, a folder that is itself backed up.
    fn further_backups(&self) -> Option<PathBuf> {
        None
    }

    /// A new id: a uuid v7 of the time and the random bytes.
    fn new_id(&self) -> Uuid {
        let millis = u64::try_from(self.now().timestamp_millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &self.random()).into_uuid()
    }

    /// Today in Europe/London, where a due date ends.
    fn today(&self) -> NaiveDate {
        london_date(self.now())
    }
}

/// The date in Europe/London at an instant: an hour ahead from the last Sunday in March, 01:00 UTC, to the last in October.
pub fn london_date(at: DateTime<Utc>) -> NaiveDate {
    use chrono::Datelike;
    let last_sunday = |month| {
        let day = NaiveDate::from_ymd_opt(at.year(), month, 31).expect("March and October have 31 days");
        day - TimeDelta::days(i64::from(day.weekday().num_days_from_sunday()))
    };
    let switch = |date: NaiveDate| date.and_hms_opt(1, 0, 0).expect("one o'clock is a time").and_utc();
    let summer = switch(last_sunday(3)) <= at && at < switch(last_sunday(10));
    (if summer { at + TimeDelta::hours(1) } else { at }).date_naive()
}

/// The last millisecond of a day in London, which is at most an hour ahead.
pub fn end_of(day: NaiveDate) -> DateTime<Utc> {
    let next = day.checked_add_days(Days::new(1)).unwrap_or(day).and_time(chrono::NaiveTime::MIN).and_utc();
    let end = next - chrono::TimeDelta::milliseconds(1);
    if london_date(end) == day { end } else { end - chrono::TimeDelta::hours(1) }
}

/// A world in which time moves only when asked and every id is known beforehand.
pub struct FixedWorld(Mutex<Fixed>);

struct Fixed {
    now: DateTime<Utc>,
    who: String,
    random: ChaCha8Rng,
    backups: Option<PathBuf>,
    further: Option<PathBuf>,
}

impl FixedWorld {
    /// A world at an instant, with ids that follow from the seed.
    pub fn new(now: DateTime<Utc>, seed: u64) -> Self {
        Self(Mutex::new(Fixed {
            now,
            who: "Test Person".to_owned(),
            random: ChaCha8Rng::seed_from_u64(seed),
            backups: None,
            further: None,
        }))
    }

    /// The same world with a folder for backups.
    #[must_use]
    pub fn with_backups(self, folder: PathBuf) -> Self {
        self.fixed().backups = Some(folder);
        self
    }

    /// From now on a copy of each backup goes to a further folder too.
    pub fn keep_further_backups(&self, folder: PathBuf) {
        self.fixed().further = Some(folder);
    }

    /// Lets time pass.
    pub fn pass(&self, seconds: i64) {
        self.fixed().now += TimeDelta::seconds(seconds);
    }

    fn fixed(&self) -> std::sync::MutexGuard<'_, Fixed> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl World for FixedWorld {
    fn now(&self) -> DateTime<Utc> {
        self.fixed().now
    }
    fn who(&self) -> String {
        self.fixed().who.clone()
    }
    fn random(&self) -> [u8; 10] {
        let mut bytes = [0; 10];
        self.fixed().random.fill_bytes(&mut bytes);
        bytes
    }
    fn backups(&self) -> Option<PathBuf> {
        self.fixed().backups.clone()
    }
    fn further_backups(&self) -> Option<PathBuf> {
        self.fixed().further.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summer_evening_in_london_is_already_tomorrow() {
        let date = |text: &str| london_date(text.parse().expect("a time"));
        assert_eq!(date("2027-07-01T23:30:00Z").to_string(), "2027-07-02");
        assert_eq!(date("2027-01-01T23:30:00Z").to_string(), "2027-01-01");
        assert_eq!(date("2027-10-31T00:59:59Z").to_string(), "2027-10-31");
    }
}
