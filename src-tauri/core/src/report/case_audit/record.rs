//! The record of an audit for its officers: why, who, what was planned and done, every grade, what was said of each case.

use super::beside::{WHY, attendance, beside, done, grades, numbers};
use super::{Account, CONCERN};
use crate::analysis::judged::day;
use crate::case_audit::AuditedCase;
use crate::report::document::{Block, Document, Pair, Section};

/// Composes it.
pub fn record(account: &Account<'_>) -> Document {
    let mut sections = vec![
        commission(account),
        Section::new("Planned and done").heading("Planned and done").table(done(account)),
    ];
    if account.audit.held() > 0 {
        sections.push(Section::new("Attendance").heading("Who came").table(attendance(account)));
    }
    if let Some(table) = beside(account) {
        sections.push(Section::new("Earlier audit").heading("Beside the earlier audit").table(table));
    }
    if !account.cases.is_empty() {
        sections.push(
            Section::new("Grades")
                .heading("Grades by agency, and as agreed")
                .table(grades(account).without_empty(&[WHY])),
        );
        sections.push(cases(account));
    }
    let title = format!("Record of the case audit: {}", account.audit.title);
    Document { marking: "Restricted".to_owned(), ..account.paper(&title, sections) }
}

fn commission(account: &Account<'_>) -> Section {
    let plan = &account.audit.plan;
    let said = [
        ("Asked for by", plan.asked_by.clone()),
        ("Why", plan.why.clone()),
        ("Scope", plan.scope.clone()),
        ("Lead", plan.lead.clone()),
        ("Watched by", plan.group.clone()),
        ("Begins", plan.begins.map(day).unwrap_or_default()),
        ("Forms back by", plan.forms_by.map(day).unwrap_or_default()),
        ("Tool", account.audit.tool.clone()),
        ("Areas", account.audit.focus.iter().map(|one| one.name.clone()).collect::<Vec<_>>().join("; ")),
        ("Agencies", account.audit.agencies.join("; ")),
        ("Cases", numbers(account.cases)),
    ];
    let pairs =
        said.into_iter().filter(|(_, said)| !said.is_empty()).map(|(name, said)| Pair::new(name, said));
    Section::new("Commission").heading("What was asked for").with(Block::Pairs(pairs.collect())).text(CONCERN)
}

fn cases(account: &Account<'_>) -> Section {
    let section = Section::new("Cases").heading("Case by case");
    account.cases.iter().fold(section, case)
}

fn case(section: Section, case: &AuditedCase) -> Section {
    let closed =
        case.closed.map_or_else(|| "not closed yet".to_owned(), |on| format!("closed on {}", day(on)));
    let or = |text: &str| if text.is_empty() { "Not written yet.".to_owned() } else { text.to_owned() };
    let pairs = vec![
        Pair::new("Voice and lived experience", or(&case.said.voice)),
        Pair::new("Joint discussion", or(&case.said.discussion)),
    ];
    section.subheading(format!("Case {}, {closed}", case.number)).with(Block::Pairs(pairs))
}
