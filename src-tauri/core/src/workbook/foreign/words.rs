//! What the words of a list usually mean as levels of a scale.
//!
//! A figure alone means nothing here: 0 or 1 is never taken for the worst level or for "not applicable".

use crate::template::Meaning;
use crate::text::folded;

const LEVELS: &[(Meaning, &[&str])] = &[
    (
        Meaning::Exceeds,
        &["exceeds", "exceeded", "exceeding", "outstanding", "exemplary", "excellent", "exceptional", "blue"],
    ),
    (
        Meaning::Met,
        &[
            "yes",
            "y",
            "met",
            "fully met",
            "fully",
            "in place",
            "fully in place",
            "compliant",
            "fully compliant",
            "complete",
            "completed",
            "achieved",
            "fully achieved",
            "green",
            "good",
            "embedded",
            "fully embedded",
            "established",
            "always",
            "valid",
            "pass",
            "passed",
            "implemented",
            "fully implemented",
            "effective",
            "secure",
            "done",
            "all",
            "true",
        ],
    ),
    (
        Meaning::Mostly,
        &[
            "mostly",
            "mostly met",
            "mostly in place",
            "largely",
            "largely met",
            "largely in place",
            "nearly",
            "nearly met",
            "substantially",
            "substantially met",
            "amber/green",
            "amber green",
            "green/amber",
            "usually",
            "most",
        ],
    ),
    (
        Meaning::Partly,
        &[
            "partly",
            "partially",
            "partly met",
            "partially met",
            "partial",
            "partly in place",
            "partially in place",
            "in part",
            "amber",
            "yellow",
            "developing",
            "in development",
            "in progress",
            "working towards",
            "some",
            "started",
            "emerging",
            "requires improvement",
            "sometimes",
            "partially implemented",
            "partly implemented",
            "partially compliant",
            "partly compliant",
            "underway",
            "under way",
        ],
    ),
    (
        Meaning::NotMet,
        &[
            "no",
            "n",
            "not met",
            "not in place",
            "red",
            "not compliant",
            "non-compliant",
            "non compliant",
            "noncompliant",
            "inadequate",
            "not started",
            "not yet",
            "not yet in place",
            "not yet met",
            "none",
            "never",
            "not achieved",
            "fail",
            "failed",
            "invalid",
            "not valid",
            "non-valid",
            "no activity",
            "not implemented",
            "absent",
            "false",
        ],
    ),
    (
        Meaning::NotApplicable,
        &["n/a", "na", "n.a.", "n.a", "not applicable", "not relevant", "does not apply"],
    ),
    (
        Meaning::None,
        &[
            "don't know",
            "do not know",
            "not known",
            "unknown",
            "unsure",
            "not sure",
            "not assessed",
            "not yet assessed",
            "tbc",
            "to be confirmed",
        ],
    ),
];

/// Words that stand in a list and say nothing.
const BLANKS: &[&str] = &[
    "-",
    "--",
    "\u{2013}",
    "\u{2014}",
    "...",
    "\u{2026}",
    "select",
    "please select",
    "select one",
    "please choose",
    "choose",
    "choose one",
    "choose an item",
    "choose an item.",
    "select from list",
    "please select from list",
    "select rating",
    "blank",
];

/// What a word means, where that is plain.
pub(super) fn meaning(word: &str) -> Option<Meaning> {
    let whole = folded(word);
    let exact = |text: &str| {
        let text = text.trim().trim_matches(['(', ')', '.', ':', '!']).trim();
        LEVELS.iter().find(|(_, words)| words.contains(&text)).map(|(meaning, _)| *meaning)
    };
    if let Some(found) = exact(&whole) {
        return Some(found);
    }
    let parts: Vec<&str> =
        whole.split([':', '(', '\u{2013}', '\u{2014}', '=']).flat_map(|part| part.split(" - ")).collect();
    let bare =
        whole.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['.', ')', ':', '-', ' ']);
    let mut found = parts.into_iter().chain([bare]).filter_map(exact);
    let first = found.next()?;
    // Two parts that speak against each other say nothing.
    found.all(|other| other == first).then_some(first)
}

/// Whether a word of a list says nothing.
pub(super) fn says_nothing(word: &str) -> bool {
    let folded = folded(word);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    BLANKS.contains(&folded.as_str()) || (bare.is_empty() || BLANKS.contains(&bare))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_have_a_meaning_and_figures_have_none() {
        let tries = [
            ("Fully met", Some(Meaning::Met)),
            ("GREEN \u{2013} fully in place", Some(Meaning::Met)),
            ("3 - Partly met", Some(Meaning::Partly)),
            ("4. Embedded", Some(Meaning::Met)),
            ("Red (not in place)", Some(Meaning::NotMet)),
            ("Not Applicable", Some(Meaning::NotApplicable)),
            ("Don\u{2019}t know", Some(Meaning::None)),
            ("Green - not met", None),
            ("1", None),
            ("0", None),
            ("Level 3", None),
        ];
        for (word, wanted) in tries {
            assert_eq!(meaning(word), wanted, "{word}");
        }
        assert!(says_nothing("- Please select -") && says_nothing("\u{2014}") && !says_nothing("No"));
    }
}
