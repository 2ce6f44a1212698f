//! What the rows and columns of a template's workbook are known by, worked out once for a template.
//!
//! Refuses to know: any workbook.

use std::collections::{HashMap, HashSet};

use crate::submission::Answer;
use crate::template::{Question, QuestionId, Template};
use crate::text::folded;
use crate::workbook::layout::{Column, answer_digest, bare};
use crate::workbook::names;
use crate::workbook::tables::{EVIDENCE, PLAN, SIGNED};

/// The first cells of the sheets that hold no answers.
const TITLES: [&str; 3] = ["Summary", "Charts", "Guidance and definitions"];

/// The place of a question among all of its template.
pub type At = usize;

/// What rows and columns are known by.
#[derive(Debug, Default)]
pub struct Marks {
    places: Vec<(usize, usize)>,
    keys: HashMap<String, At>,
    statements: HashMap<String, Option<At>>,
    /// The same by every statement just as the template has it: nearly all come back so.
    exact: HashMap<String, Option<At>>,
    blanks: Vec<String>,
    sound: HashMap<String, At>,
    /// Columns by every word that may stand above them.
    pub headings: HashMap<String, Column>,
    /// Every word that may stand above any column, those beside the answers too.
    words: HashSet<String>,
    longest: Longest,
    titles: HashSet<String>,
    ours: HashSet<String>,
}

/// The longest of each kind of text, so that one far longer is none without looking at the whole of it.
#[derive(Debug, Default)]
struct Longest {
    word: usize,
    key: usize,
    statement: usize,
    ours: usize,
}

/// Whether a text may be one of some whose longest is known: spaces within it and signs at its ends do not count.
fn may_be(text: &str, longest: usize) -> bool {
    !text.is_empty() && text.len() <= 2 * longest + 100
}

fn longest<'t>(texts: impl IntoIterator<Item = &'t String>) -> usize {
    texts.into_iter().map(String::len).max().unwrap_or(0)
}

impl Marks {
    /// The marks of a template.
    pub fn of(template: &Template) -> Self {
        let mut marks = Self { headings: Column::names(template), ..Self::default() };
        for (standard, it) in template.standards.iter().enumerate() {
            for (place, question) in it.questions.iter().enumerate() {
                marks.places.push((standard, place));
                marks.question_of(question);
            }
        }
        for question in template.questions() {
            let found = marks.statements.get(&plain(&question.text)).copied().flatten();
            marks.exact.insert(question.text.clone(), found);
        }
        marks.words_of();
        marks.ours_of(template);
        marks.longest = Longest {
            word: longest(&marks.words),
            key: longest(marks.keys.keys()),
            statement: longest(marks.exact.keys()),
            ours: longest(&marks.ours),
        };
        marks
    }

    fn words_of(&mut self) {
        let tables = [PLAN, EVIDENCE, SIGNED];
        let beside = tables.iter().flat_map(|table| table.columns).flat_map(|column| column.words);
        let beside = beside.map(|word| word.to_ascii_lowercase());
        self.words = self.headings.keys().cloned().chain(beside).collect();
    }

    fn question_of(&mut self, question: &Question) {
        let at = self.places.len() - 1;
        self.keys.insert(folded(question.id.as_str()), at);
        self.sound.insert(names::sound(question.id.as_str()), at);
        self.blanks.push(answer_digest(&Answer::blank(question.id.clone())));
        let statement = self.statements.entry(plain(&question.text));
        statement.and_modify(|found| *found = None).or_insert(Some(at));
    }

    fn ours_of(&mut self, template: &Template) {
        let tables = [PLAN, EVIDENCE, SIGNED];
        let names = tables.iter().map(|table| table.name).chain(TITLES).chain([template.title.as_str()]);
        self.titles = names.map(plain).collect();
        self.ours = self.titles.clone();
        self.ours.extend(tables.iter().map(|table| plain(table.remark)));
        for standard in &template.standards {
            self.ours.insert(plain(&format!("{} {}", standard.number, standard.title)));
            let lines = crate::workbook::write::broken(&standard.introduction, 190);
            self.ours.extend(lines.iter().map(|line| plain(line)));
        }
    }

    /// A question by its place.
    pub fn question<'t>(&self, template: &'t Template, at: At) -> Option<&'t Question> {
        let (standard, place) = self.places.get(at)?;
        template.standards.get(*standard)?.questions.get(*place)
    }

    /// The place of a question.
    pub fn place(&self, id: &QuestionId) -> Option<At> {
        self.keyed(id.as_str())
    }

    /// The question of a key cell.
    pub fn keyed(&self, key: &str) -> Option<At> {
        if !may_be(key, self.longest.key) {
            return None;
        }
        self.keys.get(key).copied().or_else(|| self.keys.get(&folded(key)).copied())
    }

    /// The question of a statement; none inside where several have it.
    pub fn stated(&self, statement: &str) -> Option<Option<At>> {
        if !may_be(statement, self.longest.statement) {
            return None;
        }
        self.exact.get(statement).or_else(|| self.statements.get(&plain(statement))).copied()
    }

    /// A text as headings are compared, where it may stand above a column.
    pub fn heading(&self, text: &str) -> Option<String> {
        // A cell of so much more text is no heading, and most cells are.
        if text.len() > self.longest.word + 40 {
            return None;
        }
        Some(bare(text)).filter(|word| self.words.contains(word))
    }

    /// The digest of a question's answer while it is blank.
    pub fn blank(&self, at: At) -> Option<&str> {
        self.blanks.get(at).map(String::as_str)
    }

    /// The standard of a question, by its place in the template.
    pub fn standard(&self, at: At) -> Option<usize> {
        self.places.get(at).map(|(standard, _)| *standard)
    }

    /// The question that a defined name is of.
    pub fn rated(&self, name: &str) -> Option<At> {
        names::rated(name).and_then(|sound| self.sound.get(sound)).copied()
    }

    /// Whether a sheet's first text says that it holds no answers.
    pub fn is_title(&self, text: &str) -> bool {
        self.titles.contains(&plain(text))
    }

    /// Whether a text beside the table is one that Attest wrote.
    pub fn is_ours(&self, text: &str) -> bool {
        let ours = may_be(text, self.longest.ours) && self.ours.contains(&plain(text));
        ours || crate::workbook::identity::tagged(text).is_some()
    }
}

/// A text as statements are compared: case, spaces, apostrophes, quotes and the kind of dash do not count.
pub fn plain(text: &str) -> String {
    let folded = folded(text);
    if folded.is_ascii() {
        return folded;
    }
    let dash = |c| if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}') { '-' } else { c };
    let seen = |c: &char| !matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}');
    folded.chars().filter(seen).map(dash).collect::<String>().replace('\u{2026}', "...")
}
