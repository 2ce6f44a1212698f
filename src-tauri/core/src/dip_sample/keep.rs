//! Dip samples as they are kept: begun, planned, drawn or filled by hand, answered, done; and read again.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Answer, Chosen, DipCase, DipCaseId, DipSample, DipSampleId, Frame, Plan, Question, ordered};
use crate::case_audit::{AuditState, CaseNumber, nameless};
use crate::error::{Error, Result};
use crate::store::{Operation, Reader, Row, Tx, params};

/// A sample was begun.
pub const BEGIN: Operation = Operation::ordinary("dip_sample.begin");
/// Its plan or its questions were changed.
pub const PLAN: Operation = Operation::ordinary("dip_sample.plan");
/// Its cases were drawn.
pub const DRAW: Operation = Operation::ordinary("dip_sample.draw");
/// Cases were added by hand.
pub const ADD: Operation = Operation::ordinary("dip_sample.add");
/// A case was answered for.
pub const ANSWER: Operation = Operation::ordinary("dip_sample.answer");
/// A case was taken out.
pub const REMOVE_CASE: Operation = Operation::ordinary("dip_sample.remove_case");
/// It was done.
pub const FINISH: Operation = Operation::ordinary("dip_sample.finish");
/// It was opened again.
pub const REOPEN: Operation = Operation::ordinary("dip_sample.reopen");
/// A sample without cases was taken out.
pub const REMOVE: Operation = Operation::ordinary("dip_sample.remove");

/// The most questions: more is an audit.
const MOST_QUESTIONS: usize = 8;
/// The most cases.
const MOST_CASES: usize = 60;
/// The longest list to draw from.
const LONGEST_LIST: usize = 5_000;

/// Begins a sample.
pub fn begin(tx: &mut Tx<'_>, title: &str) -> Result<DipSampleId> {
    let id = DipSampleId::new(tx.world());
    let created = tx.world().now().to_rfc3339();
    let row = Row::new("dip_sample", id).text("title", titled(tx, title)?).text("state", "open");
    tx.put(row.text("plan", json(&Plan::default())?).text("created", created))?;
    Ok(id)
}

/// Changes what is planned and asked; a question that was answered stays.
pub fn plan(
    tx: &mut Tx<'_>,
    sample: &DipSample,
    title: &str,
    plan: &Plan,
    questions: &[Question],
) -> Result<()> {
    let today = tx.world().today();
    let kept = asked(questions, today)?;
    let answered = cases(tx.reader(), sample.id)?;
    let lost = sample.questions.iter().find(|one| {
        !kept.iter().any(|it| it.id == one.id)
            && answered.iter().any(|case| case.answers.contains_key(&one.id))
    });
    if let Some(lost) = lost {
        return Err(Error::state(format!(
            "\u{201c}{}\u{201d} was answered already, so it stays.",
            crate::text::short(&lost.text)
        ))
        .hint("Word it otherwise, or take back its answers first."));
    }
    let clean = |what: &str, typed: &str| nameless(what, typed, today);
    let plan = Plan {
        asked_by: clean("name of who asked for it", &plan.asked_by)?,
        why: clean("reason", &plan.why)?,
        lead: clean("name of the lead", &plan.lead)?,
        group: clean("name of the group", &plan.group)?,
        ..plan.clone()
    };
    let row = open(sample)?.text("title", titled(tx, title)?).text("questions", json(&kept)?);
    tx.put(row.text("plan", json(&plan)?).set("on_date", plan.on.map(|day| day.to_string())))
}

fn titled(tx: &Tx<'_>, typed: &str) -> Result<String> {
    let title = nameless("name of the dip sample", typed, tx.world().today())?;
    if title.is_empty() || title.chars().count() > 120 {
        return Err(Error::input("The dip sample has no name, or one of over 120 characters.")
            .hint("Name it by its point, such as Threshold guidance, March 2027."));
    }
    Ok(title)
}

