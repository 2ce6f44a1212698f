//! A round as it is issued and chased, gathered once: who is asked, what came, what was written and done.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use super::counted::{has_come, is_asked, states, states_at};
use super::round as rounds;
use super::session::Session;
use crate::analysis::judged::day;
use crate::chase::{self, Chased};
use crate::error::Result;
use crate::issue::{self, Issued, name};
use crate::partnership;
use crate::report::letter::Letter;
use crate::round::register::{self, Expected};
use crate::round::wording::{self, Filling, Wording, WordingKind};
use crate::round::{Round, stood};
use crate::setting::{self, Reach, Setting, SettingId};
use crate::store::{AuditFile, Moment};
use crate::submission::State;
use crate::template::Template;

/// A round with everything that issuing and chasing need.
pub(super) struct Chasing {
    pub round: Round,
    pub template: Arc<Template>,
    pub today: NaiveDate,
    pub settings: BTreeMap<SettingId, Setting>,
    pub reaches: BTreeMap<SettingId, Reach>,
    /// Those on the register, in the order of their names.
    pub lines: Vec<Expected>,
    pub dues: BTreeMap<SettingId, NaiveDate>,
    pub states: BTreeMap<SettingId, State>,
    pub issued: Vec<Issued>,
    pub chased: Vec<Chased>,
    pub partnership: String,
}

impl Chasing {
    /// Gathers the round in view.
    pub fn of(session: &Session, file: &AuditFile) -> Result<Self> {
        let (round, template) = rounds::current(session, file)?;
        Self::round(file, round, template)
    }

    /// Gathers any round.
    pub fn round(file: &AuditFile, round: Round, template: Arc<Template>) -> Result<Self> {
        let reader = file.reader();
        let settings = setting::all(reader)?;
        Ok(Self {
            today: file.world().today(),
            reaches: setting::reaches(reader)?,
            dues: register::dues(reader, round.id)?,
            states: states(reader, round.id)?,
            issued: issue::of_round(reader, round.id)?,
            chased: chase::of_round(reader, round.id)?,
            partnership: partnership::load(reader)?.name,
            lines: by_name(register::lines(reader, round.id)?, &settings),
            settings,
            round,
            template,
        })
    }

    /// The same as it stood at a past moment, read on a day; letters and addresses are those of now.
    pub fn at(self, file: &AuditFile, (then, today): (Moment, NaiveDate)) -> Result<Self> {
        let round = self.round.id;
        let known = setting::all_at(file, then)?.into_iter();
        let settings: BTreeMap<_, _> = known.map(|(id, one)| (id, one.setting)).collect();
        let chased = chase::at(file, round, then)?;
        let until = |one: Issued| {
            let written = one.written.filter(|at| at.parse().is_ok_and(|at: DateTime<Utc>| at <= then.at));
            Issued { written, ..one }
        };
        let issued = self.issued.into_iter().map(until).collect();
        Ok(Self {
            round: stood::round(file, self.round, then)?,
            lines: by_name(stood::asked(file, round, then)?, &settings),
            dues: stood::dues(file, round, then)?,
            states: states_at(file, round, then)?,
            partnership: partnership::name_at(file, then)?,
            issued,
            chased,
            settings,
            today,
            ..self
        })
    }

    /// The lines of those who are asked to return.
    pub fn asked(&self) -> impl Iterator<Item = &Expected> {
        self.lines.iter().filter(|line| is_asked(line))
    }

    /// Those who are asked and have not returned, or were sent back what they had.
    pub fn missing(&self) -> impl Iterator<Item = &Expected> {
        self.asked().filter(|line| !has_come(self.states.get(&line.setting).copied()))
    }

    /// The name of a setting.
    pub fn name(&self, setting: SettingId) -> &str {
        self.settings.get(&setting).map_or("", |one| one.details.name.as_str())
    }

