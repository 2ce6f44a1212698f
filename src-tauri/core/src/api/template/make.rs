//! Making a version: a partnership's additions to a core that stays, and a lineage that a person confirmed.

use std::path::Path;

use serde::Deserialize;

use super::super::session::Session;
use super::show::{self, TemplateOpened};
use super::{Said, read, shelf};
use crate::error::{Error, Result};
use crate::problem::{Problem, Read, Severity};
use crate::template::{Change, Lineage, QuestionId, Template, local, toml};
use crate::text;

/// The template that was edited, and whose version it is to be.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Adopt {
    /// Key of the template that was edited.
    pub base: String,
    /// The partnership's short name: `sampleton`.
    pub partnership: String,
}

/// What a person says became of each question.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Confirm {
    /// Key of the new version.
    pub key: String,
    /// A row for each change.
    pub rows: Vec<LineageTyped>,
}

/// A row of a lineage as it was confirmed.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct LineageTyped {
    /// How.
    pub change: Change,
    /// Questions before.
    #[serde(default)]
    pub from: Vec<QuestionId>,
    /// Questions now.
    #[serde(default)]
    pub to: Vec<QuestionId>,
    /// Why.
    #[serde(default)]
    pub note: String,
}

/// Reads the edited workbook and makes the version; what keeps it from one is said with its place.
pub fn adopted(session: &Session, base: &Template, path: &Path, partnership: &str) -> Result<TemplateOpened> {
    let Read { value, problems } = read(session, path)?;
    let Some(edited) = value else { return Ok(show::opened(path, None, problems)) };
    match local::version(base, edited, partnership.trim()) {
        Ok(made) => placed(session, path, &made, problems),
        Err(faults) => Ok(show::opened(path, None, problems.into_iter().chain(faults).collect())),
    }
}

/// Gives a version on the shelf the lineage that a person confirmed.
pub fn confirmed(session: &Session, confirm: Confirm) -> Result<TemplateOpened> {
    if !shelf::is_own(session, &confirm.key) {
        return Err(Error::state(format!(
            "“{}” is not a version that was made here.",
            text::short(&confirm.key)
        ))
        .hint("Open or make a version first."));
    }
    let mut made = Template::clone(&*shelf::find(session, &confirm.key)?);
    let row = |typed: LineageTyped| Lineage {
        change: typed.change,
        from: typed.from,
        to: typed.to,
        note: text::normal(&typed.note).trim().to_owned(),
    };
    made.lineage = confirm.rows.into_iter().map(row).collect();
    let name = format!("{}.toml", made.key());
    placed(session, Path::new(&name), &made, Vec::new())
}

/// Puts a made version on the shelf if it is sound as a whole.
fn placed(session: &Session, path: &Path, made: &Template, problems: Said) -> Result<TemplateOpened> {
    let read = toml::read_with_remarks(&toml::write(made));
    let (value, found) = match read {
        Ok(Read { value, problems }) => (Some(value), problems),
        Err(faults) => (None, faults.into_iter().map(without_line).collect()),
    };
    if let Some(made) = &value {
        shelf::put(session, made)?;
    }
    let all = problems.into_iter().chain(found).filter(|it| it.severity > Severity::Note || value.is_some());
    Ok(show::opened(path, value.as_ref(), all.collect()))
}

/// The line of a text that nobody has seen helps nobody.
fn without_line(problem: Problem) -> Problem {
    Problem { place: "the new version".to_owned(), ..problem }
}
