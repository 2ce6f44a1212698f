//! What an officer does with returns: checked, accepted, sent back with a reason and a workbook, noted on.

use serde::{Deserialize, Serialize};

use crate::api::audit::Audit;
use crate::api::returns::gather;
use crate::api::returns_view::{self, Submission};
use crate::api::save;
use crate::api::session::Session;
use crate::api::views::{ReturnView, Written, view};
use crate::error::Result;
use crate::intake::accept as officer;
use crate::intake::back::{self, Doubt};
use crate::store::AuditFile;
use crate::submission::{SubmissionId, note as notes};
use crate::template::QuestionId;
use crate::workbook;

/// Some returns.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Returns {
    pub submissions: Vec<SubmissionId>,
}

/// A return that goes back, with what is in doubt.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SendBack {
    pub submission: SubmissionId,
    pub reason: String,
    /// Question to why it is in doubt; none: the return goes back as a whole, without a workbook.
    #[serde(default)]
    pub questions: Vec<(QuestionId, String)>,
}

/// A note as it was typed.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct NewNote {
    pub submission: SubmissionId,
    #[serde(default)]
    pub question: Option<QuestionId>,
    pub text: String,
}

/// One note.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct NoteChosen {
    pub submission: SubmissionId,
    pub note: notes::NoteId,
}

view! {
    /// A return was sent back: the workbook that was written for it, and a text for the e-mail.
    SentBack { written: Option<Written>, covering: String, }
}

/// `return.check`
pub fn check(session: &Session, request: Returns) -> Result<u32> {
    session.file(|file| back::check(file, &request.submissions))?;
    Ok(count(&request))
}

/// `return.accept`: how many were.
pub fn accept(session: &Session, request: Returns) -> Result<u32> {
    let accepted = session.file(|file| officer::accept(file, &request.submissions))?;
    Ok(u32::try_from(accepted).unwrap_or(u32::MAX))
}

/// `return.send_back`: none where the dialog was dismissed.
pub fn send_back(session: &Session, request: SendBack) -> Result<Option<SentBack>> {
    let audit = session.file(|file| {
        back::can_go_back(file.reader(), request.submission)?;
        back::reason(&request.reason)?;
        Audit::load(file.reader(), request.submission)
    })?;
    let doubt = Doubt { reason: request.reason, questions: request.questions };
    if doubt.questions.is_empty() {
        session.file(|file| back::send_back(file, request.submission, &doubt, || Ok(())))?;
        return Ok(Some(SentBack { written: None, covering: covering(&audit, &doubt, None) }));
    }
    let bytes = session.file(|file| fix_back(file, &audit, &doubt))?;
    let suggested = save::file_name(&[&audit.setting.details.name, "questions", &audit.round.label], "xlsx");
    let Some(path) = session.desktop().pick_save("Save the workbook that goes back", &suggested) else {
        return Ok(None);
    };
    session.file(|file| back::send_back(file, request.submission, &doubt, || save::whole(&path, &bytes)))?;
    let name = save::name(&path);
    let covering = covering(&audit, &doubt, Some(&name));
    let written = save::written(&path, "Saved. Now send it back to the setting.", Vec::new());
    Ok(Some(SentBack { written: Some(written), covering }))
}

/// `note.write`
pub fn note(session: &Session, new: NewNote) -> Result<ReturnView> {
    session.file(|file| {
        crate::submission::load(file.reader(), new.submission)?;
        notes::write(file, new.submission, new.question.as_ref(), &new.text)
    })?;
    returns_view::show(session, Submission { submission: new.submission })
}

/// `note.remove`
pub fn note_remove(session: &Session, chosen: NoteChosen) -> Result<ReturnView> {
    session.file(|file| notes::remove(file, chosen.submission, chosen.note))?;
    returns_view::show(session, Submission { submission: chosen.submission })
}

fn count(returns: &Returns) -> u32 {
    u32::try_from(returns.submissions.len()).unwrap_or(u32::MAX)
}

/// The workbook with only the questions in doubt; its answers are those that came in.
fn fix_back(file: &AuditFile, audit: &Audit, doubt: &Doubt) -> Result<Vec<u8>> {
    let mut content = gather(file, audit)?;
    content.identity.revision = audit.submission.revision + 1;
    workbook::fix_back(&content, &audit.template, &doubt.questions)
}

/// What is written to the setting.
fn covering(audit: &Audit, doubt: &Doubt, file: Option<&str>) -> String {
    let (name, round) = (&audit.setting.details.name, &audit.round.label);
    let reason = doubt.reason.trim();
    let asked = match (file, doubt.questions.len()) {
        (None, _) => "Please look at it again and return your workbook once more.".to_owned(),
        (Some(file), 1) => {
            format!("Please answer the one question in the attached workbook \u{201c}{file}\u{201d}.")
        }
        (Some(file), many) => {
            format!("Please answer the {many} questions in the attached workbook \u{201c}{file}\u{201d}.")
        }
    };
    let rest = if file.is_some() { " All else stays as you returned it." } else { "" };
    format!(
        "Thank you for the safeguarding return of {name} for {round}. We send it back for this reason: {reason}\n\n\
         {asked}{rest} When you are done, save the workbook and send it to us in reply to this message."
    )
}
