//! What an audit is shown and written with: its cases, what agencies said, who fed back, the audit before.

use crate::analysis::judged::day;
use crate::case_audit::fed_back::{self, FedBack};
use crate::case_audit::note::{self, CaseNote};
use crate::case_audit::{self, AuditedCase, CaseAudit, case};
use crate::error::Result;
use crate::partnership;
use crate::report::case_audit::{Account, Happened};
use crate::store::AuditFile;

/// An audit with all that is kept of it.
pub(super) struct Ground {
    pub audit: CaseAudit,
    pub cases: Vec<AuditedCase>,
    pub notes: Vec<CaseNote>,
    pub fed_back: Vec<FedBack>,
    pub since: Vec<Happened>,
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
        Ok(Self {
            cases: case::of_audit(reader, audit.id)?,
            notes: note::of_audit(reader, audit.id)?,
            fed_back: fed_back::of_audit(reader, audit.id)?,
            since: Vec::new(),
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
