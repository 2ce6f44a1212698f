//! Where each part of a template stands in its workbook: a sheet a list, a row an item, a column a key.
//!
//! Used both ways, to write and to read. What a cell holds follows from the shape of the template file.
//! Refuses to know: any one template.

use crate::template::toml::shape::{Key, Shape, TEMPLATE_KEYS};

/// One sheet: a list of the template.
pub(super) struct Form {
    /// The sheet's name.
    pub sheet: &'static str,
    /// What to do on it, for the person who fills it in.
    pub lead: &'static str,
    /// The way to the list in the template.
    pub list: &'static [&'static str],
    /// Heading of the column that names what a row belongs to, where the list stands inside another.
    pub parent: Option<&'static str>,
    /// Its other columns.
    pub columns: &'static [Column],
}

/// One column: a key of each item.
pub(super) struct Column {
    /// The key in the template.
    pub key: &'static str,
    /// Its heading.
    pub heading: &'static str,
    /// Its width in characters.
    pub width: f64,
}

const fn column(key: &'static str, heading: &'static str, width: f64) -> Column {
    Column { key, heading, width }
}

/// The sheet of what stands at the head of a template: a key and its value in each row.
pub(super) const HEAD: &str = "Template";
/// The sheet that says how to fill the others in.
pub(super) const HELP: &str = "How to use this";
/// The sheet of what became of the levels of earlier scales.
pub(super) const SCALE_MAPS: &str = "Scale maps";
/// Its headings.
pub(super) const MAP_HEADINGS: [&str; 4] = ["From scale", "To scale", "Old level", "New level"];
/// The key that is spread over a column for each level.
pub(super) const LOOKS_LIKE: &str = "looks_like";
/// What stands before the level's code in the heading of such a column.
pub(super) const LOOKS_LIKE_HEADING: &str = "Looks like: ";

/// The keys at the head of a template, with the words they are asked for in.
pub(super) const HEAD_KEYS: &[(&str, &str)] = &[
    ("id", "Id"),
    ("version", "Version"),
    ("title", "Title"),
    ("publisher", "Publisher"),
    ("audience", "Audience"),
    ("edition", "Guidance edition"),
    ("legal_position", "Legal position date"),
    ("status", "Status"),
    ("status_note", "Note on the status"),
    ("follows", "Follows version"),
    ("changes", "What changed"),
    ("introduction", "Introduction"),
];

/// Every sheet that is a list, parents before what stands inside them.
pub(super) const FORMS: &[Form] = &[
    Form {
        sheet: "Standards",
        lead: "One row for each group of questions. Governors' questions go one to a line (Alt+Enter).",
        list: &["standards"],
        parent: None,
        columns: &[
            column("id", "Id", 14.0),
            column("number", "Number", 9.0),
            column("title", "Title", 32.0),
            column("introduction", "Introduction", 50.0),
            column("governors", "Questions for governors", 50.0),
            column("applies", "Applies when", 22.0),
            column("scored", "Counts in figures", 12.0),
        ],
    },
    Form {
        sheet: "Questions",
        lead: "One row for each question, in the order printed. Lists go one to a line (Alt+Enter).",
        list: &["standards", "questions"],
        parent: Some("Standard"),
        columns: &[
            column("id", "Id", 14.0),
            column("number", "Number", 9.0),
            column("earlier_number", "Earlier number", 9.0),
            column("text", "Statement", 56.0),
            column("kind", "Kind", 13.0),
            column("scale", "Scale", 12.0),
            column("choices", "Choices", 20.0),
            column("duty", "Duty", 14.0),
            column("priority", "Priority", 9.0),
            column("applies", "Applies when", 22.0),
            column("guidance", "Guidance", 56.0),
            column("evidence", "Evidence could include", 40.0),
            column(LOOKS_LIKE, "Looks like", 40.0),
        ],
    },
    Form {
        sheet: "References",
        lead: "Where each duty comes from. A paragraph that nobody has checked is kept and not printed.",
        list: &["standards", "questions", "references"],
        parent: Some("Question"),
        columns: &[
            column("instrument", "Instrument", 34.0),
            column("edition", "Edition", 10.0),
            column("part", "Part", 20.0),
            column("heading", "Heading", 34.0),
            column("paragraph", "Paragraph", 16.0),
            column("checked", "Checked", 10.0),
        ],
    },
    Form {
        sheet: "Lines of enquiry",
        lead: "What panel members of each agency may ask. One question to a line (Alt+Enter).",
        list: &["standards", "enquiries"],
        parent: Some("Standard"),
        columns: &[column("agency", "Agency", 18.0), column("ask", "Ask", 90.0)],
    },
    Form {
        sheet: "Scales",
        lead: "One row for each scale. A scale that can be chosen instead of another names it.",
        list: &["scales"],
        parent: None,
        columns: &[
            column("id", "Id", 16.0),
            column("title", "Title", 40.0),
            column("instead_of", "Instead of", 16.0),
        ],
    },
    Form {
        sheet: "Levels",
        lead: "One row for each level of each scale, in the order shown.",
        list: &["scales", "levels"],
        parent: Some("Scale"),
        columns: &[
            column("code", "Code", 16.0),
            column("label", "Label", 20.0),
            column("definition", "Definition", 56.0),
            column("meaning", "Meaning", 16.0),
            column("asks", "Asks for", 14.0),
            column("target", "Level to reach", 10.0),
            column("synonyms", "Other words for it", 30.0),
        ],
    },
    Form {
        sheet: "Facts",
        lead: "What is asked about the setting. No choices means yes or no.",
        list: &["facts"],
        parent: None,
        columns: &[
            column("name", "Name", 22.0),
            column("question", "Question", 70.0),
            column("choices", "Choices", 30.0),
        ],
    },
    Form {
        sheet: "Extra fields",
        lead: "Text fields that every answer has beside its note, impact and area for development.",
        list: &["fields"],
        parent: None,
        columns: &[column("name", "Name", 22.0), column("label", "Label", 50.0)],
    },
    Form {
        sheet: "Checks",
        lead: "Rules over answers: when the condition holds, the sentence is shown.",
        list: &["checks"],
        parent: None,
        columns: &[
            column("id", "Id", 28.0),
            column("message", "Sentence shown", 56.0),
            column("hint", "What to do", 50.0),
            column("weight", "Weight", 10.0),
            column("when", "When", 56.0),
            column("each", "Asked of each question", 12.0),
        ],
    },
    Form {
        sheet: "Sign-off",
        lead: "Who signs, in order.",
        list: &["sign_off"],
        parent: None,
        columns: &[
            column("id", "Id", 16.0),
            column("role", "Role", 30.0),
            column("body", "Body", 30.0),
            column("statement", "Statement", 80.0),
        ],
    },
    Form {
        sheet: "Lineage",
        lead: "What became of every question of the version before: question ids, one to a line.",
        list: &["lineage"],
        parent: None,
        columns: &[
            column("change", "Change", 14.0),
            column("from", "From", 22.0),
            column("to", "To", 22.0),
            column("note", "Note", 70.0),
        ],
    },
];

