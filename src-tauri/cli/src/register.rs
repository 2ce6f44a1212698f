//! The register from the command line: a list shown as what it would change, and taken when that is wished.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use attest::api::lists::{ListView, RegisterChange, RegisterDifference};
use attest::api::views::RoundOverview;
use attest::error::{Error, Result};
use attest::listing::{Counted, Filter};
use attest::problem::Problem;
use attest::round::difference::ChangeKind;
use attest::world::World;
use serde::Serialize;
use serde_json::json;

use crate::Status;
use crate::arguments::RegisterCommand;
use crate::desk::Desk;
use crate::partnership::wait;
use crate::print::{Printer, problem};

/// What is chosen of a list, as it was typed.
struct Choice<'a> {
    authorities: &'a [String],
    states: &'a [String],
    types: &'a [String],
    phases: &'a [String],
}

/// Runs `attest register`.
pub fn run(command: RegisterCommand, world: Arc<dyn World>, printer: &mut Printer<'_>) -> Result<Status> {
    match command {
        RegisterCommand::Import { file, list, la, status, kind, phase, yes } => {
            let choice = Choice { authorities: &la, states: &status, types: &kind, phases: &phase };
            let taking = if yes { Taking::Suggested } else { Taking::Nothing };
            import(&Desk::at(world, &file)?, &list, &choice, taking, printer)
        }
    }
}

/// Whether the difference is only shown.
enum Taking {
    Nothing,
    Suggested,
}

/// What an import came to: the same counts for people and for programs.
#[derive(Serialize)]
struct Imported<'a> {
    #[serde(flatten)]
    difference: &'a RegisterDifference,
    /// Settings read from the list.
    rows: u32,
    problems: &'a [Problem],
    /// Changes that only a person can decide.
    left: usize,
    /// What was taken; none where the difference was only shown.
    taken: Option<Register>,
}

/// The register after the changes.
#[derive(Serialize)]
struct Register {
    changes: usize,
    expected: u32,
    exempt: u32,
}

fn import(
    desk: &Desk,
    list: &Path,
    choice: &Choice<'_>,
    taking: Taking,
    printer: &mut Printer<'_>,
) -> Result<Status> {
    desk.next_dialog(list);
    desk.call("register.open_list", json!({}))?;
    wait(desk)?;
    let read: Option<ListView> = desk.ask("register.list", json!({}))?;
    let read = read.ok_or_else(|| Error::fault("The list was not read."))?;
    if !read.ready {
        return Err(Error::input("It is not known which column of the list holds the names.")
            .hint("Name the columns once in the window; the file remembers them."));
    }
    let filter = chosen(&read, choice)?;
    let _: Option<ListView> = desk.ask("register.list", json!({ "filter": filter }))?;
    let difference: RegisterDifference = desk.ask("register.difference", json!({}))?;
    let taken = match taking {
        Taking::Suggested => Some(take(desk, &difference)?),
        Taking::Nothing => None,
    };
    let left = difference.changes.iter().filter(|change| !change.suggested).count();
    let (difference, problems) = (&difference, read.problems.as_slice());
    printer.value(&Imported { difference, rows: read.rows, problems, left, taken }, told)?;
    Ok(if left > 0 || !problems.is_empty() { Status::Problems } else { Status::Done })
}

fn take(desk: &Desk, difference: &RegisterDifference) -> Result<Register> {
    let suggested = difference.changes.iter().filter(|change| change.suggested);
    let taken: BTreeSet<&str> = suggested.map(|change| change.id.as_str()).collect();
    let round: RoundOverview = desk.ask("register.take", json!({ "changes": taken }))?;
    Ok(Register { changes: taken.len(), expected: round.expected, exempt: round.exempt })
}

/// The words of a choice, found among what the list holds: whole, or as the beginning of one.
fn chosen(read: &ListView, choice: &Choice<'_>) -> Result<Filter> {
    let held = &read.holdings;
    let mut filter = read.filter.clone();
    for (typed, held, into) in [
        (choice.authorities, &held.authorities, &mut filter.authorities),
        (choice.states, &held.states, &mut filter.states),
        (choice.types, &held.types, &mut filter.types),
        (choice.phases, &held.phases, &mut filter.phases),
    ] {
        if !typed.is_empty() {
            *into = typed
                .iter()
                .map(|word| found(word, held))
                .collect::<Result<Vec<_>>>()?
                .concat()
                .into_iter()
                .collect();
        }
    }
    Ok(filter)
}

fn found(typed: &str, held: &[Counted]) -> Result<Vec<String>> {
    let folded = typed.trim().to_lowercase();
    let whole = held.iter().filter(|one| one.value.to_lowercase() == folded);
    let whole: Vec<String> = whole.map(|one| one.value.clone()).collect();
    let begun = held.iter().filter(|one| one.value.to_lowercase().starts_with(&format!("{folded},")));
    let all: Vec<String> = whole.into_iter().chain(begun.map(|one| one.value.clone())).collect();
    if !all.is_empty() {
        return Ok(all);
    }
    let some: Vec<&str> =
        held.iter().map(|one| one.value.as_str()).filter(|one| !one.is_empty()).take(8).collect();
    Err(Error::input(format!("The list holds nothing called \u{201c}{typed}\u{201d}."))
        .hint(format!("It holds {}.", some.join(", "))))
}

fn told(import: &Imported<'_>) -> Vec<String> {
    let view = import.difference;
    let mut lines = vec![format!(
        "{}: {} settings read, {} chosen, {} on the register.",
        view.name, import.rows, view.chosen, view.on_register
    )];
    lines.extend(import.problems.iter().map(problem));
    lines.extend(view.changes.iter().map(line));
    lines.push(came(import));
    lines
}

/// What was changed, or would be.
fn came(import: &Imported<'_>) -> String {
    match &import.taken {
        _ if import.difference.changes.is_empty() => "Nothing differs from the register.".to_owned(),
        Some(Register { changes, expected, exempt }) => format!(
            "{changes} changes were taken, {} left for you to decide; {expected} settings are asked to return, {exempt} are not.",
            import.left
        ),
        None => format!(
            "{} changes, {} of them left for you to decide. Nothing was changed: --yes takes the others.",
            import.difference.changes.len(),
            import.left
        ),
    }
}

fn line(change: &RegisterChange) -> String {
    let moved = |it: &attest::round::difference::FieldMoved| match it.before.is_empty() {
        true => format!("{} {}", it.field, it.after),
        false => format!("{} {} becomes {}", it.field, it.before, it.after),
    };
    let fields: Vec<String> = change.fields.iter().map(moved).collect();
    let number = if change.urn.is_empty() { String::new() } else { format!(" ({})", change.urn) };
    let rest = [change.note.clone(), fields.join("; ")];
    let rest: Vec<String> = rest.into_iter().filter(|part| !part.is_empty()).collect();
    let rest = if rest.is_empty() { String::new() } else { format!(": {}", rest.join(" ")) };
    let left = if change.suggested { "" } else { " [left for you to decide]" };
    format!("{}: {}{number}{rest}{left}", kind(change.kind), change.name)
}

fn kind(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::New => "New",
        ChangeKind::Joins => "Joins this round",
        ChangeKind::Converted => "Converted",
        ChangeKind::Merged => "Merged",
        ChangeKind::Closed => "Closed",
        ChangeKind::Reopened => "Open again",
        ChangeKind::Gone => "Not on the list",
        ChangeKind::Renamed => "Renamed",
        ChangeKind::Regrouped => "Moved",
        ChangeKind::Details => "Details",
    }
}
