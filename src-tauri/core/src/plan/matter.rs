//! Matters of meetings: what was decided, who was challenged, what goes up a level, what good practice is told upwards;
//! each with the reply to it.
//!
//! Refuses to know: papers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::action::{self, ActionId};
use super::meeting::{self, MeetingId};
use super::{limited, wanted};
use crate::error::{Error, Result};
use crate::id::row_id;
use crate::store::{Operation, Reader, Row, Tx, params};

row_id! {
    /// The id of a matter: a decision, a challenge, an escalation.
    MatterId
}

/// A decision, a challenge or an escalation was written down, or replied to.
pub const MATTER: Operation = Operation::ordinary("meeting.matter");

/// What a matter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MatterKind {
    /// Something that was decided.
    Decision,
    /// Something that a partner was asked to answer for.
    Challenge,
    /// Something that goes to a higher group.
    Escalation,
    /// Good practice that is told upwards.
    GoodPractice,
}

/// How far up an escalation goes; below them all is the subgroup in which it came up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "EscalationLevel"))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The chairs of the subgroups together.
    Chairs,
    /// The Executive.
    Executive,
    /// The lead partners and the independent scrutineer.
    Scrutiny,
}

/// A matter as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct MatterTyped {
    /// The meeting at which it came up.
    pub meeting: MeetingId,
    /// The action that it is about, if it is about one.
    pub action: Option<ActionId>,
    /// What it is.
    pub kind: MatterKind,
    /// How far up it goes, where it is an escalation.
    #[serde(default)]
    pub level: Option<Level>,
    /// In words.
    pub text: String,
    /// To whom it goes: the partner who is asked, or who takes it further.
    #[serde(default)]
    pub to: String,
    /// By when a reply is wanted.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub due: Option<NaiveDate>,
    /// What was replied.
    #[serde(default)]
    pub reply: String,
    /// When.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub replied_on: Option<NaiveDate>,
}

/// A matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// Its id.
    pub id: MatterId,
    /// The day of its meeting.
    pub on: NaiveDate,
    /// What is said of it.
    pub said: MatterTyped,
}

impl MatterKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Decision, Self::Challenge, Self::Escalation, Self::GoodPractice];

    fn word(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::Challenge => "challenge",
            Self::Escalation => "escalation",
            Self::GoodPractice => "good_practice",
        }
    }

    /// The word for it in a paper.
    pub fn label(self) -> &'static str {
        match self {
            Self::Decision => "Decision",
            Self::Challenge => "Challenge",
            Self::Escalation => "Escalation",
            Self::GoodPractice => "Good practice",
        }
    }
}

impl Level {
    const ALL: [Self; 3] = [Self::Chairs, Self::Executive, Self::Scrutiny];

    fn word(self) -> &'static str {
        match self {
            Self::Chairs => "chairs",
            Self::Executive => "executive",
            Self::Scrutiny => "scrutiny",
        }
    }

    /// The words for it in a paper.
    pub fn label(self) -> &'static str {
        match self {
            Self::Chairs => "Chairs of the subgroups",
            Self::Executive => "Executive",
            Self::Scrutiny => "Lead partners and scrutineer",
        }
    }
}

impl Matter {
    /// Whether a reply is wanted and none had come by a day.
    pub fn is_overdue(&self, on: NaiveDate) -> bool {
        self.is_open(on) && self.said.due.is_some_and(|due| due < on)
    }

    /// Whether somebody was asked who had not replied by a day.
    pub fn is_open(&self, on: NaiveDate) -> bool {
        let asked = match self.said.kind {
            MatterKind::Challenge | MatterKind::Escalation => true,
            MatterKind::Decision | MatterKind::GoodPractice => self.said.due.is_some(),
        };
        asked && self.said.replied_on.is_none_or(|replied| replied > on)
    }

