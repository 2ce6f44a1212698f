//! The tables beside the answers, used both ways: the action plan, the evidence, the signatures.
//!
//! Refuses to know: formats and cells.

use std::collections::HashMap;

use crate::submission::action::{ActionState, Origin};
use crate::template::{QuestionId, Template};
use crate::text::folded;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// The row's number.
    Number,
    /// A text.
    Text,
    /// A date.
    Day,
    /// How far an action is.
    State,
    /// Where it came from.
    Origin,
    /// Something for programs.
    Key,
}

/// A column of a table.
pub struct Heading {
    /// What people call it; the first is ours.
    pub words: &'static [&'static str],
    /// Its width in characters.
    pub width: f64,
    /// What it holds.
    pub holds: Holds,
}

/// A table on a sheet of its own.
pub struct Table {
    /// The name on the tab and at the top.
    pub name: &'static str,
    /// What is said under the title.
    pub remark: &'static str,
    /// Its columns, from left to right.
    pub columns: &'static [Heading],
    /// The columns by which a row of headings is known to be this table's.
    pub sure: [usize; 2],
}

const fn column(words: &'static [&'static str], width: f64, holds: Holds) -> Heading {
    Heading { words, width, holds }
}

/// The places of the plan's columns.
#[allow(missing_docs)]
pub mod plan {
    pub const TITLE: usize = 1;
    pub const OWNER: usize = 2;
    pub const DUE: usize = 3;
    pub const STATE: usize = 4;
    pub const DONE: usize = 5;
    pub const OUTCOME: usize = 6;
    pub const QUESTIONS: usize = 7;
    pub const ORIGIN: usize = 8;
    pub const CREATED: usize = 9;
}

/// The places of the columns of the evidence.
#[allow(missing_docs)]
pub mod evidence {
    pub const TITLE: usize = 1;
    pub const PLACE: usize = 2;
    pub const OWNER: usize = 3;
    pub const DATED: usize = 4;
    pub const REVIEW: usize = 5;
    pub const QUESTIONS: usize = 6;
}

/// The places of the columns of the signatures.
#[allow(missing_docs)]
pub mod signed {
    pub const STATEMENT: usize = 1;
    pub const ROLE: usize = 2;
    pub const BODY: usize = 3;
    pub const NAME: usize = 4;
    pub const MEETING: usize = 5;
    pub const MINUTE: usize = 6;
    pub const ON: usize = 7;
    pub const KEY: usize = 8;
}

/// The action plan.
pub const PLAN: Table = Table {
    name: "Action plan",
    remark: "One action a row; add your own below. Under \u{201c}Questions\u{201d} write the numbers of the questions that it grew out of, such as A1, C4.",
    columns: &[
        column(&["No.", "No", "Number", "#"], 7.0, Holds::Number),
        column(&["What is to be done", "Action", "What", "Task"], 46.0, Holds::Text),
        column(&["Who", "Owner", "By whom", "Lead", "Responsible"], 22.0, Holds::Text),
        column(&["By when", "Due", "Due date", "Deadline"], 13.0, Holds::Day),
        column(&["State", "Status", "Progress"], 13.0, Holds::State),
        column(&["Done on", "Completed", "Completion date"], 13.0, Holds::Day),
        column(&["Difference it made", "Outcome", "Impact"], 40.0, Holds::Text),
        column(&["Questions", "Question", "For questions"], 16.0, Holds::Text),
        column(&["From", "Origin"], 11.0, Holds::Origin),
        column(&["Written down", "Created"], 13.0, Holds::Day),
    ],
    sure: [plan::TITLE, plan::DUE],
};

/// The evidence.
pub const EVIDENCE: Table = Table {
    name: "Evidence",
    remark: "One item a row; add your own below. Say what it is and where it is kept; do not paste documents here. One item may back many questions.",
    columns: &[
        column(&["No.", "No", "Number", "#"], 7.0, Holds::Number),
        column(&["What it is and shows", "Evidence", "What", "Item"], 58.0, Holds::Text),
        column(&["Where it is kept", "Where", "Place", "Location"], 46.0, Holds::Text),
        column(&["Who keeps it", "Owner", "Who"], 24.0, Holds::Text),
        column(&["Dated", "Date"], 13.0, Holds::Day),
        column(&["Look again by", "Review", "Review date"], 13.0, Holds::Day),
        column(&["Questions", "Question", "For questions"], 24.0, Holds::Text),
    ],
    sure: [evidence::TITLE, evidence::PLACE],
};

