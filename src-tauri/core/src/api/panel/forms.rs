//! Note forms: one workbook for each member without a conflict of interest, and what came back of them.
//!
//! Every form is read by the same guard as returns; nothing that somebody else noted gives way to it.

use std::path::Path;

use serde::Deserialize;

use super::ground::Ground;
use super::papers::{chosen, own};
use super::{known, papers};
use crate::analysis::judged::day;
use crate::api::call::Nothing;
use crate::api::form_files::{self, FileRead, new_and_known};
use crate::api::paper_format::{self, PaperFormat};
use crate::api::save;
use crate::api::session::Session;
use crate::api::table::in_words;
use crate::api::views::{Written, view};
use crate::error::{Error, Result};
use crate::panel::form::{self, Form, FormQuestion};
use crate::panel::session::{self, PanelSession, PanelSessionId};
use crate::panel::{note, noted};
use crate::problem::Problem;
use crate::report::word;
use crate::sheet::Book;
use crate::store::AuditFile;

view! {
    /// What was read from some forms.
    FormsRead { forms: Vec<FormLine>, }
    /// What was read from one.
    #[derive(Default)]
    FormLine {
        file: String,
        session: Option<PanelSessionId>,
        setting: String,
        member: String,
        /// Notes and ratings that were not there yet.
        new: u32,
        /// Those that were.
        known: u32,
        /// Why nothing was taken; empty where it was.
        refused: String,
        hint: String,
        problems: Vec<Problem>,
    }
}

/// The forms and packs of a session, and how packs are written.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PanelFormsWanted {
    pub session: PanelSessionId,
    #[serde(default)]
    pub packs: PaperFormat,
}

/// `panel.forms`: a workbook and a pack for each member who may have one; none where the dialog was dismissed.
pub fn write(session: &Session, wanted: PanelFormsWanted) -> Result<Option<Written>> {
    let ready = session.file(|file| known(file, wanted.session))?;
    if ready.members().next().is_none() {
        return Err(Error::state("Nobody is on the panel who may have a form.")
            .hint("Add the members first; one with a conflict of interest gets none."));
    }
    let Some(folder) = session.desktop().pick_folder("Choose a folder for the forms") else {
        return Ok(None);
    };
    let files = files(session, &ready, wanted.packs)?;
    files.iter().try_for_each(|(name, bytes)| save::whole(&folder.join(name), bytes))?;
    let left = ready.people.iter().filter(|one| !one.conflict.is_empty()).count();
    let left = match left {
        0 => String::new(),
        1 => " One member has declared a conflict of interest and gets none.".to_owned(),
        many => format!(" {many} members have declared a conflict of interest and get none."),
    };
    let sentence = format!(
        "The invitation, and a pack and a note form for each member, are saved. Nothing was sent: attach them to your \
         own e-mail.{left}"
    );
    Ok(Some(save::written(&folder.join(&files[0].0), sentence, Vec::new())))
}

/// The invitation of a session, and a pack and a form for each member who may have them, by name.
pub(super) fn files(
    session: &Session,
    ready: &PanelSession,
    packs: PaperFormat,
) -> Result<Vec<(String, Vec<u8>)>> {
    let mut figures = session.figures();
    session.file(|file| {
        let ground = Ground::of(file.reader(), ready)?;
        let grid = figures.grid(file, ready.round, &ground.template)?;
        let meeting = papers::meeting(file, ready)?;
        let mut files = Vec::new();
        let named =
            |what: &str, who: &str, ending: &str| save::file_name(&[what, &meeting.setting, who], ending);
        files.push((
            named("Invitation", "", "docx"),
            word::write(&crate::report::panel::invitation(&meeting))?,
        ));
        let pack = paper_format::bytes(&papers::pack(file, grid, ready)?, packs)?;
        for person in ready.members() {
            let form = made(&ground, grid, &person.name, &in_words(&person.agency));
            files.push((named("Note form", &person.name, "xlsx"), form::write(&form)?));
            files.push((named("Pack", &person.name, packs.ending()), pack.clone()));
        }
        Ok(files)
    })
}

