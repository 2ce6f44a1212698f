//! `attest case`: agencies' forms out and in, the papers of case audits and dip samples, and the audit programme.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use attest::api::case_audit::forms::{CaseFormLine, CaseFormsRead};
use attest::api::case_audit::{CaseAuditLine, CaseAuditList};
use attest::api::dip_sample::DipList;
use attest::api::views::Written;
use attest::error::{Error, Result};
use attest::world::World;
use clap::{Subcommand, ValueEnum};
use serde_json::{Value, json};

use crate::Status;
use crate::arguments::FormatName;
use crate::desk::Desk;
use crate::print::Printer;

#[derive(Debug, Subcommand)]
pub enum CaseCommand {
    /// Print the case audits and dip samples of a partnership's file, and how far they are.
    List { file: PathBuf },
    /// Write an audit's form for each agency into a folder. Nothing is sent.
    Forms {
        file: PathBuf,
        /// The audit, by its title.
        audit: String,
        folder: PathBuf,
        /// Only for these agencies.
        #[arg(long)]
        agency: Vec<String>,
    },
    /// Read forms that agencies filled in; whatever is there already is taken once.
    Read {
        file: PathBuf,
        #[arg(required = true)]
        forms: Vec<PathBuf>,
    },
    /// Write a paper of a case audit or of a dip sample.
    Paper {
        file: PathBuf,
        /// The audit or dip sample, by its title.
        audit: String,
        paper: CasePaperName,
        /// Of which agency, of an extract.
        #[arg(long)]
        agency: Option<String>,
        /// The file to write; beside the partnership's file if not given.
        #[arg(long)]
        out: Option<PathBuf>,
        #[arg(long, value_enum, default_value = "docx")]
        format: FormatName,
    },
    /// Write the audit programme of a year.
    Programme {
        file: PathBuf,
        /// The first day of the year, such as 2026-04-01; the school year of today if not given.
        #[arg(long)]
        from: Option<String>,
        #[arg(long)]
        out: Option<PathBuf>,
        #[arg(long, value_enum, default_value = "docx")]
        format: FormatName,
    },
}

/// The papers by the names they are typed with.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum CasePaperName {
    /// Good practice, areas for development, what has happened since.
    Summary,
    /// Seven points on a page; only once the summary is approved.
    Briefing,
    /// What one agency takes back: name it with --agency.
    Extract,
    /// Every grade, who came, planned and done.
    Record,
    /// The counts of a dip sample.
    DipSample,
}

/// Runs `attest case`.
pub fn run(command: CaseCommand, world: Arc<dyn World>, printer: &mut Printer<'_>) -> Result<Status> {
    match command {
        CaseCommand::List { file } => list(&Desk::at(world, &file)?, printer),
        CaseCommand::Forms { file, audit, folder, agency } => {
            let desk = Desk::at(world, &file)?;
            let id = named(&desk, &audit)?.id;
            std::fs::create_dir_all(&folder).map_err(|_| {
                Error::input(format!("The folder {} cannot be made.", folder.display()))
                    .hint("Name another folder.")
            })?;
            desk.next_dialog(&folder);
            written(&desk, "case_audit.forms", json!({ "audit": id, "agencies": agency }), printer)
        }
        CaseCommand::Read { file, forms } => read(&Desk::at(world, &file)?, &forms, printer),
        CaseCommand::Paper { file, audit, paper, agency, out, format } => {
            let desk = Desk::at(world, &file)?;
            let place = out.unwrap_or_else(|| beside(&file, &[&audit, &typed(paper)], format));
            desk.next_dialog(&place);
            let (command, asked) = asked(&desk, &audit, paper, agency, format)?;
            written(&desk, command, asked, printer)
        }
        CaseCommand::Programme { file, from, out, format } => {
            let desk = Desk::at(world, &file)?;
            desk.next_dialog(&out.unwrap_or_else(|| beside(&file, &["programme"], format)));
            written(&desk, "programme.paper", json!({ "from": from, "format": typed(format) }), printer)
        }
    }
}

