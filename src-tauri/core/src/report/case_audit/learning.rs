//! The learning summary under its three headings, and the briefing of seven points: fed from what was agreed, in a
//! person's words where somebody typed them.

use super::{Account, Happened, counted, table};
use crate::analysis::table::{Cell, ColumnKind};
use crate::case_audit::Learnt;
use crate::report::account::learning::{HEADINGS, PARTS, POINTS, SUMMARY};
use crate::report::document::{Block, Document, Pair, Section};

/// The key of what children told, which every summary has.
const VOICES: &str = "voices";

/// The learning summary: a draft until it is approved.
pub fn summary(account: &Account<'_>) -> Document {
    let mut sections = vec![about(account)];
    for (key, heading) in SUMMARY.iter().zip(PARTS) {
        sections.push(part(account, key, Section::new(heading).heading(heading)));
    }
    let draft = match &account.audit.approved {
        Some(_) => String::new(),
        None => "Draft: not approved".to_owned(),
    };
    Document { draft, ..account.paper(&format!("Learning summary: {}", account.audit.title), sections) }
}

fn about(account: &Account<'_>) -> Section {
    let mut pairs = vec![
        Pair::new("Looked at", looked_at(account)),
        Pair::new("Areas", listed(account.audit.focus.iter().map(|one| one.name.as_str()))),
        Pair::new("Agencies", listed(account.audit.agencies.iter().map(String::as_str))),
    ];
    if let Some(approved) = &account.audit.approved {
        pairs.push(Pair::new("Approved", format!("{}, {}", approved.by, day(approved.on))));
    }
    let section = Section::new("About").with(Block::Pairs(pairs));
    let section = section.subheading("Voice and lived experience");
    paragraphs(section, account.text(VOICES).unwrap_or("Nobody has written this part yet."))
}

fn part(account: &Account<'_>, key: &str, mut section: Section) -> Section {
    let typed = account.text(key);
    if let Some(text) = typed {
        section = paragraphs(section, text);
    }
    let points = match key {
        "good_practice" => points(account, Learnt::GoodPractice),
        "areas_for_development" => points(account, Learnt::AreaForDevelopment),
        _ => return since(account, section, typed.is_some()),
    };
    match (points.is_empty(), typed) {
        (false, _) => section.with(Block::List(points)),
        (true, Some(_)) => section,
        (true, None) => section.text("Nobody has written this part yet."),
    }
}

fn since(account: &Account<'_>, section: Section, typed: bool) -> Section {
    if account.since.is_empty() {
        return if typed { section } else { section.text("Nothing has been written or done yet.") };
    }
    let row =
        |one: &Happened| [&one.action, &one.agency, &one.state, &one.difference].map(Cell::text).to_vec();
    let columns = [
        ("Action", ColumnKind::Text),
        ("Agency", ColumnKind::Short),
        ("How far", ColumnKind::Short),
        ("Difference", ColumnKind::Text),
    ];
    let caption = format!("From the partnership\u{2019}s plan, as at {}", account.as_at);
    section.table(table(
        "Actions that came of this audit",
        &caption,
        &columns,
        account.since.iter().map(row).collect(),
    ))
}

/// The briefing, on a page.
pub fn briefing(account: &Account<'_>) -> Document {
    let point = |(key, heading): (&&str, &str)| {
        let section = Section::new(heading).heading(heading);
        match account.text(key) {
            Some(text) => listing(section, lines_of(text)),
            None => listing(section, point_lines(account, key)),
        }
    };
    let sections = POINTS.iter().zip(HEADINGS).map(point).collect();
    account.paper(&format!("{}: {}", account.briefing_name(), account.audit.title), sections)
}

/// What stands under a point: a sentence, or several as a list.
fn listing(section: Section, lines: Vec<String>) -> Section {
    match lines {
        lines if lines.is_empty() => section.text("Nobody has written this point yet."),
        lines if lines.len() == 1 => section.text(lines.concat()),
        lines => section.with(Block::List(lines)),
    }
}

fn point_lines(account: &Account<'_>, key: &str) -> Vec<String> {
    match key {
        "point_background" => {
            Some(account.audit.plan.why.clone()).filter(|why| !why.is_empty()).into_iter().collect()
        }
        "point_looked_at" => {
            let areas = listed(account.audit.focus.iter().map(|one| one.name.as_str()));
            vec![format!("{}: {areas}.", looked_at(account))]
        }
        "point_working_well" => written(account, "good_practice", points(account, Learnt::GoodPractice)),
        "point_to_improve" => {
            written(account, "areas_for_development", points(account, Learnt::AreaForDevelopment))
        }
        "point_happened_since" => {
            written(account, "happened_since", account.since.iter().map(told).collect())
        }
        _ => Vec::new(),
    }
}

/// What the summary says under a key: what was typed, and what is fed.
fn written(account: &Account<'_>, key: &str, fed: Vec<String>) -> Vec<String> {
    lines_of(account.text(key).unwrap_or_default()).into_iter().chain(fed).collect()
}

fn lines_of(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// What stands in each part and point where nobody types anything, by key.
pub fn fed(account: &Account<'_>) -> Vec<(String, Vec<String>)> {
    let summary = SUMMARY.iter().map(|key| {
        let lines = match *key {
            "good_practice" => points(account, Learnt::GoodPractice),
            "areas_for_development" => points(account, Learnt::AreaForDevelopment),
            _ => account.since.iter().map(told).collect(),
        };
        ((*key).to_owned(), lines)
    });
    let points = POINTS.iter().map(|key| ((*key).to_owned(), point_lines(account, key)));
    std::iter::once((VOICES.to_owned(), Vec::new())).chain(summary).chain(points).collect()
}

/// What the summary lacks before it can be approved, in words.
pub fn missing(account: &Account<'_>) -> Vec<&'static str> {
    let lacks = |key: &str, fed: bool| account.text(key).is_none() && !fed;
    let has = |kind: Learnt| account.audit.learnt(kind, None).next().is_some();
    let mut missing = Vec::new();
    if lacks(VOICES, false) {
        missing.push("the voice and lived experience of children");
    }
    if lacks("good_practice", has(Learnt::GoodPractice)) {
        missing.push("good practice");
    }
    if lacks("areas_for_development", has(Learnt::AreaForDevelopment)) {
        missing.push("areas for development");
    }
    if lacks("happened_since", !account.since.is_empty()) {
        missing.push("what has happened since");
    }
    missing
}

fn points(account: &Account<'_>, kind: Learnt) -> Vec<String> {
    account.audit.learnt(kind, None).map(|one| one.text.clone()).collect()
}

fn told(one: &Happened) -> String {
    let agency = if one.agency.is_empty() { String::new() } else { format!(" ({})", one.agency) };
    let difference = if one.difference.is_empty() { String::new() } else { format!(" {}", one.difference) };
    format!("{}{agency}: {}.{difference}", one.action.trim_end_matches('.'), one.state.to_lowercase())
}

fn looked_at(account: &Account<'_>) -> String {
    format!(
        "{} looked at by {}",
        counted(account.cases.len(), "case"),
        counted(account.audit.agencies.len(), "agency").replace("agencys", "agencies")
    )
}

fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join("; ")
}

fn paragraphs(section: Section, text: &str) -> Section {
    text.split('\n').filter(|line| !line.trim().is_empty()).fold(section, Section::text)
}

fn day(date: chrono::NaiveDate) -> String {
    crate::analysis::judged::day(date)
}
