//! The dip samples of the sample: one that is done, and one that is half answered.
//!
//! Refuses to know: papers.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::desk::Desk;
use super::school_year::days_before;
use crate::dip_sample::{self, Answer, DipSample, DipSampleId, Plan, Question};
use crate::error::Result;
use crate::intake::Lends;
use crate::panel::drawing::seed_of;
use crate::store::{AuditFile, Operation, Tx};

const THRESHOLD: [&str; 4] = [
    "Does the referral say which threshold it was made under?",
    "Was the reason for the decision written down?",
    "Did whoever referred hear back within three working days?",
    "Is it said what the family was told?",
];
const RECORDS: [&str; 3] = [
    "Did the record reach the next school within a week?",
    "Is it noted who sent it and who received it?",
    "Was there a talk between the two safeguarding leads?",
];

/// Last year's: how decisions at the front door are written down.
pub(super) fn done(desk: &Desk, today: NaiveDate) -> Result<()> {
    desk.world.turn_to(days_before(today, 150));
    desk.file(|file| {
        let id = drawn(file, ("Threshold decisions at the front door", &THRESHOLD), ("DIP-1", 40, 8))?;
        answered(file, id, 8)?;
        change(file, id, dip_sample::FINISH, dip_sample::finish)
    })
}

/// This year's: records of pupils who moved, half of them answered for.
pub(super) fn begun(file: &mut AuditFile, today: NaiveDate) -> Result<()> {
    let id = drawn(file, ("Records of pupils who moved in mid-year", &RECORDS), ("DIP-2", 30, 6))?;
    let one_more = ["DIP-2900".to_owned()];
    change(file, id, dip_sample::ADD, |tx, sample| dip_sample::add(tx, sample, &one_more))?;
    change(file, id, dip_sample::PLAN, |tx, sample| {
        let plan = Plan { on: Some(today + chrono::Days::new(20)), ..sample.plan.clone() };
        dip_sample::plan(tx, sample, &sample.title, &plan, &sample.questions)
    })?;
    answered(file, id, 3)
}

/// A sample that is planned, asked and drawn.
fn drawn(
    file: &mut AuditFile,
    (title, asked): (&str, &[&str]),
    (before, listed, wanted): (&str, u32, u32),
) -> Result<DipSampleId> {
    let id = file.transact(dip_sample::BEGIN, title, |tx| dip_sample::begin(tx, title))?;
    let plan = Plan {
        asked_by: "Quality and Learning Subgroup".to_owned(),
        why: "Whether what was agreed last year is done.".to_owned(),
        lead: "Alex Example".to_owned(),
        group: "Quality and Learning Subgroup".to_owned(),
        on: Some(file.world().today()),
        cases: wanted,
    };
    let questions: Vec<Question> =
        asked.iter().map(|&text| Question { id: String::new(), text: text.to_owned() }).collect();
    change(file, id, dip_sample::PLAN, |tx, sample| dip_sample::plan(tx, sample, title, &plan, &questions))?;
    let numbers: Vec<String> = (0..listed).map(|one| format!("{before}{:03}", one * 7 + 11)).collect();
    let seed = seed_of(file.world().random());
    change(file, id, dip_sample::DRAW, |tx, sample| dip_sample::draw(tx, sample, &numbers, wanted, seed))?;
    Ok(id)
}

fn change(
    file: &mut AuditFile,
    id: DipSampleId,
    operation: Operation,
    with: impl FnOnce(&mut Tx<'_>, &DipSample) -> Result<()>,
) -> Result<()> {
    let sample = dip_sample::load(file.reader(), id)?;
    file.transact(operation, &id.to_string(), |tx| with(tx, &sample))
}

/// Answers for the first cases: mostly yes, now and then not.
fn answered(file: &mut AuditFile, id: DipSampleId, many: usize) -> Result<()> {
    let turns = [Answer::Yes, Answer::Yes, Answer::Partly, Answer::Yes, Answer::No, Answer::Yes];
    for (at, case) in dip_sample::cases(file.reader(), id)?.into_iter().take(many).enumerate() {
        change(file, id, dip_sample::ANSWER, |tx, sample| {
            let asked = sample.questions.iter().enumerate();
            let answers: BTreeMap<String, Answer> = asked
                .map(|(place, one)| (one.id.clone(), turns[(at * 5 + place * 3) % turns.len()]))
                .collect();
            let note = if at == 1 { "Sent twice: the first went to the school that was left." } else { "" };
            dip_sample::answer(tx, sample, &case, &answers, note)
        })?;
    }
    Ok(())
}
