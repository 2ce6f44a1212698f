//! Where each thing stands in a workbook, used both ways: columns by their headings, marks, limits.
//!
//! Refuses to know: formats and cells. A new field of an answer starts here.

use std::collections::HashMap;

use super::Return;
use crate::submission::Answer;
use crate::submission::signoff::{Signature, Standing};
use crate::template::{Audience, QuestionId, Template};
use crate::text::{digest, folded};

/// The first cell of the hidden sheet.
pub const MARK: &str = "attest-return";
/// The first cell of the hidden sheet of lists to choose from.
pub const LISTS_MARK: &str = "attest-lists";
/// The name of that sheet.
pub const LISTS: &str = "Lists";
/// The most lines of a row; what is longer goes on in the row below.
pub const MOST_LINES: u32 = 16;
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
    /// Why it is sent back, for the eye only.
    Why,
    /// Last round's answer, for the eye only.
    Last,
    /// The question's id, and the place of a row that goes on.
    Key,
    /// The id of its scale: what the summary counts by.
    Scale,
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
        if !returned.asked.reasons.is_empty() {
            columns.insert(2, Self::Why);
        }
        columns.extend((0..template.fields.len()).map(Self::Extra));
        let carried = returned.answers.iter().any(|answer| answer.carried_from.is_some());
        if carried || !returned.last_round.is_empty() {
            columns.push(Self::Last);
        }
        columns.extend([Self::Key, Self::Scale]);
        columns
    }

    /// The heading written above it.
    pub fn heading(self, template: &Template) -> String {
        match self {
            Self::Extra(place) => extra(template, place),
            other => other.words()[0].to_owned(),
        }
    }

    /// The columns by every word that may stand above them.
    pub fn names(template: &Template) -> HashMap<String, Self> {
        let fixed = Self::FIXED.into_iter().rev();
        let words = fixed.flat_map(|column| column.words().iter().map(move |word| (bare(word), column)));
        let extras =
            (0..template.fields.len()).rev().map(|place| (bare(&extra(template, place)), Self::Extra(place)));
        words.chain(extras).collect()
    }

    /// The columns that every template has.
    const FIXED: [Self; 11] = [
        Self::Number,
        Self::Statement,
        Self::Rating,
        Self::Note,
        Self::Impact,
        Self::Area,
        Self::Reason,
        Self::Why,
        Self::Last,
        Self::Key,
        Self::Scale,
    ];

    /// Its width in characters.
    pub fn width(self) -> f64 {
        match self {
            Self::Number => 7.0,
            Self::Statement => 44.0,
            Self::Rating => 15.0,
            Self::Note => 46.0,
            Self::Impact | Self::Area | Self::Why => 30.0,
            Self::Reason => 20.0,
            Self::Extra(_) => 22.0,
            Self::Last => 28.0,
            Self::Key | Self::Scale => 9.0,
        }
    }

    /// Whether people write there.
    pub fn answered(self) -> bool {
        match self {
            Self::Rating | Self::Note | Self::Impact | Self::Area | Self::Reason | Self::Extra(_) => true,
            Self::Number | Self::Statement | Self::Why | Self::Last | Self::Key | Self::Scale => false,
        }
    }

    /// Whether a heading as it is compared is our own word for it.
    pub fn is_called(self, heading: &str) -> bool {
        self.words().first().is_none_or(|word| bare(word) == heading)
    }

    /// What it is called in a sentence.
    pub fn spoken(self, template: &Template) -> String {
        format!("\u{2018}{}\u{2019}", self.heading(template))
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
            Self::Why => &["Why it is sent back", "Asked again because"],
            Self::Last => &["Last round", "Last year"],
            Self::Key => &["Key", "Question key", "Question id"],
            Self::Scale => &["Scale key"],
        }
    }
}

/// A heading as it is compared.
pub fn bare(heading: &str) -> String {
    folded(heading).trim_end_matches([':', '*', '.']).trim().to_owned()
}

/// The heading of a field of the template's own; one that could be taken for another column has its name beside it.
fn extra(template: &Template, place: usize) -> String {
    let Some(field) = template.fields.get(place) else { return String::new() };
    let label = bare(&field.label);
    let ours = Column::FIXED.into_iter().any(|column| bare(column.words()[0]) == label);
    let earlier = template.fields[..place].iter().any(|it| bare(&it.label) == label);
    if ours || earlier || label.is_empty() {
        format!("{} ({})", field.label, field.name)
    } else {
        field.label.clone()
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
        Column::Number
        | Column::Statement
        | Column::Rating
        | Column::Why
        | Column::Last
        | Column::Key
        | Column::Scale => String::new(),
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
        Column::Number
        | Column::Statement
        | Column::Rating
        | Column::Why
        | Column::Last
        | Column::Key
        | Column::Scale => {}
    }
}

/// A digest of what was answered, so that a workbook alone can say which answers differ.
pub fn answer_digest(answer: &Answer) -> String {
    digest_as(answer, &answer.question)
}

/// The digest that an answer would have at another question.
pub fn digest_as(answer: &Answer, question: &QuestionId) -> String {
    let mut parts = vec![question.as_str(), answer.value.as_deref().unwrap_or("")];
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

/// What the code of a sign-off is called.
pub const CODE_LABEL: &str = "Sign-off code";
/// What the governors' meeting is called on the cover.
pub const GOVERNORS_LABEL: &str = "Governing body meets on";
/// What the date of return is called on the cover.
pub const DUE_LABEL: &str = "Return by";
/// What the address is called on the cover.
pub const RETURN_LABEL: &str = "Return to";

/// Who a section is for, on its cover.
pub const FOR_LABEL: &str = "For";
/// When a section is wanted back, on its cover.
pub const BACK_LABEL: &str = "Wanted back by";
/// What is said on the cover of a section.
pub const SECTION: [&str; 2] = [
    "These are some standards of the audit, for you to fill in. They are not the whole return: do not send them to the partnership.",
    "Give the workbook back to whoever sent it to you; what you wrote is shown to them beside what they have before anything is taken over.",
];
/// What is said on the cover of questions that are sent back.
pub const SENT_BACK: [&str; 2] = [
    "The partnership asks you to look again at these questions of your return. Beside each stands why, and what you answered.",
    "Change what needs changing and send this workbook back, or open it in Attest and send a corrected return. All your other answers stand as they are.",
];

/// A day in words, so that no month is taken for a day.
pub fn spoken_day(day: chrono::NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// How a return stands, as a word of the hidden sheet.
pub fn standing_word(standing: Standing) -> &'static str {
    match standing {
        Standing::Draft => "draft",
        Standing::SignedOff => "signed_off",
    }
}

/// A digest of a signature, so that a workbook can say that one was changed.
pub fn signature_digest(signed: &Signature) -> String {
    let meeting = signed.meeting.map(|day| day.to_string()).unwrap_or_default();
    let on = signed.on.to_string();
    let parts = [
        signed.step.as_str(),
        &signed.name,
        &signed.role,
        &signed.body,
        &meeting,
        &signed.minute,
        &signed.statement,
        &on,
    ];
    let parts: Vec<String> = parts.iter().map(|part| folded(part)).collect();
    digest(parts.join("\u{1f}").as_bytes())
}
