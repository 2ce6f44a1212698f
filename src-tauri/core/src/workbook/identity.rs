//! The identity of a return as words, because it stands in several places and each may be lost.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{ExportKind, Identity};

/// One word of an identity: its name in the hidden sheet, as a property and on the cover.
pub struct Word {
    /// In the hidden sheet.
    pub kept: &'static str,
    /// As a custom property.
    pub property: &'static str,
    /// On the cover.
    pub cover: &'static str,
}

const fn word(kept: &'static str, property: &'static str, cover: &'static str) -> Word {
    Word { kept, property, cover }
}

/// Every word, in the order in which it is written.
pub const WORDS: [Word; 9] = [
    word("submission", "Attest return", "Return id"),
    word("issue", "Attest issue", "Issue id"),
    word("export", "Attest export", "Export id"),
    word("revision", "Attest revision", "Revision"),
    word("template", "Attest template", "Template"),
    word("version", "Attest template version", "Template version"),
    word("digest", "Attest template digest", "Template digest"),
    word("round", "Attest round", "Round"),
    word("kind", "Attest kind", "Kind of workbook"),
];

/// The value of each word; an issue that is none is empty.
pub fn spoken(identity: &Identity) -> [String; 9] {
    [
        identity.submission.to_string(),
        identity.issue.map(|id| id.to_string()).unwrap_or_default(),
        identity.export.to_string(),
        identity.revision.to_string(),
        identity.template.clone(),
        identity.version.clone(),
        identity.digest.clone(),
        identity.round.clone(),
        identity.kind.word().to_owned(),
    ]
}

/// An identity from its words; what is missing or no id is nil or empty.
pub fn heard(words: &BTreeMap<&'static str, String>) -> Identity {
    let text = |name: &str| words.get(name).cloned().unwrap_or_default();
    let id = |name: &str| Uuid::parse_str(&text(name)).ok();
    Identity {
        submission: id("submission").unwrap_or_default(),
        issue: id("issue"),
        export: id("export").unwrap_or_default(),
        revision: text("revision").parse().unwrap_or(0),
        template: text("template"),
        version: text("version"),
        digest: text("digest"),
        round: text("round"),
        kind: ExportKind::named(&text("kind")),
    }
}

/// The first word of a tag.
const TAG: &str = "attest";

/// What each sheet of answers says of the return that it belongs to, so that a sheet alone is known.
pub fn tag(identity: &Identity) -> String {
    let issue = identity.issue.map(|id| format!(" issue {id}")).unwrap_or_default();
    format!(
        "{TAG} return {} export {} revision {} template {} version {}{issue}",
        identity.submission, identity.export, identity.revision, identity.template, identity.version
    )
}

/// The words of an identity that say anything, by their name in the hidden sheet.
pub fn words(identity: &Identity) -> Vec<(&'static str, String)> {
    let words = WORDS.iter().zip(spoken(identity)).map(|(word, value)| (word.kept, value));
    words.filter(|(_, value)| !value.is_empty()).collect()
}

/// The identity that a tag says; what it does not say is nil or empty.
pub fn tagged(text: &str) -> Option<Identity> {
    let mut words = text.trim_start().strip_prefix(TAG)?.split(char::is_whitespace);
    // Nothing but white space stands between the first word and the next.
    if words.next() != Some("") {
        return None;
    }
    let mut words = words.filter(|word| !word.is_empty());
    let mut said: BTreeMap<&'static str, String> = BTreeMap::new();
    while let (Some(name), Some(value)) = (words.next(), words.next()) {
        let name = if name == "return" { "submission" } else { name };
        if let Some(word) = WORDS.iter().find(|word| word.kept == name) {
            said.insert(word.kept, value.to_owned());
        }
    }
    let identity = heard(&said);
    (!identity.submission.is_nil()).then_some(identity)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_says_whose_a_sheet_is() {
        let identity = Identity {
            submission: Uuid::from_u128(7),
            issue: Some(Uuid::from_u128(8)),
            export: Uuid::from_u128(9),
            revision: 4,
            template: "school".to_owned(),
            version: "2025.1".to_owned(),
            ..Identity::default()
        };
        assert_eq!(tagged(&tag(&identity)), Some(identity));
        assert_eq!(tagged("attest it"), None);
        assert_eq!(tagged("Statement"), None);
    }
}
