//! Recommendations: where each came from, and whether the partnership accepted it, with the reason.
//!
//! Refuses to know: what is done about one.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{limited, wanted};
use crate::error::{Error, Result};
use crate::id::row_id;
use crate::round::RoundId;
use crate::store::{Operation, Reader, Row, Tx, params};

row_id! {
    /// The id of a recommendation.
    RecommendationId
}

/// A recommendation was written down or changed.
pub const SAVE: Operation = Operation::ordinary("recommendation.save");
/// It was taken out.
pub const REMOVE: Operation = Operation::ordinary("recommendation.remove");

/// What a recommendation came from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "RecommendationSource"))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Source {
    #[default]
    SelfAudit,
    Panel,
    CaseAudit,
    Survey,
    Inspection,
    Review,
    Other,
}

/// Whether the partnership accepted it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// Nobody has decided yet.
    #[default]
    Waiting,
    /// It did.
    Accepted,
    /// It did not, with its reason.
    NotAccepted,
}

/// A recommendation as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RecommendationTyped {
    /// What is recommended.
    pub text: String,
    /// What it came from.
    pub source: Source,
    /// The theme that it answers, in words; empty where it answers none.
    #[serde(default)]
    pub theme: String,
    /// Whether it was accepted.
    pub stance: Stance,
    /// Why, or why not.
    #[serde(default)]
    pub reason: String,
}

/// A recommendation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommendation {
    /// Its id.
    pub id: RecommendationId,
    /// Its number in the file, for papers: `R3`.
    pub number: u32,
    /// The round that it came from.
    pub round: RoundId,
    /// The day it was written down.
    pub on: NaiveDate,
    /// What it says.
    pub said: RecommendationTyped,
}

impl Source {
    /// Every source.
    pub const ALL: [Self; 7] = [
        Self::SelfAudit,
        Self::Panel,
        Self::CaseAudit,
        Self::Survey,
        Self::Inspection,
        Self::Review,
        Self::Other,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::SelfAudit => "self_audit",
            Self::Panel => "panel",
            Self::CaseAudit => "case_audit",
            Self::Survey => "survey",
            Self::Inspection => "inspection",
            Self::Review => "review",
            Self::Other => "other",
        }
    }

    /// The word for it in a paper.
    pub fn label(self) -> &'static str {
        match self {
            Self::SelfAudit => "Self-audit",
            Self::Panel => "Panel",
            Self::CaseAudit => "Case audit",
            Self::Survey => "Survey",
            Self::Inspection => "Inspection",
            Self::Review => "Review",
            Self::Other => "Other",
        }
    }
}

impl Stance {
    const ALL: [Self; 3] = [Self::Waiting, Self::Accepted, Self::NotAccepted];

    fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Accepted => "accepted",
            Self::NotAccepted => "not_accepted",
        }
    }

    /// The word for it in a paper.
    pub fn label(self) -> &'static str {
        match self {
            Self::Waiting => "Not decided yet",
            Self::Accepted => "Accepted",
            Self::NotAccepted => "Not accepted",
        }
    }
}

/// Every recommendation of the file, in the order written down.
pub fn all(reader: Reader<'_>) -> Result<Vec<Recommendation>> {
    let sql = "SELECT id, round_id, on_date, text, source, theme, stance, reason, \
               number FROM recommendation ORDER BY number";
    reader.all(sql, [], |row| {
        let (on, source, stance): (String, String, String) = (row.get(2)?, row.get(4)?, row.get(6)?);
        let unread = || rusqlite::Error::InvalidQuery;
        Ok(Recommendation {
            id: row.get(0)?,
            number: row.get(8)?,
            round: row.get(1)?,
            on: on.parse().map_err(|_| unread())?,
            said: RecommendationTyped {
                text: row.get(3)?,
                source: Source::ALL.into_iter().find(|it| it.word() == source).ok_or_else(unread)?,
                theme: row.get(5)?,
                stance: Stance::ALL.into_iter().find(|it| it.word() == stance).ok_or_else(unread)?,
                reason: row.get(7)?,
            },
        })
    })
}

/// A recommendation by its id.
pub fn load(reader: Reader<'_>, id: RecommendationId) -> Result<Recommendation> {
    all(reader)?.into_iter().find(|one| one.id == id).ok_or_else(|| {
        Error::missing("That recommendation is not in this file.").hint("Look at the plan again.")
    })
}

/// Writes a recommendation down, or changes one; what was not accepted has its reason.
pub fn save(
    tx: &mut Tx<'_>,
    round: RoundId,
    id: Option<RecommendationId>,
    typed: &RecommendationTyped,
) -> Result<RecommendationId> {
    let text = wanted("recommendation", &typed.text, "Say in a sentence what is recommended.")?;
    let reason = limited("reason", &typed.reason)?;
    if typed.stance == Stance::NotAccepted && reason.is_empty() {
        return Err(Error::input("A recommendation that is not accepted needs a reason.")
            .hint("Say in a sentence why the partnership did not accept it."));
    }
    if let Some(id) = id
        && typed.stance != Stance::Accepted
        && has_actions(tx.reader(), id)?
    {
        return Err(Error::state("This recommendation has actions, so it stays accepted.")
            .hint("Drop its actions with a reason, or take them out first."));
    }
    let theme = limited("theme", &typed.theme)?;
    let new = RecommendationId::new(tx.world());
    let today = tx.world().today();
    let row = Row::new("recommendation", id.unwrap_or(new));
    let row = match id {
        None => row.text("round_id", round).text("on_date", today).set("number", next(tx.reader())?),
        Some(id) => load(tx.reader(), id).map(|_| row)?,
    };
    let row = row.text("text", text).text("source", typed.source.word()).text("reason", reason);
    tx.put(row.text("theme", theme).text("stance", typed.stance.word()))?;
    Ok(id.unwrap_or(new))
}

/// The next number; numbers are given once.
fn next(reader: Reader<'_>) -> Result<i64> {
    let sql = "SELECT COALESCE(MAX(number), 0) + 1 FROM recommendation";
    Ok(reader.one(sql, [], |row| row.get(0))?.unwrap_or(1))
}

/// Takes a recommendation out; one with actions stays.
pub fn remove(tx: &mut Tx<'_>, id: RecommendationId) -> Result<()> {
    load(tx.reader(), id)?;
    if has_actions(tx.reader(), id)? {
        return Err(Error::state("This recommendation has actions, so it stays.")
            .hint("Drop its actions with a reason, or take them out first."));
    }
    tx.remove("recommendation", id)
}

fn has_actions(reader: Reader<'_>, id: RecommendationId) -> Result<bool> {
    let sql = "SELECT 1 FROM plan_action WHERE recommendation_id = ?1 LIMIT 1";
    Ok(reader.one(sql, params![id], |_| Ok(()))?.is_some())
}
