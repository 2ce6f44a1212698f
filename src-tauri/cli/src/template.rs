//! `attest template`: faults and figures, TOML to Excel and back, what changed, and the blank workbook.

use std::path::{Path, PathBuf};

use attest::error::{Error, Kind, Result};
use attest::problem::{Problem, Read, Severity};
use attest::submission::Answer;
use attest::template::lineage::{self, Changed};
use attest::template::style::{self, Figures};
use attest::template::{self, Facts, Template, excel, propose, toml};
use attest::workbook::{self, Identity, Return};
use attest::world::World;
use serde_json::json;

use crate::arguments::TemplateCommand;
use crate::print::{Printer, problem};
use crate::{Status, host, own_workbook};

/// Runs `attest template`.
pub fn run(command: TemplateCommand, world: &dyn World, printer: &mut Printer<'_>) -> Result<Status> {
    match command {
        TemplateCommand::Check { files } => check(&files, printer),
        TemplateCommand::Convert { file, out } => convert(&file, out, printer),
        TemplateCommand::FromWorkbook { workbook, mapping, out } => {
            own_workbook::from_workbook(&workbook, mapping.as_deref(), &out, world, printer)
        }
        TemplateCommand::Diff { earlier, now } => diff(&earlier, &now, printer),
        TemplateCommand::Preview { file, out, yes } => preview(&file, out, &yes, world, printer),
    }
}

fn check(files: &[PathBuf], printer: &mut Printer<'_>) -> Result<Status> {
    let mut status = Status::Done;
    for file in files {
        let Read { value, problems } = read(file)?;
        let worst = problems.iter().map(|problem| problem.severity).max();
        if worst.is_some_and(|worst| worst > Severity::Note) {
            status = Status::Problems;
        }
        let key = value.as_ref().map(Template::key);
        let figures = value.as_ref().map(style::figures);
        let said = json!({ "file": file, "template": key, "figures": figures, "problems": problems });
        printer.value(&said, |_| {
            let heading = match (&key, &figures) {
                (Some(key), Some(figures)) => format!("{key} is sound: {}.", counted(figures)),
                (_, _) => format!("{} cannot be used:", file.display()),
            };
            std::iter::once(heading).chain(problems.iter().map(problem)).collect()
        })?;
    }
    Ok(status)
}

fn counted(figures: &Figures) -> String {
    format!(
        "{} questions ({} must, {} should, {} good practice), {} checks, {} references checked and {} not, \
         {:.1} words a statement, reading age {:.0}",
        figures.questions,
        figures.must,
        figures.should,
        figures.good_practice,
        figures.checks,
        figures.checked,
        figures.unchecked,
        figures.words,
        figures.reading_age
    )
}

fn convert(file: &Path, out: Option<PathBuf>, printer: &mut Printer<'_>) -> Result<Status> {
    let template = sound(file)?;
    let (ending, bytes) = match is_workbook(file) {
        true => ("toml", toml::write(&template).into_bytes()),
        false => ("xlsx", excel::write(&template)?),
    };
    put(&out.unwrap_or_else(|| file.with_extension(ending)), &bytes, printer)
}

fn diff(earlier: &Path, now: &Path, printer: &mut Printer<'_>) -> Result<Status> {
    let (earlier, mut now) = (sound(earlier)?, sound(now)?);
    let told = now.id == earlier.id && now.follows.as_deref() == Some(earlier.version.as_str());
    if !told || now.lineage.is_empty() {
        printer.say(
            "The new version does not say what became of each question; this is proposed from the wording:",
        )?;
        now.lineage = propose::lineage(&earlier, &now).into_iter().map(|proposal| proposal.row).collect();
    }
    let changes = lineage::changes(&earlier, &now);
    let value: Vec<_> = changes.iter().map(as_json).collect();
    printer.value(&value, |_| changes.iter().flat_map(in_words).collect()).map(|()| Status::Done)
}

fn as_json(changed: &Changed) -> serde_json::Value {
    json!({ "change": changed.change, "before": changed.before, "now": changed.now, "note": changed.note })
}