fn list(desk: &Desk, printer: &mut Printer<'_>) -> Result<Status> {
    let audits: CaseAuditList = desk.ask("case_audit.list", json!({}))?;
    let samples: DipList = desk.ask("dip_sample.list", json!({}))?;
    let all = json!({ "audits": audits.audits, "samples": samples.samples });
    printer.value(&all, |_| {
        let mut lines: Vec<String> = audits.audits.iter().map(told).collect();
        lines.extend(samples.samples.iter().map(|one| {
            format!("{}, dip sample: {} of {} cases answered.", one.title, one.answered, one.cases)
        }));
        if lines.is_empty() {
            vec!["This file holds no case audit and no dip sample.".to_owned()]
        } else {
            lines
        }
    })?;
    Ok(Status::Done)
}

fn told(one: &CaseAuditLine) -> String {
    format!(
        "{}, case audit: {} of {} cases closed; forms of {} of {} agencies in; {} fed back.",
        one.title, one.closed, one.cases, one.back, one.agencies, one.fed_back
    )
}

fn named(desk: &Desk, title: &str) -> Result<CaseAuditLine> {
    let all: CaseAuditList = desk.ask("case_audit.list", json!({}))?;
    all.audits.into_iter().find(|one| one.title == title).ok_or_else(|| unknown(title))
}

fn unknown(title: &str) -> Error {
    Error::missing(format!("No case audit or dip sample of this file is called \u{201c}{title}\u{201d}."))
        .hint("Look at the titles with attest case list.")
}

fn asked(
    desk: &Desk,
    title: &str,
    paper: CasePaperName,
    agency: Option<String>,
    format: FormatName,
) -> Result<(&'static str, Value)> {
    let format = typed(format);
    match paper {
        CasePaperName::DipSample => {
            let all: DipList = desk.ask("dip_sample.list", json!({}))?;
            let one = all.samples.into_iter().find(|one| one.title == title).ok_or_else(|| unknown(title))?;
            Ok(("dip_sample.paper", json!({ "sample": one.id, "format": format })))
        }
        CasePaperName::Summary | CasePaperName::Briefing | CasePaperName::Extract | CasePaperName::Record => {
            let id = named(desk, title)?.id;
            let asked = json!({ "audit": id, "paper": typed(paper), "agency": agency, "format": format });
            Ok(("case_audit.paper", asked))
        }
    }
}

fn read(desk: &Desk, forms: &[PathBuf], printer: &mut Printer<'_>) -> Result<Status> {
    let mut lines: Vec<CaseFormLine> = Vec::new();
    for form in forms {
        desk.next_dialog(form);
        let read: Option<CaseFormsRead> = desk.ask("case_audit.read_forms", json!({}))?;
        lines.extend(read.map(|read| read.forms).unwrap_or_default());
    }
    let sound = lines.iter().all(|one| one.refused.is_empty() && one.problems.is_empty());
    printer.value(&lines, |_| lines.iter().flat_map(said).collect())?;
    Ok(if sound { Status::Done } else { Status::Problems })
}

fn said(one: &CaseFormLine) -> Vec<String> {
    if !one.refused.is_empty() {
        return vec![format!("{}: {} {}", one.file, one.refused, one.hint)];
    }
    let first = format!("{}: {}, {}. {} new, {} known.", one.file, one.agency, one.title, one.new, one.known);
    let problems = one.problems.iter().map(|it| format!("  {} {} {}", it.place, it.message, it.hint));
    std::iter::once(first).chain(problems).collect()
}

fn written(desk: &Desk, command: &str, asked: Value, printer: &mut Printer<'_>) -> Result<Status> {
    let written: Option<Written> = desk.ask(command, asked)?;
    let written = written.ok_or_else(|| Error::fault("Nothing was written."))?;
    printer.value(&written, |written| vec![format!("{}: {}", written.name, written.sentence)])?;
    Ok(Status::Done)
}

/// `Sampleton Neglect summary.docx` beside the file.
fn beside(file: &Path, parts: &[&str], format: FormatName) -> PathBuf {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let plain = |c: char| if c.is_alphanumeric() || " -_".contains(c) { c } else { '-' };
    let name: String = format!("{stem} {}", parts.join(" ")).chars().map(plain).collect();
    file.with_file_name(format!("{name}.{}", typed(format)))
}

/// A name as it is typed in a request.
fn typed(name: impl ValueEnum) -> String {
    name.to_possible_value().map(|value| value.get_name().replace('-', "_")).unwrap_or_default()
}
