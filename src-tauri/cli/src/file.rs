//! Looking after an Attest file: sound or not, its history, its backups, redaction; and any command by name.

use std::path::Path;
use std::sync::Arc;

use attest::api::views::{BackupLine, HistoryLine, Places};
use attest::error::{Error, Result};
use attest::world::World;
use serde_json::{Value, json};

use crate::Status;
use crate::arguments::FileCommand;
use crate::desk::Desk;
use crate::print::Printer;

/// Runs `attest file`.
pub fn run(command: FileCommand, world: Arc<dyn World>, printer: &mut Printer<'_>) -> Result<Status> {
    match command {
        FileCommand::Verify { file } => verify(world, &file, printer),
        FileCommand::Dump { file } => dump(world, &file, printer),
        FileCommand::History { file } => history(world, &file, printer),
        FileCommand::Backups { file } => backups(world, &file, printer),
        FileCommand::Redact { file, text } => redact(world, &file, text, printer),
    }
}

/// Runs `attest call`: any command by name, its request as JSON; what it goes on with by itself is waited for.
pub fn call(
    world: Arc<dyn World>,
    file: &Path,
    (name, input): (&str, &str),
    at: Option<&Path>,
    printer: &mut Printer<'_>,
) -> Result<Status> {
    let input: Value = serde_json::from_str(input).map_err(|error| {
        Error::input(format!("The request for “{name}” is not JSON: {error}."))
            .hint("Put it in single quotes, like '{\"question\":\"school.a1\"}'.")
    })?;
    let desk = Desk::at(world, file)?;
    if let Some(at) = at {
        desk.next_dialog(at);
    }
    let answer = desk.call(name, input)?;
    crate::partnership::wait(&desk)?;
    let pretty = |answer: &Value| vec![format!("{answer:#}")];
    printer.value(&answer, pretty).map(|()| Status::Done)
}

fn verify(world: Arc<dyn World>, file: &Path, printer: &mut Printer<'_>) -> Result<Status> {
    let desk = Desk::at(world, file)?;
    let head = desk.session().file(|file| {
        file.verify()?;
        file.head()
    })?;
    let words = |_: &Value| {
        vec![format!("The file is sound and its history unbroken; the code of its head is {head}.")]
    };
    printer.value(&json!({ "sound": true, "head": head }), words).map(|()| Status::Done)
}

fn dump(world: Arc<dyn World>, file: &Path, printer: &mut Printer<'_>) -> Result<Status> {
    let desk = Desk::at(world, file)?;
    let (lines, digest) = desk.session().file(|file| Ok((file.dump()?, file.content_digest()?)))?;
    let value = json!({ "digest": digest, "lines": lines });
    printer.value(&value, |_| lines.iter().cloned().chain([digest.clone()]).collect())?;
    Ok(Status::Done)
}

fn history(world: Arc<dyn World>, file: &Path, printer: &mut Printer<'_>) -> Result<Status> {
    let lines: Vec<HistoryLine> = Desk::at(world, file)?.ask("file.history", json!({}))?;
    let word = |line: &HistoryLine| {
        let undone = if line.undone { " (undone)" } else { "" };
        format!("{:>6}  {}  {}  {} {}{undone}", line.seq, line.at, line.who, line.name, line.target)
    };
    printer.value(&lines, |lines| lines.iter().map(word).collect()).map(|()| Status::Done)
}

fn backups(world: Arc<dyn World>, file: &Path, printer: &mut Printer<'_>) -> Result<Status> {
    let lines: Vec<BackupLine> = Desk::at(world, file)?.ask("file.backups", json!({}))?;
    let word = |line: &BackupLine| format!("{:>6}  {}  {} bytes", line.id, line.at, line.size);
    printer.value(&lines, |lines| lines.iter().map(word).collect()).map(|()| Status::Done)
}

fn redact(world: Arc<dyn World>, file: &Path, text: String, printer: &mut Printer<'_>) -> Result<Status> {
    let places: Places = Desk::at(world, file)?.ask("file.redact", json!({ "text": text }))?;
    let words = |places: &Places| vec![format!("Redacted in {} places.", places.places)];
    printer.value(&places, words)?;
    Ok(if places.places == 0 { Status::Problems } else { Status::Done })
}