fn in_words(changed: &Changed) -> Vec<String> {
    let word = serde_json::to_value(changed.change).ok().and_then(|it| it.as_str().map(str::to_owned));
    let line = |sign: &str, (number, text): &(String, String)| format!("  {sign} {number}  {text}");
    let mut lines = vec![format!("{}: {}", word.unwrap_or_default(), changed.note)];
    lines.extend(changed.before.iter().map(|question| line("-", question)));
    lines.extend(changed.now.iter().map(|question| line("+", question)));
    lines
}

fn preview(
    file: &Path,
    out: Option<PathBuf>,
    yes: &[String],
    world: &dyn World,
    printer: &mut Printer<'_>,
) -> Result<Status> {
    let template = sound(file)?;
    let blank = blank(&template, yes, world)?;
    let written = workbook::write(&blank, &template)?;
    let beside = || file.with_file_name(format!("{}-{}-blank.xlsx", template.id, template.version));
    put(&out.unwrap_or_else(beside), &written.value, printer)
}

/// A return with nothing in it yet.
fn blank(template: &Template, yes: &[String], world: &dyn World) -> Result<Return> {
    if let Some(unknown) = yes.iter().find(|name| !template.facts.iter().any(|fact| fact.name.0 == **name)) {
        let known: Vec<&str> = template.facts.iter().map(|fact| fact.name.as_str()).collect();
        return Err(Error::input(format!("This template has no fact “{unknown}”."))
            .hint(format!("Its facts are: {}.", known.join(", "))));
    }
    let facts: Facts = yes.iter().map(|name| (name.clone(), "yes".to_owned())).collect();
    let asked = template.asked(&facts);
    let answers = asked.iter().map(|question| Answer::blank(question.id.clone())).collect();
    Ok(Return::blank(identity(template, world), facts, answers))
}

fn identity(template: &Template, world: &dyn World) -> Identity {
    Identity {
        submission: world.new_id(),
        issue: None,
        export: world.new_id(),
        revision: 0,
        template: template.id.clone(),
        version: template.version.clone(),
        digest: template::digest(template),
        round: "Preview".to_owned(),
        ..Identity::default()
    }
}

/// A template that has no fault.
fn sound(file: &Path) -> Result<Template> {
    let Read { value, problems } = read(file)?;
    value.ok_or_else(|| {
        let first = problems.iter().find(|it| it.severity == Severity::Fault).map(problem);
        Error::input(format!(
            "{} has faults, the first of them:{}",
            file.display(),
            first.unwrap_or_default()
        ))
        .hint("Run attest template check to see them all.")
    })
}

/// A template of either kind, with its faults or with what there is to say of its wording.
fn read(file: &Path) -> Result<Read<Option<Template>>> {
    let bytes = std::fs::read(file).map_err(|_| {
        Error::new(Kind::Missing, format!("{} could not be read.", file.display()))
            .hint("Look at the name and the folder.")
    })?;
    if is_workbook(file) {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        return host::reads().template(&name, &bytes).map(with_style);
    }
    let text = String::from_utf8(bytes).map_err(|_| {
        Error::input(format!("{} is not text.", file.display()))
            .hint("Name a template in TOML, or in Excel with the ending .xlsx.")
    })?;
    Ok(match toml::read_with_remarks(&text) {
        Ok(read) => with_style(Read { value: Some(read.value), problems: read.problems }),
        Err(problems) => Read { value: None, problems },
    })
}

fn with_style(mut read: Read<Option<Template>>) -> Read<Option<Template>> {
    let remarks: Vec<Problem> = read.value.iter().flat_map(style::remarks).collect();
    read.problems.extend(remarks);
    read
}

fn is_workbook(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
}

/// Writes a file that was not there before.
fn put(out: &Path, bytes: &[u8], printer: &mut Printer<'_>) -> Result<Status> {
    let refused = |why: &str| Error::new(Kind::Disk, format!("{} {why}.", out.display()));
    if out.exists() {
        return Err(refused("is there already").hint("Name another file with --out; nothing is overwritten."));
    }
    std::fs::write(out, bytes)
        .map_err(|_| refused("could not be written").hint("Name another folder with --out."))?;
    let value = json!({ "written": out });
    printer.value(&value, |_| vec![format!("Written to {}.", out.display())]).map(|()| Status::Done)
}
