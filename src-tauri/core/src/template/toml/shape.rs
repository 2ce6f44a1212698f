//! The shape of a template file: which keys stand where, in which order, and what each holds.
//!
//! Reading, writing and "did you mean" all follow this one table; a test holds it against the types.

/// What a place in the file holds.
pub(in crate::template) enum Shape {
    Text,
    /// A day as text: `2026-09-01`.
    Date,
    /// `true` or `false`; the first is what leaving it out means.
    Flag(bool),
    OneOf(&'static [&'static str]),
    List(&'static Shape),
    Table(&'static [Key]),
    /// Names of the writer's own to texts.
    Map,
}

/// One key of a table.
pub(in crate::template) struct Key {
    pub name: &'static str,
    pub shape: &'static Shape,
    pub required: bool,
}

const fn must(name: &'static str, shape: &'static Shape) -> Key {
    Key { name, shape, required: true }
}

const fn may(name: &'static str, shape: &'static Shape) -> Key {
    Key { name, shape, required: false }
}

use Shape::{Flag, List, Map, OneOf, Table, Text};

const NO: Shape = Flag(false);
const TEXTS: Shape = List(&Text);

pub(in crate::template) const TEMPLATE_KEYS: &[Key] = &[
    must("id", &Text),
    must("version", &Text),
    must("title", &Text),
    must("publisher", &Text),
    must(
        "audience",
        &OneOf(&["school", "agency", "early_years", "voluntary", "case_audit", "practitioner_survey"]),
    ),
    must("edition", &Text),
    must("legal_position", &Shape::Date),
    must("status", &OneOf(&["draft", "preview", "unreviewed", "reviewed"])),
    may("status_note", &Text),
    may("follows", &Text),
    may("changes", &Text),
    may("introduction", &Text),
    must("scales", &List(&SCALE)),
    may("facts", &List(&FACT)),
    may("fields", &List(&Table(&[must("name", &Text), must("label", &Text)]))),
    must("standards", &List(&STANDARD)),
    may("checks", &List(&CHECK)),
    may("sign_off", &List(&SIGN_OFF)),
    may("lineage", &List(&LINEAGE)),
    may("scale_maps", &List(&SCALE_MAP)),
];

const SCALE: Shape = Table(&[
    must("id", &Text),
    must("title", &Text),
    may("instead_of", &Text),
    must("levels", &List(&LEVEL)),
]);

const LEVEL: Shape = Table(&[
    must("code", &Text),
    must("label", &Text),
    must("definition", &Text),
    must("meaning", &OneOf(&["exceeds", "met", "mostly", "partly", "not_met", "not_applicable", "none"])),
    may("asks", &List(&OneOf(&["evidence", "action", "reason"]))),
    may("target", &NO),
    may("synonyms", &TEXTS),
]);

const FACT: Shape = Table(&[must("name", &Text), must("question", &Text), may("choices", &TEXTS)]);

const STANDARD: Shape = Table(&[
    must("id", &Text),
    must("number", &Text),
    must("title", &Text),
    may("introduction", &Text),
    may("governors", &TEXTS),
    may("enquiries", &List(&Table(&[must("agency", &Text), must("ask", &TEXTS)]))),
    may("applies", &Text),
    may("scored", &Flag(true)),
    must("questions", &List(&QUESTION)),
]);

const QUESTION: Shape = Table(&[
    must("id", &Text),
    must("number", &Text),
    may("earlier_number", &Text),
    must("text", &Text),
    may("kind", &OneOf(&["rating", "yes_no", "one_choice", "many_choices", "number", "date", "text"])),
    may("scale", &Text),
    may("choices", &TEXTS),
    must("duty", &OneOf(&["must", "should", "good_practice"])),
    may("references", &List(&REFERENCE)),
    may("guidance", &Text),
    may("evidence", &TEXTS),
    may("looks_like", &List(&Table(&[must("level", &Text), must("text", &Text)]))),
    may("applies", &Text),
    may("priority", &NO),
]);

const REFERENCE: Shape = Table(&[
    must("instrument", &Text),
    may("edition", &Text),
    may("part", &Text),
    may("heading", &Text),
    may("paragraph", &Text),
    may("checked", &NO),
]);

const CHECK: Shape = Table(&[
    must("id", &Text),
    must("message", &Text),
    may("hint", &Text),
    may("weight", &OneOf(&["look", "gap"])),
    must("when", &Text),
    may("each", &NO),
]);

const SIGN_OFF: Shape =
    Table(&[must("id", &Text), must("role", &Text), may("body", &Text), must("statement", &Text)]);

const LINEAGE: Shape = Table(&[
    must("change", &OneOf(&["same", "reworded", "split", "merged", "new", "dropped"])),
    may("from", &TEXTS),
    may("to", &TEXTS),
    may("note", &Text),
]);

const SCALE_MAP: Shape = Table(&[must("from", &Text), must("to", &Text), must("levels", &Map)]);