    /// To whom it goes, in words: the level first.
    pub fn goes_to(&self) -> String {
        let level = self.said.level.map(Level::label).unwrap_or_default();
        [level, self.said.to.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(": ")
    }
}

/// Every matter, in the order of meetings.
pub fn all(reader: Reader<'_>) -> Result<Vec<Matter>> {
    let sql = "SELECT t.id, t.meeting_id, t.action_id, t.kind, t.text, t.to_whom, t.due, t.reply, t.replied_on, t.level, \
               m.on_date FROM matter t JOIN meeting m ON m.id = t.meeting_id ORDER BY m.on_date, t.rowid";
    let unread = || rusqlite::Error::InvalidQuery;
    let day = |row: &rusqlite::Row<'_>, place| -> rusqlite::Result<Option<NaiveDate>> {
        let text: Option<String> = row.get(place)?;
        text.map(|text| text.parse().map_err(|_| rusqlite::Error::InvalidQuery)).transpose()
    };
    reader.all(sql, [], |row| {
        let (kind, level): (String, Option<String>) = (row.get(3)?, row.get(9)?);
        let said = MatterTyped {
            meeting: row.get(1)?,
            action: row.get(2)?,
            kind: MatterKind::ALL.into_iter().find(|one| one.word() == kind).ok_or_else(unread)?,
            level: level.and_then(|word| Level::ALL.into_iter().find(|one| one.word() == word)),
            text: row.get(4)?,
            to: row.get(5)?,
            due: day(row, 6)?,
            reply: row.get(7)?,
            replied_on: day(row, 8)?,
        };
        Ok(Matter { id: row.get(0)?, on: day(row, 10)?.ok_or_else(unread)?, said })
    })
}

/// Writes a matter down, or the reply to one.
pub fn put(tx: &mut Tx<'_>, id: Option<MatterId>, typed: &MatterTyped) -> Result<MatterId> {
    meeting::load(tx.reader(), typed.meeting)?;
    if let Some(action) = typed.action {
        action::load(tx.reader(), action)?;
    }
    if let Some(id) = id {
        let known = tx.reader().one("SELECT 1 FROM matter WHERE id = ?1", params![id], |_| Ok(()))?;
        known.ok_or_else(|| {
            Error::missing("That matter is not in this file.").hint("Look at the list again.")
        })?;
    }
    let to = limited("name of whom it goes to", &typed.to)?;
    somebody(typed, &to)?;
    let text = wanted("matter", &typed.text, "Say in a sentence what was decided, asked or taken higher.")?;
    let id = id.unwrap_or_else(|| MatterId::new(tx.world()));
    let (reply, today) = (limited("reply", &typed.reply)?, tx.world().today());
    let replied = if reply.is_empty() { None } else { Some(typed.replied_on.unwrap_or(today)) };
    let day = |date: Option<NaiveDate>| date.map(|date| date.to_string());
    let level = typed.level.filter(|_| typed.kind == MatterKind::Escalation);
    let row = Row::new("matter", id).text("meeting_id", typed.meeting).text("kind", typed.kind.word());
    let row = row.set("action_id", typed.action.map(|it| it.to_string())).text("text", text);
    let row = row.text("to_whom", to).set("level", level.map(|level| level.word().to_owned()));
    tx.put(row.set("due", day(typed.due)).text("reply", reply).set("replied_on", day(replied)))?;
    Ok(id)
}

/// A challenge goes to a partner, and an escalation to a level.
fn somebody(typed: &MatterTyped, to: &str) -> Result<()> {
    match typed.kind {
        MatterKind::Challenge if to.is_empty() => {
            Err(Error::input("A challenge goes to somebody.").hint("Name the partner who is asked."))
        }
        MatterKind::Escalation if typed.level.is_none() => {
            Err(Error::input("An escalation goes up to a level.")
                .hint("Choose the chairs of the subgroups, the Executive, or lead partners and scrutineer."))
        }
        MatterKind::Decision | MatterKind::Challenge | MatterKind::Escalation | MatterKind::GoodPractice => {
            Ok(())
        }
    }
}
