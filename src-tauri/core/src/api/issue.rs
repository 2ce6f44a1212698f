//! Issuing the workbooks of a round into a folder as a job, with the sheet for a mail merge and the covering text.
//!
//! Nothing is sent from here.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::call::Nothing;
use super::chasing::{Chasing, in_words, on_day};
use super::issue_view::{self, IssueView};
use super::paper_format::{self, PaperFormat};
use super::session::Session;
use super::views::{JobView, Written};
use super::{job, round as rounds, save, wordings};
use crate::error::{Error, Result};
use crate::issue::{self, Answers, Issued, Whom};
use crate::progress::Progress;
use crate::report::merge::{self, MergeSheet};
use crate::round::wording::{self, WordingKind};
use crate::setting::SettingId;
use crate::store::AuditFile;
use crate::template::Status;

/// Who is issued to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum IssueWhom {
    /// Everybody asked to return who has no workbook yet.
    NotYet,
    /// Everybody asked to return, once more.
    Again,
    /// Those that are named, once more or for the first time.
    These,
}

/// An issuing that is asked for.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct IssueWanted {
    pub whom: IssueWhom,
    #[serde(default)]
    pub settings: Vec<SettingId>,
    pub answers: Answers,
    /// The status of the audit tool that the person has said to know of; needed unless it is reviewed.
    #[serde(default)]
    pub understood: Option<Status>,
}

/// A workbook to look at.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct IssueOne {
    pub setting: SettingId,
    pub answers: Answers,
}

/// `issue.show`.
pub fn show(session: &Session, _: Nothing) -> Result<IssueView> {
    session.file(|file| issue_view::shown(&Chasing::of(session, file)?, file))
}

/// `issue.preview`: what would stand in the workbook of one setting.
pub fn preview(session: &Session, one: IssueOne) -> Result<issue_view::IssuePreview> {
    session.file(|file| issue_view::preview(&Chasing::of(session, file)?, file, one))
}

/// `issue.try_one`: a workbook to look at, under no number; none where the dialog was dismissed.
pub fn try_one(session: &Session, one: IssueOne) -> Result<Option<Written>> {
    let (content, template, name) =
        session.file(|file| issue_view::trial(&Chasing::of(session, file)?, file, one))?;
    let Some(path) = session.desktop().pick_save("Save a workbook to look at", &format!("TRIAL_{name}"))
    else {
        return Ok(None);
    };
    let written = crate::workbook::write(&content, &template)?;
    save::whole(&path, &written.value)?;
    let sentence = "Saved to look at. It has no number of an issue: do not send it out.";
    Ok(Some(save::written(&path, sentence, written.problems)))
}

/// `issue.write`: starts the job; none where the dialog was dismissed.
pub fn write(session: &Session, wanted: IssueWanted) -> Result<Option<JobView>> {
    session.refuse_while_working()?;
    let (_, template) = session.file(|file| rounds::current(session, file))?;
    understood(&template.title, template.status, wanted.understood)?;
    let Some(folder) = session.desktop().pick_folder("Choose a folder for the workbooks") else {
        return Ok(None);
    };
    let whom = match wanted.whom {
        IssueWhom::NotYet => Whom::NotYet,
        IssueWhom::Again => Whom::Again,
        IssueWhom::These => Whom::These(wanted.settings.into_iter().collect()),
    };
    let work = move |session: &Session, progress: &Progress| {
        issued(session, progress, &folder, &whom, wanted.answers)
    };
    job::start(session, "issue.write", work).map(Some)
}

/// `issue.sheet`: the sheet for a mail merge and the covering text once more; none where the dialog was dismissed.
pub fn sheet_again(session: &Session, _: Nothing) -> Result<Option<Written>> {
    session.file(|file| session.round(file).map(drop))?;
    let title = "Choose a folder for the sheet and the covering text";
    let Some(folder) = session.desktop().pick_folder(title) else { return Ok(None) };
    let path = session.file(|file| beside(session, file, &folder))?;
    let sentence =
        "Saved, as Excel and as comma-separated text, with the covering text in Word and as a page.";
    Ok(Some(save::written(&path, sentence, Vec::new())))
}

fn understood(title: &str, status: Status, understood: Option<Status>) -> Result<()> {
    if status == Status::Reviewed || understood == Some(status) {
        return Ok(());
    }
    let message = match status {
        Status::Draft | Status::Preview => {
            format!("\u{201c}{title}\u{201d} is a {} and not in force.", status.name())
        }
        Status::Unreviewed | Status::Reviewed => {
            format!("\u{201c}{title}\u{201d} has not been reviewed by a safeguarding professional.")
        }
    };
    Err(Error::state(message)
        .hint("Have it reviewed first, or confirm that you want to issue it all the same."))
}

