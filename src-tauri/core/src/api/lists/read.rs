//! Reading a list as a job: CSV as it streams by, a workbook where other people's files are read.

use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::{Path, PathBuf};

use super::super::session::Session;
use super::OpenList;
use crate::error::{Error, Kind, Result};
use crate::listing::{self, Columns, Filter, List};
use crate::progress::Progress;
use crate::round::remembered;
use crate::template::Audience;
use crate::{round, template};

/// The largest workbook.
const LARGEST_BOOK: u64 = 25 * 1024 * 1024;

/// Reads a list and makes it the open one; its sentence says what was found.
pub(super) fn list(
    session: &Session,
    progress: &Progress,
    path: PathBuf,
    columns: Option<Columns>,
) -> Result<String> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let before = session.list().as_ref().filter(|open| open.path == path).map(|open| open.kind.clone());
    let recalled =
        |headings: &[String]| columns.or_else(|| recall(session, headings).map(|(columns, _)| columns));
    let list = match is_book(&path) {
        true => listing::read_book(&book(session, &path, &name)?, recalled, progress)?,
        false => csv(&path, recalled, progress)?,
    };
    let filter = recall(session, &list.headings).map(|(_, filter)| filter);
    let filter = filter.unwrap_or_else(|| Filter::open(&list.entries));
    let sentence = said(&list);
    let kind = before.map_or_else(|| kind(session), Ok)?;
    *session.list() = Some(OpenList { path, name, kind, list, filter });
    Ok(sentence)
}

fn recall(session: &Session, headings: &[String]) -> Option<(Columns, Filter)> {
    session.file(|file| remembered::recall(file.reader(), headings)).ok().flatten()
}

/// The kind of setting that the round in view asks.
fn kind(session: &Session) -> Result<String> {
    session.file(|file| {
        let round: round::Round = session.round(file)?;
        let kind = match template::load(file.reader(), &round.template)?.audience {
            Audience::Agency => "organisation",
            Audience::EarlyYears => "early_years",
            Audience::Voluntary => "voluntary",
            Audience::School | Audience::CaseAudit | Audience::PractitionerSurvey => "school",
        };
        Ok(kind.to_owned())
    })
}

fn said(list: &List) -> String {
    match (list.columns.suffice(), list.entries.len()) {
        (false, _) => "The list was read; say which column holds the names.".to_owned(),
        (true, 1) => "1 setting was read.".to_owned(),
        (true, many) => format!("{many} settings were read."),
    }
}

pub(in crate::api) fn is_book(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ["xlsx", "xlsm", "xls", "ods"].contains(&ending.as_str()))
}

pub(in crate::api) fn book(session: &Session, path: &Path, name: &str) -> Result<crate::sheet::Book> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|_| gone(name))?;
    let read = file.take(LARGEST_BOOK + 1).read_to_end(&mut bytes).map_err(|_| gone(name))?;
    if u64::try_from(read).unwrap_or(u64::MAX) > LARGEST_BOOK {
        return Err(Error::input(format!("{name} is larger than 25 MB."))
            .hint("Save the list as CSV and choose that."));
    }
    Ok(session.reads()?.book(name, &bytes)?.value)
}

fn csv(
    path: &Path,
    recalled: impl FnOnce(&[String]) -> Option<Columns>,
    progress: &Progress,
) -> Result<List> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let file = File::open(path).map_err(|_| gone(&name))?;
    let size = file.metadata().map_err(|_| gone(&name))?.len();
    listing::read_csv(BufReader::with_capacity(1 << 18, file), size, recalled, progress)
}

fn gone(name: &str) -> Error {
    Error::new(Kind::File, format!("{name} could not be read."))
        .hint("Look whether it is still there, and whether you may open it.")
}
