//! One case of an audit: its number, the joint discussion, the grades that were agreed, and its closing.
//!
//! It closes only with the voice of the child. What an agency graded stays as it was, beside what was agreed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::keep::{json, open, value};
use super::{CaseAudit, CaseAuditId, CaseNumber, Item, nameless, note};
use crate::error::{Error, Result};
use crate::id::row_id;
use crate::store::{Operation, Reader, Row, Tx, params};
use crate::template::LevelCode;

row_id! {
    /// The id of a case of an audit.
    CaseId
}

/// Cases were added by number.
pub const ADD: Operation = Operation::ordinary("case_audit.add_cases");
/// A case was taken out.
pub const REMOVE: Operation = Operation::ordinary("case_audit.remove_case");
/// What was discussed and agreed was changed.
pub const DISCUSS: Operation = Operation::ordinary("case_audit.discuss");
/// A case was closed.
pub const CLOSE: Operation = Operation::ordinary("case_audit.close_case");
/// A case was opened again.
pub const REOPEN: Operation = Operation::ordinary("case_audit.reopen_case");

/// The most cases of one audit.
const MOST: usize = 60;

/// Who sees it otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "CaseDissent"))]
#[serde(deny_unknown_fields)]
pub struct Dissent {
    /// The agency.
    pub agency: String,
    /// How it sees it.
    pub text: String,
}

/// The grade that agencies agreed on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "CaseAgreed"))]
#[serde(deny_unknown_fields)]
pub struct Agreed {
    /// The grade; none while it is open.
    #[serde(default)]
    pub grade: Option<LevelCode>,
    /// Why.
    #[serde(default)]
    pub reason: String,
    /// Who sees it otherwise.
    #[serde(default)]
    pub dissent: Vec<Dissent>,
}

/// What agencies said together of a case.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "CaseDiscussed"))]
#[serde(deny_unknown_fields)]
pub struct Discussed {
    /// The voice and lived experience of the child.
    #[serde(default)]
    pub voice: String,
    /// The discussion.
    #[serde(default)]
    pub discussion: String,
    /// The grades that were agreed, by item.
    #[serde(default)]
    pub agreed: BTreeMap<Item, Agreed>,
}

/// One case of an audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditedCase {
    /// Its id.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// What was said of it together.
    pub said: Discussed,
    /// The day on which it was closed.
    pub closed: Option<NaiveDate>,
}

/// Adds cases, a number a line; every one is read before any is kept.
pub fn add(tx: &mut Tx<'_>, audit: &CaseAudit, typed: &[String]) -> Result<usize> {
    audit.still_open()?;
    let today = tx.world().today();
    let mut known: Vec<CaseNumber> =
        of_audit(tx.reader(), audit.id)?.into_iter().map(|one| one.number).collect();
    let before = known.len();
    for line in typed.iter().filter(|line| !line.trim().is_empty()) {
        let number = CaseNumber::read(line, today)?;
        if known.iter().any(|one| one.is(&number)) {
            return Err(Error::input(format!("Case {number} is in this audit already."))
                .hint("Take the line out, or put the number right."));
        }
        known.push(number);
    }
    if known.len() == before {
        return Err(
            Error::input("No number was given.").hint("Type the number of each case on a line of its own.")
        );
    }
    if known.len() > MOST {
        return Err(Error::input("An audit holds at most 60 cases.")
            .hint("Look at fewer in depth; for a quick look at many, use a dip sample."));
    }
    for number in &known[before..] {
        let row = Row::new("audited_case", CaseId::new(tx.world())).text("audit_id", audit.id);
        tx.put(row.text("number", number))?;
    }
    Ok(known.len() - before)
}

/// Takes out a case of which nobody has said anything.
pub fn remove(tx: &mut Tx<'_>, audit: &CaseAudit, case: &AuditedCase) -> Result<()> {
    audit.still_open()?;
    let said = note::of_audit(tx.reader(), audit.id)?.iter().any(|note| note.case == case.number);
    if said || case.said != Discussed::default() {
        return Err(Error::state(format!(
            "Something was said of case {} already, so it stays.",
            case.number
        ))
        .hint("Take out what was said first, if it was the wrong case."));
    }
    tx.remove("audited_case", case.id)
}

