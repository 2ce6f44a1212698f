//! A change in words: what stands there now, and what would.

use std::collections::BTreeMap;

use super::{ChangeKind, FieldMoved, Known};
use crate::listing::Candidate;

/// A kind's word in the id of a change.
pub(super) fn kind(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::New => "new",
        ChangeKind::Joins => "joins",
        ChangeKind::Converted => "converted",
        ChangeKind::Merged => "merged",
        ChangeKind::Closed => "closed",
        ChangeKind::Reopened => "reopened",
        ChangeKind::Gone => "gone",
        ChangeKind::Renamed => "renamed",
        ChangeKind::Regrouped => "regrouped",
        ChangeKind::Details => "details",
    }
}

/// What would be otherwise: the name, the groups, and the rest. What the list leaves blank stays as it is.
pub(super) fn moved(
    known: &Known,
    candidate: &Candidate,
) -> (Vec<FieldMoved>, Vec<FieldMoved>, Vec<FieldMoved>) {
    let (before, after) = (&known.details, &candidate.details);
    let name = differs("Name", &before.name, &after.name).into_iter().collect();
    let groups = [
        differs("Phase", &before.phase, &after.phase),
        differs("Status", &before.status, &after.status),
        differs("Locality", &before.locality, &after.locality),
        differs("Trust", &before.trust, &after.trust),
    ];
    (name, groups.into_iter().flatten().collect(), rest(known, candidate))
}

/// Why a setting is closed.
pub(super) fn closed(other: &Candidate) -> String {
    let on = other.about.closed.map(|date| date.format(" on %-d %B %Y").to_string()).unwrap_or_default();
    match other.why_closed.is_empty() || other.why_closed.eq_ignore_ascii_case("not applicable") {
        true => format!("It closed{on}."),
        false => format!("It closed{on}: {}.", other.why_closed),
    }
}

/// Where a setting is that the choice does not hold.
pub(super) fn elsewhere(other: &Candidate) -> String {
    match other.authority.is_empty() {
        true => "The list has it, but not among what you chose.".to_owned(),
        false => format!("The list has it under {}, not among what you chose.", other.authority),
    }
}

fn rest(known: &Known, candidate: &Candidate) -> Vec<FieldMoved> {
    let numbers = candidate.identifiers.iter().filter_map(|(scheme, value)| {
        let before = known.identifiers.get(scheme).map_or("", String::as_str);
        differs(&scheme.to_uppercase(), before, value)
    });
    let (before, after) = (&known.about, &candidate.about);
    let pupils = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
    let day = |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let others = [
        differs("Head", &before.head, &after.head),
        differs("E-mail", &before.email, &after.email),
        differs("Address", &before.address, &after.address),
        differs("Pupils", &pupils(before.pupils), &pupils(after.pupils)),
        differs("Opened", &day(before.opened), &day(after.opened)),
        differs("Modules", &facts(&before.facts, &after.facts), &facts(&after.facts, &after.facts)),
    ];
    numbers.chain(others.into_iter().flatten()).collect()
}

/// What is said of the modules that the list speaks of.
fn facts(held: &BTreeMap<String, String>, named: &BTreeMap<String, String>) -> String {
    let said =
        named.keys().filter_map(|name| Some(format!("{}: {}", name.replace('_', " "), held.get(name)?)));
    said.collect::<Vec<_>>().join(", ")
}

fn differs(field: &str, before: &str, after: &str) -> Option<FieldMoved> {
    let (field, before, after) = (field.to_owned(), before.to_owned(), after.to_owned());
    (!after.is_empty() && before != after).then_some(FieldMoved { field, before, after })
}
