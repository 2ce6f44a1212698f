//! In the room: the panel's view of a question, members' ratings revealed, what is agreed, what single members note.

use serde::Deserialize;

use super::{PanelChosen, PanelView, changed, ground, still_open};
use crate::api::audit::date;
use crate::api::session::Session;
use crate::error::{Error, Result};
use crate::panel::agreed::{self, AgreedId};
use crate::panel::finding::Standing;
use crate::panel::note::{self, Note, NoteId};
use crate::panel::noted::Noted;
use crate::panel::session::{self, PanelSessionId};
use crate::panel::view::{self, Dissent, Sees, View};
use crate::template::{LevelCode, QuestionId};

/// The panel's view of a question.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PanelViewSaid {
    pub session: PanelSessionId,
    pub question: QuestionId,
    pub sees: Sees,
    #[serde(default)]
    pub level: Option<LevelCode>,
    #[serde(default)]
    pub reason: String,
    /// Whether the setting agreed to the panel's rating.
    #[serde(default)]
    pub agreed: bool,
    #[serde(default)]
    pub dissent: Vec<Dissent>,
}

/// What one member notes or rates.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PanelNoted {
    pub session: PanelSessionId,
    #[serde(default)]
    pub question: Option<QuestionId>,
    pub member: String,
    #[serde(default)]
    pub level: Option<LevelCode>,
    #[serde(default)]
    pub text: String,
}

/// A note of a session.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PanelNoteChosen {
    pub session: PanelSessionId,
    pub note: NoteId,
}

/// Something that was agreed.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct AgreedTyped {
    pub session: PanelSessionId,
    #[serde(default)]
    pub action: Option<AgreedId>,
    #[serde(default)]
    pub question: Option<QuestionId>,
    pub title: String,
    #[serde(default)]
    pub owner: String,
    /// `setting`, or the agency that promised it.
    pub by_whom: String,
    #[serde(default)]
    pub due: Option<String>,
}

/// An agreed action of a session.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct AgreedChosen {
    pub session: PanelSessionId,
    pub action: AgreedId,
}

/// `panel.view`.
pub fn view(session: &Session, said: PanelViewSaid) -> Result<PanelView> {
    changed(session, said.session, view::VIEW, |tx, met| {
        let submission = ground::accepted(tx.reader(), met)?;
        let template = ground::Ground::of(tx.reader(), met)?.template;
        let view = View {
            question: said.question.clone(),
            sees: said.sees,
            level: said.level.clone(),
            reason: said.reason.clone(),
            dissent: said.dissent.clone(),
            agreed: if said.agreed { Standing::Agreed } else { Standing::Dissent },
        };
        view::record(tx, met, submission, &template, &view)
    })
}

/// `panel.note`.
pub fn note(session: &Session, noted: PanelNoted) -> Result<PanelView> {
    changed(session, noted.session, note::NOTE, |tx, met| {
        still_open(met)?;
        let agency = met.member(&noted.member)?.agency.clone();
        let one = Note {
            question: noted.question.clone(),
            member: noted.member.clone(),
            agency,
            level: noted.level.clone(),
            text: noted.text.clone(),
            source: note::TYPED.to_owned(),
        };
        if !one.clone().tidied().says_something() {
            return Err(Error::input("Nothing is noted.").hint("Type a note or choose a rating."));
        }
        note::add(tx, met.id, &[one]).map(drop)
    })
}

/// `panel.note_remove`.
pub fn note_remove(session: &Session, chosen: PanelNoteChosen) -> Result<PanelView> {
    changed(session, chosen.session, note::UNNOTE, |tx, met| {
        still_open(met)?;
        note::remove(tx, chosen.note)
    })
}

/// `panel.reveal`: what each member rated alone is shown to all, once.
pub fn reveal(session: &Session, chosen: PanelChosen) -> Result<PanelView> {
    changed(session, chosen.session, session::REVEAL, session::reveal)
}

/// `panel.action`.
pub fn action(session: &Session, typed: AgreedTyped) -> Result<PanelView> {
    let AgreedTyped { session: id, action, question, title, owner, by_whom, due } = typed;
    let agreed = agreed::Typed { question, title, owner, by_whom, due: date(due.as_deref())? };
    changed(session, id, agreed::SAVE, |tx, met| agreed::save(tx, met, action, &agreed).map(drop))
}

/// `panel.action_remove`.
pub fn action_remove(session: &Session, chosen: AgreedChosen) -> Result<PanelView> {
    changed(session, chosen.session, agreed::REMOVE, |tx, met| {
        still_open(met)?;
        agreed::remove(tx, chosen.action)
    })
}
