//! Telephone numbers of persons; switchboards, helplines and duty telephones are left alone.

use super::staff;
use super::words::Words;
use super::{Sighting, What};

/// Words of numbers that are not a person's, a little before or after.
const OFFICES: &[&str] = &[
    "school",
    "office",
    "reception",
    "switchboard",
    "council",
    "duty",
    "team",
    "mash",
    "lado",
    "police",
    "lead",
    "line",
    "front",
    "door",
    "hub",
    "helpdesk",
    "academy",
    "college",
    "partnership",
    "service",
    "services",
    "trust",
    "nursery",
    "department",
    "hours",
    "hospital",
    "clinic",
    "surgery",
    "centre",
    "call",
    "trip",
    "hotline",
    "consultation",
];
/// Words of persons, which outweigh those.
const PERSONS: &[&str] = &[
    "mum",
    "mother",
    "dad",
    "father",
    "parent",
    "parents",
    "carer",
    "carers",
    "gran",
    "nan",
    "grandmother",
    "grandfather",
    "uncle",
    "aunt",
    "sister",
    "brother",
    "guardian",
    "emergency",
    "stepfather",
    "stepmother",
    "mum's",
    "mother's",
    "dad's",
    "father's",
    "gran's",
    "carer's",
    "parent's",
    "pupil",
    "child",
    "her",
    "his",
    "boyfriend",
];

/// Telephone numbers of persons.
pub(super) fn phones(words: &Words<'_>) -> Vec<Sighting> {
    let mut found: Vec<Sighting> = Vec::new();
    for at in 0..words.all.len() {
        let begun = words.all[at].start;
        if found.last().is_some_and(|last| begun < last.end) {
            continue;
        }
        found.extend(phone(words, at));
    }
    found
}

fn phone(words: &Words<'_>, at: usize) -> Option<Sighting> {
    let (number, count) = number(words, at)?;
    let mobile = number.starts_with("07");
    let person = around(words, at, count).any(|near| PERSONS.contains(&words.lower(near)));
    let office = around(words, at, count)
        .any(|near| OFFICES.contains(&words.lower(near)) || staff::is_helpline(words.lower(near)));
    let fixed = number.starts_with("01") || number.starts_with("02");
    let shown = (mobile || fixed) && (person || !office);
    shown.then(|| words.sighting(What::Phone, at..at + count)).flatten()
}

/// A number of this country in its national form, and how many words it takes.
fn number(words: &Words<'_>, at: usize) -> Option<(String, usize)> {
    let before = words.text()[..words.all[at].start].chars().next_back();
    let abroad = before == Some('+') && words.as_is(at).starts_with("44");
    if !(abroad || words.as_is(at).starts_with('0')) || before == Some('.') {
        return None;
    }
    let mut digits = String::new();
    let mut count = 0;
    while let Some(word) =
        words.all.get(at + count).filter(|word| word.text.bytes().all(|c| c.is_ascii_digit()))
    {
        digits.push_str(word.text);
        count += 1;
        let goes_on = matches!(words.gap(at + count - 1), " " | "-" | ") " | ")" | " (" | " - " | "\u{a0}");
        if !goes_on || digits.len() >= 11 + usize::from(abroad) {
            break;
        }
    }
    let short = (1..count).any(|part| words.as_is(at + part).len() < 3 && words.as_is(at + part) != "0");
    let national = match digits.strip_prefix("44").filter(|_| abroad) {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None => digits,
    };
    let sound = (10..=11).contains(&national.len()) && !national.starts_with("00") && !short;
    (sound && (abroad || count == 1 || words.as_is(at).len() > 2)).then_some((national, count))
}

/// The words around a number: eight before and four after, in the same sentence.
fn around(words: &Words<'_>, at: usize, count: usize) -> impl Iterator<Item = usize> {
    let sentence = words.sentence(at);
    let before = sentence.start.max(at.saturating_sub(8))..at;
    let end = words.sentence((at + count - 1).min(words.all.len() - 1)).end;
    before.chain(at + count..end.min(at + count + 4))
}
