//! Named and lettered children: `pupil X`, `Pupil: Sam Example`, `Sam Example (Year 5)`, `Sam's mother`.
//!
//! A name alone proves nothing: staff and governors may be named. It is what stands beside it that makes it a child's.

use std::ops::Range;

use super::birth::Birth;
use super::named::{self, Name, Sure};
use super::words::Words;
use super::{Sighting, What, staff};

/// A child, in the singular and the plural.
const CHILD: &[&str] = &[
    "pupil",
    "child",
    "student",
    "boy",
    "girl",
    "learner",
    "youngster",
    "sibling",
    "brother",
    "sister",
    "son",
    "daughter",
    "kid",
    "yp",
    "person",
    "baby",
    "toddler",
    "twin",
    "pupils",
    "children",
    "students",
    "siblings",
    "brothers",
    "sisters",
    "twins",
    "boys",
    "girls",
    "victim",
    "perpetrator",
];
/// What stands between a child and its name.
const CALLED: &[&str] = &["named", "called", "name", "names", "known", "as", "is", "initials"];
/// Relatives.
const KIN: &[&str] = &[
    "mum",
    "mother",
    "dad",
    "father",
    "parents",
    "parent",
    "carer",
    "carers",
    "gran",
    "nan",
    "grandmother",
    "grandparents",
    "grandfather",
    "brother",
    "sister",
    "sibling",
    "siblings",
    "family",
    "foster",
    "stepfather",
    "stepdad",
    "stepmother",
    "uncle",
    "aunt",
    "guardian",
    "mam",
    "chronology",
    "ehcp",
];
/// What is kept of a child, or done about one.
const CASE: &[&str] = &[
    "referral",
    "referred",
    "refer",
    "plan",
    "chronology",
    "concern",
    "concerns",
    "disclosure",
    "file",
    "files",
    "record",
    "records",
    "meeting",
    "conference",
    "review",
    "ehcp",
    "case",
    "cases",
    "incident",
    "re",
    "regarding",
    "pep",
    "strategy",
    "cpp",
    "cin",
    "exclusion",
    "suspension",
    "statement",
    "allegation",
    "log",
    "note",
    "notes",
    "assessment",
    "worried",
];
const ABOUT: &[&str] = &["for", "about", "of", "on", "re", "regarding", "concerning", "to", "against", "by"];
/// What is said of a child in trouble.
const TROUBLE: &[&str] = &[
    "disclosed",
    "excluded",
    "suspended",
    "absconded",
    "bullied",
    "self-harmed",
    "truanted",
    "assaulted",
    "hurt",
    "groomed",
    "exploited",
    "abused",
    "neglected",
];
/// Two letters that are no initials of a child.
const ACRONYMS: &[&str] = &[
    "CP", "PP", "PE", "RE", "IT", "KS", "LA", "EY", "AP", "HR", "ID", "TA", "HT", "QA", "UK", "EU", "TV",
    "DT", "MH", "AI", "CE", "FT", "EH", "SC", "OK", "GP", "ED", "PC", "CI", "CC", "EP", "UP", "HM", "NI",
    "MA", "BA", "CF", "DV", "DA", "SG", "IS", "AND",
];
/// What is said of a child whose case was published under a letter.
const PUBLISHED: &[&str] = &[
    "review",
    "reviews",
    "lcspr",
    "report",
    "learning",
    "lessons",
    "inquiry",
    "published",
    "national",
    "cspr",
    "scr",
];

/// Named and lettered children; a name beside a date of birth is one.
pub(super) fn pupils(words: &Words<'_>, births: &[Birth]) -> Vec<Sighting> {
    let mut found: Vec<Range<usize>> = births.iter().filter_map(|birth| birth.name.clone()).collect();
    let mut at = 0;
    while at < words.all.len() {
        let name = lettered(words, at).or_else(|| named(words, at));
        at = name.as_ref().map_or(at + 1, |name| name.end.max(at + 1));
        found.extend(name);
    }
    found.into_iter().filter_map(|name| words.sighting(What::Pupil, name)).collect()
}

/// `Child B`, `pupil AB`, `girl in Y8 (S.T.)`: the letters with what stands before them.
fn lettered(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    let word = named::bare(words.as_is(at));
    let letters =
        word.len() <= 2 && word.chars().all(|c| c.is_ascii_uppercase()) && !ACRONYMS.contains(&word);
    if !letters || word == "I" {
        return None;
    }
    if words.as_is(at + 1).len() == 1 && words.gap(at) == "." && named::is_initial(words, at + 1) {
        let from = at.saturating_sub(6).max(words.sentence(at).start);
        return (from..at)
            .any(|near| is_child(words, near) || is_year(words, near).is_some())
            .then_some(at..at + 2);
    }
    let before = child_before(words, at)?;
    let article =
        word == "A" && named::name(words, at).is_none_or(|name| name.at.len() < 2) && reads_on(words, at);
    let published = (at.saturating_sub(6)..at + 4).any(|near| PUBLISHED.contains(&words.lower(near)));
    let end = named::name(words, at).map_or(at + 1, |name| name.at.end);
    (!article && !published).then_some(before..end)
}

/// Whether a capital A is an article: a child is spoken of in general.
fn reads_on(words: &Words<'_>, at: usize) -> bool {
    let general = ["every", "each", "any", "no"].contains(&words.lower(at.wrapping_sub(2)));
    general && words.as_is(at + 1).starts_with(char::is_lowercase)
}

/// A name with something beside it that makes it a child's.
fn named(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    let name = named::name(words, at)?;
    let inside = at > 0
        && words.is_joined(at - 1)
        && named::name(words, at - 1).is_some_and(|one| one.at.contains(&at));
    if inside || staff::is_staff(words, &name.at) {
        return None;
    }
    let child = called_child(words, &name) || year_beside(words, &name) || kin_beside(words, &name);
    (child || case_beside(words, &name)).then_some(name.at)
}

