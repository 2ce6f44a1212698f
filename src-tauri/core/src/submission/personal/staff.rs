//! Who is named in a role: staff, governors and other agencies, whose names may stand in an audit.
//!
//! Refuses to know: children.

use std::ops::Range;

use super::words::Words;

/// What stands before the name of an adult at work.
const HONORIFICS: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "rev",
    "revd",
    "reverend",
    "sir",
    "dame",
    "prof",
    "professor",
    "cllr",
    "pc",
    "dc",
    "ds",
    "pcso",
    "sgt",
    "sergeant",
    "councillor",
    "judge",
    "fr",
    "imam",
    "rabbi",
];
/// Roles of adults at work.
const ROLES: &[&str] = &[
    "dsl",
    "ddsl",
    "dsls",
    "ddsls",
    "deputy",
    "deputies",
    "head",
    "headteacher",
    "head's",
    "principal",
    "teacher",
    "teachers",
    "governor",
    "governors",
    "chair",
    "vice-chair",
    "clerk",
    "senco",
    "sendco",
    "senco's",
    "officer",
    "manager",
    "lead",
    "leads",
    "leader",
    "assistant",
    "ta",
    "hlta",
    "tutor",
    "caretaker",
    "bursar",
    "coach",
    "trainer",
    "chaplain",
    "counsellor",
    "worker",
    "nurse",
    "lado",
    "psychologist",
    "coordinator",
    "co-ordinator",
    "trustee",
    "trustees",
    "consultant",
    "inspector",
    "adviser",
    "advisor",
    "director",
    "ceo",
    "administrator",
    "receptionist",
    "supervisor",
    "secretary",
    "mentor",
    "technician",
    "librarian",
    "driver",
    "cleaner",
    "cook",
    "practitioner",
    "commissioner",
    "author",
    "facilitator",
    "solicitor",
    "auditor",
    "sbm",
    "slt",
    "matron",
    "houseparent",
    "housemaster",
    "housemistress",
    "apprentice",
    "keyworker",
    "elsa",
    "teaches",
    "leads",
    "staff",
    "colleague",
    "colleagues",
    "employee",
    "volunteer",
    "contractor",
    "responsible",
    "author",
    "led",
    "delivered",
];
/// Words that may stand between a name and its role.
const BETWEEN: &[&str] = &[
    "the",
    "our",
    "is",
    "as",
    "a",
    "an",
    "acting",
    "assistant",
    "senior",
    "designated",
    "school",
    "class",
    "of",
    "for",
    "year",
    "former",
    "new",
    "link",
    "named",
    "safeguarding",
    "deputy",
    "who",
    "both",
    "lead",
    "was",
    "interim",
    "executive",
    "social",
    "family",
    "reception",
    "nursery",
    "online",
    "safety",
];
/// Words of lines that anybody may ring.
const HELPLINES: &[&str] = &[
    "helpline",
    "childline",
    "nspcc",
    "samaritans",
    "hotline",
    "switchboard",
    "reception",
    "mash",
    "lado",
    "police",
    "101",
    "whistleblowing",
];

/// Whether a word is that of a line that anybody may ring.
pub(super) fn is_helpline(lower: &str) -> bool {
    HELPLINES.contains(&lower)
}

/// Whether a word names a role.
pub(super) fn is_role(lower: &str) -> bool {
    ROLES.contains(&lower.trim_end_matches("'s"))
}

/// Whether a name is that of an adult at work: an honorific or a role right before it, or a role close behind it.
pub(super) fn is_staff(words: &Words<'_>, name: &Range<usize>) -> bool {
    let honoured = name.start > 0 && HONORIFICS.contains(&words.lower(name.start - 1));
    honoured || role_before(words, name.start) || role_after(words, name.end)
}

fn role_before(words: &Words<'_>, start: usize) -> bool {
    let mut at = start;
    for _ in 0..4 {
        if at == 0 || words.ends(at - 1) || words.gap(at - 1).contains(['(', '.']) {
            return false;
        }
        at -= 1;
        let lower = words.lower(at);
        if is_role(lower) {
            return true;
        }
        if !(BETWEEN.contains(&lower) || is_year(lower) || lower == "and") {
            return false;
        }
    }
    false
}

fn role_after(words: &Words<'_>, end: usize) -> bool {
    for at in end..end + 5 {
        if at == 0 || words.ends(at - 1) {
            return false;
        }
        let lower = words.lower(at);
        if is_role(lower) {
            return true;
        }
        if !(BETWEEN.contains(&lower) || is_year(lower)) {
            return false;
        }
    }
    false
}

/// A year group or its number: `y4`, `yr4`, `4`, `5b`.
fn is_year(lower: &str) -> bool {
    let digits =
        lower.trim_start_matches("yr").trim_start_matches('y').trim_end_matches(|c: char| c.is_alphabetic());
    !digits.is_empty() && digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit())
}
