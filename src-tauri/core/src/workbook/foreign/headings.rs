//! What headings of columns and labels of cells usually stand for.
//!
//! Refuses to know: what stands below or beside them.

use super::mapping::ColumnRole;
use crate::text::folded;

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