/// Right after a word for a child: `pupil Sam`, `Pupil: Sam Example`, `a boy called Sam`.
fn called_child(words: &Words<'_>, name: &Name) -> bool {
    let Some(child) = child_before(words, name.at.start) else { return false };
    let said = (child + 1..name.at.start).any(|between| CALLED.contains(&words.lower(between)));
    let colon = words.gap(name.at.start - 1).contains([':', '=', '-', '\u{2013}']);
    let small = words.as_is(child).starts_with(char::is_lowercase);
    let plural = words.lower(child).ends_with('s') || words.lower(child) == "children";
    match name.sure {
        Sure::Known => true,
        Sure::Pair => said || colon || (!plural && (small || !reads_as_title(words, child, name))),
        Sure::Bare => said || colon || (small && !plural),
    }
}

/// Whether a child's word with a capital and the words after it are rather the title of something.
fn reads_as_title(words: &Words<'_>, child: usize, name: &Name) -> bool {
    let after = words.lower(name.at.end);
    let spoken =
        ["was", "is", "has", "had", "said", "told", "reported", "disclosed", "and", "who", "lives", "came"];
    !words.opens(child)
        || !(spoken.contains(&after)
            || words.gap(name.at.end - 1).starts_with([',', '(', '.', ' ']) && after.is_empty())
}

/// The word for a child before a place, with at most two words of calling between.
fn child_before(words: &Words<'_>, at: usize) -> Option<usize> {
    let mut before = at.checked_sub(1)?;
    for _ in 0..2 {
        if !CALLED.contains(&words.lower(before)) || words.ends(before) {
            break;
        }
        before = before.checked_sub(1)?;
    }
    (is_child(words, before) && (before..at).all(|near| words.is_close(near))).then_some(before)
}

fn is_child(words: &Words<'_>, at: usize) -> bool {
    let lower = words.lower(at);
    let person = lower != "person" || (at > 0 && words.lower(at - 1) == "young");
    person && CHILD.contains(&lower)
}

/// A year group right beside: `Sam Example (Y4)`, `T Example, Year 10`, `Sam in 4M`, `Year 5 Sam Example`.
fn year_beside(words: &Words<'_>, name: &Name) -> bool {
    if name.sure == Sure::Bare
        || (name.sure == Sure::Pair && !has_initial(words, name) && !words.gap(name.at.start).contains('_'))
    {
        return false;
    }
    let last = name.at.end - 1;
    let next = if words.lower(name.at.end) == "in" { name.at.end + 1 } else { name.at.end };
    let after = words.is_close(last).then(|| is_year(words, next)).flatten();
    let role = after.is_some_and(|count| {
        staff::is_role(words.lower(next + count)) || is_plural(words.lower(next + count))
    });
    let start = name.at.start;
    let class = start > 1 && words.is_close(start - 1) && words.lower(start - 2).starts_with('y');
    let before = class && is_year(words, start - 2) == Some(2);
    (after.is_some() && !role) || before
}

fn has_initial(words: &Words<'_>, name: &Name) -> bool {
    name.at.clone().any(|at| words.as_is(at).len() == 1)
}

fn is_plural(lower: &str) -> bool {
    ["pupils", "students", "children", "classes", "parents", "teachers", "assembly", "team"].contains(&lower)
}

/// A year group or a class, and how many words it takes: `Y4`, `Yr 4`, `Year 10`, `4M`.
fn is_year(words: &Words<'_>, at: usize) -> Option<usize> {
    let lower = words.lower(at);
    let number = |text: &str| text.parse::<u8>().is_ok_and(|year| (1..=14).contains(&year));
    let class = lower.len() <= 3
        && lower.ends_with(|c: char| c.is_ascii_lowercase())
        && number(&lower[..lower.len() - 1]);
    if ["year", "yr", "y", "class", "yrs"].contains(&lower) {
        let next = words.lower(at + 1).trim_end_matches(|c: char| c.is_ascii_lowercase());
        return number(next).then_some(2);
    }
    let short = lower.strip_prefix("yr").or_else(|| lower.strip_prefix('y')).is_some_and(number);
    (short || class).then_some(1)
}

/// A relative beside: `Sam's mother`, `parents of Sam Example`.
fn kin_beside(words: &Words<'_>, name: &Name) -> bool {
    let last = name.at.end - 1;
    let possessive = named::bare(words.as_is(last)).len() < words.as_is(last).len();
    let kin = |at: usize| KIN.contains(&words.lower(at));
    let sure = name.sure > Sure::Bare || !words.opens(name.at.start);
    let owned = possessive && sure && (kin(name.at.end) || CASE.contains(&words.lower(name.at.end)));
    let start = name.at.start;
    let of = start > 1 && words.lower(start - 1) == "of" && kin(start - 2) && name.sure > Sure::Bare;
    owned || of
}

/// A case beside: `referral for Sam Example`, `Re Sam Example:`, `Sam Example disclosed`.
fn case_beside(words: &Words<'_>, name: &Name) -> bool {
    if name.sure != Sure::Known {
        return false;
    }
    let start = name.at.start;
    let from = words.sentence(start).start.max(start.saturating_sub(5));
    let case = (from..start).any(|near| CASE.contains(&words.lower(near)));
    let about = start > 0
        && (ABOUT[..7].contains(&words.lower(start - 1)) || words.gap(start - 1).contains([':', ',']));
    let after = (name.at.end..name.at.end + 3).any(|near| TROUBLE.contains(&words.lower(near)));
    (case && about) || (after && !words.ends(name.at.end - 1))
}
