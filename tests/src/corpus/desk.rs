//! A return's workbook with somebody at work in it: where its questions stand, and what is expected of what they did.

use attest::sheet::Place;
use attest::submission::Answer;
use attest::template::{Question, QuestionId, QuestionKind};

use super::base::Base;
use super::judge::{Expected, Truth};
use super::package::Package;

/// The statement's column.
pub const STATEMENT: u32 = 1;
/// The column of the answer itself.
pub const RATING: u32 = 2;
/// The column of the evidence and commentary.
pub const NOTE: u32 = 3;

/// A workbook being edited.
pub struct Desk<'b> {
    /// The return.
    pub base: &'b Base,
    /// Its workbook.
    pub package: Package,
    /// What ought to be read of it.
    pub expected: Expected,
    /// The places of the sheets with questions.
    pub sheets: Vec<usize>,
    /// The place of the sheet that most kinds work in.
    pub main: usize,
    /// The column of the keys.
    pub key: u32,
    /// The row of headings of that sheet.
    pub heading: u32,
}

impl<'b> Desk<'b> {
    /// Opens a return's workbook; most work is done in its sheet with most rated questions.
    pub fn open(base: &'b Base) -> Self {
        let package = Package::open(&base.bytes);
        let mut found = Vec::new();
        for place in 0..package.sheets().len() {
            let grid = package.grid(place);
            let heading = grid.find(STATEMENT, "Statement", package.strings());
            let key = heading.and_then(|row| {
                (0..40).find(|column| grid.text(Place::new(row, *column), package.strings()) == "Key")
            });
            if let (Some(heading), Some(key)) = (heading, key) {
                let id = |row: &u32| QuestionId(grid.text(Place::new(*row, key), package.strings()));
                let rated =
                    |row: &&u32| base.template.question(&id(row)).is_some_and(|it| it.scale.is_some());
                found.push((place, heading, key, grid.rows.keys().filter(rated).count()));
            }
        }
        let (main, heading, key, _) = *found.iter().max_by_key(|it| it.3).expect("a sheet of questions");
        let sheets = found.iter().map(|it| it.0).collect();
        Self { base, package, expected: Expected::default(), sheets, main, key, heading }
    }

    /// The questions of a sheet with their first rows, in order.
    pub fn questions(&self, sheet: usize) -> Vec<(&'b Question, u32)> {
        let grid = self.package.grid(sheet);
        let rows = grid.rows.keys().filter_map(|row| {
            let key = grid.text(Place::new(*row, self.key), self.package.strings());
            self.base.template.question(&QuestionId(key)).map(|question| (question, *row))
        });
        rows.collect()
    }

    /// The questions of the main sheet.
    pub fn here(&self) -> Vec<(&'b Question, u32)> {
        self.questions(self.main)
    }

    /// The rated questions of the main sheet that have an answer.
    pub fn rated(&self) -> Vec<(&'b Question, u32)> {
        let rated = |question: &Question| matches!(question.kind, QuestionKind::Rating | QuestionKind::YesNo);
        let answered = |question: &Question| self.base.answer(&question.id).value.is_some();
        self.here().into_iter().filter(|(question, _)| rated(question) && answered(question)).collect()
    }

    /// Every answered question of a kind, with its sheet and row.
    pub fn of_kind(&self, kind: QuestionKind) -> Vec<(&'b Question, usize, u32)> {
        let mut found = Vec::new();
        for sheet in &self.sheets {
            for (question, row) in self.questions(*sheet) {
                if question.kind == kind && self.base.answer(&question.id).value.is_some() {
                    found.push((question, *sheet, row));
                }
            }
        }
        found
    }

    /// The rows of a question in the main sheet: its first, and those that go on with it.
    pub fn rows_of(&self, id: &QuestionId) -> Vec<u32> {
        let grid = self.package.grid(self.main);
        let onward = format!("{id} (");
        let is = |row: &u32| {
            let key = grid.text(Place::new(*row, self.key), self.package.strings());
            key == id.as_str() || key.starts_with(&onward)
        };
        grid.rows.keys().copied().filter(is).collect()
    }

    /// The last row of the main sheet with a question.
    pub fn last(&self) -> u32 {
        self.package.grid(self.main).rows.keys().copied().max().unwrap_or(0)
    }

    /// Types into a cell of the main sheet.
    pub fn write(&mut self, row: u32, column: u32, text: &str) {
        self.write_in(self.main, row, column, text);
    }

    /// Types into a cell.
    pub fn write_in(&mut self, sheet: usize, row: u32, column: u32, text: &str) {
        self.package.edit(sheet, |grid, _| grid.write(Place::new(row, column), text));
    }

    /// Puts XML into a cell.
    pub fn raw(&mut self, sheet: usize, (row, column): (u32, u32), kind: &str, inner: &str) {
        self.package.edit(sheet, |grid, _| grid.raw(Place::new(row, column), kind, inner));
    }

    /// The label of a question's answer, as it stands in the workbook.
    pub fn label(&self, question: &Question) -> String {
        let value = self.base.answer(&question.id).value.clone().unwrap_or_default();
        self.base.template.level(question, &value).map_or(value, |level| level.label.clone())
    }

    /// Expects an answer to be as it was but for what is changed here.
    pub fn expect(&mut self, question: &Question, with: impl FnOnce(&mut Answer)) {
        let mut answer = match self.expected.changed.get(&question.id) {
            Some(Truth::Is(answer)) => (**answer).clone(),
            Some(Truth::Asked | Truth::Gone) | None => self.base.answer(&question.id).clone(),
        };
        with(&mut answer);
        self.expected.changed.insert(question.id.clone(), Truth::Is(Box::new(answer)));
    }

    /// Expects that a text is said.
    pub fn says(&mut self, words: &str) {
        self.expected.says.push(words.to_owned());
    }

    /// Expects a question to be asked about.
    pub fn asked(&mut self, question: &Question) {
        self.expected.changed.insert(question.id.clone(), Truth::Asked);
    }

    /// Expects a question's answer to be gone, and said.
    pub fn gone(&mut self, question: &Question) {
        self.expected.changed.insert(question.id.clone(), Truth::Gone);
    }
}
