//! Agencies' forms: one workbook for each agency, and what came back of them.
//!
//! Every form is read by the same guard as returns; nothing that somebody else said gives way to it.

use std::path::Path;

use serde::Deserialize;

use super::known;
use crate::analysis::judged::day;
use crate::api::call::Nothing;
use crate::api::form_files::{self, FileRead, new_and_known};
use crate::api::panel::forms::book;
use crate::api::save;
use crate::api::session::Session;
use crate::api::views::{Written, view};
use crate::case_audit::form::{self, Form};
use crate::case_audit::{self, CaseAudit, CaseAuditId, CaseNumber, case, note};
use crate::error::{Error, Result};
use crate::panel::noted;
use crate::partnership;
use crate::problem::Problem;
use crate::sheet::Book;
use crate::store::AuditFile;

view! {
    /// What was read from some forms of agencies.
    CaseFormsRead { forms: Vec<CaseFormLine>, }
    /// What was read from one.
    #[derive(Default)]
    CaseFormLine {
        file: String,
        audit: Option<CaseAuditId>,
        title: String,
        agency: String,
        author: String,
        /// Lines that were not there yet.
        new: u32,
        /// Those that were.
        known: u32,
        /// Why nothing was taken; empty where it was.
        refused: String,
        hint: String,
        problems: Vec<Problem>,
    }
}

/// Forms that are to be written: of all agencies, or of some.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseFormsWanted {
    pub audit: CaseAuditId,
    #[serde(default)]
    pub agencies: Vec<String>,
}

/// `case_audit.forms`: a workbook for each agency; none where the dialog was dismissed.
pub fn write(session: &Session, wanted: CaseFormsWanted) -> Result<Option<Written>> {
    let files = session.file(|file| {
        let audit = known(session, file, wanted.audit)?;
        audit.still_open()?;
        made(file, &audit, &wanted.agencies)
    })?;
    let Some(folder) = session.desktop().pick_folder("Choose a folder for the forms") else {
        return Ok(None);
    };
    files.iter().try_for_each(|(name, bytes)| save::whole(&folder.join(name), bytes))?;
    let forms = if files.len() == 1 { "A form is".to_owned() } else { format!("{} forms are", files.len()) };
    let sentence = format!(
        "{forms} saved, one for each agency. Nothing was sent: attach each to your own e-mail, and read what comes back here."
    );
    Ok(Some(save::written(&folder.join(&files[0].0), sentence, Vec::new())))
}

fn made(file: &AuditFile, audit: &CaseAudit, agencies: &[String]) -> Result<Vec<(String, Vec<u8>)>> {
    let cases = open_cases(file, audit)?;
    if cases.is_empty() {
        return Err(Error::state("The audit has no open case to fill in a form for.")
            .hint("Add the numbers of its cases first."));
    }
    let whose: Vec<&String> =
        audit.agencies.iter().filter(|one| agencies.is_empty() || agencies.contains(one)).collect();
    if whose.is_empty() {
        return Err(Error::state("No agency is named that could fill in a form.")
            .hint("Add the agencies of the audit first."));
    }
    let partnership = partnership::load(file.reader())?.name;
    let by = audit.plan.forms_by.map(day).unwrap_or_default();
    let one = |agency: &&String| {
        let form =
            Form { audit, partnership: &partnership, agency: agency.as_str(), cases: &cases, by: by.clone() };
        let name = save::file_name(&["Case audit form", &audit.title, agency.as_str()], "xlsx");
        Ok((name, form::write(&form)?))
    };
    whose.iter().map(one).collect()
}

fn open_cases(file: &AuditFile, audit: &CaseAudit) -> Result<Vec<CaseNumber>> {
    let cases = case::of_audit(file.reader(), audit.id)?;
    Ok(cases.into_iter().filter(|one| one.closed.is_none()).map(|one| one.number).collect())
}

impl FileRead for CaseFormLine {
    fn named_and_refused(&mut self) -> [&mut String; 3] {
        [&mut self.file, &mut self.refused, &mut self.hint]
    }
}

/// `case_audit.read_forms`: none where the dialog was dismissed.
pub fn read(session: &Session, _: Nothing) -> Result<Option<CaseFormsRead>> {
    session.file(|file| session.round(file).map(drop))?;
    let wanted = ("Choose the forms of agencies", ["xlsx", "xlsm"].as_slice());
    let forms = form_files::each_chosen(session, wanted, |path, line| taken(session, path, line));
    Ok(forms.map(|forms| CaseFormsRead { forms }))
}

fn taken(session: &Session, path: &Path, line: &mut CaseFormLine) -> Result<()> {
    let book = book(session, path, &line.file)?;
    let whose = form::whose(&book).ok_or_else(|| {
        Error::input(format!("{} is no form of a case audit.", line.file))
            .hint("Choose a workbook that was written here for an agency of a case audit.")
    })?;
    (line.agency, line.author) = (whose.agency.clone(), whose.author.clone());
    session.file(|file| {
        let audit = case_audit::load(file.reader(), whose.audit).map_err(|error| {
            error.hint("The form is of an audit of another file, or of one that was taken out.")
        })?;
        line.audit = Some(audit.id);
        line.title.clone_from(&audit.title);
        place(file, &audit, (&book, &whose), line)
    })
}

fn place(
    file: &mut AuditFile,
    audit: &CaseAudit,
    (book, whose): (&Book, &form::Whose),
    line: &mut CaseFormLine,
) -> Result<()> {
    audit.still_open()?;
    if !audit.agencies.contains(&whose.agency) {
        return Err(Error::missing(format!(
            "{} takes no part in this audit.",
            crate::text::short(&whose.agency)
        ))
        .hint("Add the agency to the audit, or ask whose form it is."));
    }
    let cases = open_cases(file, audit)?;
    let read = form::read(book, (audit, &cases), whose, &line.file, file.world().today());
    line.problems = read.problems;
    let all = noted::merged(&read.notes, &[]).len();
    let new = file.transact(note::FORMS, &audit.id.to_string(), |tx| note::add(tx, audit.id, &read.notes))?;
    (line.new, line.known) = new_and_known(new, all);
    Ok(())
}
