//! What was agreed at a session to be done, by the setting or by a partner, and how far the setting says it is.
//!
//! Refuses to know: the setting's own plan; a feedback file brings an action there, and a return brings its progress back.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::session::{PanelSession, PanelSessionId, SessionState};
use crate::error::{Error, Result};
use crate::id::row_id;
use crate::round::RoundId;
use crate::setting::SettingId;
use crate::store::{Operation, Reader, Row, Tx, params};
use crate::submission;
use crate::submission::action::{self, ActionState, Origin};
use crate::template::QuestionId;
use crate::text::{folded, normal};

row_id! {
    /// The id of an agreed action; the setting's own plan keeps it under the same one.
    AgreedId
}

/// An action was agreed.
pub const SAVE: Operation = Operation::ordinary("panel.action");
/// An agreed action was taken out.
pub const REMOVE: Operation = Operation::ordinary("panel.action_remove");

/// Who sees to an action, where it is the setting itself.
pub const SETTING: &str = "setting";

/// What was agreed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    /// The question it came of, if of one.
    pub question: Option<QuestionId>,
    /// What is to be done.
    pub title: String,
    /// Who sees to it.
    pub owner: String,
    /// The setting, or the agency that promised it.
    pub by_whom: String,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// An agreed action as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreed {
    /// Its id.
    pub id: AgreedId,
    /// At which session.
    pub session: PanelSessionId,
    /// What was agreed.
    pub typed: Typed,
}

/// Keeps what was agreed, newly or changed.
pub fn save(
    tx: &mut Tx<'_>,
    session: &PanelSession,
    id: Option<AgreedId>,
    typed: &Typed,
) -> Result<AgreedId> {
    if session.state == SessionState::Closed {
        return Err(
            Error::state("The session is closed.").hint("Open it again first, if something is wrong in it.")
        );
    }
    let title = normal(&typed.title).trim().to_owned();
    if title.is_empty() {
        return Err(Error::input("Nothing is said of what is to be done.").hint("Say it in a sentence."));
    }
    let id = id.unwrap_or_else(|| AgreedId::new(tx.world()));
    let row = Row::new("agreed_action", id).text("session_id", session.id).text("title", title);
    let row = row.set("question_id", typed.question.as_ref().map(ToString::to_string));
    let row = row.text("owner", normal(&typed.owner).trim()).text("by_whom", &typed.by_whom);
    tx.put(row.set("due", typed.due.map(|day| day.to_string())))?;
    Ok(id)
}

/// Takes out what was agreed.
pub fn remove(tx: &mut Tx<'_>, id: AgreedId) -> Result<()> {
    tx.remove("agreed_action", id)
}

/// How far a setting says that an agreed action is, in a return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The round of the return.
    pub round: RoundId,
    /// How far it is.
    pub state: ActionState,
    /// The difference it made.
    pub outcome: String,
}

/// How far each is, as the setting's latest accepted return says: an action of a panel with the same words.
pub fn progress(reader: Reader<'_>, setting: SettingId) -> Result<BTreeMap<AgreedId, Progress>> {
    let mut said: BTreeMap<String, Progress> = BTreeMap::new();
    let mut returns = submission::accepted_of(reader, setting)?;
    returns.sort_by_key(|one| one.round);
    for one in returns {
        for kept in action::of_submission(reader, &one)?.into_iter().map(|kept| kept.action) {
            if kept.origin == Origin::Panel {
                let (state, outcome) = (kept.state, kept.outcome);
                said.insert(folded(&kept.title), Progress { round: one.round, state, outcome });
            }
        }
    }
    let all = of_setting(reader, setting)?.into_iter();
    let with = all.filter_map(|one| Some((one.id, said.get(&folded(&one.typed.title))?.clone())));
    Ok(with.collect())
}

const COLUMNS: &str = "a.id, a.session_id, a.question_id, a.title, a.owner, a.by_whom, a.due";

/// What was agreed at a session.
pub fn of_session(reader: Reader<'_>, session: PanelSessionId) -> Result<Vec<Agreed>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM agreed_action a WHERE a.session_id = ?1 ORDER BY a.due IS NULL, a.due, a.rowid"
    );
    reader.all(&sql, params![session], agreed)
}

/// What was agreed in a round, with the setting of each.
pub fn of_round(reader: Reader<'_>, round: RoundId) -> Result<Vec<(SettingId, Agreed)>> {
    let sql = format!(
        "SELECT {COLUMNS}, s.setting_id FROM agreed_action a JOIN panel_session s ON s.id = a.session_id
         WHERE s.round_id = ?1 ORDER BY a.due IS NULL, a.due, a.rowid"
    );
    reader.all(&sql, params![round], |row| Ok((row.get(7)?, agreed(row)?)))
}

/// What was agreed with a setting in whatever round.
pub fn of_setting(reader: Reader<'_>, setting: SettingId) -> Result<Vec<Agreed>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM agreed_action a JOIN panel_session s ON s.id = a.session_id
         WHERE s.setting_id = ?1 ORDER BY a.due IS NULL, a.due, a.rowid"
    );
    reader.all(&sql, params![setting], agreed)
}

fn agreed(row: &rusqlite::Row<'_>) -> rusqlite::Result<Agreed> {
    let day =
        |at: usize| row.get::<_, Option<String>>(at).map(|text| text.and_then(|text| text.parse().ok()));
    Ok(Agreed {
        id: row.get(0)?,
        session: row.get(1)?,
        typed: Typed {
            question: row.get::<_, Option<String>>(2)?.map(QuestionId),
            title: row.get(3)?,
            owner: row.get(4)?,
            by_whom: row.get(5)?,
            due: day(6)?,
        },
    })
}
