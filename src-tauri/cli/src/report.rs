//! `attest report`: a paper of a partnership's round as a file, feedback sheets and slides into a folder, and whether the
//! figures of papers that were written can still be made.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use attest::api::reports::views::{RecipeView, WritingLine};
use attest::api::views::{JobView, Written};
use attest::error::{Error, Result};
use attest::world::World;
use clap::ValueEnum;
use serde_json::{Value, json};

use crate::Status;
use crate::arguments::{FormatName, ReportName};
use crate::desk::Desk;
use crate::print::Printer;

/// What is asked for.
pub struct Wanted {
    /// Which paper.
    pub paper: ReportName,
    /// As what kind of file.
    pub format: FormatName,
    /// Where; beside the file where nothing is said.
    pub out: Option<PathBuf>,
    /// For whom; as the paper is read where nothing is said.
    pub readers: Option<&'static str>,
    /// The figures of one that was written, made again: of the last, or of the one whose log code begins so.
    pub again: Option<String>,
}

/// Runs `attest report`.
pub fn run(world: Arc<dyn World>, file: &Path, wanted: Wanted, printer: &mut Printer<'_>) -> Result<Status> {
    refuse_what_cannot_be(&wanted)?;
    let desk = Desk::at(world, file)?;
    if wanted.again.is_some() {
        return anew(&desk, file, &wanted, printer);
    }
    match wanted.paper {
        ReportName::Check => check(&desk, printer),
        ReportName::Feedback => feedback(&desk, file, &wanted, printer),
        ReportName::Slides => {
            desk.next_dialog(&folder(file, &wanted)?);
            written(
                &desk,
                "report.slides",
                json!({ "readers": wanted.readers.unwrap_or("officers") }),
                printer,
            )
        }
        ReportName::Pack | ReportName::NonReturn | ReportName::Response | ReportName::Handover => {
            desk.next_dialog(&place(file, &wanted));
            let asked = json!({ "paper": code(&wanted), "format": typed(wanted.format) });
            written(&desk, "round_paper.write", asked, printer)
        }
        ReportName::Full
        | ReportName::Executive
        | ReportName::DslBriefing
        | ReportName::Governors
        | ReportName::Public
        | ReportName::Assurance
        | ReportName::Method
        | ReportName::SevenPoints
        | ReportName::Learning
        | ReportName::Decisions
        | ReportName::Scrutineer => {
            desk.next_dialog(&place(file, &wanted));
            let asked = json!({
                "paper": code(&wanted), "format": typed(wanted.format), "readers": wanted.readers
            });
            written(&desk, "report.write", asked, printer)
        }
    }
}

fn written(desk: &Desk, command: &str, asked: Value, printer: &mut Printer<'_>) -> Result<Status> {
    let written: Option<Written> = desk.ask(command, asked)?;
    let written = written.ok_or_else(|| Error::fault("The paper was not written."))?;
    printer.value(&written, |written| vec![format!("{}: {}", written.name, written.sentence)])?;
    Ok(Status::Done)
}

/// Something that was written, made again.
fn anew(desk: &Desk, file: &Path, wanted: &Wanted, printer: &mut Printer<'_>) -> Result<Status> {
    let sheets = matches!(wanted.paper, ReportName::Feedback);
    let kind = if matches!(wanted.paper, ReportName::Slides) { "charts".to_owned() } else { code(wanted) };
    desk.next_dialog(&if sheets { folder(file, wanted)? } else { place(file, wanted) });
    let lines: Vec<WritingLine> = desk.ask("report.writings", json!({}))?;
    made_again(desk, lines.iter().filter(|one| one.kind == kind), wanted, printer)
}

/// The figures of something that was written, as the file stood then: of the last, or of the one whose log code begins so.
fn made_again<'w>(
    desk: &Desk,
    mut written: impl Iterator<Item = &'w WritingLine>,
    wanted: &Wanted,
    printer: &mut Printer<'_>,
) -> Result<Status> {
    let code = wanted.again.as_deref().unwrap_or_default();
    let found = written.find(|one| one.head.starts_with(code)).ok_or_else(|| {
        Error::missing("No such paper was written in this round.")
            .hint("Leave the code away for the last one, or look at the end of the paper for its log code.")
    })?;
    let asked = json!({ "publication": found.id, "format": typed(wanted.format) });
    self::written(desk, "report.again", asked, printer)
}