impl Form {
    /// The keys of an item of this list.
    pub fn keys(&self) -> &'static [Key] {
        let step = |keys: &'static [Key], name: &&str| -> &'static [Key] {
            match keys.iter().find(|key| key.name == *name).map(|key| key.shape) {
                Some(Shape::List(Shape::Table(inside))) => inside,
                Some(_) | None => &[],
            }
        };
        self.list.iter().fold(TEMPLATE_KEYS, step)
    }

    /// What a column holds.
    pub fn shape(&self, key: &str) -> &'static Shape {
        self.keys().iter().find(|known| known.name == key).map_or(&Shape::Text, |known| known.shape)
    }

    /// The form of the list that this one stands inside.
    pub fn inside(&self) -> Option<&'static Form> {
        let (_, outer) = self.list.split_last()?;
        FORMS.iter().find(|form| form.list == outer)
    }
}

/// What stands in a cell for a list: a line for each; a line end inside an item is shown as a sign.
pub(super) fn lines<'a>(items: impl Iterator<Item = &'a str>) -> String {
    items.map(|item| item.replace('\n', TURN)).collect::<Vec<_>>().join("\n")
}

/// The items of a list in a cell.
pub(super) fn items(text: &str) -> Vec<String> {
    text.lines().filter(|line| !line.trim().is_empty()).map(|line| line.replace(TURN, "\n")).collect()
}

/// Stands for a line end inside an item.
const TURN: &str = "\u{21b5}";

#[cfg(test)]
mod tests {
    use super::*;

    /// Every key of a template stands on some sheet, and no sheet has a key that a template lacks.
    #[test]
    fn every_key_of_a_template_has_its_place() {
        let headed = |key: &&Key| {
            !matches!(key.shape, Shape::List(Shape::Table(_)) | Shape::Map) || key.name == LOOKS_LIKE
        };
        for form in FORMS {
            let mut wanted: Vec<&str> = form.keys().iter().filter(headed).map(|key| key.name).collect();
            let mut there: Vec<&str> = form.columns.iter().map(|column| column.key).collect();
            wanted.sort_unstable();
            there.sort_unstable();
            assert_eq!(wanted, there, "{}", form.sheet);
        }
        let head: Vec<&str> = HEAD_KEYS.iter().map(|(key, _)| *key).collect();
        let wanted: Vec<&str> = TEMPLATE_KEYS.iter().filter(headed).map(|key| key.name).collect();
        assert_eq!(head, wanted);
    }
}
