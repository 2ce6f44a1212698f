//! The tracker as a paper, and reply forms of agencies out and in.
//!
//! Refuses to know: how a paper is written.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::meetings::called;
use super::{TrackingView, show as plan};
use crate::analysis::judged::day;
use crate::api::call::Nothing;
use crate::api::lists::read::book;
use crate::api::paper_format::{self, PaperFormat};
use crate::api::save;
use crate::api::session::Session;
use crate::api::views::Written;
use crate::error::{Error, Result};
use crate::listing::texts_of_book;
use crate::partnership::{self, group};
use crate::plan::form::{self, Filled};
use crate::plan::meeting::{self, MeetingId};
use crate::plan::standing::{Standing, standing};
use crate::plan::{matter, reply};
use crate::report::Document;
use crate::report::tracker::{self, Tracker};
use crate::store::{AuditFile, Tx};

/// Whom a tracker is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TrackerReaders {
    /// The partnership: everything.
    #[default]
    Partnership,
    /// Anybody else: the actions that may be given to others, and nothing said at meetings.
    Others,
}

/// A tracker that is asked for.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct TrackerWanted {
    /// The meeting at which it stood; none is as it stands today.
    pub meeting: Option<MeetingId>,
    #[serde(default)]
    pub readers: TrackerReaders,
    pub format: PaperFormat,
}

/// Whose reply form is asked for.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct FormWanted {
    pub agency: String,
}

/// What came of a form.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct RepliesTaken {
    pub file: String,
    pub agency: String,
    /// Updates that were new here.
    pub new: u32,
    /// Updates that were there already.
    pub known: u32,
    /// What could not be taken, a sentence each.
    pub unread: Vec<String>,
}

/// What came of the forms, and the plan with what they say.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct RepliesView {
    pub taken: Vec<RepliesTaken>,
    pub plan: TrackingView,
}

/// The tracker as a paper to look at.
pub fn show(session: &Session, wanted: TrackerWanted) -> Result<Document> {
    session.file(|file| {
        session.round(file)?;
        composed(file, &wanted)
    })
}

/// Writes the tracker; none where the dialog was dismissed.
pub fn write(session: &Session, wanted: TrackerWanted) -> Result<Option<Written>> {
    let document = show(session, wanted.clone())?;
    let about = document.about.last().cloned().unwrap_or_default();
    let name = save::file_name(&[&document.title, &about], wanted.format.ending());
    paper_format::offer(session, ("Save the tracker", &name), &document, wanted.format)
}

fn composed(file: &AuditFile, wanted: &TrackerWanted) -> Result<Document> {
    let (reader, today) = (file.reader(), file.world().today());
    let whose = partnership::load(reader)?.name;
    let mut tracker = Tracker { on: today, code: file.head()?, ..Tracker::default() };
    tracker.about = vec![whose, format!("As at {}", day(today))];
    match wanted.meeting {
        None => tracker.actions = standing(reader, today)?,
        Some(id) => at_meeting(file, id, &mut tracker)?,
    }
    match wanted.readers {
        TrackerReaders::Partnership => tracker.marking = "Restricted: for the partnership".to_owned(),
        TrackerReaders::Others => for_others(&mut tracker),
    }
    tracker.about.retain(|line| !line.is_empty());
    Ok(tracker::compose(&tracker))
}

/// Leaves only what may be given to others.
fn for_others(tracker: &mut Tracker) {
    tracker.actions.retain(|one| one.shareable);
    let shared: Vec<_> = tracker.actions.iter().map(|one| one.action).collect();
    if let Some((_, before)) = &mut tracker.before {
        before.retain(|one| shared.contains(&one.action));
    }
    tracker.matters.clear();
    tracker.agenda.clear();
}

