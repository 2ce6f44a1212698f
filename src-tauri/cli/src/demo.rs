//! `attest demo`: the walk through the whole house without a window, and the files that it leaves.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use attest::api::views::{Home, IntakeView, QuestionView, RoundOverview, TableView, Written};
use attest::demo::{Demo, Given, School, demo};
use attest::error::{Error, Kind, Result};
use attest::template::{Template, library};
use attest::world::World;
use serde_json::{Value, json};

use crate::Status;
use crate::desk::Desk;
use crate::partnership::take_in;
use crate::print::{Printer, table};

const SEED: u64 = 2026;

/// Runs `attest demo`.
pub fn run(world: Arc<dyn World>, out: &Path, printer: &mut Printer<'_>) -> Result<Status> {
    let (schools, returns) = (out.join("schools"), out.join("returns"));
    for folder in [&schools, &returns] {
        empty(folder)?;
    }
    let template = library::shipped().first().ok_or_else(|| Error::fault("No template ships."))?.template();
    let plan = demo(template, SEED);
    for school in &plan.schools {
        let written = answer(&world, template, &plan, school, &schools, &returns)?;
        printer
            .say(&format!("{}: answered, undone, opened again, written as {}", school.name, written.name))?;
    }
    let figures = gather(&world, template, &plan, out, &returns)?;
    printer.say(&format!("Files are in {}.", out.display()))?;
    printer.value(&figures, table).map(|()| Status::Done)
}

/// A school's audit: begun, rated, one rating undone, closed, opened again, finished and written.
fn answer(
    world: &Arc<dyn World>,
    template: &Template,
    plan: &Demo,
    school: &School,
    schools: &Path,
    returns: &Path,
) -> Result<Written> {
    let file = schools.join(format!("{}.attest", school.name));
    let desk = Desk::new(Arc::clone(world));
    desk.next_dialog(&file);
    let identifiers = BTreeMap::from([("urn", &school.urn)]);
    let begin = json!({
        "template": template.key(), "name": school.name, "kind": "school", "identifiers": identifiers,
        "round_label": plan.round, "governors": "2027-02-10", "due": "2027-02-28",
    });
    desk.call("start.new_setting", begin)?;
    desk.call("home.facts", json!({ "facts": school.facts }))?;
    for given in school.answers.iter().take(3) {
        give(&desk, given)?;
    }
    desk.call("file.undo", json!({}))?;
    desk.call("file.redo", json!({}))?;
    drop(desk);
    let desk = Desk::at(Arc::clone(world), &file)?;
    kept(&desk, school)?;
    for given in school.answers.iter().skip(3) {
        give(&desk, given)?;
    }
    desk.next_dialog(&returns.join(format!("{}.xlsx", school.name)));
    let written: Option<Written> = desk.ask("return.write", json!({}))?;
    written.ok_or_else(|| Error::fault("The return was not written."))
}

fn give(desk: &Desk, given: &Given) -> Result<()> {
    let question = &given.question;
    let value = if given.rated {
        ("answer.rate", json!({ "question": question, "level": given.value }))
    } else {
        ("answer.write", json!({ "question": question, "field": "value", "text": given.value }))
    };
    desk.call(value.0, value.1)?;
    for (field, text) in &given.texts {
        let _: QuestionView =
            desk.ask("answer.write", json!({ "question": question, "field": field, "text": text }))?;
    }
    Ok(())
}

/// What was answered before the file was closed is there again.
fn kept(desk: &Desk, school: &School) -> Result<()> {
    let home: Home = desk.ask("home.show", json!({}))?;
    if home.progress.answered == u32::try_from(school.answers.len().min(3)).unwrap_or(0) {
        return Ok(());
    }
    Err(Error::fault(format!("{}: an answer was lost when the file was opened again.", school.name)))
}

/// The partnership's side: register, intake, acceptance, a finding, the table, both to Excel.
fn gather(
    world: &Arc<dyn World>,
    template: &Template,
    plan: &Demo,
    out: &Path,
    returns: &Path,
) -> Result<TableView> {
    let desk = Desk::new(Arc::clone(world));
    desk.next_dialog(&out.join(format!("{}.attest", plan.partnership)));
    let begin = json!({
        "name": plan.partnership, "round_label": plan.round, "template": template.key(), "due": "2027-02-28",
    });
    desk.call("start.new_partnership", begin)?;
    for school in &plan.schools {
        desk.call("register.add", register_line(school))?;
    }
    let intake: IntakeView = take_in(&desk, returns)?;
    let round: RoundOverview = desk.ask("intake.accept_clean", json!({ "batch": intake.batch.id }))?;
    let first = round.settings.iter().find_map(|line| line.submission);
    let first = first.ok_or_else(|| Error::fault("No return of the demonstration could be accepted."))?;
    desk.call("finding.record", finding(template, &first.to_string()))?;
    desk.next_dialog(&out.join("Round results.xlsx"));
    desk.call("round.write", json!({}))?;
    desk.ask("table.show", json!({}))
}

fn register_line(school: &School) -> Value {
    json!({
        "name": school.name, "kind": "school", "phase": school.phase, "status": school.status,
        "locality": school.locality, "identifiers": { "urn": school.urn },
    })
}

fn finding(template: &Template, submission: &str) -> Value {
    let question = template.questions().next().map(|question| question.id.0.clone());
    json!({
        "submission": submission, "question": question, "kind": "area_for_development",
        "text": "The board could show that it receives reports, but not yet what it changed because of them.",
        "agency": "local_authority", "level": "mostly", "reason": "Minutes show reports received; no challenge is recorded.",
        "agreed": true,
    })
}

/// Makes a folder; one that holds something is left alone.
fn empty(folder: &PathBuf) -> Result<()> {
    let refused = |_| Error::new(Kind::Disk, format!("The folder {} could not be made.", folder.display()));
    std::fs::create_dir_all(folder).map_err(refused)?;
    let holds_something = std::fs::read_dir(folder).map_err(refused)?.next().is_some();
    if holds_something {
        return Err(Error::input(format!("The folder {} is not empty.", folder.display()))
            .hint("Name a new folder with --out; nothing is overwritten."));
    }
    Ok(())
}
