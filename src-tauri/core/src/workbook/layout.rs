//! Where each thing stands in a workbook, used both ways: columns by their headings, marks, limits.
//!
//! Refuses to know: formats and cells. A new field of an answer starts here.

use super::Return;
use crate::submission::Answer;
use crate::template::{Audience, Template};
use crate::text::{digest, folded};

/// The first cell of the hidden sheet.
pub const MARK: &str = "attest-return";
/// The name of the hidden sheet; it is found by its mark.
pub const KEPT: &str = "Attest";
/// The longest text of a cell, in UTF-16 units.
pub const LONGEST_TEXT: usize = 32_767;
/// The length of the pieces in which the template's copy is kept, in bytes.
pub const PIECE: usize = 30_000;

/// A column of a sheet of questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// Printed number.
    Number,
    /// The statement.
    Statement,
    /// The answer itself.
    Rating,
    /// Evidence and commentary.
    Note,
    /// The difference made.
    Impact,
    /// Area for development.
    Area,
    /// Why it does not apply.
    Reason,
    /// The template's own text field with this place.
    Extra(usize),
    /// Last round's answer, while nobody has confirmed it.
    Last,
    /// The question's id.
    Key,
}

impl Column {
    /// The columns of a return, from left to right.
    pub fn all(returned: &Return, template: &Template) -> Vec<Self> {
        let mut columns = vec![
            Self::Number,
            Self::Statement,
            Self::Rating,
            Self::Note,
            Self::Impact,
            Self::Area,
            Self::Reason,
        ];
        columns.extend((0..template.fields.len()).map(Self::Extra));
        if returned.answers.iter().any(|answer| answer.carried_from.is_some()) {
            columns.push(Self::Last);
        }
        columns.push(Self::Key);
        columns
    }

    /// The heading written above it.
    pub fn heading(self, template: &Template) -> String {
        match self {
            Self::Extra(place) => template.fields.get(place).map(|it| it.label.clone()).unwrap_or_default(),
            other => other.words()[0].to_owned(),
        }
    }

    /// The column that a heading names.
    pub fn read(heading: &str, template: &Template) -> Option<Self> {
        let heading = folded(heading);
        let heading = heading.trim_end_matches([':', '*', '.']).trim();
        let extra = template.fields.iter().position(|it| folded(&it.label) == heading);
        let fixed = [
            Self::Number,
            Self::Statement,
            Self::Rating,
            Self::Note,
            Self::Impact,
            Self::Area,
            Self::Reason,
            Self::Last,
            Self::Key,
        ];
        extra.map(Self::Extra).or_else(|| {
            fixed.into_iter().find(|column| column.words().iter().any(|word| folded(word) == heading))
        })
    }

    /// Its width in characters.
    pub fn width(self) -> f64 {
        match self {
            Self::Number => 7.0,
            Self::Statement => 44.0,
            Self::Rating => 14.0,
            Self::Note => 44.0,
            Self::Impact | Self::Area => 28.0,
            Self::Reason | Self::Extra(_) => 20.0,
            Self::Last => 24.0,
            Self::Key => 9.0,
        }
    }

    /// Whether people write there.
    pub fn answered(self) -> bool {
        match self {
            Self::Rating | Self::Note | Self::Impact | Self::Area | Self::Reason | Self::Extra(_) => true,
            Self::Number | Self::Statement | Self::Last | Self::Key => false,
        }
    }

    /// What people call it; the first is ours.
    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Number => &["No.", "No", "Number", "Ref", "Reference", "#"],
            Self::Statement => &["Statement", "Question", "Standard", "What should be in place", "Criteria"],
            Self::Rating => &["Rating", "Your rating", "Self-rating", "Answer", "Response", "Level", "Score"],
            Self::Note => &[
                "Evidence and commentary",
                "Evidence",
                "Commentary",
                "Comments",
                "Comment",
                "Notes",
                "Evidence / commentary",
                "Evidence & commentary",
            ],
            Self::Impact => &["Difference made", "Impact", "Impact for children"],
            Self::Area => &["Area for development", "Areas for development", "Development", "Action needed"],
            Self::Reason => &["Reason if not applicable", "Reason", "Why not applicable", "Reason for N/A"],
            Self::Extra(_) => &[],
            Self::Last => &["Last round", "Last year"],
            Self::Key => &["Key", "Question key", "Question id"],
        }
    }
}

/// A text field of an answer.
pub fn text(answer: &Answer, column: Column, template: &Template) -> String {
    match column {
        Column::Note => answer.note.clone(),
        Column::Impact => answer.impact.clone(),
        Column::Area => answer.area.clone(),
        Column::Reason => answer.reason.clone(),
        Column::Extra(place) => {
            template.fields.get(place).and_then(|it| answer.extra.get(&it.name)).cloned().unwrap_or_default()
        }
        Column::Number | Column::Statement | Column::Rating | Column::Last | Column::Key => String::new(),
    }
}

/// Puts a text into its field of an answer.
pub fn set_text(answer: &mut Answer, column: Column, text: String, template: &Template) {
    match column {
        Column::Note => answer.note = text,
        Column::Impact => answer.impact = text,
        Column::Area => answer.area = text,
        Column::Reason => answer.reason = text,
        Column::Extra(place) => {
            if let Some(field) = template.fields.get(place).filter(|_| !text.is_empty()) {
                answer.extra.insert(field.name.clone(), text);
            }
        }
        Column::Number | Column::Statement | Column::Rating | Column::Last | Column::Key => {}
    }
}

/// A digest of what was answered, so that a workbook alone can say which answers differ.
pub fn answer_digest(answer: &Answer) -> String {
    let mut parts = vec![answer.question.as_str(), answer.value.as_deref().unwrap_or("")];
    parts.extend([&answer.note, &answer.impact, &answer.area, &answer.reason].map(String::as_str));
    parts.extend(answer.extra.iter().flat_map(|(name, text)| [name.as_str(), text.as_str()]));
    digest(parts.join("\u{1f}").as_bytes())
}

/// What a setting is called on its cover.
pub fn setting_label(audience: Audience) -> &'static str {
    match audience {
        Audience::School => "School",
        Audience::Agency | Audience::Voluntary => "Organisation",
        Audience::EarlyYears | Audience::CaseAudit | Audience::PractitionerSurvey => "Setting",
    }
}

/// Every word under which a setting's name may stand on a cover.
pub const SETTING_LABELS: [&str; 3] = ["School", "Organisation", "Setting"];
