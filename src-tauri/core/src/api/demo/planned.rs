//! The audit programme of the sample: what stands in the file, what is planned for the coming year, and what is late.
//!
//! Refuses to know: how far anything is.

use chrono::{Days, NaiveDate};

use super::school_year::{Plan as Year, days_before};
use crate::error::Result;
use crate::programme::{self, Kind, Typed};
use crate::store::AuditFile;
use crate::{case_audit, dip_sample, round};

const QUALITY: &str = "Quality and Learning Subgroup";

/// Plans the year.
pub(super) fn year(file: &mut AuditFile, plan: &Year) -> Result<()> {
    let reader = file.reader();
    let rounds = round::all(reader)?;
    let of_tool = |tool: &str| {
        let mut these = rounds.iter().filter(|one| one.label == plan.now && one.template.starts_with(tool));
        these.next().map(|one| one.id.to_string())
    };
    let (schools, organisations) = (of_tool("school"), of_tool("section11"));
    let audit = case_audit::all(reader)?.first().map(|one| one.id.to_string());
    let sample = dip_sample::all(reader)?.first().map(|one| one.id.to_string());
    let on = |days: u64| plan.today + Days::new(days);
    let entries = [
        of(Kind::Round, "Self-audit of schools", plan.due().0, schools),
        of(Kind::Round, "Section 11 audit of organisations", plan.due().0, organisations),
        of(Kind::CaseAudit, "Neglect, looked at again", on(40), audit),
        of(Kind::DipSample, "Records of pupils who moved in mid-year", on(20), sample),
        of(Kind::CaseAudit, "Harm outside the home", on(150), None),
        Typed {
            note: "The partnership\u{2019}s own pages and minutes, as an inspector would read them."
                .to_owned(),
            ..of(Kind::Other, "Getting ready for an inspection", on(95), None)
        },
        of(Kind::Other, "Single-agency audit: supervision of the police", days_before(plan.today, 14), None),
    ];
    for entry in entries {
        file.transact(programme::SAVE, &entry.title, |tx| programme::save(tx, None, &entry, (0, 1)))?;
    }
    let every = of(Kind::DipSample, "Threshold decisions, every six months", on(33), None);
    file.transact(programme::SAVE, &every.title, |tx| programme::save(tx, None, &every, (6, 2)))
}

fn of(kind: Kind, title: &str, on: NaiveDate, became: Option<String>) -> Typed {
    Typed {
        kind,
        title: title.to_owned(),
        lead: if kind == Kind::Round { "Sam Sample" } else { "Alex Example" }.to_owned(),
        group: QUALITY.to_owned(),
        on,
        became,
        done_on: None,
        note: String::new(),
    }
}
