//! `attest pack`: rounds given to other partnerships and read in from them, and the merged report; the same as the
//! window's.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use attest::api::packs::{PackRead, PackRoundLine, PacksView};
use attest::api::views::Written;
use attest::error::{Error, Result};
use attest::pack::Naming;
use attest::pack::kept::Became;
use attest::world::World;
use clap::Subcommand;
use serde_json::json;

use crate::Status;
use crate::arguments::FormatName;
use crate::desk::Desk;
use crate::print::Printer;

/// What may be typed after `attest pack`.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum PackCommand {
    /// Print the rounds that can be set side by side: of this file, and of packs that were read in.
    List { file: PathBuf },
    /// Write a pack: counts only, or with names.
    Write {
        file: PathBuf,
        /// A round by its label; every round if not given. May be repeated.
        #[arg(long)]
        round: Vec<String>,
        /// Every organisation by name, with its ratings.
        #[arg(long)]
        names: bool,
        /// For whom; kept in the file.
        #[arg(long, default_value = "")]
        to: String,
        /// The pack to write; beside the file if not given.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Read packs in: the same twice changes nothing, a later edition replaces an earlier one.
    Read {
        file: PathBuf,
        #[arg(required = true)]
        packs: Vec<PathBuf>,
    },
    /// Take the rounds of a partnership out.
    Remove { file: PathBuf, partnership: String },
    /// Write the merged report.
    Merge {
        file: PathBuf,
        /// A partnership by its name; all of them if not given. May be repeated.
        #[arg(long)]
        partnership: Vec<String>,
        /// A round by its label; every round if not given. May be repeated.
        #[arg(long)]
        round: Vec<String>,
        /// Which family of audit tools.
        #[arg(long, default_value = "section11")]
        family: String,
        /// To be shared: nobody by name, small numbers hidden.
        #[arg(long)]
        share: bool,
        #[arg(long, default_value = "docx")]
        format: FormatName,
        /// The report to write; beside the file if not given.
        #[arg(long)]
        out: Option<PathBuf>,
    },
}

/// Runs `attest pack`.
pub fn run(command: PackCommand, world: Arc<dyn World>, printer: &mut Printer<'_>) -> Result<Status> {
    match command {
        PackCommand::List { file } => {
            let view = listed(&Desk::at(world, &file)?)?;
            printer.value(&view, |view| view.rounds.iter().map(line).collect())?;
            Ok(Status::Done)
        }
        PackCommand::Write { file, round, names, to, out } => {
            let desk = Desk::at(world, &file)?;
            let own = listed(&desk)?.rounds.into_iter().filter(|one| one.own);
            let rounds: Vec<PackRoundLine> = own.filter(|one| among(&round, &one.label)).collect();
            let naming = if names { Naming::Named } else { Naming::Nameless };
            let place = out.unwrap_or_else(|| file.with_extension("attestpack"));
            desk.next_dialog(&place);
            let asked = json!({ "rounds": ids(&rounds), "naming": naming, "to": to });
            written(&desk, "pack.write", asked, printer)
        }
        PackCommand::Read { file, packs } => read(&Desk::at(world, &file)?, &packs, printer),
        PackCommand::Remove { file, partnership } => {
            let desk = Desk::at(world, &file)?;
            let gone: Vec<PackRoundLine> = listed(&desk)?
                .rounds
                .into_iter()
                .filter(|one| !one.own && one.partnership == partnership)
                .collect();
            if gone.is_empty() {
                return Err(Error::missing(format!("No round of {partnership} is in this file."))
                    .hint("Look at the names with attest pack list."));
            }
            for one in &gone {
                desk.call("pack.remove", json!({ "round": one.round }))?;
            }
            printer.value(&gone, |gone| vec![format!("{} rounds were taken out.", gone.len())])?;
            Ok(Status::Done)
        }
        PackCommand::Merge { file, partnership, round, family, share, format, out } => {
            let desk = Desk::at(world, &file)?;
            let rounds = listed(&desk)?.rounds.into_iter().filter(|one| {
                among(&partnership, &one.partnership) && among(&round, &one.label) && one.family == family
            });
            let rounds: Vec<PackRoundLine> = rounds.collect();
            desk.next_dialog(&out.unwrap_or_else(|| place(&file, format)));
            let readers = if share { "others" } else { "officers" };
            let asked = json!({ "rounds": ids(&rounds), "readers": readers, "format": ending(format) });
            written(&desk, "merged.write", asked, printer)
        }
    }
}

fn listed(desk: &Desk) -> Result<PacksView> {
    desk.ask("pack.list", json!({}))
}

/// Whether a name is one of those typed; where none is, every name is.
fn among(typed: &[String], name: &str) -> bool {
    typed.is_empty() || typed.iter().any(|one| one == name)
}

fn ids(rounds: &[PackRoundLine]) -> Vec<String> {
    rounds.iter().map(|one| one.round.to_string()).collect()
}

fn line(one: &PackRoundLine) -> String {
    let brought = match one.naming {
        None => "this file",
        Some(Naming::Named) => "with names",
        Some(Naming::Nameless) => "counts only",
    };
    format!(
        "{}, {}: {} {}, {} of {} returned ({brought}, as at {})",
        one.partnership, one.label, one.family, one.version, one.returned, one.expected, one.as_at
    )
}

fn read(desk: &Desk, packs: &[PathBuf], printer: &mut Printer<'_>) -> Result<Status> {
    let mut all: Vec<PackRead> = Vec::new();
    for pack in packs {
        desk.next_dialog(pack);
        let read: Option<Vec<PackRead>> = desk.ask("pack.read", json!({}))?;
        all.extend(read.into_iter().flatten());
    }
    printer.value(&all, |all| all.iter().flat_map(became).collect())?;
    let refused = all.iter().any(|one| !one.refused.is_empty());
    Ok(if refused { Status::Problems } else { Status::Done })
}

fn became(pack: &PackRead) -> Vec<String> {
    if !pack.refused.is_empty() {
        return vec![format!("{}: {} {}", pack.file, pack.refused, pack.hint)];
    }
    let words = |became| match became {
        Became::New => "read in",
        Became::Known => "was here already",
        Became::Later => "replaced the earlier edition",
        Became::Earlier => "left as it was: a later edition is here",
    };
    let lines = pack.rounds.iter();
    lines.map(|one| format!("{}, {}: {}", pack.partnership, one.label, words(one.became))).collect()
}

fn written(
    desk: &Desk,
    command: &str,
    asked: serde_json::Value,
    printer: &mut Printer<'_>,
) -> Result<Status> {
    let written: Option<Written> = desk.ask(command, asked)?;
    let written = written.ok_or_else(|| Error::fault("The file was not written."))?;
    printer.value(&written, |written| vec![format!("{}: {}", written.name, written.sentence)])?;
    Ok(Status::Done)
}

fn place(file: &Path, format: FormatName) -> PathBuf {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!("{stem} merged.{}", ending(format)))
}

fn ending(format: FormatName) -> &'static str {
    match format {
        FormatName::Html => "html",
        FormatName::Docx => "docx",
        FormatName::Pdf => "pdf",
        FormatName::Xlsx => "xlsx",
    }
}
