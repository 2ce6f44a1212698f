//! A partnership's feedback, in the setting's own file: what was agreed at a panel goes into the plan, each action once; a
//! feedback sheet is shown.

use super::call::Nothing;
use super::panel::forms::book;
use super::save;
use super::session::Session;
use super::views::view;
use crate::error::{Error, Result};
use crate::panel::feedback;
use crate::report::Document;
use crate::report::feedback_file::{self, FeedbackFile};
use crate::setting::SettingId;
use crate::store::{FileKind, Reader};
use crate::submission;
use crate::submission::action::ActionId;
use crate::submission::action::bring::{Brought, bring};

view! {
    /// What a feedback file brought.
    FeedbackTaken {
        file: String,
        partnership: String,
        round: String,
        setting: String,
        on: String,
        /// Actions that are in the plan from now on.
        taken: Vec<String>,
        /// Those that were in it already.
        known: u32,
        /// The feedback sheet; none of a panel's feedback.
        sheet: Option<Document>,
    }
}

/// `feedback.take`: none where the dialog was dismissed.
pub fn take(session: &Session, _: Nothing) -> Result<Option<FeedbackTaken>> {
    session.file(|file| own(file.kind()))?;
    let path = session.desktop().pick_files("Choose the feedback file", &["xlsx"]);
    let Some(path) = path.and_then(|paths| paths.into_iter().next()) else { return Ok(None) };
    let file_name = save::name(&path);
    let book = book(session, &path, &file_name)?;
    if let Some(said) = feedback_file::read(&book)? {
        return shown(session, &file_name, said).map(Some);
    }
    let said = feedback::read(&book)?;
    session.audit(|file, id| {
        let audit = submission::load(file.reader(), id)?;
        is_for(file.reader(), audit.setting, (&said.setting, &said.number))?;
        let all: Vec<Brought> = said
            .actions
            .iter()
            .map(|one| Brought {
                id: ActionId(one.id.0),
                title: one.title.clone(),
                owner: one.owner.clone(),
                due: one.due,
                question: one.question.clone(),
            })
            .collect();
        let taken = bring(file, &audit, &all)?;
        Ok(Some(FeedbackTaken {
            file: file_name.clone(),
            partnership: said.partnership.clone(),
            round: said.round.clone(),
            setting: said.setting.clone(),
            on: said.on.clone(),
            known: u32::try_from(all.len() - taken.len()).unwrap_or(0),
            taken,
            sheet: None,
        }))
    })
}

/// Shows a feedback sheet; nothing of it is kept, since the file is there.
fn shown(session: &Session, file_name: &str, said: FeedbackFile) -> Result<FeedbackTaken> {
    session.audit(|file, id| {
        let audit = submission::load(file.reader(), id)?;
        is_for(file.reader(), audit.setting, (&said.setting, &said.number))
    })?;
    Ok(FeedbackTaken {
        file: file_name.to_owned(),
        partnership: said.partnership,
        round: said.round,
        setting: said.setting,
        on: said.on,
        taken: Vec::new(),
        known: 0,
        sheet: Some(said.sheet),
    })
}

/// Refuses what was written for another setting.
fn is_for(reader: Reader<'_>, setting: SettingId, (name, number): (&str, &str)) -> Result<()> {
    let setting = crate::setting::load(reader, setting)?;
    let own = setting.identifiers.get("urn").map(|urn| format!("URN {urn}"));
    if own.is_some_and(|own| number.starts_with("URN ") && number != own) {
        return Err(Error::state(format!(
            "This feedback is for {name} ({number}), not for {}.",
            setting.details.name
        ))
        .hint("Open the audit of that school and choose the file again."));
    }
    Ok(())
}

fn own(kind: FileKind) -> Result<()> {
    match kind {
        FileKind::Setting => Ok(()),
        FileKind::Partnership => Err(Error::state("Feedback goes into a setting\u{2019}s own file.")
            .hint("Open the audit of the setting that it was written for.")),
    }
}
