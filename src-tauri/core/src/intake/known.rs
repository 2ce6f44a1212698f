//! What is known of a round while files are judged: its register, its issues, what the officer said.
//!
//! Gathered once per run, and again only when somebody changed the file beside it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use super::remembered::{self, Said};
use crate::error::Result;
use crate::own_workbook;
use crate::round::{self, Replacing, RoundId, dates, register};
use crate::setting::{self, SettingId};
use crate::store::Reader;
use crate::template::{self, Facts, Template, library};
use crate::text::folded;
use crate::workbook::Templates;

/// What is known before files are judged.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The round that is being taken in.
    pub round: KnownRound,
    /// The other rounds of this file.
    pub others: Vec<KnownRound>,
    /// Settings by scheme and value of their identifiers.
    pub identifiers: BTreeMap<(String, String), BTreeSet<SettingId>>,
    /// The round's register: who is asked to return, by name.
    pub register: BTreeMap<SettingId, String>,
    /// Settings by their folded name; a name that two have knows neither.
    pub names: HashMap<String, Option<SettingId>>,
    /// Workbooks issued in this round.
    pub issues: BTreeMap<Uuid, SettingId>,
    /// What the officer said in this round.
    pub said: Said,
    /// What a later return may change.
    pub replacing: Replacing,
    /// Until when each setting's return is due, where a day is set.
    pub due: BTreeMap<SettingId, NaiveDate>,
}

impl Known {
    /// Whether a return that came in on a day takes the place of an earlier revision without asking.
    pub fn lets_replace(&self, setting: SettingId, on: NaiveDate) -> bool {
        match self.replacing {
            Replacing::UntilClosed => true,
            Replacing::UntilDue => self.due.get(&setting).is_none_or(|due| on <= *due),
            Replacing::Asked | Replacing::Never => false,
        }
    }
}

/// A round as files name it.
#[derive(Debug, Clone, Default)]
pub struct KnownRound {
    /// Its id, as text.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Id of its template.
    pub template: String,
    /// Version of its template.
    pub version: String,
    /// Digest of its template.
    pub digest: String,
}

/// An identifier's value as it is compared: `815/1234` and `8151234` are one.
pub fn identifier_key(scheme: &str, value: &str) -> (String, String) {
    let kept: String = value.chars().filter(|c| c.is_alphanumeric()).collect();
    (folded(scheme), kept.to_lowercase())
}

/// The round that is taken in, with its template.
#[derive(Clone)]
pub struct Ground {
    /// The round.
    pub round: RoundId,
    /// Its template.
    pub template: Arc<Template>,
    /// The templates that a file may follow: the round's own first, then those of other rounds, then those that ship.
    pub templates: Templates,
}

impl Ground {
    /// The ground of a round.
    pub fn of(reader: Reader<'_>, id: RoundId) -> Result<Self> {
        let round = round::load(reader, id)?;
        let template = template::load(reader, &round.template)?;
        let mut templates = vec![Arc::clone(&template)];
        for other in round::all(reader)? {
            templates.push(template::load(reader, &other.template)?);
        }
        templates.extend(library::shipped().iter().map(|shipped| Arc::clone(shipped.shared())));
        // How the partnership's own workbooks are read.
        let mappings = own_workbook::mappings(reader)?.into_iter().map(Arc::new);
        Ok(Self { round: id, template, templates: Templates::new(templates).mapped(mappings) })
    }

    /// How many questions are asked of a setting with these facts.
    pub fn asked(&self, facts: &Facts) -> usize {
        self.template.asked(facts).len()
    }
}

/// Gathers what is known of a round.
pub fn known(reader: Reader<'_>, id: RoundId) -> Result<Known> {
    let round = round::load(reader, id)?;
    let mut known = Known {
        round: round_of(reader, &round)?,
        said: remembered::said(reader, id)?,
        replacing: round.replacing,
        due: dates::dues(reader, id)?,
        ..Known::default()
    };
    for other in round::all(reader)?.iter().filter(|other| other.id != id) {
        known.others.push(round_of(reader, other)?);
    }
    for line in register::lines(reader, id)? {
        if let Some(issue) = line.issue.and_then(|issue| issue.parse().ok()) {
            known.issues.insert(issue, line.setting);
        }
        known.register.insert(line.setting, String::new());
    }
    name(&mut known, reader)?;
    Ok(known)
}

/// What the settings on the register are called and known by; one after the other, for a register may be large.
fn name(known: &mut Known, reader: Reader<'_>) -> Result<()> {
    setting::each_name(reader, |id, name| {
        let Some(held) = known.register.get_mut(&id) else { return };
        known.names.entry(folded(&name)).and_modify(|other| *other = None).or_insert(Some(id));
        *held = name;
    })?;
    setting::each_identifier(reader, |id, scheme, value| {
        if known.register.contains_key(&id) {
            known.identifiers.entry(identifier_key(scheme, value)).or_default().insert(id);
        }
    })
}

fn round_of(reader: Reader<'_>, round: &round::Round) -> Result<KnownRound> {
    let template = template::load(reader, &round.template)?;
    Ok(KnownRound {
        id: round.id.to_string(),
        label: round.label.clone(),
        template: template.id.clone(),
        version: template.version.clone(),
        digest: template::digest(&template),
    })
}
