//! Templates looked at, tried out, compared and made: no file needs to be open for any of it.
//!
//! What was opened or made stands on a shelf as long as Attest runs, ready to start an audit with; saving it
//! is the person's own step.

mod lookup;
mod make;
mod shelf;
mod show;
mod trial;

use std::path::{Path, PathBuf};

use serde::Deserialize;

pub(super) use lookup::bytes;
pub use make::{Adopt, Confirm, LineageTyped};
pub(super) use shelf::{Shelf, begun_with, choices, find, own};
pub use show::{CheckLine, ScaleLine, TemplateOpened, TemplateQuestion, TemplateSheet, TemplateStandard};
pub use trial::{Trial, Tried, TriedRemark, VersionChange, VersionComparison, Versions};

use super::call::Nothing;
use super::own_workbook::{keep_enclosed, with_workbook};
use super::save;
use super::session::Session;
use super::views::{TemplateChoice, Written};
use crate::error::{Error, Kind, Result};
use crate::problem::{Problem, Read};
use crate::template::{Template, excel, toml};

/// A template by its key.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct TemplateKey {
    /// `school@2025.1`
    pub key: String,
}

/// A template and the form it is to be saved in.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SaveTemplate {
    /// `school@2025.1`
    pub key: String,
    /// A workbook to edit, or the text that Attest keeps.
    pub form: TemplateForm,
}

/// How a template is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TemplateForm {
    /// An Excel workbook.
    Workbook,
    /// TOML.
    Text,
}

/// `template.list`: those that ship, and those on the shelf.
pub fn list(session: &Session, _: Nothing) -> Result<Vec<TemplateChoice>> {
    Ok(shelf::choices(session))
}

/// `template.show`.
pub fn show(session: &Session, which: TemplateKey) -> Result<TemplateSheet> {
    let template = find(session, &which.key)?;
    Ok(show::sheet(&template, shelf::is_own(session, &which.key)))
}

/// `template.open`: asks for a file, TOML or Excel; none where the dialog was dismissed.
pub fn open(session: &Session, _: Nothing) -> Result<Option<TemplateOpened>> {
    let Some(path) = picked(session, "Open a template", &["toml", "xlsx"]) else { return Ok(None) };
    let Read { value, problems } = read(session, &path)?;
    if let Some(template) = &value {
        shelf::put(session, template)?;
    }
    Ok(Some(show::opened(&path, value.as_ref(), problems)))
}

/// `template.try_out`: what would be asked, and what the checks would say.
pub fn try_out(session: &Session, trial: Trial) -> Result<Tried> {
    let template = find(session, &trial.key)?;
    trial::tried(session, &template, trial)
}

/// `template.compare`: what became of each question from one version to another.
pub fn compare(session: &Session, versions: Versions) -> Result<VersionComparison> {
    Ok(trial::compared(&*find(session, &versions.earlier)?, &*find(session, &versions.now)?))
}

/// `template.adopt`: an edited workbook becomes a partnership's own version; none where the dialog was dismissed.
pub fn adopt(session: &Session, adopt: Adopt) -> Result<Option<TemplateOpened>> {
    let base = find(session, &adopt.base)?;
    let Some(path) = picked(session, "Open the edited workbook", &["xlsx", "toml"]) else { return Ok(None) };
    make::adopted(session, &base, &path, &adopt.partnership).map(Some)
}

/// `template.confirm`: a person says what became of each question.
pub fn confirm(session: &Session, confirm: Confirm) -> Result<TemplateOpened> {
    make::confirmed(session, confirm)
}

/// `template.save`: none where the dialog was dismissed.
pub fn save(session: &Session, which: SaveTemplate) -> Result<Option<Written>> {
    let template = find(session, &which.key)?;
    let (ending, bytes) = match which.form {
        TemplateForm::Workbook => ("xlsx", excel::write(&template)?),
        TemplateForm::Text => {
            ("toml", with_workbook(session, &which.key, toml::write(&template)).into_bytes())
        }
    };
    let name = save::file_name(&[&template.id, &template.version], ending);
    let Some(path) = session.desktop().pick_save("Save the template", &name) else { return Ok(None) };
    save::whole(&path, &bytes)?;
    Ok(Some(save::written(&path, format!("Template {} was saved.", template.key()), Vec::new())))
}

/// A template that was made here: on the shelf if it is sound, with everything there is to say.
pub(super) fn made(session: &Session, name: &str, read: Read<Option<Template>>) -> Result<TemplateOpened> {
    if let Some(template) = &read.value {
        shelf::put(session, template)?;
    }
    Ok(show::opened(Path::new(name), read.value.as_ref(), read.problems))
}

fn picked(session: &Session, title: &str, endings: &[&str]) -> Option<PathBuf> {
    session.desktop().pick_files(title, endings)?.into_iter().next()
}

/// Reads a template's file; a workbook is read where other people's files are read.
fn read(session: &Session, path: &Path) -> Result<Read<Option<Template>>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = bytes(path, &name)?;
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
        return session.reads()?.template(&name, &bytes);
    }
    let text = String::from_utf8(bytes).map_err(|_| {
        Error::new(Kind::Input, format!("{name} is not text."))
            .hint("Open a template in TOML, or an Excel workbook that Attest wrote of one.")
    })?;
    Ok(match toml::read_with_remarks(&text) {
        Ok(Read { value, mut problems }) => {
            problems.extend(keep_enclosed(session, &name, &text, &value));
            Read { value: Some(value), problems }
        }
        Err(problems) => Read { value: None, problems },
    })
}

/// Problems that were said with the values that they are about.
type Said = Vec<Problem>;
