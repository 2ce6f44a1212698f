//! A panel's feedback file, in the setting's own file: what was agreed there goes into the plan, each action once.

use super::call::Nothing;
use super::panel::forms::book;
use super::save;
use super::session::Session;
use super::views::view;
use crate::error::{Error, Result};
use crate::panel::feedback;
use crate::store::FileKind;
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
    }
}

/// `feedback.take`: none where the dialog was dismissed.
pub fn take(session: &Session, _: Nothing) -> Result<Option<FeedbackTaken>> {
    session.file(|file| own(file.kind()))?;
    let path = session.desktop().pick_files("Choose the feedback file", &["xlsx"]);
    let Some(path) = path.and_then(|paths| paths.into_iter().next()) else { return Ok(None) };
    let file_name = save::name(&path);
    let said = feedback::read(&book(session, &path, &file_name)?)?;
    session.audit(|file, id| {
        let audit = submission::load(file.reader(), id)?;
        let setting = crate::setting::load(file.reader(), audit.setting)?;
        let number = setting.identifiers.get("urn").map(|urn| format!("URN {urn}"));
        if number.is_some_and(|own| said.number.starts_with("URN ") && said.number != own) {
            return Err(Error::state(format!(
                "This feedback is for {} ({}), not for {}.",
                said.setting, said.number, setting.details.name
            ))
            .hint("Open the audit of that school and choose the file again."));
        }
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
        }))
    })
}

fn own(kind: FileKind) -> Result<()> {
    match kind {
        FileKind::Setting => Ok(()),
        FileKind::Partnership => Err(Error::state("Feedback goes into a setting\u{2019}s own file.")
            .hint("Open the audit of the setting that it was written for.")),
    }
}
