//! What one agency takes back to its own people: what was learnt that is for it, its own notes, its actions.

use super::{Account, CONCERN, table};
use crate::analysis::judged::day;
use crate::analysis::table::{Cell, ColumnKind};
use crate::case_audit::{CaseNote, Learnt};
use crate::report::document::{Block, Document, Section, Tone};

/// Composes it.
pub fn extract(account: &Account<'_>, agency: &str) -> Document {
    let mut sections = vec![learnt(account, agency)];
    sections.extend(actions(account, agency));
    sections.extend(own(account, agency));
    sections.push(back(account, agency));
    let title = format!("Learning for {agency}: {}", account.audit.title);
    Document { marking: "Restricted".to_owned(), ..account.paper(&title, sections) }
}

fn learnt(account: &Account<'_>, agency: &str) -> Section {
    let mut section = Section::new("Learning");
    if account.audit.approved.is_none() {
        section = section.notice(Tone::Warning, "The learning summary of this audit is not approved yet.");
    }
    for (kind, heading) in [
        (Learnt::GoodPractice, "Good practice to keep and use again"),
        (Learnt::AreaForDevelopment, "To work on"),
    ] {
        let points: Vec<String> =
            account.audit.learnt(kind, Some(agency)).map(|one| one.text.clone()).collect();
        section = section.heading(heading);
        section = if points.is_empty() {
            section.text("Nothing was noted for this agency.")
        } else {
            section.with(Block::List(points))
        };
    }
    section
}

fn actions(account: &Account<'_>, agency: &str) -> Option<Section> {
    let theirs = account.since.iter().filter(|one| one.agency == agency || one.agency.is_empty());
    let rows: Vec<Vec<Cell>> =
        theirs.map(|one| [&one.action, &one.state, &one.difference].map(Cell::text).to_vec()).collect();
    let columns =
        [("Action", ColumnKind::Text), ("How far", ColumnKind::Short), ("Difference", ColumnKind::Text)];
    let section = || Section::new("Actions").heading("Actions in the partnership\u{2019}s plan");
    (!rows.is_empty())
        .then(|| section().table(table("Actions", "Yours, and those of all agencies", &columns, rows)))
}

/// What the agency itself said, case by case: nothing of what others said.
fn own(account: &Account<'_>, agency: &str) -> Option<Section> {
    let row = |one: &CaseNote| {
        let grade = one.grade.as_ref().map(|code| account.audit.grade(code.as_str())).unwrap_or_default();
        let texts = [&one.saw, &one.good, &one.develop].map(Clone::clone);
        let cells = [one.case.to_string(), account.audit.called(&one.item), grade].into_iter().chain(texts);
        cells.map(Cell::text).collect()
    };
    let says = |one: &&CaseNote| {
        one.grade.is_some() || [&one.saw, &one.good, &one.develop].iter().any(|text| !text.is_empty())
    };
    let theirs = account.notes.iter().filter(|one| one.agency == agency).filter(says);
    let rows: Vec<Vec<Cell>> = theirs.map(row).collect();
    let columns = [
        ("Case", ColumnKind::Text),
        ("Area", ColumnKind::Text),
        ("Your grade", ColumnKind::Text),
        ("What you saw", ColumnKind::Text),
        ("Good practice", ColumnKind::Text),
        ("Area for development", ColumnKind::Text),
    ];
    let section = || Section::new("Own notes").heading("What your agency found in its own work");
    let notes = |rows| table("Your own notes", "As they were sent in", &columns, rows);
    let filled = |rows| notes(rows).without_empty(&["What you saw", "Good practice", "Area for development"]);
    (!rows.is_empty()).then(|| section().table(filled(rows)))
}

fn back(account: &Account<'_>, agency: &str) -> Section {
    let section = Section::new("Feeding back").heading("Feeding back");
    let said = account.fed_back.iter().find(|one| one.agency == agency);
    let section = match said {
        Some(one) => {
            let how = if one.how.is_empty() { String::new() } else { format!(": {}", one.how) };
            section.text(format!("Fed back on {} by {}{how}.", day(one.on), one.by))
        }
        None => section.text("\u{2610} Fed back to our own people on ____________ by ____________________. Please tell the partnership when this is done."),
    };
    section.text(CONCERN)
}
