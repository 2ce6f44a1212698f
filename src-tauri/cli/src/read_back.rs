//! `attest return read --into`: a workbook beside a setting's file, and as much of it taken in as was asked for.

use std::path::Path;
use std::sync::Arc;

use attest::api::read_back::{ReadBackLine, ReadBackView};
use attest::error::{Error, Result};
use attest::world::World;
use serde_json::json;

use crate::Status;
use crate::arguments::TakeName;
use crate::desk::Desk;
use crate::print::{Printer, problem};
use crate::returns::status;

/// Sets a workbook beside a file, says where they differ, and takes in what was asked for.
pub fn run(
    world: Arc<dyn World>,
    (workbook, file): (&Path, &Path),
    take: TakeName,
    password: Option<String>,
    printer: &mut Printer<'_>,
) -> Result<Status> {
    let desk = Desk::at(world, file)?;
    desk.next_dialog(workbook);
    let seen: Option<ReadBackView> = desk.ask("return.choose", json!({}))?;
    let mut seen = seen.ok_or_else(|| Error::fault("The workbook was not read."))?;
    if seen.locked {
        let password = password.ok_or_else(|| {
            Error::input("This workbook is locked by a password.").hint("Give it with --password.")
        })?;
        seen = desk.ask("return.unlock", json!({ "password": password }))?;
    }
    let wanted: Vec<&ReadBackLine> = seen.lines.iter().filter(|line| wants(take, line)).collect();
    if take != TakeName::None {
        let keys: Vec<&str> = wanted.iter().map(|line| line.key.as_str()).collect();
        desk.call("return.take", json!({ "theirs": keys }))?;
    }
    let value = json!({ "workbook": seen, "taken": wanted.len() });
    printer.value(&value, |_| words(&seen, take))?;
    Ok(if seen.lines.len() > wanted.len() { Status::Problems } else { status(&seen.problems) })
}

fn wants(take: TakeName, line: &ReadBackLine) -> bool {
    match take {
        TakeName::None => false,
        TakeName::Clear => !line.clash,
        TakeName::All => true,
    }
}

fn words(seen: &ReadBackView, take: TakeName) -> Vec<String> {
    let heading = format!(
        "{}, {}: {} differ from the file, {} of them need a decision",
        seen.setting,
        seen.round,
        seen.lines.len(),
        seen.lines.iter().filter(|line| line.clash).count()
    );
    let line = |line: &ReadBackLine| {
        let name = if line.number.is_empty() { &line.about } else { &line.number };
        let mark = match (wants(take, line), line.clash) {
            (true, _) => "taken",
            (false, true) => "asked",
            (false, false) => "waits",
        };
        let said = |text: &str| if text.is_empty() { "blank".to_owned() } else { text.replace('\n', " ") };
        let place = if line.place.is_empty() { String::new() } else { format!(" ({})", line.place) };
        format!(
            "  [{mark}] {name}, {}: {} \u{2192} {}{place}",
            line.field,
            said(&line.before.text),
            said(&line.theirs.text)
        )
    };
    let asked = seen.sent_back.iter().map(|one| format!("  [sent back] {}: {}", one.number, one.reason));
    let gone = seen.gone.iter().map(|title| format!("  [kept] {title}: gone from the workbook"));
    std::iter::once(heading)
        .chain(seen.lines.iter().map(line))
        .chain(asked)
        .chain(gone)
        .chain(seen.problems.iter().map(problem))
        .collect()
}
