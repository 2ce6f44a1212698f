//! A list that is to go into the register: read as a job, its columns named, chosen from, compared, taken.
//!
//! Nothing of the file changes before the difference was seen and some of it taken.

pub(super) mod read;
mod show;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::call::Nothing;
use super::session::Session;
use super::views::{JobView, RoundOverview, view};
use super::{job, round as rounds};
use crate::error::{Error, Result};
use crate::listing::{Columns, Field, Filter, Holdings, List};
use crate::problem::Problem;
use crate::round::difference::{ChangeKind, FieldMoved};
use crate::round::{remembered, taking};
use crate::setting::{KINDS, SettingId};
use crate::submission;

/// The list that is being looked at.
pub struct OpenList {
    path: PathBuf,
    name: String,
    kind: String,
    list: List,
    filter: Filter,
}

view! {
    /// A list that was read, and what it holds to choose from.
    ListView {
        name: String,
        rows: u32,
        headings: Vec<String>,
        /// Its first rows as they stand.
        sample: Vec<Vec<String>>,
        /// Field to the headings that hold it.
        columns: BTreeMap<Field, Vec<String>>,
        /// Every field that a column may be named as.
        fields: Vec<Field>,
        /// Whether it is known where the name stands.
        ready: bool,
        /// Whether it is the national register.
        national: bool,
        holdings: Holdings,
        filter: Filter,
        kind: String,
        problems: Vec<Problem>,
    }
    /// What a list would change.
    RegisterDifference { name: String, chosen: u32, on_register: u32, changes: Vec<RegisterChange>, }
    RegisterChange {
        id: String,
        kind: ChangeKind,
        setting: Option<SettingId>,
        name: String,
        /// Its number, to tell schools of one name apart.
        urn: String,
        fields: Vec<FieldMoved>,
        note: String,
        suggested: bool,
    }
}

/// What is chosen of the list.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ListChosen {
    #[serde(default)]
    pub filter: Option<Filter>,
    /// `school`, `organisation`, `early_years`, `voluntary`.
    #[serde(default)]
    pub kind: Option<String>,
}

/// Which heading means what.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ListColumns {
    pub columns: BTreeMap<Field, Vec<String>>,
}

/// The changes that are taken.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Taken {
    pub changes: BTreeSet<String>,
}

/// `register.open_list`: asks for a list and reads it; none where the dialog was dismissed.
pub fn open(session: &Session, _: Nothing) -> Result<Option<JobView>> {
    session.refuse_while_working()?;
    session.file(|file| rounds::current(session, file).map(drop))?;
    let chosen =
        session.desktop().pick_files("Open a list of settings", &["csv", "txt", "tsv", "xlsx", "xlsm"]);
    let path = chosen.and_then(|paths| paths.into_iter().next());
    path.map(|path| begin(session, path, None)).transpose()
}

/// `register.columns`: reads the list again with the columns that a person named.
pub fn columns(session: &Session, named: ListColumns) -> Result<JobView> {
    session.refuse_while_working()?;
    session.file(|file| rounds::current(session, file).map(drop))?;
    let (path, headings) = with(session, |open| Ok((open.path.clone(), open.list.headings.clone())))?;
    let columns = Columns(named.columns);
    columns.places(&headings)?;
    if !columns.suffice() {
        return Err(Error::input("No column was named that holds the names of the settings.")
            .hint("Choose the heading under which the names stand."));
    }
    begin(session, path, Some(columns))
}

/// `register.list`: the list that is open, chosen from anew where a choice is given.
pub fn show(session: &Session, chosen: ListChosen) -> Result<Option<ListView>> {
    session.file(|file| rounds::current(session, file).map(drop))?;
    let mut slot = session.list();
    let Some(open) = slot.as_mut() else { return Ok(None) };
    if let Some(kind) = chosen.kind {
        if !KINDS.contains(&kind.as_str()) {
            return Err(Error::input("That is not a kind of setting.").hint("Choose one of those offered."));
        }
        open.kind = kind;
    }
    if let Some(filter) = chosen.filter {
        open.filter = filter;
    }
    Ok(Some(show::list(open)))
}

/// `register.difference`: what the list would change in the register of the round in view.
pub fn difference(session: &Session, _: Nothing) -> Result<RegisterDifference> {
    session.file(|file| {
        let (round, _) = rounds::current(session, file)?;
        with(session, |open| show::difference(file.reader(), round.id, open))
    })
}

/// `register.take`: takes some of the changes, in one step that can be undone, and puts the list away.
pub fn take(session: &Session, taken: Taken) -> Result<RoundOverview> {
    session.refuse_while_working()?;
    session.file(|file| {
        let (round, _) = rounds::current(session, file)?;
        let (name, changes, known, said) = with(session, |open| {
            let (changes, known) = show::changes(file.reader(), round.id, open)?;
            let said = (open.list.headings.clone(), open.list.columns.clone(), open.filter.clone());
            Ok((open.name.clone(), changes, known, said))
        })?;
        let chosen: Vec<_> = changes.iter().filter(|change| taken.changes.contains(&change.id)).collect();
        if chosen.len() != taken.changes.len() {
            return Err(Error::state("The list or the register has changed since the difference was shown.")
                .hint("Look at the difference again."));
        }
        let returned =
            submission::of_round(file.reader(), round.id)?.into_iter().map(|it| it.setting).collect();
        file.transact(taking::TAKE, &name, |tx| {
            remembered::remember(tx, &said.0, &said.1, &said.2)?;
            taking::take(tx, round.id, &chosen, &known, &returned)
        })
    })?;
    *session.list() = None;
    rounds::show(session, Nothing {})
}

/// `register.close_list`: puts the list away; nothing of it is kept.
pub fn close(session: &Session, _: Nothing) -> Result<Option<ListView>> {
    session.refuse_while_working()?;
    session.file(|file| rounds::current(session, file).map(drop))?;
    *session.list() = None;
    Ok(None)
}

fn begin(session: &Session, path: PathBuf, columns: Option<Columns>) -> Result<JobView> {
    job::start(session, "register.list", move |session, progress| {
        read::list(session, progress, path, columns)
    })
}

fn with<T>(session: &Session, work: impl FnOnce(&OpenList) -> Result<T>) -> Result<T> {
    let slot = session.list();
    let none = || Error::state("No list is open.").hint("Choose a list for the register first.");
    work(slot.as_ref().ok_or_else(none)?)
}
