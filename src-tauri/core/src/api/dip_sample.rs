//! Dip samples: begun, planned, drawn from a list of numbers, answered case by case, counted.
//!
//! Refuses to know: how the paper is laid out.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::call::Nothing;
use super::paper_format::{self, PaperFormat};
use super::save;
use super::session::Session;
use super::table::table_view;
use super::views::{TableView, Written, view};
use crate::analysis::judged::day;
use crate::case_audit::{AuditState, CaseNumber};
use crate::dip_sample::{
    self, Answer, Chosen, DipCase, DipCaseId, DipSample, DipSampleId, Plan, Question, ordered,
};
use crate::error::{Error, Result};
use crate::panel::drawing;
use crate::partnership::{self, group};
use crate::report::dip_sample as paper;
use crate::store::{AuditFile, Operation, Tx};

view! {
    /// Every dip sample of the file.
    DipList { samples: Vec<DipLine>, }
    DipLine {
        id: DipSampleId,
        title: String,
        state: AuditState,
        lead: String,
        on: Option<String>,
        done_on: Option<String>,
        planned: u32,
        cases: u32,
        /// Cases of which every question is answered.
        answered: u32,
    }
    /// One dip sample.
    DipView {
        id: DipSampleId,
        title: String,
        state: AuditState,
        plan: Plan,
        questions: Vec<Question>,
        drawn: Option<DipDrawnFrom>,
        cases: Vec<DipCaseLine>,
        counts: TableView,
        done_on: Option<String>,
        known_groups: Vec<String>,
    }
    /// What the cases were drawn from, and whether the same come out again just now.
    DipDrawnFrom { list: u32, wanted: u32, seed: String, same_again: bool, reserves: Vec<CaseNumber>, }
    DipCaseLine { id: DipCaseId, number: String, chosen: Chosen, answers: BTreeMap<String, Answer>, note: String, }
}

/// A sample that is to be begun.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct DipBegun {
    pub title: String,
}

/// One sample.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct DipSampleChosen {
    pub sample: DipSampleId,
}

/// What is planned and asked.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct DipPlanned {
    pub sample: DipSampleId,
    pub title: String,
    pub plan: Plan,
    pub questions: Vec<Question>,
}

/// A draw: from which numbers, how many.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct DipDraw {
    pub sample: DipSampleId,
    pub numbers: Vec<String>,
    pub wanted: u32,
    /// A whole number; one is made where none is given.
    #[serde(default)]
    pub seed: Option<String>,
}

/// Cases chosen by hand.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct DipAdded {
    pub sample: DipSampleId,
    pub numbers: Vec<String>,
}

/// The answers for a case.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct DipAnswered {
    pub sample: DipSampleId,
    pub case: DipCaseId,
    pub answers: BTreeMap<String, Answer>,
    #[serde(default)]
    pub note: String,
}

/// One case of a sample.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct DipCaseChosen {
    pub sample: DipSampleId,
    pub case: DipCaseId,
}

/// The paper of a sample.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct DipPaperWanted {
    pub sample: DipSampleId,
    pub format: PaperFormat,
}

/// `dip_sample.list`.
pub fn list(session: &Session, _: Nothing) -> Result<DipList> {
    session.file(|file| {
        session.round(file)?;
        let line = |one: DipSample| {
            let cases = dip_sample::cases(file.reader(), one.id)?;
            let answered = cases.iter().filter(|case| is_answered(&one, case)).count();
            Ok(DipLine {
                id: one.id,
                title: one.title,
                state: one.state,
                lead: one.plan.lead,
                on: one.plan.on.map(|day| day.to_string()),
                done_on: one.done_on.map(|day| day.to_string()),
                planned: one.plan.cases,
                cases: count(cases.len()),
                answered: count(answered),
            })
        };
        Ok(DipList { samples: dip_sample::all(file.reader())?.into_iter().map(line).collect::<Result<_>>()? })
    })
}

fn is_answered(sample: &DipSample, case: &DipCase) -> bool {
    !sample.questions.is_empty() && sample.questions.iter().all(|one| case.answers.contains_key(&one.id))
}

/// `dip_sample.begin`.
pub fn begin(session: &Session, begun: DipBegun) -> Result<DipView> {
    let id = session.file(|file| {
        session.round(file)?;
        file.transact(dip_sample::BEGIN, &begun.title, |tx| dip_sample::begin(tx, &begun.title))
    })?;
    show(session, DipSampleChosen { sample: id })
}

/// `dip_sample.show`.
pub fn show(session: &Session, chosen: DipSampleChosen) -> Result<DipView> {
    session.file(|file| {
        session.round(file)?;
        shown(file, &dip_sample::load(file.reader(), chosen.sample)?)
    })
}

fn shown(file: &AuditFile, sample: &DipSample) -> Result<DipView> {
    let cases = dip_sample::cases(file.reader(), sample.id)?;
    let line = |one: &DipCase| DipCaseLine {
        id: one.id,
        number: one.number.to_string(),
        chosen: one.chosen,
        answers: one.answers.clone(),
        note: one.note.clone(),
    };
    Ok(DipView {
        id: sample.id,
        title: sample.title.clone(),
        state: sample.state,
        plan: sample.plan.clone(),
        questions: sample.questions.clone(),
        drawn: drawn(sample, &cases),
        counts: table_view(paper::counts(sample, &cases)),
        cases: cases.iter().map(line).collect(),
        done_on: sample.done_on.map(|day| day.to_string()),
        known_groups: group::all(file.reader())?.into_iter().map(|one| one.name).collect(),
    })
}

