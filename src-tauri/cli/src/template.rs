//! `attest template`: every fault of a template at once, by line.

use std::path::Path;

use attest::error::{Error, Kind, Result};
use attest::problem::Problem;
use attest::template::toml;
use serde_json::json;

use crate::Status;
use crate::arguments::TemplateCommand;
use crate::print::{Printer, problem};

/// Runs `attest template`.
pub fn run(command: TemplateCommand, printer: &mut Printer<'_>) -> Result<Status> {
    match command {
        TemplateCommand::Check { file } => check(&file, printer),
    }
}

fn check(file: &Path, printer: &mut Printer<'_>) -> Result<Status> {
    let text = std::fs::read_to_string(file).map_err(|_| {
        Error::new(Kind::Missing, format!("{} could not be read as text.", file.display()))
            .hint("Name a template in TOML.")
    })?;
    let (sound, problems): (Option<String>, Vec<Problem>) = match toml::read(&text) {
        Ok(template) => (Some(template.key()), Vec::new()),
        Err(problems) => (None, problems),
    };
    let status = if sound.is_some() { Status::Done } else { Status::Problems };
    let value = json!({ "template": sound, "problems": problems });
    printer.value(&value, |_| match &sound {
        Some(key) => vec![format!("{key} is sound.")],
        None => problems.iter().map(problem).collect(),
    })?;
    Ok(status)
}
