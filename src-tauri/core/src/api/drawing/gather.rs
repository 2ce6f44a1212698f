//! The frame of a draw as the register stands today: who is on it, what each is, when a panel met it last.

use std::collections::BTreeMap;

use crate::analysis::{Grid, Tally};
use crate::api::round;
use crate::api::session::Session;
use crate::error::Result;
use crate::panel::sample::{Candidate, Frame, NOT_SAID, Trait, size_band};
use crate::panel::session;
use crate::round::RoundId;
use crate::round::register::{self, Expected, Standing};
use crate::setting::{self, About, Setting, SettingId};
use crate::store::AuditFile;

/// The frame of today.
pub(super) fn frame(session: &Session) -> Result<Frame> {
    let mut figures = session.figures();
    session.file(|file| {
        let (round, template) = round::current(session, file)?;
        let grid = figures.grid(file, round.id, &template)?;
        of(file, round.id, grid)
    })
}

/// The frame of today, of a round whose ratings are known.
pub(in crate::api) fn of(file: &AuditFile, round: RoundId, grid: &Grid) -> Result<Frame> {
    let reader = file.reader();
    let ground = Ground {
        settings: setting::all(reader)?,
        abouts: setting::abouts(reader)?,
        met: session::met(reader)?,
        rated: rated(grid),
    };
    let lines = register::lines(reader, round)?;
    let candidates = lines.iter().filter_map(|line| ground.candidate(line)).collect();
    Ok(Frame { on: file.world().today(), candidates })
}

fn rated(grid: &Grid) -> BTreeMap<SettingId, Tally> {
    grid.tallies_of_settings().into_iter().collect()
}

struct Ground {
    settings: BTreeMap<SettingId, Setting>,
    abouts: BTreeMap<SettingId, About>,
    met: BTreeMap<SettingId, chrono::NaiveDate>,
    rated: BTreeMap<SettingId, Tally>,
}

impl Ground {
    fn candidate(&self, line: &Expected) -> Option<Candidate> {
        let setting = self.settings.get(&line.setting)?;
        let about = self.abouts.get(&line.setting).cloned().unwrap_or_default();
        let rated = self.rated.get(&line.setting);
        Some(Candidate {
            setting: line.setting,
            name: setting.details.name.clone(),
            traits: traits(setting, &about, rated),
            out: out(line),
            returned: rated.is_some(),
            met: self.met.get(&line.setting).copied(),
            opened: about.opened,
        })
    }
}

fn traits(setting: &Setting, about: &About, rated: Option<&Tally>) -> BTreeMap<String, String> {
    let details = &setting.details;
    let mut traits: BTreeMap<String, String> = [
        (Trait::Phase, details.phase.as_str()),
        (Trait::Status, &details.status),
        (Trait::Locality, &details.locality),
        (Trait::Trust, &details.trust),
        (Trait::Kind, &details.kind),
        (Trait::Size, size_band(about.pupils)),
        (Trait::Rating, rated.map_or("No accepted return", band)),
    ]
    .into_iter()
    .map(|(by, said)| (by.key(), said.to_owned()))
    .collect();
    let facts = about.facts.iter().map(|(fact, said)| (Trait::Fact(fact.clone()).key(), said.clone()));
    traits.extend(facts);
    traits
}

fn band(tally: &Tally) -> &'static str {
    match (u64::from(tally.at_least_met()) * 100).checked_div(u64::from(tally.base())) {
        None => NOT_SAID,
        Some(100..) => "Everything met",
        Some(90..) => "90 to 99 % met",
        Some(70..) => "70 to 89 % met",
        Some(_) => "Under 70 % met",
    }
}

fn out(line: &Expected) -> String {
    let word = match line.standing {
        Standing::Expected => return String::new(),
        Standing::Exempt => "Exempt",
        Standing::Covered => "Covered by another\u{2019}s return",
        Standing::Closed => "Closed",
    };
    if line.reason.is_empty() { word.to_owned() } else { format!("{word}: {}", line.reason) }
}
