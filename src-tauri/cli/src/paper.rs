//! `attest paper`: a paper of a setting's file, written beside it or where it is said.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use attest::api::views::Written;
use attest::error::{Error, Result};
use attest::world::World;
use clap::ValueEnum;
use serde_json::json;

use crate::Status;
use crate::arguments::{FormatName, PaperName};
use crate::desk::Desk;
use crate::print::Printer;

/// Runs `attest paper`.
pub fn write(
    world: Arc<dyn World>,
    file: &Path,
    paper: PaperName,
    format: FormatName,
    out: Option<PathBuf>,
    printer: &mut Printer<'_>,
) -> Result<Status> {
    let desk = Desk::at(world, file)?;
    desk.next_dialog(&out.unwrap_or_else(|| beside(file, paper, format)));
    let wanted = json!({ "paper": typed(paper).replace('-', "_"), "format": typed(format) });
    let written: Option<Written> = desk.ask("papers.write", wanted)?;
    let written = written.ok_or_else(|| Error::fault("The paper was not written."))?;
    printer.value(&written, |written| vec![format!("{}: {}", written.name, written.sentence)])?;
    Ok(Status::Done)
}

/// `Example Primary School governor-pack.html`
fn beside(file: &Path, paper: PaperName, format: FormatName) -> PathBuf {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!("{stem} {}.{}", typed(paper), typed(format)))
}

/// A name as it is typed.
fn typed(name: impl ValueEnum) -> String {
    name.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}
