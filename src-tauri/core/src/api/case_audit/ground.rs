//! What an audit is shown and written with: its cases, what agencies said, who fed back, the audit before.

use crate::analysis::judged::day;
use crate::case_audit::came_of::{self, CameOf};
use crate::case_audit::fed_back::{self, FedBack};
use crate::case_audit::note::{self, CaseNote};
use crate::case_audit::{self, AuditedCase, CaseAudit, case};
use crate::error::Result;
use crate::partnership;
use crate::plan::action::Action;
use crate::report::case_audit::{Account, Happened};
use crate::store::AuditFile;

/// An audit with all that is kept of it.
pub(super) struct Ground {
    pub audit: CaseAudit,
    pub cases: Vec<AuditedCase>,
    pub notes: Vec<CaseNote>,
    pub fed_back: Vec<FedBack>,
    pub since: Vec<Happened>,
    pub came_of: Vec<CameOf>,
    pub earlier: Option<(CaseAudit, Vec<AuditedCase>)>,
    pub partnership: String,
    as_at: String,
    code: String,
}

impl Ground {
    /// Gathers an audit.
    pub fn of(file: &AuditFile, audit: &CaseAudit) -> Result<Self> {
        let reader = file.reader();
        let earlier = match audit.earlier {
            Some(id) => Some((case_audit::load(reader, id)?, case::of_audit(reader, id)?)),
            None => None,
        };
        let came_of = came_of::of_audit(reader, audit.id)?;
        Ok(Self {
            cases: case::of_audit(reader, audit.id)?,
            notes: note::of_audit(reader, audit.id)?,
            fed_back: fed_back::of_audit(reader, audit.id)?,
            since: came_of.iter().flat_map(happened).collect(),
            came_of,
            earlier,
            partnership: partnership::load(reader)?.name,
            as_at: day(file.world().today()),
            code: file.head()?,
            audit: audit.clone(),
        })
    }

    /// The same as papers are composed of it.
    pub fn account(&self) -> Account<'_> {
        Account {
            partnership: self.partnership.clone(),
            audit: &self.audit,
            cases: &self.cases,
            notes: &self.notes,
            fed_back: &self.fed_back,
            since: self.since.clone(),
            earlier: self.earlier.as_ref().map(|(audit, cases)| (audit, cases.as_slice())),
            as_at: self.as_at.clone(),
            code: self.code.clone(),
        }
    }
}

/// The actions of a recommendation as papers tell them; one that has none yet says how the recommendation stands.
fn happened(one: &CameOf) -> Vec<Happened> {
    let told = |action: &Action| Happened {
        action: action.said.title.clone(),
        agency: action.said.agency.clone(),
        state: action.stage.label().to_owned(),
        difference: action.impact.clone(),
    };
    if one.actions.is_empty() {
        let said = &one.recommendation.said;
        let state = format!("Recommended, {}", said.stance.label().to_lowercase());
        return vec![Happened { action: said.text.clone(), state, ..Happened::default() }];
    }
    one.actions.iter().map(told).collect()
}
