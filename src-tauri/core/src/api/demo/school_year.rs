//! What the sample is made of: schools, what each does, the dates of two years, all before anything is written.

use chrono::{Datelike, Days, NaiveDate};
use uuid::Uuid;

use super::SampleWanted;
use crate::demo::answers::{Manner, Year};
use crate::demo::chance::Chance;
use crate::demo::conduct::{Conduct, conducts};
use crate::demo::returned::{Asked, returned, submission};
use crate::demo::settings::{School, agencies, settings};
use crate::error::{Error, Result};
use crate::template::{Template, library};
use crate::workbook::Return;

/// A year in whole weeks, so that a day of the week stays one.
pub(super) const YEAR: u64 = 364;

/// The whole sample before it is written.
pub(super) struct Plan {
    pub seed: u64,
    pub today: NaiveDate,
    pub schools: Vec<School>,
    pub conducts: Vec<Conduct>,
    pub issues: Vec<Uuid>,
    pub agencies: Vec<School>,
    pub template: &'static Template,
    pub section_11: &'static Template,
    pub now: String,
    pub before: String,
}

impl Plan {
    pub fn of(wanted: SampleWanted, today: NaiveDate) -> Result<Self> {
        let seed = u64::from(wanted.seed);
        let count = usize::try_from(wanted.settings).unwrap_or(380);
        let schools = settings(count, seed);
        let issued = today.checked_sub_days(Days::new(70)).unwrap_or(today);
        let number = |school: &School| Chance::of(seed, &format!("issue {}", school.name)).id(issued);
        Ok(Self {
            seed,
            today,
            conducts: conducts(count, seed),
            issues: schools.iter().map(number).collect(),
            agencies: agencies(),
            schools,
            template: shipped("school@2025.1")?,
            section_11: shipped("section11@2026.1")?,
            now: label(today),
            before: label(days_before(today, YEAR)),
        })
    }

    /// How much there is to do: a workbook each year, and reading what is taken in.
    pub fn steps(&self) -> u64 {
        u64::try_from(2 * self.schools.len() + 20).unwrap_or(0)
    }

    /// When this year's returns are due, and those of independent schools and colleges.
    pub fn due(&self) -> (NaiveDate, NaiveDate) {
        (self.today + Days::new(9), days_before(self.today, 12))
    }

    /// What a school returns this year.
    pub fn returned(&self, place: usize, manner: Manner, revision: u32) -> Return {
        returned(&self.asked(place), &self.schools[place], Some(self.issues[place]), manner, revision)
    }

    /// The id of a school's return this year, born with its workbook.
    pub fn submission(&self, place: usize) -> Uuid {
        submission(&self.asked(place), &self.schools[place])
    }

    fn asked(&self, place: usize) -> Asked<'_> {
        let on = days_before(self.today, 6 + u64::try_from(place % 25).unwrap_or(0));
        let year = Year { on, gain: 55 };
        Asked { template: self.template, label: &self.now, due: self.due().0, year, seed: self.seed }
    }

    /// What a school returned last year; one in twenty-five did not.
    pub fn returned_before(&self, place: usize) -> Option<Return> {
        if Chance::of(self.seed, &format!("before {}", self.schools[place].name)).in_a_hundred(4) {
            return None;
        }
        let due = days_before(self.due().0, YEAR);
        let on = days_before(due, 4 + u64::try_from(place % 30).unwrap_or(0));
        let asked = Asked {
            template: self.template,
            label: &self.before,
            due,
            year: Year { on, gain: 0 },
            seed: self.seed,
        };
        Some(returned(&asked, &self.schools[place], None, Manner::Honest, 1))
    }

    /// What an organisation returns.
    pub fn organisation(&self, agency: &School) -> Return {
        let on = days_before(self.today, 10);
        let asked = Asked {
            template: self.section_11,
            label: &self.now,
            due: self.due().0,
            year: Year { on, gain: 30 },
            seed: self.seed,
        };
        returned(&asked, agency, None, Manner::Honest, 1)
    }
}

pub(super) fn days_before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

/// The school year of a day.
fn label(day: NaiveDate) -> String {
    let year = day.year() - i32::from(day.month() < 9);
    format!("{year}/{:02}", (year + 1) % 100)
}

fn shipped(key: &str) -> Result<&'static Template> {
    library::find(key).ok_or_else(|| Error::fault("An audit tool of the sample does not ship."))
}