/// Changes what was said together of a case.
pub fn discuss(tx: &mut Tx<'_>, audit: &CaseAudit, case: &AuditedCase, said: &Discussed) -> Result<()> {
    open(audit)?;
    still_open(case)?;
    let today = tx.world().today();
    let mut agreed = BTreeMap::new();
    for (item, one) in &said.agreed {
        if !audit.items().contains(item) {
            return Err(Error::input("A grade was given for something that this audit does not look at.")
                .hint("Look at the focus areas of the audit again."));
        }
        if let Some(code) = one.grade.as_ref().filter(|code| audit.level(code.as_str()).is_none()) {
            return Err(Error::input(format!(
                "\u{201c}{}\u{201d} is not a grade of this audit.",
                crate::text::short(code.as_str())
            ))
            .hint("Choose one of those offered."));
        }
        let one = tidied(audit, one, today)?;
        if one != Agreed::default() {
            agreed.insert(item.clone(), one);
        }
    }
    let row = Row::new("audited_case", case.id).text("agreed", json(&agreed)?);
    let row = row.text("voice", nameless("voice of the child", &said.voice, today)?);
    tx.put(row.text("discussion", nameless("discussion", &said.discussion, today)?))
}

fn tidied(audit: &CaseAudit, one: &Agreed, today: NaiveDate) -> Result<Agreed> {
    let mut dissent = Vec::new();
    for other in one.dissent.iter().filter(|other| audit.agencies.contains(&other.agency)) {
        let text = nameless("other view", &other.text, today)?;
        if !text.is_empty() {
            dissent.push(Dissent { agency: other.agency.clone(), text });
        }
    }
    Ok(Agreed { grade: one.grade.clone(), reason: nameless("reason", &one.reason, today)?, dissent })
}

/// Closes a case: with the voice of the child, and with a grade for the whole where the audit grades.
pub fn close(tx: &mut Tx<'_>, audit: &CaseAudit, case: &AuditedCase) -> Result<()> {
    audit.still_open()?;
    if case.said.voice.is_empty() {
        return Err(Error::state(format!("The voice of the child is missing in case {}.", case.number))
            .hint("Say what the child said, showed or lived through, and how that is known; name nobody."));
    }
    let whole = case.said.agreed.get(&Item::whole()).and_then(|one| one.grade.as_ref());
    if whole.is_none() && !audit.scale.is_empty() {
        return Err(Error::state(format!("No grade is agreed for case {} as a whole.", case.number))
            .hint("Agree on one; who sees it otherwise stands beside it."));
    }
    let today = tx.world().today();
    tx.put(Row::new("audited_case", case.id).text("closed", today))
}

/// Opens a case again.
pub fn reopen(tx: &mut Tx<'_>, audit: &CaseAudit, case: &AuditedCase) -> Result<()> {
    audit.still_open()?;
    tx.put(Row::new("audited_case", case.id).set("closed", None::<String>))
}

/// Refuses to change a case that is closed.
pub fn still_open(case: &AuditedCase) -> Result<()> {
    match case.closed {
        None => Ok(()),
        Some(_) => Err(Error::state(format!("Case {} is closed.", case.number))
            .hint("Open it again first, if something is wrong in it.")),
    }
}

/// The cases of an audit, in the order of their numbers.
pub fn of_audit(reader: Reader<'_>, audit: CaseAuditId) -> Result<Vec<AuditedCase>> {
    let sql = "SELECT id, number, voice, discussion, agreed, closed FROM audited_case WHERE audit_id = ?1 ORDER BY number";
    let rows = reader.all(sql, params![audit], |row| {
        let texts: [String; 3] = [row.get(2)?, row.get(3)?, row.get(4)?];
        Ok((row.get(0)?, row.get::<_, String>(1)?, texts, row.get::<_, Option<String>>(5)?))
    })?;
    let case =
        |(id, number, [voice, discussion, agreed], closed): (CaseId, String, [String; 3], Option<String>)| {
            Ok(AuditedCase {
                id,
                number: CaseNumber(number),
                said: Discussed { voice, discussion, agreed: value(&agreed)? },
                closed: closed.and_then(|day| day.parse().ok()),
            })
        };
    rows.into_iter().map(case).collect()
}

/// One case of an audit.
pub fn load(reader: Reader<'_>, audit: CaseAuditId, id: CaseId) -> Result<AuditedCase> {
    let found = of_audit(reader, audit)?.into_iter().find(|one| one.id == id);
    found.ok_or_else(|| Error::missing("That case is not in this audit.").hint("Look at the audit again."))
}