/// The draw, made again from its list and seed.
fn drawn(sample: &DipSample, cases: &[DipCase]) -> Option<DipDrawnFrom> {
    let frame = sample.frame.as_ref()?;
    let order = ordered(&frame.numbers, frame.seed.parse().unwrap_or_default());
    let wanted = usize::try_from(frame.wanted).unwrap_or(0);
    let by_chance = cases.iter().filter(|one| one.chosen == Chosen::Drawn);
    Some(DipDrawnFrom {
        list: count(frame.numbers.len()),
        wanted: frame.wanted,
        seed: frame.seed.clone(),
        same_again: by_chance
            .into_iter()
            .all(|one| order.iter().take(wanted).any(|other| *other == one.number)),
        reserves: order.into_iter().skip(wanted).take(5).collect(),
    })
}

/// `dip_sample.plan`.
pub fn plan(session: &Session, planned: DipPlanned) -> Result<DipView> {
    changed(session, planned.sample, dip_sample::PLAN, |tx, sample| {
        dip_sample::plan(tx, sample, &planned.title, &planned.plan, &planned.questions)
    })
}

/// `dip_sample.draw`.
pub fn draw(session: &Session, wanted: DipDraw) -> Result<DipView> {
    let seed = session.file(|file| {
        session.round(file)?;
        match wanted.seed.as_deref().map(str::trim).filter(|typed| !typed.is_empty()) {
            None => Ok(drawing::seed_of(file.world().random())),
            Some(typed) => typed.replace(' ', "").parse().map_err(|_| {
                Error::input("The seed is not a whole number.").hint("Type figures only, or leave it blank.")
            }),
        }
    })?;
    changed(session, wanted.sample, dip_sample::DRAW, |tx, sample| {
        dip_sample::draw(tx, sample, &wanted.numbers, wanted.wanted, seed)
    })
}

/// `dip_sample.add`.
pub fn add(session: &Session, added: DipAdded) -> Result<DipView> {
    changed(session, added.sample, dip_sample::ADD, |tx, sample| dip_sample::add(tx, sample, &added.numbers))
}

/// `dip_sample.answer`.
pub fn answer(session: &Session, said: DipAnswered) -> Result<DipView> {
    changed(session, said.sample, dip_sample::ANSWER, |tx, sample| {
        let case = case(tx, sample, said.case)?;
        dip_sample::answer(tx, sample, &case, &said.answers, &said.note)
    })
}

/// `dip_sample.remove_case`.
pub fn remove_case(session: &Session, chosen: DipCaseChosen) -> Result<DipView> {
    changed(session, chosen.sample, dip_sample::REMOVE_CASE, |tx, sample| {
        let case = case(tx, sample, chosen.case)?;
        dip_sample::remove_case(tx, sample, &case)
    })
}

fn case(tx: &Tx<'_>, sample: &DipSample, id: DipCaseId) -> Result<DipCase> {
    let found = dip_sample::cases(tx.reader(), sample.id)?.into_iter().find(|one| one.id == id);
    found.ok_or_else(|| {
        Error::missing("That case is not in this dip sample.").hint("Look at the sample again.")
    })
}

/// `dip_sample.finish`.
pub fn finish(session: &Session, chosen: DipSampleChosen) -> Result<DipView> {
    changed(session, chosen.sample, dip_sample::FINISH, dip_sample::finish)
}

/// `dip_sample.reopen`.
pub fn reopen(session: &Session, chosen: DipSampleChosen) -> Result<DipView> {
    changed(session, chosen.sample, dip_sample::REOPEN, dip_sample::reopen)
}

/// `dip_sample.remove`: a sample that was begun by mistake.
pub fn remove(session: &Session, chosen: DipSampleChosen) -> Result<DipList> {
    session.file(|file| {
        session.round(file)?;
        let sample = dip_sample::load(file.reader(), chosen.sample)?;
        file.transact(dip_sample::REMOVE, &sample.title, |tx| dip_sample::remove(tx, &sample))
    })?;
    list(session, Nothing {})
}

/// `dip_sample.paper`: none where the dialog was dismissed.
pub fn paper(session: &Session, wanted: DipPaperWanted) -> Result<Option<Written>> {
    let document = session.file(|file| {
        session.round(file)?;
        let sample = dip_sample::load(file.reader(), wanted.sample)?;
        let cases = dip_sample::cases(file.reader(), sample.id)?;
        let about = [partnership::load(file.reader())?.name, format!("As at {}", day(file.world().today()))];
        Ok(paper::compose(&sample, &cases, &about, &file.head()?))
    })?;
    let name = save::file_name(&[&document.title], wanted.format.ending());
    paper_format::offer(session, ("Save the paper", &name), &document, wanted.format)
}

/// One change of a sample, and the sample after it.
fn changed(
    session: &Session,
    id: DipSampleId,
    operation: Operation,
    change: impl FnOnce(&mut Tx<'_>, &DipSample) -> Result<()>,
) -> Result<DipView> {
    session.file(|file| {
        session.round(file)?;
        let sample = dip_sample::load(file.reader(), id)?;
        file.transact(operation, &id.to_string(), |tx| change(tx, &sample))
    })?;
    show(session, DipSampleChosen { sample: id })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
