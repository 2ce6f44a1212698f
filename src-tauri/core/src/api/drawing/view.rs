//! Samples as screens and papers are given them.

use std::collections::BTreeMap;

use crate::analysis::Table;
use crate::analysis::balance::{balance, together};
use crate::analysis::judged::day;
use crate::api::chasing::Chasing;
use crate::api::round;
use crate::api::session::Session;
use crate::api::table::table_view;
use crate::api::views::{TableView, view};
use crate::error::{Error, Result};
use crate::panel::drawing::{self, Kept, Pick, PickId, PickedFor, SampleId};
use crate::panel::sample::{self, Chosen, Drawing, Drawn, Frame, LeftOut, Rules, Stratum, Trait};
use crate::report::Document;
use crate::report::sample::{SamplePaper, compose};
use crate::round::{Round, RoundId};
use crate::setting::{self, Setting, SettingId};
use crate::store::{AuditFile, Reader};

/// How many reserves are shown.
const SHOWN: usize = 5;

view! {
    /// The samples of a round, its picks, and what a sample can be drawn by.
    DrawView {
        samples: Vec<SampleView>,
        picks: Vec<PickView>,
        traits: Vec<TraitChoice>,
        /// The rules that the form begins with: those of the last draw, else the usual ones.
        rules: Rules,
        register: u32,
    }
    /// A sample as it stands.
    SampleView {
        id: SampleId,
        name: String,
        on: String,
        at: String,
        who: String,
        seed: String,
        rules: Rules,
        population: u32,
        register: u32,
        wanted: u32,
        strata: Vec<StratumView>,
        chosen: Vec<Chosen>,
        left_out: Vec<LeftOut>,
        remarks: Vec<String>,
        /// Whether frame, rules and seed drew the same list again just now.
        same_again: bool,
        balance: TableView,
    }
    /// A group of a sample.
    StratumView {
        name: String,
        of: Vec<String>,
        population: u32,
        places: u32,
        /// The next reserves, in order.
        reserves: Vec<Drawn>,
    }
    /// The groups before anybody is drawn.
    PreviewView { strata: Vec<StratumView>, left_out: Vec<LeftOut>, remarks: Vec<String>, wanted: u32, places: u32, population: u32, }
    /// A setting picked for what is known of it.
    PickView { id: PickId, setting: SettingId, name: String, why: PickedFor, reason: String, on: String, who: String, }
    /// What settings can be told apart by, with the values that there are.
    TraitChoice { by: Trait, words: String, values: Vec<TraitValue>, }
    /// A value of a trait, and how many have it.
    TraitValue { value: String, count: u32, }
}

pub(super) fn show(session: &Session) -> Result<DrawView> {
    let frame = super::frame(session)?;
    session.file(|file| {
        let (round, _) = round::current(session, file)?;
        let reader = file.reader();
        let kept = drawing::of_round(reader, round.id)?;
        let names = setting::all(reader)?;
        let rules = kept.first().map(|one| one.rules.clone()).unwrap_or_default();
        let picks = drawing::picks(reader, round.id)?.into_iter().map(|pick| pick_view(pick, &names));
        Ok(DrawView {
            samples: kept.iter().map(|one| sample_view(reader, one, &round)).collect::<Result<_>>()?,
            picks: picks.collect(),
            traits: traits(&frame),
            rules,
            register: count(frame.candidates.len()),
        })
    })
}

pub(super) fn preview(drawing: &Drawing) -> PreviewView {
    PreviewView {
        strata: drawing.strata.iter().map(|one| stratum(one, &[])).collect(),
        left_out: drawing.left_out.clone(),
        remarks: drawing.remarks.clone(),
        wanted: drawing.wanted,
        places: drawing.places(),
        population: drawing.population(),
    }
}

fn sample_view(reader: Reader<'_>, kept: &Kept, round: &Round) -> Result<SampleView> {
    let drawn = sample::draw(&kept.frame, &kept.rules, kept.seed)?;
    let chosen = sample::standing(&drawn, &drawing::refusals(reader, kept.id)?);
    let same_again = drawing::digest(&drawn)? == kept.list;
    let table = balance(&kept.frame, &drawn, &chosen, &beside(&kept.frame, &kept.rules), &round.label);
    Ok(SampleView {
        id: kept.id,
        name: kept.name.clone(),
        on: kept.frame.on.to_string(),
        at: kept.at.clone(),
        who: kept.who.clone(),
        seed: kept.seed.to_string(),
        rules: kept.rules.clone(),
        population: drawn.population(),
        register: count(kept.frame.candidates.len()),
        wanted: drawn.wanted,
        strata: drawn.strata.iter().map(|one| stratum(one, &chosen)).collect(),
        chosen,
        left_out: drawn.left_out,
        remarks: drawn.remarks,
        same_again,
        balance: table_view(table),
    })
}

