//! The world in which the sample is made: its days pass as they are told to, its ids follow from the seed.
//!
//! It keeps no backups: what is made in it was only ever made up.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::demo::chance::Chance;
use crate::world::World;

/// Days that pass as they are told to.
pub(super) struct YearsAgo(Mutex<(DateTime<Utc>, Chance)>);

impl YearsAgo {
    /// A world on a day.
    pub fn on(day: NaiveDate, seed: u64) -> Self {
        Self(Mutex::new((morning(day), Chance::of(seed, "ids"))))
    }

    /// From now on it is this day.
    pub fn turn_to(&self, day: NaiveDate) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).0 = morning(day);
    }
}

fn morning(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(9)
}

impl World for YearsAgo {
    fn now(&self) -> DateTime<Utc> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).0
    }
    fn who(&self) -> String {
        "Sam Sample".to_owned()
    }
    fn random(&self) -> [u8; 10] {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).1.bytes()
    }
    fn backups(&self) -> Option<PathBuf> {
        None
    }
}
