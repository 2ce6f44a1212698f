//! What the screen of issuing shows: who has a workbook, who waits for one, and one as it would be.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::chasing::Chasing;
use super::issue::IssueOne;
use super::start;
use super::views::{TemplateChoice, view};
use crate::error::Result;
use crate::issue::{Answers, Ground, before, blank, name};
use crate::report::{Document, letter};
use crate::round::register;
use crate::round::wording::{self, WordingKind};
use crate::setting::SettingId;
use crate::store::AuditFile;
use crate::template::Template;
use crate::workbook::Return;

view! {
    /// The issuing of the round in view.
    IssueView {
        round: String,
        template: TemplateChoice,
        due: Option<String>,
        return_to: String,
        /// Whether something is said to those who fill in.
        instructed: bool,
        expected: u32,
        issued: u32,
        /// Workbooks that a run was stopped before.
        waiting: u32,
        without_email: u32,
        /// Label of an earlier round whose answers can stand beside the cells.
        earlier: Option<String>,
        lines: Vec<IssueLine>,
    }
    /// A setting that is asked to return, and its workbook.
    IssueLine {
        setting: SettingId,
        name: String,
        phase: String,
        locality: String,
        number: String,
        email: String,
        due: Option<String>,
        /// When its workbook was written; none while it has none.
        issued: Option<String>,
        file: String,
        revision: u32,
        state: IssueState,
    }
    /// A workbook as it would be issued.
    IssuePreview {
        name: String,
        file: String,
        due: Option<String>,
        return_to: String,
        identifiers: Vec<FactLine>,
        facts: Vec<FactLine>,
        questions: u32,
        earlier: Option<String>,
        /// How many of last round's answers stand beside the cells.
        carried: u32,
        covering: Document,
    }
    /// Something that is known of a setting.
    FactLine { name: String, said: String, }
}

/// Whether a setting has its workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum IssueState {
    /// None yet.
    NotYet,
    /// Named and numbered, not written: a run was stopped.
    Waiting,
    /// Written.
    Issued,
}

/// The issuing of a round.
pub(super) fn shown(chasing: &Chasing, file: &AuditFile) -> Result<IssueView> {
    let lines: Vec<IssueLine> = chasing.asked().map(|line| self::line(chasing, line.setting)).collect();
    let count = |state: IssueState| number(lines.iter().filter(|line| line.state == state).count());
    Ok(IssueView {
        round: chasing.round.label.clone(),
        template: start::choice(&chasing.template),
        due: chasing.round.due.map(|due| due.to_string()),
        return_to: chasing.round.return_to.clone(),
        instructed: !chasing.round.instructions.is_empty(),
        expected: number(lines.len()),
        issued: count(IssueState::Issued),
        waiting: count(IssueState::Waiting),
        without_email: number(lines.iter().filter(|line| line.email.is_empty()).count()),
        earlier: earlier(chasing, file)?,
        lines,
    })
}

fn line(chasing: &Chasing, setting: SettingId) -> IssueLine {
    let details = chasing.settings.get(&setting).map(|one| one.details.clone()).unwrap_or_default();
    let (written, waits) = (chasing.workbook(setting), waits(chasing, setting));
    let state = match (written, waits) {
        (_, true) => IssueState::Waiting,
        (Some(_), false) => IssueState::Issued,
        (None, false) => IssueState::NotYet,
    };
    IssueLine {
        setting,
        name: details.name,
        phase: details.phase,
        locality: details.locality,
        number: chasing.number(setting),
        email: chasing.reach(setting).email,
        due: chasing.dues.get(&setting).map(ToString::to_string),
        issued: written.and_then(|one| one.written.as_deref()).and_then(|at| at.get(..10)).map(str::to_owned),
        file: written.map(|one| one.name.clone()).unwrap_or_default(),
        revision: written.map_or(0, |one| one.revision),
        state,
    }
}

fn waits(chasing: &Chasing, setting: SettingId) -> bool {
    chasing.issued.iter().any(|one| one.setting == setting && one.written.is_none())
}

/// The latest earlier round in which one of those asked was accepted.
fn earlier(chasing: &Chasing, file: &AuditFile) -> Result<Option<String>> {
    for line in chasing.asked() {
        if let Some(earlier) = before(file.reader(), line.setting, &chasing.round)? {
            return Ok(Some(crate::round::load(file.reader(), earlier.round)?.label));
        }
    }
    Ok(None)
}

/// A workbook as it would be, its template and its file's name.
pub(super) fn trial(
    chasing: &Chasing,
    file: &AuditFile,
    one: IssueOne,
) -> Result<(Return, Arc<Template>, String)> {
    let reader = file.reader();
    let mut ground = Ground::of(reader, chasing.round.clone())?;
    let setting = crate::setting::load(reader, one.setting)?;
    let file_name = match chasing.workbook(one.setting) {
        Some(workbook) => workbook.name.clone(),
        None => name::file(&setting, &chasing.round.label, &mut BTreeSet::new()),
    };
    let due = register::due(reader, chasing.round.id, one.setting)?;
    let content = ground.content(reader, &blank(one.setting, file_name.clone(), one.answers, due))?;
    Ok((content, ground.template, file_name))
}

/// What would stand in a workbook.
pub(super) fn preview(chasing: &Chasing, file: &AuditFile, one: IssueOne) -> Result<IssuePreview> {
    let (content, template, name) = trial(chasing, file, one)?;
    let last = match one.answers {
        Answers::Carried => before(file.reader(), one.setting, &chasing.round)?,
        Answers::Blank => None,
    };
    let earlier = last.map(|last| crate::round::load(file.reader(), last.round)).transpose()?;
    let wording = wording::load(file.reader(), chasing.round.id, WordingKind::Covering)?;
    let fact = |fact: &crate::template::Fact| {
        let said = content.facts.get(fact.name.as_str()).cloned()?;
        Some(FactLine { name: fact.question.clone(), said })
    };
    let identifiers = content.identifiers.iter();
    Ok(IssuePreview {
        name: content.setting.clone(),
        file: name,
        due: content.calendar.due.map(|due| due.to_string()),
        return_to: content.calendar.return_to.clone(),
        identifiers: identifiers
            .map(|(scheme, value)| FactLine { name: scheme.to_uppercase(), said: value.clone() })
            .collect(),
        facts: template.facts.iter().filter_map(fact).collect(),
        questions: number(content.answers.len()),
        earlier: earlier.map(|round| round.label),
        carried: number(content.last_round.len()),
        covering: letter::compose(&chasing.letter(&wording, one.setting)?),
    })
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