/// The signatures.
pub const SIGNED: Table = Table {
    name: "Sign-off",
    remark: "Signed in this order. A signature is a name, the role, the body it is given for, when that body met and where its minutes say so.",
    columns: &[
        column(&["Step"], 7.0, Holds::Number),
        column(&["What is stated", "Statement of sign-off"], 58.0, Holds::Text),
        column(&["Signed as", "Role"], 24.0, Holds::Text),
        column(&["For", "Body"], 24.0, Holds::Text),
        column(&["Name", "Signed by"], 26.0, Holds::Text),
        column(&["Body met on", "Meeting"], 13.0, Holds::Day),
        column(&["Minute", "Minute reference"], 14.0, Holds::Text),
        column(&["Signed on", "Date signed"], 13.0, Holds::Day),
        column(&["Key", "Step key"], 12.0, Holds::Key),
    ],
    sure: [signed::STATEMENT, signed::NAME],
};

impl Table {
    /// The places of its columns in a row of headings, by the words above them; none if it is another row.
    pub fn places(&self, headings: &[(u32, String)]) -> Option<Vec<Option<u32>>> {
        let named = |heading: &Heading| {
            let wanted = |text: &String| heading.words.iter().any(|word| word.eq_ignore_ascii_case(text));
            headings.iter().find(|(_, text)| wanted(text)).map(|(column, _)| *column)
        };
        let places: Vec<Option<u32>> = self.columns.iter().map(named).collect();
        self.sure.iter().all(|column| places[*column].is_some()).then_some(places)
    }
}

/// The words for how far an action is; the first is ours.
pub fn state_words(state: ActionState) -> &'static [&'static str] {
    match state {
        ActionState::Open => &["Open", "Not started", "Not begun", "To do", "New"],
        ActionState::UnderWay => &["Under way", "In progress", "Ongoing", "Started", "Underway"],
        ActionState::Done => &["Done", "Complete", "Completed", "Closed", "Finished"],
        ActionState::Dropped => &["Dropped", "Cancelled", "Withdrawn", "No longer needed"],
    }
}

/// The word of ours for a state by its name in the file.
pub fn state_word(code: &str) -> Option<&'static str> {
    ActionState::ALL.into_iter().find(|state| state.code() == code).map(|state| state_words(state)[0])
}

/// The words for where an action came from; the first is ours.
pub fn origin_words(origin: Origin) -> &'static [&'static str] {
    match origin {
        Origin::Audit => &["Audit", "Own audit", "Self-assessment"],
        Origin::Panel => &["Panel", "Audit panel"],
        Origin::Feedback => &["Feedback", "Partnership"],
    }
}

/// The questions of a template by what people call them: a printed number that is one question’s alone, or the id.
pub struct Names<'t> {
    template: &'t Template,
    numbers: HashMap<String, Option<&'t QuestionId>>,
}

impl<'t> Names<'t> {
    /// The names of a template’s questions.
    pub fn of(template: &'t Template) -> Self {
        let mut numbers = HashMap::new();
        for question in template.questions().filter(|it| !it.number.contains([',', ';', '\n'])) {
            let id = Some(&question.id);
            numbers.entry(folded(&question.number)).and_modify(|found| *found = None).or_insert(id);
        }
        Self { template, numbers }
    }

    /// What a list of questions is called in a cell: printed numbers, or the id where a number is no sure name.
    pub fn list(&self, questions: &[QuestionId]) -> String {
        let name = |id: &QuestionId| match self.template.question(id) {
            Some(found) if self.find(&found.number) == Some(id) => found.number.clone(),
            Some(_) | None => id.to_string(),
        };
        questions.iter().map(name).collect::<Vec<_>>().join(", ")
    }

    /// The question that a printed number or an id names, if it names one alone.
    pub fn find(&self, named: &str) -> Option<&'t QuestionId> {
        let exact = self.template.questions().find(|it| it.id.as_str() == named.trim()).map(|it| &it.id);
        exact.or_else(|| self.numbers.get(&folded(named)).copied().flatten())
    }
}