fn asked(questions: &[Question], today: NaiveDate) -> Result<Vec<Question>> {
    let mut kept: Vec<Question> = Vec::new();
    for one in questions {
        let text = nameless("question", &one.text, today)?;
        if text.is_empty() {
            continue;
        }
        let taken = |id: &str| questions.iter().chain(&kept).any(|other| other.id == id);
        let free = || (1..).map(|number| format!("q{number}")).find(|id| !taken(id)).unwrap_or_default();
        let id = if one.id.is_empty() || one.id.len() > 20 { free() } else { one.id.clone() };
        kept.push(Question { id, text });
    }
    if kept.len() > MOST_QUESTIONS {
        return Err(Error::input("A dip sample asks at most eight questions.")
            .hint("Keep the few that matter now; for more, begin a case audit."));
    }
    Ok(kept)
}

/// Draws the cases from a list of numbers; a sample is drawn once, before anything else is in it.
pub fn draw(tx: &mut Tx<'_>, sample: &DipSample, typed: &[String], wanted: u32, seed: u64) -> Result<()> {
    open(sample)?;
    if !cases(tx.reader(), sample.id)?.is_empty() {
        return Err(Error::state("The sample has cases already.")
            .hint("Take them out first, or begin another sample."));
    }
    let numbers = numbers(tx, typed, &[], LONGEST_LIST)?;
    let many = usize::try_from(wanted).unwrap_or(usize::MAX);
    if many == 0 || many > numbers.len() || many > MOST_CASES {
        return Err(Error::input(format!(
            "{wanted} cases cannot be drawn from a list of {}.",
            numbers.len()
        ))
        .hint("Draw at least one, at most 60, and no more than the list holds."));
    }
    for number in ordered(&numbers, seed).iter().take(many) {
        put(tx, sample.id, number, Chosen::Drawn)?;
    }
    let frame = Frame { numbers, seed: seed.to_string(), wanted };
    tx.put(Row::new("dip_sample", sample.id).text("frame", json(&frame)?))
}

/// Adds cases by hand: all of them, or none where one of them is no number.
pub fn add(tx: &mut Tx<'_>, sample: &DipSample, typed: &[String]) -> Result<()> {
    open(sample)?;
    let known: Vec<CaseNumber> = cases(tx.reader(), sample.id)?.into_iter().map(|one| one.number).collect();
    for number in numbers(tx, typed, &known, MOST_CASES)? {
        put(tx, sample.id, &number, Chosen::ByHand)?;
    }
    Ok(())
}

/// Numbers as they were typed, sorted, each once and none that is known.
fn numbers(tx: &Tx<'_>, typed: &[String], known: &[CaseNumber], most: usize) -> Result<Vec<CaseNumber>> {
    let today = tx.world().today();
    let mut numbers: Vec<CaseNumber> = Vec::new();
    for line in typed.iter().filter(|line| !line.trim().is_empty()) {
        numbers.push(CaseNumber::read(line, today)?);
    }
    numbers.sort();
    if let Some(twice) = numbers.windows(2).find(|two| two[0].is(&two[1])).map(|two| &two[0]) {
        return Err(
            Error::input(format!("Case {twice} is on the list twice.")).hint("Take one of the two out.")
        );
    }
    if let Some(there) = numbers.iter().find(|one| known.iter().any(|other| other.is(one))) {
        return Err(
            Error::input(format!("Case {there} is in this sample already.")).hint("Take the line out.")
        );
    }
    if numbers.is_empty() || numbers.len() + known.len() > most {
        return Err(Error::input(format!("The list holds no number, or more than {most}."))
            .hint("Type the number of each case on a line of its own."));
    }
    Ok(numbers)
}

fn put(tx: &mut Tx<'_>, sample: DipSampleId, number: &CaseNumber, chosen: Chosen) -> Result<()> {
    let row = Row::new("dip_case", DipCaseId::new(tx.world())).text("dip_id", sample).text("number", number);
    tx.put(row.text("chosen", chosen.code()))
}

/// Answers for a case; questions that are left out are blank again.
pub fn answer(
    tx: &mut Tx<'_>,
    sample: &DipSample,
    case: &DipCase,
    answers: &BTreeMap<String, Answer>,
    note: &str,
) -> Result<()> {
    open(sample)?;
    if answers.keys().any(|id| !sample.questions.iter().any(|one| one.id == *id)) {
        return Err(Error::missing("A question that was answered is not in this sample.")
            .hint("Look at the sample again."));
    }
    let note = nameless("note", note, tx.world().today())?;
    tx.put(Row::new("dip_case", case.id).text("answers", json(answers)?).text("note", note))
}

