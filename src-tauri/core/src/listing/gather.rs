//! Rows as they come, made into entries: what is too long is cut, what is out of step or twice is left out and said.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{Columns, Entry, Field, List, columns, said};
use crate::error::{Error, Result};
use crate::problem::Problem;
use crate::text;

/// The longest text of one field.
const LONGEST: usize = 400;
/// Rows kept as they stand, to be looked at.
const SAMPLE: usize = 5;
/// Most columns of a list.
const MOST_COLUMNS: usize = 2_000;
/// Most rows of a list: four times every school and nursery in England that ever was.
const MOST_ROWS: usize = 400_000;
/// Most problems that are told one by one.
const MOST_PROBLEMS: usize = 200;

/// A list in the making.
pub(super) struct Gathering {
    list: List,
    places: Vec<(Field, Vec<usize>)>,
    urns: HashMap<Box<str>, u32>,
    unsaid: usize,
    word: &'static str,
}

impl Gathering {
    /// Begins with the headings; columns that were said go before those that are guessed.
    pub fn begin(headings: Vec<String>, said: Option<Columns>, word: &'static str) -> Result<Self> {
        if headings.len() > MOST_COLUMNS {
            return Err(Error::input("The list has over 2,000 columns.")
                .hint("Save only the columns that are needed."));
        }
        if headings.iter().filter(|heading| !heading.trim().is_empty()).count() < 1 {
            return Err(Error::input("The list has no headings in its first row.")
                .hint("Put a heading above each column, such as Name and URN."));
        }
        let columns = said.unwrap_or_else(|| columns::guessed(&headings));
        let places = columns.places(&headings)?;
        let problems = said::twice(&headings);
        let list = List { headings, sample: Vec::new(), columns, entries: Vec::new(), problems };
        Ok(Self { list, places, urns: HashMap::new(), unsaid: 0, word })
    }

    /// Takes a row by its line and cells.
    pub fn row<'a>(&mut self, line: u32, cells: usize, cell: impl Fn(usize) -> Cow<'a, str>) -> Result<()> {
        if (0..cells).all(|at| cell(at).trim().is_empty()) {
            return Ok(());
        }
        if cells != self.list.headings.len() {
            let (word, headings) = (self.word, self.list.headings.len());
            self.say(|| said::out_of_step(word, line, cells, headings));
            return Ok(());
        }
        if self.list.sample.len() < SAMPLE {
            self.list.sample.push((0..cells).map(|at| text::short(&cell(at))).collect());
        }
        if !self.list.columns.suffice() {
            return Ok(());
        }
        if self.list.entries.len() >= MOST_ROWS {
            return Err(
                Error::input("The list has over 400,000 rows.").hint("Save only the rows of your area.")
            );
        }
        self.entry(line, cell);
        Ok(())
    }

    /// The list as far as it came.
    pub fn end(mut self) -> List {
        if self.unsaid > 0 {
            self.list.problems.push(said::more(self.unsaid));
        }
        self.list
    }

    /// Keeps a remark; past two hundred only their number.
    pub fn say(&mut self, problem: impl FnOnce() -> Problem) {
        match self.list.problems.len() < MOST_PROBLEMS {
            true => self.list.problems.push(problem()),
            false => self.unsaid += 1,
        }
    }

    fn entry<'a>(&mut self, line: u32, cell: impl Fn(usize) -> Cow<'a, str>) {
        let word = self.word;
        let mut entry = Entry { line, values: vec![Box::default(); Field::ALL.len()] };
        let mut cut = false;
        for (field, places) in &self.places {
            let (value, was_cut) = joined(*field, places, &cell);
            cut |= was_cut;
            entry.values[field.place()] = value;
        }
        if cut {
            self.say(|| said::cut(word, line));
        }
        if entry.get(Field::Name).is_empty() {
            return self.say(|| said::nameless(word, line));
        }
        let urn = entry.get(Field::Urn);
        if !urn.is_empty() {
            if let Some(first) = self.urns.get(urn).copied() {
                let urn = urn.to_owned();
                return self.say(|| said::same_urn(word, line, &urn, first));
            }
            self.urns.insert(urn.into(), line);
        }
        self.list.entries.push(entry);
    }
}

/// A field's columns as one text, and whether it had to be cut.
fn joined<'a>(field: Field, places: &[usize], cell: impl Fn(usize) -> Cow<'a, str>) -> (Box<str>, bool) {
    if let [only] = places {
        return tidy(&cell(*only));
    }
    let parts: Vec<Box<str>> = places.iter().map(|at| tidy(&cell(*at)).0).collect();
    if field == Field::Laestab && parts.iter().any(|part| part.is_empty()) {
        return (Box::default(), false);
    }
    let filled: Vec<&str> = parts.iter().map(AsRef::as_ref).filter(|part| !part.is_empty()).collect();
    tidy(&filled.join(field.between()))
}

fn tidy(value: &str) -> (Box<str>, bool) {
    let value = value.trim();
    if value.len() <= LONGEST && value.bytes().all(|byte| (b' '..0x7f).contains(&byte)) {
        return (value.into(), false);
    }
    let normal = text::normal(value).split_whitespace().collect::<Vec<_>>().join(" ");
    match normal.char_indices().nth(LONGEST) {
        Some((end, _)) => (normal[..end].into(), true),
        None => (normal.into(), false),
    }
}