fn issued(
    session: &Session,
    progress: &Progress,
    folder: &Path,
    whom: &Whom,
    answers: Answers,
) -> Result<String> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (round, waiting) = session.file(|file| begun(session, file, whom, answers, &name))?;
    let put = |name: &str, bytes: &[u8]| save::whole(&folder.join(name), bytes);
    let outcome = issue::run(session, &round, &waiting, progress, &put)?;
    session.file(|file| beside(session, file, folder))?;
    let long = match outcome.problems.len() {
        0 => String::new(),
        count => format!(" In {count} places a text was too long for its cell and was cut."),
    };
    let books = if outcome.written == 1 { "workbook" } else { "workbooks" };
    Ok(format!(
        "{} {books} written to the folder \u{201c}{name}\u{201d}, with the mail-merge sheet and the covering text.{long} \
         Nothing was sent: send them from your own e-mail.",
        outcome.written
    ))
}

fn begun(
    session: &Session,
    file: &mut AuditFile,
    whom: &Whom,
    answers: Answers,
    folder: &str,
) -> Result<(crate::round::Round, Vec<Issued>)> {
    let (round, _) = rounds::current(session, file)?;
    let label = round.label.clone();
    let waiting = file.transact(issue::BEGIN, &label, |tx| {
        let waiting = issue::begin(tx, &round, whom, answers, folder)?;
        if waiting.is_empty() {
            return Err(nothing(whom));
        }
        Ok(waiting)
    })?;
    Ok((round, waiting))
}

fn nothing(whom: &Whom) -> Error {
    match whom {
        Whom::NotYet => Error::state("Everybody who is asked to return has a workbook already.")
            .hint("Issue one again from the list, or add settings to the register."),
        Whom::Again | Whom::These(_) => Error::state("Nobody is asked to return in this round yet.")
            .hint("Put the schools or organisations on the register first."),
    }
}

/// The sheet for a mail merge and the covering text, for all that was issued in the round so far.
fn beside(session: &Session, file: &AuditFile, folder: &Path) -> Result<PathBuf> {
    let chasing = Chasing::of(session, file)?;
    let issued = chasing.asked().map(|line| line.setting).filter(|id| chasing.workbook(*id).is_some());
    let sheet = sheet(&chasing, issued);
    let round = issue::name::part(&chasing.round.label, 16);
    let place = |name: &str, ending: &str| folder.join(format!("{name}_{round}.{ending}"));
    save::whole(&place("Mail-merge", "xlsx"), &merge::excel(&sheet)?)?;
    save::whole(&place("Mail-merge", "csv"), &merge::csv(&sheet))?;
    let wording = wording::load(file.reader(), chasing.round.id, WordingKind::Covering)?;
    let covering = wordings::merged(&chasing, &wording)?;
    for format in [PaperFormat::Docx, PaperFormat::Html] {
        let bytes = paper_format::bytes(&covering, format)?;
        save::whole(&place("Covering-text", format.ending()), &bytes)?;
    }
    Ok(place("Mail-merge", "xlsx"))
}

/// The sheet for a mail merge: a row for each setting.
pub(super) fn sheet(chasing: &Chasing, settings: impl Iterator<Item = SettingId>) -> MergeSheet {
    let row = |id: SettingId| {
        let (setting, reach, workbook) =
            (chasing.settings.get(&id)?, chasing.reach(id), chasing.workbook(id));
        let scheme = |name: &str| setting.identifiers.get(name).cloned().unwrap_or_default();
        Some(vec![
            setting.details.name.clone(),
            reach.head,
            reach.email,
            workbook.map(|one| one.name.clone()).unwrap_or_default(),
            chasing.dues.get(&id).map(|due| in_words(*due)).unwrap_or_default(),
            chasing.number(id),
            scheme("urn"),
            scheme("laestab"),
            setting.details.phase.clone(),
            setting.details.locality.clone(),
            chasing.round.label.clone(),
            chasing.round.return_to.clone(),
            workbook.and_then(|one| one.written.as_deref()).map(on_day).unwrap_or_default(),
            workbook.map(|one| one.issue.to_string()).unwrap_or_default(),
        ])
    };
    MergeSheet {
        name: format!("Mail merge {}", chasing.round.label),
        fields: vec![
            "Name",
            "Head",
            "Email",
            "File",
            "Due",
            "Number",
            "URN",
            "LAESTAB",
            "Phase",
            "Locality",
            "Round",
            "Return_to",
            "Issued",
            "Issue",
        ],
        rows: settings.filter_map(row).collect(),
    }
}