/// The form of one member.
fn made(ground: &Ground, grid: &crate::analysis::Grid, member: &str, agency: &str) -> Form {
    let plan = &ground.met.plan;
    let when = [plan.on.map(day).unwrap_or_default(), plan.mode.words().to_lowercase()];
    let when: Vec<&str> = when.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    Form {
        session: ground.met.id,
        setting: ground.setting.details.name.clone(),
        when: when.join(", "),
        member: member.to_owned(),
        agency: agency.to_owned(),
        questions: asked(ground, &chosen(ground, grid)),
        enquiries: ground
            .met
            .enquiries
            .iter()
            .map(|one| format!("{}: {}", papers::agency(&one.agency), one.text))
            .collect(),
    }
}

/// Questions as a form shows them; all that are rated where none are chosen.
fn asked(ground: &Ground, ids: &[crate::template::QuestionId]) -> Vec<FormQuestion> {
    let Some(returned) = &ground.returned else { return Vec::new() };
    let lines = returned.standards.iter().flat_map(|standard| &standard.lines);
    let lines = lines.filter(|line| !line.levels.is_empty());
    let wanted = lines.filter(|line| ids.is_empty() || ids.contains(&line.question));
    wanted
        .map(|line| FormQuestion {
            question: Some(line.question.clone()),
            number: line.number.clone(),
            text: line.text.clone(),
            own: own(line),
            levels: line.levels.iter().map(|level| (level.code.clone(), level.label.clone())).collect(),
        })
        .collect()
}

impl FileRead for FormLine {
    fn named_and_refused(&mut self) -> [&mut String; 3] {
        [&mut self.file, &mut self.refused, &mut self.hint]
    }
}

/// `panel.read_forms`: none where the dialog was dismissed.
pub fn read(session: &Session, _: Nothing) -> Result<Option<FormsRead>> {
    session.file(|file| crate::api::round::partnership(file))?;
    let wanted = ("Choose the note forms", ["xlsx", "xlsm"].as_slice());
    let forms = form_files::each_chosen(session, wanted, |path, line| taken(session, path, line));
    Ok(forms.map(|forms| FormsRead { forms }))
}

fn taken(session: &Session, path: &Path, line: &mut FormLine) -> Result<()> {
    let book = book(session, path, &line.file)?;
    let whose = form::whose(&book).ok_or_else(|| {
        Error::input(format!("{} is no note form of a panel.", line.file))
            .hint("Choose a workbook that was written here for a member of a panel.")
    })?;
    line.member.clone_from(&whose.member);
    session.file(|file| {
        let met = session::load(file.reader(), whose.session).map_err(|error| {
            error.hint("The form is of a session of another file, or of one that was called off.")
        })?;
        line.session = Some(met.id);
        place(file, &met, &book, line)
    })
}

fn place(file: &mut AuditFile, met: &PanelSession, book: &Book, line: &mut FormLine) -> Result<()> {
    super::still_open(met)?;
    let ground = Ground::of(file.reader(), met)?;
    line.setting.clone_from(&ground.setting.details.name);
    let agency = met.member(&line.member)?.agency.clone();
    let read = form::read(book, &asked(&ground, &[]), &line.member, &agency, &line.file);
    line.problems = read.problems;
    let all = noted::merged(&read.notes, &[]).len();
    let new = file.transact(note::FORMS, &met.id.to_string(), |tx| note::add(tx, met.id, &read.notes))?;
    (line.new, line.known) = new_and_known(new, all);
    Ok(())
}

/// A workbook, read by the reader of returns in its own process.
pub(in crate::api) fn book(session: &Session, path: &Path, name: &str) -> Result<Book> {
    let bytes = std::fs::read(path).map_err(|_| {
        Error::new(crate::error::Kind::Disk, format!("{name} could not be read."))
            .hint("Close it if it is open in another program, and choose it again.")
    })?;
    Ok(session.reads()?.book(name, &bytes)?.value)
}