/// Takes out a case that nobody has answered for.
pub fn remove_case(tx: &mut Tx<'_>, sample: &DipSample, case: &DipCase) -> Result<()> {
    open(sample)?;
    if !case.answers.is_empty() || !case.note.is_empty() {
        return Err(Error::state(format!("Case {} was answered for already, so it stays.", case.number))
            .hint("Take back its answers first, if it was the wrong case."));
    }
    tx.remove("dip_case", case.id)
}

/// Says that it is done: every question of every case is answered.
pub fn finish(tx: &mut Tx<'_>, sample: &DipSample) -> Result<()> {
    let all = cases(tx.reader(), sample.id)?;
    if all.is_empty() || sample.questions.is_empty() {
        return Err(Error::state("The sample has no question or no case yet.")
            .hint("Write its questions and draw its cases first."));
    }
    let blank = all.iter().find(|case| case.answers.len() < sample.questions.len());
    if let Some(case) = blank {
        return Err(Error::state(format!("A question of case {} is not answered yet.", case.number))
            .hint("Answer it; \u{201c}not applicable\u{201d} is an answer too."));
    }
    let today = tx.world().today();
    tx.put(open(sample)?.text("state", "done").text("done_on", today))
}

/// Opens it again.
pub fn reopen(tx: &mut Tx<'_>, sample: &DipSample) -> Result<()> {
    tx.put(Row::new("dip_sample", sample.id).text("state", "open").set("done_on", None::<String>))
}

/// Takes out a sample without cases.
pub fn remove(tx: &mut Tx<'_>, sample: &DipSample) -> Result<()> {
    if !cases(tx.reader(), sample.id)?.is_empty() {
        return Err(Error::state("The sample has cases, so it stays.")
            .hint("Take them out first, if it was begun by mistake."));
    }
    tx.remove("dip_sample", sample.id)
}

fn open(sample: &DipSample) -> Result<Row> {
    sample.still_open()?;
    Ok(Row::new("dip_sample", sample.id))
}

/// One sample.
pub fn load(reader: Reader<'_>, id: DipSampleId) -> Result<DipSample> {
    let found = all(reader)?.into_iter().find(|one| one.id == id);
    found.ok_or_else(|| Error::missing("That dip sample is not in this file."))
}

/// Every sample, those begun last first.
pub fn all(reader: Reader<'_>) -> Result<Vec<DipSample>> {
    let sql = "SELECT id, title, state, plan, questions, frame, done_on FROM dip_sample ORDER BY created DESC, rowid DESC";
    let rows = reader.all(sql, [], |row| {
        let texts: [String; 4] = [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?];
        Ok((row.get(0)?, texts, row.get::<_, Option<String>>(5)?, row.get::<_, Option<String>>(6)?))
    })?;
    let read = |(id, [title, state, plan, questions], frame, done_on): (
        DipSampleId,
        [String; 4],
        Option<String>,
        Option<String>,
    )| {
        Ok(DipSample {
            id,
            title,
            state: if state == "done" { AuditState::Done } else { AuditState::Open },
            plan: value(&plan)?,
            questions: value(&questions)?,
            frame: frame.map(|text| value(&text)).transpose()?,
            done_on: done_on.and_then(|day| day.parse().ok()),
        })
    };
    rows.into_iter().map(read).collect()
}

/// The cases of a sample, in the order of their numbers.
pub fn cases(reader: Reader<'_>, sample: DipSampleId) -> Result<Vec<DipCase>> {
    let sql = "SELECT id, number, chosen, answers, note FROM dip_case WHERE dip_id = ?1 ORDER BY number";
    let rows = reader.all(sql, params![sample], |row| {
        let texts: [String; 4] = [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?];
        Ok((row.get(0)?, texts))
    })?;
    let read = |(id, [number, chosen, answers, note]): (DipCaseId, [String; 4])| {
        Ok(DipCase {
            id,
            number: CaseNumber::kept(number),
            chosen: if chosen == Chosen::Drawn.code() { Chosen::Drawn } else { Chosen::ByHand },
            answers: value(&answers)?,
            note,
        })
    };
    rows.into_iter().map(read).collect()
}

fn json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|_| Error::fault("The dip sample could not be written down."))
}

fn value<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|_| Error::fault("A dip sample in this file cannot be read."))
}
