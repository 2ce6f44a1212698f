//! What the rows and columns of a template's workbook are known by, worked out once for a template.
//!
//! Refuses to know: any workbook.

use std::collections::{HashMap, HashSet};

use crate::template::{Question, QuestionId, Template};
use crate::text::folded;
use crate::workbook::layout::Column;
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
    sound: HashMap<String, At>,
    /// Columns by every word that may stand above them.
    pub headings: HashMap<String, Column>,
    titles: HashSet<String>,
    ours: HashSet<String>,
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
        marks.ours_of(template);
        marks
    }

    fn question_of(&mut self, question: &Question) {
        let at = self.places.len() - 1;
        self.keys.insert(folded(question.id.as_str()), at);
        self.sound.insert(names::sound(question.id.as_str()), at);
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
        self.keys.get(&folded(id.as_str())).copied()
    }

    /// The question of a key cell.
    pub fn keyed(&self, key: &str) -> Option<At> {
        if key.is_empty() {
            return None;
        }
        self.keys.get(key).copied().or_else(|| self.keys.get(&folded(key)).copied())
    }

    /// The question of a statement; none inside where several have it.
    pub fn stated(&self, statement: &str) -> Option<Option<At>> {
        if statement.is_empty() {
            return None;
        }
        self.statements.get(&plain(statement)).copied()
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
        self.ours.contains(&plain(text)) || crate::workbook::identity::tagged(text).is_some()
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
