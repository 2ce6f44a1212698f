//! The send page: what is still open, whether it is signed, the file's name, and the last return that was saved.
//!
//! Facts only; the page has the sentence for the e-mail.

use super::audit::Audit;
use super::call::Nothing;
use super::check::GapCounts;
use super::session::Session;
use super::views::view;
use super::{check, save};
use crate::error::Result;
use crate::store::{AuditFile, Reader};
use crate::submission::signoff::{self, Standing};
use crate::submission::{self, Export, SubmissionId};

view! {
    /// What stands before sending.
    SendView {
        /// Gaps to be put right.
        open: GapCounts,
        /// Whether everybody has signed; until then the return is marked as a draft.
        signed: bool,
        /// The name that the file is given.
        file_name: String,
        /// The revision that the next workbook has.
        revision: u32,
        /// To whom it goes; empty where the audit does not say.
        to: String,
        setting: String,
        round: String,
        due: Option<String>,
        /// The sign-off code.
        code: Option<String>,
        last: Option<LastSaved>,
    }
    /// The return that was saved last.
    LastSaved { name: String, folder: String, at: String, revision: u32, }
}

/// `send.show`.
pub fn show(session: &Session, _: Nothing) -> Result<SendView> {
    session.audit(|file, id| shown(file, id))
}

fn shown(file: &AuditFile, id: SubmissionId) -> Result<SendView> {
    let reader = file.reader();
    let audit = Audit::load(reader, id)?;
    let revision = submission::last_export(reader, id)? + 1;
    let code = signoff::standing(reader, id)?.and_then(|kept| kept.sign_off.code);
    Ok(SendView {
        open: check::counts(&audit, file.world().today()),
        signed: Standing::of(audit.submission.state) == Standing::SignedOff,
        file_name: file_name(&audit, revision),
        revision,
        to: audit.round.return_to.clone(),
        setting: audit.setting.details.name.clone(),
        round: audit.round.label.clone(),
        due: audit.round.due.map(|due| due.to_string()),
        code: code.map(|code| code.to_string()),
        last: last(reader, id)?,
    })
}

/// The name of a return: setting, round, revision; a draft says that it is one.
pub(super) fn file_name(audit: &Audit, revision: u32) -> String {
    let urn = audit.setting.identifiers.get("urn").map_or("", String::as_str);
    let revision = format!("r{revision}");
    let draft = match Standing::of(audit.submission.state) {
        Standing::Draft => "DRAFT",
        Standing::SignedOff => "",
    };
    let parts = [&audit.setting.details.name, urn, &audit.round.label, &revision, draft];
    save::file_name(&parts, "xlsx")
}

fn last(reader: Reader<'_>, id: SubmissionId) -> Result<Option<LastSaved>> {
    let saved = submission::last_saved(reader, id)?;
    Ok(saved.map(|(Export { name, folder, revision, .. }, at)| LastSaved { name, folder, at, revision }))
}
