//! `attest return`: the workbook of a setting's file, and what a workbook says.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use attest::api::views::Written;
use attest::error::{Error, Kind, Result};
use attest::problem::{Problem, Read, Severity};
use attest::template::library;
use attest::workbook::{Found, Templates};
use attest::world::World;
use serde_json::json;

use crate::arguments::ReturnCommand;
use crate::desk::Desk;
use crate::own_workbook::mapping_in;
use crate::print::{Printer, problem};
use crate::{Status, host, read_back};

/// Runs `attest return`.
pub fn run(command: ReturnCommand, world: Arc<dyn World>, printer: &mut Printer<'_>) -> Result<Status> {
    match command {
        ReturnCommand::Write { file, out, own_workbook } => {
            let command = if own_workbook { "own_workbook.write" } else { "return.write" };
            write(world, &file, out, command, printer)
        }
        ReturnCommand::Read { workbook, into: None, password, mapping, .. } => {
            read(&workbook, password.as_deref(), mapping.as_deref(), printer)
        }
        ReturnCommand::Read { workbook, into: Some(file), take, password, mapping: _ } => {
            read_back::run(world, (&workbook, &file), take, password, printer)
        }
    }
}

fn write(
    world: Arc<dyn World>,
    file: &Path,
    out: Option<PathBuf>,
    command: &str,
    printer: &mut Printer<'_>,
) -> Result<Status> {
    let desk = Desk::at(world, file)?;
    desk.next_dialog(&out.unwrap_or_else(|| file.with_extension("xlsx")));
    let written: Option<Written> = desk.ask(command, json!({}))?;
    let written = written.ok_or_else(|| Error::fault("The return was not written."))?;
    printer.value(&written, |written| {
        let heading = format!("{}: {}", written.name, written.sentence);
        std::iter::once(heading).chain(written.problems.iter().map(problem)).collect()
    })?;
    Ok(status(&written.problems))
}

fn read(
    workbook: &Path,
    password: Option<&str>,
    mapping: Option<&Path>,
    printer: &mut Printer<'_>,
) -> Result<Status> {
    let name = workbook.file_name().unwrap_or_default().to_string_lossy();
    let bytes = std::fs::read(workbook).map_err(|_| {
        Error::new(Kind::Missing, format!("{} could not be read.", workbook.display()))
            .hint("Look at the name and the folder.")
    })?;
    let reads = host::reads();
    let bytes = password.map_or_else(|| Ok(bytes.clone()), |password| reads.unlock(&bytes, password))?;
    let known = Templates::new(library::shipped().iter().map(|shipped| Arc::clone(shipped.shared())));
    let known = known.mapped(mapping.map(mapping_in).transpose()?.map(Arc::new));
    let Read { value: Found { returned, template, .. }, problems } = reads.read(&name, &bytes, &known)?;
    let rated = returned.answers.iter().filter(|answer| answer.value.is_some()).count();
    let value = json!({ "return": returned, "template": template.key(), "problems": problems });
    printer.value(&value, |_| {
        let heading = format!(
            "{}, {} ({}): {rated} of {} questions answered",
            returned.setting,
            returned.identity.round,
            template.key(),
            returned.answers.len()
        );
        std::iter::once(heading).chain(problems.iter().map(problem)).collect()
    })?;
    Ok(status(&problems))
}

pub(crate) fn status(problems: &[Problem]) -> Status {
    if problems.iter().any(|problem| problem.severity > Severity::Note) {
        Status::Problems
    } else {
        Status::Done
    }
}
