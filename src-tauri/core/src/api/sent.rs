//! A workbook that was sent to a setting: looked at on the first screen, and an audit begun from it in a new file.
//!
//! The template comes from the workbook's own copy where it is not known here. Refuses to know: how it is read.

use std::collections::BTreeMap;

use super::begin::begin;
use super::call::Nothing;
use super::home;
use super::pending::{self, Chosen};
use super::read_back::PasswordTyped;
use super::save;
use super::session::Session;
use super::views::{Home, TemplateChoice, view};
use crate::error::{Error, Result};
use crate::problem::Problem;
use crate::round::NewRound;
use crate::setting::Details;
use crate::store::FileKind;
use crate::submission::start::{NewAudit, Sent, from_workbook};
use crate::template::{Audience, Template};
use crate::workbook::{ExportKind, Found, Return};

view! {
    /// A workbook that was sent to a setting.
    SentWorkbook {
        /// Its file's name.
        name: String,
        /// It waits for its password; nothing else is known yet.
        locked: bool,
        setting: String,
        identifiers: BTreeMap<String, String>,
        round: String,
        due: Option<String>,
        return_to: String,
        /// Answers that it holds already.
        answered: u32,
        questions: u32,
        /// Whether a partnership issued it.
        issued: bool,
        template: Option<TemplateChoice>,
        problems: Vec<Problem>,
    }
}

/// `start.read_workbook`: none where the dialog was dismissed.
pub fn read(session: &Session, _: Nothing) -> Result<Option<SentWorkbook>> {
    let chosen = pending::choose(session, "Open a workbook that was sent to you")?;
    chosen.map(|_| looked(session)).transpose()
}

/// `start.unlock_workbook`.
pub fn unlock(session: &Session, typed: PasswordTyped) -> Result<SentWorkbook> {
    pending::unlock(session, &typed.password)?;
    looked(session)
}

/// `start.begin_from_workbook`: none where the dialog was dismissed.
pub fn begin_from(session: &Session, _: Nothing) -> Result<Option<Home>> {
    let (_, read) = pending::opened(session)?;
    let Found { returned, template, .. } = &read.value;
    whole(returned)?;
    let audit = NewAudit {
        setting: Details {
            kind: kind(template).to_owned(),
            name: super::begin::named(&returned.setting, "setting")?,
            ..Details::default()
        },
        identifiers: returned.identifiers.clone(),
        round: NewRound {
            label: super::begin::named(&returned.identity.round, "round")?,
            governors: returned.calendar.governors,
            due: returned.calendar.due,
        },
    };
    let sent = Sent {
        submission: returned.identity.submission,
        issue: returned.identity.issue,
        return_to: returned.calendar.return_to.clone(),
        content: returned.content(),
    };
    let suggested = save::file_name(&[&audit.setting.name, &audit.round.label], "attest");
    let begun = begin(session, FileKind::Setting, &suggested, |file| {
        from_workbook(file, template, &audit, &sent).map(drop)
    })?;
    *session.pending() = None;
    begun.map(|()| home::show(session, Nothing {})).transpose()
}

fn looked(session: &Session) -> Result<SentWorkbook> {
    let chosen = pending::waiting(session)?;
    let Chosen::Read(read) = &chosen.content else { return Ok(blank(chosen.name.clone(), Locked::Yes)) };
    let Found { returned, template, .. } = &read.value;
    if let Err(error) = whole(returned) {
        *session.pending() = None;
        return Err(error);
    }
    let answered = returned.answers.iter().filter(|answer| answer.value.is_some()).count();
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(SentWorkbook {
        setting: returned.setting.clone(),
        identifiers: returned.identifiers.clone(),
        round: returned.identity.round.clone(),
        due: returned.calendar.due.map(|due| due.to_string()),
        return_to: returned.calendar.return_to.clone(),
        answered: count(answered),
        questions: count(returned.answers.len()),
        issued: returned.identity.issue.is_some(),
        template: Some(super::start::choice(template)),
        problems: read.problems.clone(),
        ..blank(chosen.name.clone(), Locked::No)
    })
}

/// Refuses a part of a return: no audit begins from it.
fn whole(returned: &Return) -> Result<()> {
    match returned.identity.kind {
        ExportKind::Return => Ok(()),
        ExportKind::Section => Err(Error::input("This workbook is a section that a colleague shared with you.")
            .hint("Fill it in in Excel and give it back; it is read back in the file that it came from.")),
        ExportKind::FixBack => Err(Error::input("This workbook holds questions of a return that were sent back.")
            .hint("Open the file of that audit, then choose \u{2018}Read a workbook back\u{2019} under Send; or answer in Excel and send it back.")),
    }
}

/// Whether a workbook still waits for its password.
#[derive(PartialEq)]
enum Locked {
    Yes,
    No,
}

fn blank(name: String, locked: Locked) -> SentWorkbook {
    SentWorkbook {
        name,
        locked: locked == Locked::Yes,
        setting: String::new(),
        identifiers: BTreeMap::new(),
        round: String::new(),
        due: None,
        return_to: String::new(),
        answered: 0,
        questions: 0,
        issued: false,
        template: None,
        problems: Vec::new(),
    }
}

/// The kind of setting that a tool is for.
fn kind(template: &Template) -> &'static str {
    match template.audience {
        Audience::School | Audience::CaseAudit | Audience::PractitionerSurvey => "school",
        Audience::Agency => "organisation",
        Audience::EarlyYears => "early_years",
        Audience::Voluntary => "voluntary",
    }
}
