//! What a person said about setting a question of this round beside the last: compare it, or leave it out; dated.
//!
//! Refuses to know: lineage, and what is compared where nobody said anything.

use std::collections::BTreeMap;

use super::RoundId;
use crate::error::{Error, Result};
use crate::id::derived;
use crate::store::{AuditFile, Moment, Operation, Row, Rows, Tx};
use crate::template::QuestionId;
use crate::text;

/// Somebody decided whether a question is compared.
pub const SAY: Operation = Operation::ordinary("comparison.say");

/// The rows of what was said.
pub const ROWS: &[Rows] = &[Rows::Of("comparison", "round_id")];

/// What was said about a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Whether it is compared.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// Who said it.
    pub who: String,
    /// On which day.
    pub on: String,
}

/// Whether a question is compared with the earlier round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is.
    Compare,
    /// It is not.
    LeaveOut,
}

/// Says whether a question is compared; the reason is asked for.
pub fn say(
    tx: &mut Tx<'_>,
    round: RoundId,
    question: &QuestionId,
    verdict: Verdict,
    reason: &str,
) -> Result<()> {
    let reason = text::normal(reason).trim().to_owned();
    if reason.is_empty() || reason.chars().count() > 1_000 {
        return Err(Error::input("The decision has no reason, or one over 1,000 characters.")
            .hint("Say in a sentence why the two may, or may not, be compared."));
    }
    let (today, who) = (tx.world().today(), tx.world().who());
    let row =
        Row::new("comparison", id(round, question)).text("round_id", round).text("question_id", question);
    let row = row.text("verdict", verdict.name()).text("reason", reason).text("who", who);
    tx.put(row.text("on_date", today))
}

/// Takes back what was said about a question: the lineage alone decides again.
pub fn unsay(tx: &mut Tx<'_>, round: RoundId, question: &QuestionId) -> Result<()> {
    tx.remove("comparison", id(round, question))
}

/// What was said about the questions of a round, up to a moment.
pub fn all(file: &AuditFile, round: RoundId, then: Moment) -> Result<BTreeMap<QuestionId, Said>> {
    let rows = file.rows_at("comparison", then)?;
    let mine = rows.iter().filter(|row| row.text("round_id") == round.to_string());
    let said = mine.filter_map(|row| {
        let verdict = Verdict::ALL.into_iter().find(|one| one.name() == row.text("verdict"))?;
        let text = |column| row.text(column).to_owned();
        let said = Said { verdict, reason: text("reason"), who: text("who"), on: text("on_date") };
        Some((QuestionId(text("question_id")), said))
    });
    Ok(said.collect())
}

impl Verdict {
    const ALL: [Self; 2] = [Self::Compare, Self::LeaveOut];

    fn name(self) -> &'static str {
        match self {
            Self::Compare => "compare",
            Self::LeaveOut => "leave_out",
        }
    }
}

/// One row for each question of a round.
fn id(round: RoundId, question: &QuestionId) -> uuid::Uuid {
    derived(&round.to_string(), question.as_str())
}
