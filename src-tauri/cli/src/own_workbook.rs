//! `attest template from-workbook`: an audit tool from a partnership's own workbook, by a guess or a mapping.

use std::path::Path;

use attest::error::{Error, Kind, Result};
use attest::own_workbook::{self, OwnWorkbook};
use attest::problem::{Problem, Severity};
use attest::template::toml;
use attest::workbook::foreign::{self, Carried, Mapping};
use attest::world::World;
use serde_json::json;

use crate::print::{Printer, problem};
use crate::{Status, host};

/// Runs it; where the mapping's file is not there yet, the guess is written to it.
pub fn from_workbook(
    workbook: &Path,
    mapping: Option<&Path>,
    out: &Path,
    world: &dyn World,
    printer: &mut Printer<'_>,
) -> Result<Status> {
    if out.exists() {
        return Err(taken(out));
    }
    let name = workbook.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = std::fs::read(workbook).map_err(|_| gone(workbook))?;
    let seen = host::reads().see(&name, &bytes)?;
    let known = mapping.filter(|file| file.exists()).map(mapping_in).transpose()?;
    let Carried { mapping: made, differences, moved } = match &known {
        Some(known) => {
            foreign::apply(known, &seen.value, &name, world.today()).ok_or_else(|| other(workbook))?
        }
        None => Carried {
            mapping: foreign::guess(&seen.value, &name, world.today()),
            differences: Vec::new(),
            moved: Vec::new(),
        },
    };
    if let (Some(file), None) = (mapping, &known) {
        put(file, made.written().as_bytes())?;
    }
    let earlier = known.as_ref().filter(|known| known.tool.version != made.tool.version);
    let read = foreign::template(&made, earlier);
    let doubts =
        made.sheets.iter().flat_map(|sheet| sheet.doubts.iter().map(|doubt| doubtful(&sheet.name, doubt)));
    let problems: Vec<Problem> = seen.problems.into_iter().chain(doubts).chain(read.problems).collect();
    let changed: Vec<String> = differences.iter().map(in_words).chain(moved).collect();
    let key = read.value.as_ref().map(attest::template::Template::key);
    if let Some(template) = &read.value {
        let own = OwnWorkbook { name: name.clone(), bytes, mapping: made.clone() };
        put(out, own_workbook::enclose(&toml::write(template), &own).as_bytes())?;
    }
    let said = json!({
        "workbook": name, "template": key, "written": key.as_ref().map(|_| out), "questions": made.questions.len(),
        "mapping": made, "changed": changed, "problems": problems,
    });
    printer.value(&said, |_| {
        let heading = match &key {
            Some(key) => format!("{}: {} questions as {key}, a draft.", out.display(), made.questions.len()),
            None => format!("No audit tool can be made of {name} yet:"),
        };
        std::iter::once(heading).chain(changed.iter().cloned()).chain(problems.iter().map(problem)).collect()
    })?;
    let open = problems.iter().any(|problem| problem.severity > Severity::Note) || key.is_none();
    Ok(if open { Status::Problems } else { Status::Done })
}

/// A mapping that was written before, alone or inside a tool.
pub fn mapping_in(file: &Path) -> Result<Mapping> {
    let text = std::fs::read_to_string(file).map_err(|_| gone(file))?;
    let inside = own_workbook::workbook(&text)?.map(|own| own.mapping);
    inside.or_else(|| Mapping::read(&text)).ok_or_else(|| {
        Error::input(format!("{} does not say how a workbook is laid out.", file.display()))
            .hint("Name a file that attest template from-workbook wrote, the mapping or the tool, of this version or an earlier one.")
    })
}

fn doubtful(sheet: &str, doubt: &str) -> Problem {
    Problem::new(Severity::Question, format!("Sheet \u{2018}{sheet}\u{2019}"), doubt)
        .hint("Put it right in the mapping, or in Attest under Audit tools.")
}

fn in_words(one: &foreign::Difference) -> String {
    match one.became {
        foreign::Became::Reworded => format!("reworded {}: {} -> {}", one.number, one.before, one.now),
        foreign::Became::New => format!("new {}: {}", one.number, one.now),
        foreign::Became::Gone => format!("gone {}: {}", one.number, one.before),
    }
}

fn put(file: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(file, bytes).map_err(|_| {
        Error::new(Kind::Disk, format!("{} could not be written.", file.display()))
            .hint("Name another folder.")
    })
}

fn taken(out: &Path) -> Error {
    Error::new(Kind::Disk, format!("{} is there already.", out.display()))
        .hint("Name another file with --out; nothing is overwritten.")
}

fn gone(file: &Path) -> Error {
    Error::new(Kind::Missing, format!("{} could not be read.", file.display()))
        .hint("Look at the name and the folder.")
}

fn other(workbook: &Path) -> Error {
    Error::input(format!("{} is not the workbook that this mapping is of.", workbook.display()))
        .hint("Leave --mapping away to guess afresh, or name the mapping of this workbook.")
}
