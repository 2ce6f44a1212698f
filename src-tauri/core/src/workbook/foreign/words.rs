//! What words in workbooks usually mean: levels of a scale, and headings of columns.
//!
//! A figure alone means nothing here: 0 or 1 is never taken for the worst level or for "not applicable".

use super::mapping::ColumnRole;
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

const HEADINGS: &[(ColumnRole, &[&str])] = &[
    (
        ColumnRole::Guidance,
        &[
            "guidance",
            "help",
            "example",
            "what good looks like",
            "evidence could include",
            "suggested evidence",
            "possible evidence",
            "notes for completion",
            "explanation",
            "prompt",
            "definition",
        ],
    ),
    (ColumnRole::Reason, &["why not applicable", "reason", "rationale for n/a", "if not applicable"]),
    (
        ColumnRole::Area,
        &[
            "action",
            "area for development",
            "areas for development",
            "area for improvement",
            "improvement",
            "next step",
            "what needs",
            "to do",
            "development",
        ],
    ),
    (
        ColumnRole::Impact,
        &["impact", "difference made", "what difference", "outcome for children", "so what"],
    ),
    (
        ColumnRole::Note,
        &[
            "evidence",
            "comment",
            "commentary",
            "narrative",
            "notes",
            "supporting information",
            "details",
            "how do you know",
            "source",
            "justification",
            "explain",
            "remarks",
        ],
    ),
    (
        ColumnRole::Rating,
        &[
            "rating",
            "score",
            "rag",
            "judgement",
            "self-assessment",
            "self assessment",
            "grade",
            "status",
            "compliance",
            "compliant",
            "met?",
            "in place?",
            "level",
            "response",
            "answer",
            "tested",
            "valid",
            "assessment",
        ],
    ),
    (ColumnRole::Section, &["section", "area", "category", "theme", "domain", "topic", "chapter"]),
    (ColumnRole::Number, &["ref", "reference", "no", "no.", "number", "#", "id", "item", "nr", "q"]),
    (
        ColumnRole::Statement,
        &[
            "statement",
            "standard",
            "requirement",
            "question",
            "criteria",
            "criterion",
            "indicator",
            "expectation",
            "descriptor",
            "what we expect",
            "proof point",
            "compliance statement",
        ],
    ),
];

/// What a heading usually stands over.
pub(super) fn heading(text: &str) -> Option<ColumnRole> {
    let text = folded(text);
    if text.is_empty() || text.chars().count() > 120 {
        return None;
    }
    let exact = HEADINGS.iter().find(|(_, words)| words.contains(&text.as_str()));
    let within = || {
        HEADINGS.iter().find(|(role, words)| {
            // "No" or "area" inside a longer heading says nothing.
            let short = [ColumnRole::Number, ColumnRole::Section].contains(role);
            words.iter().any(|word| {
                word.len() > 3 && has_word(&text, word) && !(short && text.split(' ').count() > 3)
            })
        })
    };
    exact.or_else(within).map(|(role, _)| *role)
}

fn has_word(text: &str, word: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(word).any(|(at, _)| {
        let after = text[at + word.len()..].trim_start_matches("s").chars().next();
        edge(text[..at].chars().next_back()) && edge(after)
    })
}

/// Whether a label stands beside the cell for the setting's name, or for its URN.
pub(super) fn label(text: &str) -> Option<Label> {
    let text = folded(text);
    let bare = text.trim_end_matches([':', '*', ' ']);
    let is = |words: &[&str]| words.contains(&bare);
    if is(&[
        "urn",
        "school urn",
        "urn number",
        "unique reference number",
        "unique reference number (urn)",
        "urn (unique reference number)",
    ]) {
        return Some(Label::Urn);
    }
    let names = [
        "school",
        "name of school",
        "school name",
        "setting",
        "name of setting",
        "setting name",
        "organisation",
        "organisation name",
        "name of organisation",
        "school/setting",
        "school / setting",
        "name of school/setting",
        "name of school or setting",
        "college",
        "school or college",
        "provider name",
        "name of provider",
        "agency",
        "agency name",
    ];
    is(&names).then_some(Label::Name)
}

/// What a label asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// The setting's name.
    Name,
    /// Its URN.
    Urn,
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

    #[test]
    fn headings_are_known_by_their_words() {
        let tries = [
            ("Evidence / comments", Some(ColumnRole::Note)),
            ("Actions required", Some(ColumnRole::Area)),
            ("Evidence could include", Some(ColumnRole::Guidance)),
            ("RAG rating", Some(ColumnRole::Rating)),
            ("#", Some(ColumnRole::Number)),
            ("Verification Requirement", Some(ColumnRole::Statement)),
            ("Area", Some(ColumnRole::Section)),
            ("Area for development", Some(ColumnRole::Area)),
            ("Tool Used", None),
            ("CWE", None),
        ];
        for (text, wanted) in tries {
            assert_eq!(heading(text), wanted, "{text}");
        }
        assert_eq!((label("School name:"), label("URN")), (Some(Label::Name), Some(Label::Urn)));
    }
}
