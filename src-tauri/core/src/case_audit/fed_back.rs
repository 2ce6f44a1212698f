//! That agencies took what was learnt back to their own people: on which day, by whom, how.

use chrono::NaiveDate;

use super::{CaseAudit, CaseAuditId, nameless};
use crate::error::{Error, Result};
use crate::id::{derived, row_id};
use crate::store::{Operation, Reader, Row, Tx, params};

row_id! {
    /// The id of an agency's feeding back.
    FedBackId
}

/// An agency fed back, or that was taken back.
pub const SAY: Operation = Operation::ordinary("case_audit.fed_back");

/// That an agency fed back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FedBack {
    /// The agency.
    pub agency: String,
    /// The day.
    pub on: NaiveDate,
    /// Who did it.
    pub by: String,
    /// How: a team meeting, a briefing.
    pub how: String,
}

/// Says that an agency fed back.
pub fn say(tx: &mut Tx<'_>, audit: &CaseAudit, said: &FedBack) -> Result<()> {
    let today = tx.world().today();
    let by = nameless("name of who fed back", &said.by, today)?;
    if !audit.agencies.contains(&said.agency) {
        return Err(
            Error::missing("That agency takes no part in this audit.").hint("Add it to the audit first.")
        );
    }
    if by.is_empty() {
        return Err(Error::input("It is not said who fed back.").hint("Type a name or a role."));
    }
    if said.on > today {
        return Err(Error::input("That day is still to come.").hint("Say on which day it was fed back."));
    }
    let row = Row::new("fed_back", id(audit.id, &said.agency)).text("audit_id", audit.id);
    let row = row.text("agency", &said.agency).text("on_date", said.on).text("by_whom", by);
    tx.put(row.text("how", nameless("way of feeding back", &said.how, today)?))
}

/// Takes back that an agency fed back.
pub fn unsay(tx: &mut Tx<'_>, audit: &CaseAudit, agency: &str) -> Result<()> {
    if !of_audit(tx.reader(), audit.id)?.iter().any(|one| one.agency == agency) {
        return Err(Error::missing("That agency has not fed back yet.").hint("Look at the audit again."));
    }
    tx.remove("fed_back", id(audit.id, agency))
}

fn id(audit: CaseAuditId, agency: &str) -> FedBackId {
    FedBackId(derived(&audit.to_string(), agency))
}

/// Who fed back in an audit.
pub fn of_audit(reader: Reader<'_>, audit: CaseAuditId) -> Result<Vec<FedBack>> {
    let sql = "SELECT agency, on_date, by_whom, how FROM fed_back WHERE audit_id = ?1 ORDER BY agency";
    reader.all(sql, params![audit], |row| {
        let on: String = row.get(1)?;
        Ok(FedBack {
            agency: row.get(0)?,
            on: on.parse().map_err(|_| rusqlite::Error::InvalidQuery)?,
            by: row.get(2)?,
            how: row.get(3)?,
        })
    })
}