/// The plan as it stood at a meeting, beside the one before of the same group.
fn at_meeting(file: &AuditFile, id: MeetingId, tracker: &mut Tracker) -> Result<()> {
    let reader = file.reader();
    let meeting = meeting::load(reader, id)?;
    let groups = group::all(reader)?;
    let earlier = meeting::all(reader)?.into_iter().find(|one| {
        one.said.group == meeting.said.group
            && one.snapshot.is_some()
            && (one.said.on, one.id) < (meeting.said.on, meeting.id)
    });
    tracker.on = meeting.said.on;
    tracker.about.pop();
    tracker.about.push(format!("{}, {}", called(&groups, &meeting), day(meeting.said.on)));
    tracker.before = earlier.and_then(|one| Some((one.said.on, one.snapshot?.actions)));
    tracker.agenda = meeting.said.agenda.lines().map(|line| line.trim().to_owned()).collect();
    tracker.agenda.retain(|line| !line.is_empty());
    tracker.matters = matter::all(reader)?.into_iter().filter(|it| it.said.meeting == id).collect();
    match meeting.snapshot {
        Some(stood) => {
            tracker.written = (stood.written != meeting.said.on).then_some(stood.written);
            tracker.actions = stood.actions;
        }
        None => tracker.actions = standing(reader, meeting.said.on)?,
    }
    Ok(())
}

/// Writes the reply form of an agency: its actions that are still to do.
pub fn forms(session: &Session, wanted: FormWanted) -> Result<Option<Written>> {
    let (standing, today) = session.file(|file| {
        session.round(file)?;
        let today = file.world().today();
        Ok((standing(file.reader(), today)?, today))
    })?;
    let mine: Vec<&Standing> =
        standing.iter().filter(|one| one.agency == wanted.agency && one.stage.is_live()).collect();
    if mine.is_empty() {
        let agency = crate::text::short(&wanted.agency);
        return Err(Error::state(format!("\u{201c}{agency}\u{201d} has no action that is still to do."))
            .hint("Name the agency on the actions that it answers for."));
    }
    let name = save::file_name(&["Reply form", &wanted.agency, &day(today)], "xlsx");
    let Some(path) = session.desktop().pick_save("Save the reply form", &name) else { return Ok(None) };
    let path = path.with_extension("xlsx");
    save::whole(&path, &form::write(&wanted.agency, today, &mine)?)?;
    let sentence = "Saved as a reply form; now send it to the agency.";
    Ok(Some(save::written(&path, sentence, Vec::new())))
}

/// Takes filled-in reply forms in; none where the dialog was dismissed.
pub fn replies(session: &Session, _: Nothing) -> Result<Option<RepliesView>> {
    session.file(|file| session.round(file).map(drop))?;
    let Some(paths) = session.desktop().pick_files("Open reply forms", &["xlsx", "xlsm"]) else {
        return Ok(None);
    };
    // All are read before any is taken in, so that one wrong file leaves the plan as it was.
    let filled: Vec<(String, Filled)> =
        paths.iter().map(|path| filled(session, path)).collect::<Result<_>>()?;
    let taken = session.file(|file| {
        file.transact(reply::TAKE, "", |tx| {
            filled.into_iter().map(|(name, form)| taken(tx, name, form)).collect::<Result<Vec<_>>>()
        })
    })?;
    Ok(Some(RepliesView { taken, plan: plan(session, Nothing {})? }))
}

fn filled(session: &Session, path: &Path) -> Result<(String, Filled)> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let rows = texts_of_book(&book(session, path, &name)?);
    let today = session.file(|file| Ok(file.world().today()))?;
    let filled = form::read(&rows, today).ok_or_else(|| {
        Error::input(format!("{name} is not a reply form of the plan."))
            .hint("Choose the workbook that was sent to the agency, filled in.")
    })?;
    Ok((name, filled))
}

fn taken(tx: &mut Tx<'_>, file: String, form: Filled) -> Result<RepliesTaken> {
    let new = reply::take(tx, &form)?;
    Ok(RepliesTaken { file, agency: form.agency, new: new.new, known: new.known, unread: new.unread })
}
