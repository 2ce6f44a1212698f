//! The panel's view of a question, agreed in the room: with a rating beside the setting's own where one was given.
//!
//! Refuses to know: the setting's own rating, but to say whether the panel's is higher; who sees it otherwise stays.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::finding::ModeratedId;
use super::record::{self, asked, sound_level};
use super::session::{PanelSession, PanelSessionId, SessionState};
use crate::error::{Error, Result};
use crate::id::{derived, row_id};
use crate::store::{Operation, Reader, Row, Tx, params};
use crate::submission::SubmissionId;
use crate::template::{LevelCode, QuestionId, Template};
use crate::text::normal;

row_id! {
    /// The id of a panel's view.
    ViewId
}

/// The panel's view of a question was recorded.
pub const VIEW: Operation = Operation::ordinary("panel.view");

/// How the panel sees a rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Sees {
    /// As the setting does.
    Agrees,
    /// It is better than the setting says.
    Higher,
    /// It is not as good as the setting says.
    Lower,
    /// It was not talked about.
    NotTested,
}

/// A member who sees it otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Dissent {
    /// Who.
    pub member: String,
    /// How, in words.
    pub text: String,
}

/// The panel's view of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The question.
    pub question: QuestionId,
    /// How the panel sees the setting's rating.
    pub sees: Sees,
    /// The panel's rating, where it gave one.
    pub level: Option<LevelCode>,
    /// Why.
    pub reason: String,
    /// Who sees it otherwise.
    pub dissent: Vec<Dissent>,
    /// Whether the setting agreed to the panel's rating, so that it counts.
    pub agreed: Standing,
}

pub use super::finding::Standing;

impl Sees {
    const ALL: [Self; 4] = [Self::Agrees, Self::Higher, Self::Lower, Self::NotTested];

    fn code(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::NotTested => "not_tested",
        }
    }

    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Agrees => "Agrees",
            Self::Higher => "Higher",
            Self::Lower => "Lower",
            Self::NotTested => "Not tested",
        }
    }
}

/// Records the panel's view of a question; a rating that differs needs a reason.
pub fn record(
    tx: &mut Tx<'_>,
    session: &PanelSession,
    submission: Option<SubmissionId>,
    template: &Template,
    view: &View,
) -> Result<()> {
    if session.state == SessionState::Closed {
        return Err(
            Error::state("The session is closed.").hint("Open it again first, if something is wrong in it.")
        );
    }
    let question = asked(template, &view.question)?;
    if let Some(level) = &view.level {
        sound_level(template, question, level)?;
        if view.sees != Sees::Agrees && normal(&view.reason).trim().is_empty() {
            return Err(Error::input(format!(
                "The panel\u{2019}s rating of question {} needs a reason.",
                question.number
            ))
            .hint("Say in a sentence why the panel rates it so."));
        }
    }
    let row = Row::new("panel_view", id(session.id, &view.question)).text("session_id", session.id);
    let row = row.text("question_id", &view.question).text("view", view.sees.code());
    let row = row.set("level", view.level.as_ref().map(|level| level.0.clone()));
    let dissent: Vec<&Dissent> = view.dissent.iter().filter(|one| !one.member.trim().is_empty()).collect();
    let dissent = serde_json::to_string(&dissent)
        .map_err(|_| Error::fault("The panel\u{2019}s view could not be written down."))?;
    let (at, who) = (tx.world().now().to_rfc3339(), tx.world().who());
    let row = row.text("reason", normal(&view.reason).trim()).text("dissent", dissent);
    tx.put(row.text("at", at).text("who", who))?;
    moderate(tx, session.id, submission, view)
}

/// Keeps the panel's rating beside the setting's own, or takes an earlier one of this session out.
fn moderate(
    tx: &mut Tx<'_>,
    session: PanelSessionId,
    submission: Option<SubmissionId>,
    view: &View,
) -> Result<()> {
    let id = moderated_id(session, &view.question);
    let there = tx.reader().one("SELECT 1 FROM moderated WHERE id = ?1", params![id], |_| Ok(()))?.is_some();
    match (submission, &view.level) {
        (Some(submission), Some(level)) => {
            let row = Row::new("moderated", id).text("submission_id", submission);
            let row = row.text("question_id", &view.question).text("level", level);
            let row = row.set("agreed", i64::from(view.agreed == Standing::Agreed));
            let at = record::instant(tx);
            tx.put(row.text("reason", normal(&view.reason).trim()).text("at", at))
        }
        (Some(_) | None, _) if there => tx.remove("moderated", id),
        (Some(_) | None, _) => Ok(()),
    }
}

/// The panel's views of a session.
pub fn of_session(reader: Reader<'_>, session: PanelSessionId) -> Result<BTreeMap<QuestionId, View>> {
    let sql = "SELECT question_id, view, level, reason, dissent FROM panel_view WHERE session_id = ?1";
    let rows = reader.all(sql, params![session], |row| {
        let question = QuestionId(row.get(0)?);
        let sees: String = row.get(1)?;
        let dissent: String = row.get(4)?;
        Ok(View {
            sees: Sees::ALL.into_iter().find(|one| one.code() == sees).unwrap_or(Sees::NotTested),
            level: row.get::<_, Option<String>>(2)?.map(LevelCode),
            reason: row.get(3)?,
            dissent: serde_json::from_str(&dissent).unwrap_or_default(),
            agreed: Standing::Dissent,
            question,
        })
    })?;
    let mut views = BTreeMap::new();
    for mut view in rows {
        let id = moderated_id(session, &view.question);
        let sql = "SELECT agreed FROM moderated WHERE id = ?1";
        if reader.one(sql, params![id], |row| row.get::<_, i64>(0))? == Some(1) {
            view.agreed = Standing::Agreed;
        }
        views.insert(view.question.clone(), view);
    }
    Ok(views)
}

fn id(session: PanelSessionId, question: &QuestionId) -> ViewId {
    ViewId(derived(&session.to_string(), &format!("view {question}")))
}

fn moderated_id(session: PanelSessionId, question: &QuestionId) -> ModeratedId {
    ModeratedId(derived(&session.to_string(), &format!("moderated {question}")))
}