/// Refuses what a paper is not made as: again from its recipe, or for others.
fn refuse_what_cannot_be(wanted: &Wanted) -> Result<()> {
    use ReportName::{Check, Decisions, Handover, NonReturn, Pack, Response, Scrutineer};
    let others = wanted.readers == Some("others");
    let hint = "Leave --share out, or name another paper: public, executive, full and so on.";
    match wanted.paper {
        Check if wanted.again.is_some() => Err(Error::input("A check is no paper, so it is not made again.")
            .hint("Name what was written: a paper, feedback, slides or pack; of a table use attest analyse --again.")),
        Pack if wanted.again.is_none() => Err(Error::input("A new pack is written by a command of its own.")
            .hint("Write it with attest pack write; with --again the last one is made as it was given.")),
        Decisions | Scrutineer if others => Err(Error::input(
            "This paper is for those who govern: it is never made with hidden figures, so it cannot be shared.",
        )
        .hint(hint)),
        Check | NonReturn | Response | Handover if others => {
            Err(Error::input("This is for officers alone, so it cannot be shared.").hint(hint))
        }
        _other => Ok(()),
    }
}

fn feedback(desk: &Desk, file: &Path, wanted: &Wanted, printer: &mut Printer<'_>) -> Result<Status> {
    desk.next_dialog(&folder(file, wanted)?);
    desk.call("feedback.write", json!({}))?;
    crate::partnership::wait(desk)?;
    let job: Option<JobView> = desk.ask("job.show", json!({}))?;
    let job = job.ok_or_else(|| Error::fault("The feedback sheets were not written."))?;
    printer.value(&job, |job| vec![job.message.clone()])?;
    Ok(Status::Done)
}

/// Everything that was written last of its kind, for officers and for others: whether the same figures come out.
fn check(desk: &Desk, printer: &mut Printer<'_>) -> Result<Status> {
    let mut written: Vec<WritingLine> = desk.ask("report.writings", json!({}))?;
    let mut seen = BTreeSet::new();
    // Of what cannot be read nothing is known, so that each is said.
    written.retain(|one| one.unread.is_some() || seen.insert((one.kind.clone(), one.readers.clone())));
    let mut checked: Vec<(String, RecipeView)> = Vec::new();
    for line in written {
        if let Some(sentence) = line.unread {
            let view = RecipeView { same: false, again: false, sentence, changed: Vec::new() };
            checked.push((line.name, view));
            continue;
        }
        let view: RecipeView = desk.ask("report.check", json!({ "publication": line.id }))?;
        checked.push((format!("{} for {}", line.name, line.readers), view));
    }
    let same = checked.iter().all(|(_, view)| view.same);
    let value: Vec<Value> =
        checked.iter().map(|(paper, view)| json!({ "paper": paper, "check": view })).collect();
    printer.value(&value, |_| {
        let told = |(paper, view): &(String, RecipeView)| {
            std::iter::once(format!("{paper}: {}", view.sentence))
                .chain(view.changed.iter().map(|changed| format!("  {changed}")))
                .collect::<Vec<_>>()
        };
        if checked.is_empty() {
            vec!["Nothing of this round has been written.".to_owned()]
        } else {
            checked.iter().flat_map(told).collect()
        }
    })?;
    Ok(if same { Status::Done } else { Status::Problems })
}

/// `Sampleton full.pdf` beside the file.
fn place(file: &Path, wanted: &Wanted) -> PathBuf {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let name = format!("{stem} {}.{}", typed(wanted.paper), typed(wanted.format));
    wanted.out.clone().unwrap_or_else(|| file.with_file_name(name))
}

fn folder(file: &Path, wanted: &Wanted) -> Result<PathBuf> {
    let folder = wanted.out.clone().unwrap_or_else(|| file.with_file_name(typed(wanted.paper)));
    std::fs::create_dir_all(&folder).map_err(|_| {
        Error::input(format!("The folder {} cannot be made.", folder.display()))
            .hint("Name another folder with --out.")
    })?;
    Ok(folder)
}

fn code(wanted: &Wanted) -> String {
    typed(wanted.paper).replace('-', "_")
}

/// A name as it is typed.
fn typed(name: impl ValueEnum) -> String {
    name.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}