/// What a sample is looked at by beside its own groups.
fn beside(frame: &Frame, rules: &Rules) -> Vec<Trait> {
    let many = |by: &Trait| {
        let mut values: Vec<&str> = frame.candidates.iter().map(|one| one.is(by)).collect();
        values.sort_unstable();
        values.dedup();
        (2..=12).contains(&values.len())
    };
    let fixed = [Trait::Phase, Trait::Status, Trait::Locality, Trait::Size, Trait::Rating];
    fixed.into_iter().filter(|by| rules.strata != [by.clone()] && many(by)).collect()
}

fn stratum(one: &Stratum, chosen: &[Chosen]) -> StratumView {
    let taken = |drawn: &&Drawn| chosen.iter().all(|seat| seat.setting != drawn.setting);
    let places = usize::try_from(one.places).unwrap_or(usize::MAX);
    let reserves =
        one.order.iter().skip(places).filter(taken).take(if chosen.is_empty() { 0 } else { SHOWN });
    StratumView {
        name: one.name.clone(),
        of: one.of.clone(),
        population: count(one.order.len()),
        places: one.places,
        reserves: reserves.cloned().collect(),
    }
}

fn pick_view(pick: Pick, names: &BTreeMap<SettingId, Setting>) -> PickView {
    let name = names.get(&pick.setting).map(|one| one.details.name.clone()).unwrap_or_default();
    let Pick { id, setting, why, reason, on, who } = pick;
    PickView { id, setting, name, why, reason, on: on.to_string(), who }
}

/// What settings of a frame can be told apart by: what has at least two values.
fn traits(frame: &Frame) -> Vec<TraitChoice> {
    let mut keys: Vec<&String> = frame.candidates.iter().flat_map(|one| one.traits.keys()).collect();
    keys.sort_unstable();
    keys.dedup();
    let facts = keys.into_iter().filter_map(|key| key.strip_prefix("fact "));
    let all = Trait::FIXED.into_iter().chain(facts.map(|fact| Trait::Fact(fact.to_owned())));
    let choice = |by: Trait| {
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        frame.candidates.iter().for_each(|one| *counts.entry(one.is(&by)).or_default() += 1);
        let values = counts.into_iter().map(|(value, count)| TraitValue { value: value.to_owned(), count });
        TraitChoice { words: by.words(), values: values.collect(), by }
    };
    all.map(choice).filter(|choice| choice.values.len() > 1).collect()
}

/// T15: every sample of a round beside the population that it was drawn from; none where none was drawn.
pub(in crate::api) fn balances(reader: Reader<'_>, round: RoundId, caption: &str) -> Result<Option<Table>> {
    let mut all = Vec::new();
    for kept in drawing::of_round(reader, round)? {
        let drawn = sample::draw(&kept.frame, &kept.rules, kept.seed)?;
        let chosen = sample::standing(&drawn, &drawing::refusals(reader, kept.id)?);
        let table = balance(&kept.frame, &drawn, &chosen, &beside(&kept.frame, &kept.rules), caption);
        all.push((kept.name, table));
    }
    Ok(together(all))
}

/// The paper of every sample of a round, with settings as they are called there.
pub(in crate::api) fn papers(file: &AuditFile, of: &Chasing) -> Result<Vec<Document>> {
    let kept = drawing::of_round(file.reader(), of.round.id)?;
    kept.into_iter().map(|one| paper(file, of, one.id)).collect()
}

/// The paper of a sample.
pub(super) fn paper(file: &AuditFile, of: &Chasing, id: SampleId) -> Result<Document> {
    let (reader, round) = (file.reader(), &of.round);
    let kept = drawing::of_round(reader, round.id)?.into_iter().find(|one| one.id == id);
    let kept = kept.ok_or_else(|| Error::missing("That sample is not in this round."))?;
    let drawn = sample::draw(&kept.frame, &kept.rules, kept.seed)?;
    let chosen = sample::standing(&drawn, &drawing::refusals(reader, kept.id)?);
    let name = |id: SettingId| of.name(id).to_owned();
    let picks = drawing::picks(reader, round.id)?;
    let picks = picks.into_iter().map(|pick| [name(pick.setting), pick.why.words().to_owned(), pick.reason]);
    Ok(compose(&SamplePaper {
        name: kept.name.clone(),
        about: vec![of.partnership.clone(), format!("Round {}", round.label)],
        on: day(kept.frame.on),
        register: kept.frame.candidates.len(),
        drawn: format!("{}, {}", kept.who, crate::api::chasing::on_day(&kept.at)),
        seed: kept.seed,
        rules: &kept.rules,
        drawing: &drawn,
        chosen: &chosen,
        balance: balance(&kept.frame, &drawn, &chosen, &beside(&kept.frame, &kept.rules), &round.label),
        picks: picks.collect(),
        named: &name,
        code: file.head()?,
    }))
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
