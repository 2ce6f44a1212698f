//! What came of an audit: the recommendations that were made from it, and how far their actions are.
//!
//! The link alone is kept here; a recommendation and its actions are the plan's.

use std::collections::BTreeSet;

use super::{CaseAudit, CaseAuditId, nameless};
use crate::error::{Error, Result};
use crate::id::{derived, row_id};
use crate::plan::action::{self, Action};
use crate::plan::recommendation::{
    self, Recommendation, RecommendationId, RecommendationTyped, Source, Stance,
};
use crate::round::RoundId;
use crate::store::{Operation, Reader, Row, Tx, params};

row_id! {
    /// The id of the link between an audit and a recommendation.
    CameOfId
}

/// A recommendation was made from an audit.
pub const RECOMMEND: Operation = Operation::ordinary("case_audit.recommend");

/// A recommendation that came of an audit, with its actions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CameOf {
    /// The recommendation.
    pub recommendation: Recommendation,
    /// Its actions.
    pub actions: Vec<Action>,
}

/// Makes a recommendation from an audit and puts it into the plan, where it waits to be accepted.
pub fn recommend(tx: &mut Tx<'_>, round: RoundId, audit: &CaseAudit, text: &str) -> Result<()> {
    let text = nameless("recommendation", text, tx.world().today())?;
    let there = of_audit(tx.reader(), audit.id)?;
    if there.iter().any(|one| one.recommendation.said.text == text) {
        return Err(Error::state("That recommendation was made from this audit already.")
            .hint("Look at it in the plan."));
    }
    let typed = RecommendationTyped {
        text,
        source: Source::CaseAudit,
        theme: String::new(),
        stance: Stance::Waiting,
        reason: String::new(),
    };
    let id = recommendation::save(tx, round, None, &typed)?;
    let row = Row::new("case_recommendation", CameOfId(derived(&audit.id.to_string(), &id.to_string())));
    tx.put(row.text("audit_id", audit.id).text("recommendation_id", id))
}

/// What came of an audit, in the order of the plan.
pub fn of_audit(reader: Reader<'_>, audit: CaseAuditId) -> Result<Vec<CameOf>> {
    let sql = "SELECT recommendation_id FROM case_recommendation WHERE audit_id = ?1";
    let ids: BTreeSet<RecommendationId> =
        reader.all(sql, params![audit], |row| row.get(0))?.into_iter().collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let actions = action::all(reader)?;
    let of = |recommendation: Recommendation| CameOf {
        actions: actions.iter().filter(|one| one.recommendation == recommendation.id).cloned().collect(),
        recommendation,
    };
    let all = recommendation::all(reader)?.into_iter();
    Ok(all.filter(|one| ids.contains(&one.id)).map(of).collect())
}