    /// The number by which people know a setting, as they say it: `URN 123456`.
    pub fn number(&self, setting: SettingId) -> String {
        let Some(one) = self.settings.get(&setting) else { return String::new() };
        match (one.identifiers.get("urn"), name::identifier(one)) {
            (Some(urn), _) => format!("URN {urn}"),
            (None, Some(other)) => other,
            (None, None) => String::new(),
        }
    }

    /// How a setting is reached.
    pub fn reach(&self, setting: SettingId) -> Reach {
        self.reaches.get(&setting).cloned().unwrap_or_default()
    }

    /// The workbook that went to a setting last.
    pub fn workbook(&self, setting: SettingId) -> Option<&Issued> {
        self.issued.iter().rev().find(|one| one.setting == setting && one.written.is_some())
    }

    /// What is filled in for the names in a letter.
    pub fn filling(&self, setting: SettingId) -> Filling {
        let workbook = self.workbook(setting);
        let head = self.reach(setting).head;
        let due =
            self.dues.get(&setting).map_or_else(|| "as soon as you can".to_owned(), |due| in_words(*due));
        let issued = workbook.and_then(|one| one.written.as_deref()).map(on_day).unwrap_or_default();
        let mut filling = self.shared();
        filling.extend([
            ("name", self.name(setting).to_owned()),
            ("head", if head.is_empty() { "Headteacher or chief officer".to_owned() } else { head }),
            ("urn", self.number(setting)),
            ("due", due),
            ("file", workbook.map_or_else(|| "that we sent you".to_owned(), |one| one.name.clone())),
            ("issued", issued),
        ]);
        filling
    }

    /// What is filled in where every setting has its own line of a mail merge: the names of the fields.
    pub fn merging(&self) -> Filling {
        let mut filling = self.shared();
        for (name, field) in [
            ("name", "Name"),
            ("head", "Head"),
            ("urn", "Number"),
            ("due", "Due"),
            ("file", "File"),
            ("issued", "Issued"),
        ] {
            filling.insert(name, format!("\u{ab}{field}\u{bb}"));
        }
        filling
    }

    fn shared(&self) -> Filling {
        let sender = if self.partnership.is_empty() {
            "Your safeguarding children partnership".to_owned()
        } else {
            self.partnership.clone()
        };
        let return_to = match self.round.return_to.as_str() {
            "" => "us".to_owned(),
            place => place.to_owned(),
        };
        Filling::from([
            ("round", self.round.label.clone()),
            ("tool", self.template.title.clone()),
            ("return_to", return_to),
            ("partnership", sender),
            ("today", day(self.today)),
        ])
    }

    /// A letter to a setting, or about it, as it is worded.
    pub fn letter(&self, wording: &Wording, setting: SettingId) -> Result<Letter> {
        let (filling, reach) = (self.filling(setting), self.reach(setting));
        let name = self.name(setting).to_owned();
        let to = match wording.kind {
            WordingKind::Covering | WordingKind::Reminder | WordingKind::Overdue | WordingKind::Head => {
                vec![reach.head, name, reach.address]
            }
            WordingKind::Chair => vec![wording.name.clone(), name, reach.address],
            WordingKind::Authority | WordingKind::Executive => vec![wording.name.clone()],
        };
        Ok(Letter {
            to,
            date: day(self.today),
            subject: wording::filled(&wording.subject, &filling)?,
            text: wording::filled(&wording.text, &filling)?,
        })
    }
}

fn by_name(mut lines: Vec<Expected>, settings: &BTreeMap<SettingId, Setting>) -> Vec<Expected> {
    let name = |line: &Expected| settings.get(&line.setting).map(|one| one.details.name.to_lowercase());
    lines.sort_by_cached_key(|line| (name(line), line.setting));
    lines
}

/// A day with its weekday, so that nobody mistakes it.
pub(super) fn in_words(day: NaiveDate) -> String {
    day.format("%A %-d %B %Y").to_string()
}

/// The day of an instant in words.
pub(super) fn on_day(instant: &str) -> String {
    instant.get(..10).and_then(|text| text.parse().ok()).map(day).unwrap_or_default()
}
