//! Reads every figure of every paper: which ratings of which returns it counts. A table that it cannot read is told.

use std::collections::{BTreeMap, BTreeSet};

use attest::analysis::group::By;
use attest::analysis::table::{Cell, Column, Table};
use attest::report::Document;
use attest::template::Template;

use super::ground::BEFORE;
use super::known::{Fact, JUDGED, MET, THINGS, What};
use super::rows::Rows;
use super::truth::{BLANK, QUALITY, State, THEMES, THEN, Truth};
use super::words::{pairs, sentences, tables};

/// Tables of who returned and of what was done, in which nothing is rated.
const NO_RATINGS: [&str; 4] = ["Response by", "Response over time", "What was done", "What the levels mean"];

/// The columns that count one kind of rating of all returns.
const KINDS: [(&str, What); 14] = [
    ("% met", MET),
    ("This round", MET),
    ("Same questions, now", MET),
    ("Self-rating: % met", MET),
    ("All returns, % met", MET),
    ("% partly", 0b1100),
    ("% not met", 0b1_0000),
    ("Exceeds", 0b1),
    ("Met", 0b10),
    ("Mostly met", 0b100),
    ("Partly met", 0b1000),
    ("Not met", 0b1_0000),
    ("Base", JUDGED),
    ("No judgement", 1 << 6),
];
const NOT_JUDGED: [(&str, What); 3] = [("Not applicable", 1 << 5), ("Blank", 1 << 7), ("Not asked", 1 << 8)];
/// What is said of a return besides its ratings, as a column of the table of quality.
const SAID: [&str; 5] =
    ["Signed by everybody", "Signed after due", "Evidence missing", "Another version", "Was sent back"];

/// A reader of papers, who knows the settings and writes down what is said of them.
pub struct Reader<'w> {
    truth: &'w Truth,
    pub facts: BTreeSet<Fact>,
    /// Tables and columns that it could not read.
    pub unread: BTreeSet<String>,
    /// Every count with its base that stands in a table.
    pairs: BTreeSet<(u32, u32)>,
    /// Sentences with a count and a base that stand in no table.
    pub unexplained: BTreeSet<String>,
    pub hidden: usize,
    /// What is open: by group, or for all where there is no name.
    open: BTreeMap<(usize, String), BTreeSet<usize>>,
}

impl<'w> Reader<'w> {
    pub fn new(truth: &'w Truth) -> Self {
        Self {
            truth,
            facts: BTreeSet::new(),
            unread: BTreeSet::new(),
            pairs: BTreeSet::new(),
            unexplained: BTreeSet::new(),
            hidden: 0,
            open: BTreeMap::new(),
        }
    }

    /// Reads all that was shared at some time: first which questions are open, then every table, then every sentence.
    pub fn read(&mut self, state: &State<'_>, papers: &[Document]) {
        (self.open, self.pairs) = (BTreeMap::new(), BTreeSet::new());
        let tables: Vec<&Table> = papers.iter().flat_map(tables).collect();
        for table in &tables {
            self.look(table);
        }
        for table in &tables {
            self.table(state, table);
        }
        let grid = &state.round.grid;
        let returns = u32::try_from(grid.rows.len()).expect("few");
        self.pairs.extend([(returns, grid.expected), (grid.expected - returns, grid.expected)]);
        for sentence in papers.iter().flat_map(sentences) {
            if sentence.ends_with("duties as not met.") {
                let is_few = |count: u32| (1..super::ground::THRESHOLD).contains(&count);
                assert!(
                    pairs(&sentence).all(|(with, all)| !is_few(with) && !is_few(all - with)),
                    "{sentence}"
                );
            } else if pairs(&sentence).any(|pair| !self.pairs.contains(&pair)) {
                self.unexplained.insert(sentence);
            }
        }
    }

    /// Which questions stand open in a table of questions.
    fn look(&mut self, table: &Table) {
        let by = by_of(table);
        for row in table.rows.iter().filter(|_| table.title.starts_with("Result per question")) {
            let template = super::ground::template();
            let Some(line) = line_of(&template, table, row) else { continue };
            for (column, _) in table.columns.iter().zip(row).filter(|(_, cell)| cell.base.is_some()) {
                let key = match (by, column.label.as_str()) {
                    (None, "% met") => (0, String::new()),
                    (None, BEFORE) => (THEN, String::new()),
                    (Some(by), label) if !label.starts_with("All (") => (1 + by as usize, name(label)),
                    _ => continue,
                };
                self.open.entry(key).or_default().extend(&line);
            }
        }
    }

    fn table(&mut self, state: &State<'_>, table: &Table) {
        for row in &table.rows {
            for (column, cell) in table.columns.iter().zip(row) {
                self.hidden += usize::from(*cell == Cell::hidden());
                let Some(count) = cell.count else { continue };
                self.pairs.extend(cell.base.map(|base| (count, base)));
                if !self.cell(state, table, row, (column, cell)) {
                    self.unread.insert(format!("{}: {}", table.title, column.label));
                }
            }
        }
    }

    /// Takes a cell for what it counts; false where that is not known.
    fn cell(
        &mut self,
        state: &State<'_>,
        table: &Table,
        row: &[Cell],
        (column, cell): (&Column, &Cell),
    ) -> bool {
        let label = column.label.as_str();
        if NO_RATINGS.iter().any(|title| table.title.starts_with(title)) {
            let said = row.iter().flat_map(|cell| pairs(&cell.text).collect::<Vec<_>>());
            self.pairs.extend(said);
            return true;
        }
        if table.title == "Quality of the returns" {
            return self.quality(state, table, row, (label, cell));
        }
        if let Some(theme) = theme_of(state, table, row) {
            let rows = match label.starts_with("All settings (") {
                true => state.everyone(),
                false => state.group(by_heads(state, table), &name(label)),
            };
            self.share(&[vec![(THEMES + theme, rows)]], MET, cell);
            return true;
        }
        let template = &state.round.template;
        if label.starts_with("Survey") || label == "Panels: % met" {
            return true;
        }
        let Some(line) = line_of(template, table, row) else { return label == "Questions compared" };
        if let Some(by) = by_of(table) {
            let everyone = label.starts_with("All (");
            let rows = if everyone { state.everyone() } else { state.group(by, &name(label)) };
            let key = if everyone { (0, String::new()) } else { (1 + by as usize, name(label)) };
            let sets = self.sets(&line, &[key], 0, rows);
            self.share(&sets, MET, cell);
            return true;
        }
        let all = (0, String::new());
        let both = [all.clone(), (THEN, String::new())];
        if let Some((_, what)) = KINDS.iter().chain(&NOT_JUDGED).find(|(known, _)| *known == label) {
            let sets =
                [self.sets(&line, &both, 0, state.everyone()), self.sets(&line, &[all], 0, state.everyone())];
            let sets: Vec<_> = if label.starts_with("Same") || label == "This round" {
                sets.concat()
            } else {
                sets.into_iter().rev().flatten().collect()
            };
            self.share(&sets, *what, cell);
            return true;
        }
        self.beside(state, (label, &line), &both, cell)
    }

    /// Cells of the round before, and of those who judged in both.
    fn beside(
        &mut self,
        state: &State<'_>,
        (label, line): (&str, &[usize]),
        both: &[(usize, String)],
        cell: &Cell,
    ) -> bool {
        let then: Rows = (0..state.round.before.rows.len()).collect();
        let (now_both, then_both) = state.in_both();
        let least = match label {
            BEFORE => {
                self.share(&self.sets(line, both, THEN, then), MET, cell);
                return true;
            }
            "Met, this round" => vec![(line[0], now_both)],
            "Met, 2025/26" => vec![(THEN + line[0], then_both)],
            "Higher" | "Same" | "Lower" | "Questions compared" => return true,
            _ => return false,
        };
        // Who of them judged it in both rounds is not known: so many of all who returned twice, or more.
        if let Some((count, base)) = cell.count.zip(cell.base) {
            for (what, count) in [(MET, count), (JUDGED & !MET, base - count)] {
                self.facts.insert(Fact { of: least.clone(), what, count: count.into(), more: true });
            }
        }
        true
    }

    /// What a cell over some questions may count: those that are open wherever it has to be, or all.
    fn sets(
        &self,
        line: &[usize],
        open: &[(usize, String)],
        from: usize,
        rows: Rows,
    ) -> Vec<Vec<(usize, Rows)>> {
        let is_open = |question: &&usize| {
            open.iter().all(|key| self.open.get(key).is_some_and(|open| open.contains(question)))
        };
        let of = |questions: Vec<usize>| questions.into_iter().map(|one| (from + one, rows)).collect();
        vec![of(line.iter().filter(is_open).copied().collect()), of(line.to_vec())]
    }

    /// Writes down a count and, where it has one, its base, of whichever set it is true of.
    fn share(&mut self, sets: &[Vec<(usize, Rows)>], what: What, cell: &Cell) {
        let Some(count) = cell.count.map(i64::from) else { return };
        let base = cell.base.map(i64::from);
        let fits = |of: &&Vec<(usize, Rows)>| {
            let whole = base.is_none_or(|base| self.truth.count(of, JUDGED) == base);
            whole && self.truth.count(of, what) == count
        };
        let of = sets
            .iter()
            .find(fits)
            .unwrap_or_else(|| panic!("what does {cell:?} count, of {sets:?}?"))
            .clone();
        self.facts.insert(Fact { of: of.clone(), what, count, more: false });
        let Some(base) = base else { return };
        let whole: i64 = of.iter().map(|(_, rows)| i64::from(rows.many())).sum();
        self.facts.insert(Fact { of: of.clone(), what: JUDGED & !what, count: base - count, more: false });
        self.facts.insert(Fact { of, what: THINGS[2], count: whole - base, more: false });
    }

    fn quality(
        &mut self,
        state: &State<'_>,
        table: &Table,
        row: &[Cell],
        (label, cell): (&str, &Cell),
    ) -> bool {
        let by = By::ALL.into_iter().find(|by| table.columns[0].label.to_lowercase() == by.word());
        let Some(by) = by else { return false };
        let rows =
            if row[0].text == "All returns" { state.everyone() } else { state.group(by, &row[0].text) };
        let said = SAID.iter().position(|one| *one == label).map(|said| QUALITY + said);
        // Whether a return left anything blank is told of the questions that are open on that day.
        let said = said.or((label == "With a blank").then_some(BLANK + state.day));
        if let Some(said) = said {
            let count = i64::from(cell.count.unwrap_or_default());
            let is = vec![(said, rows)];
            assert_eq!(self.truth.count(&is, MET), count, "{label}");
            self.facts.insert(Fact { of: is.clone(), what: MET, count, more: false });
            let not = i64::from(rows.many()) - count;
            self.facts.insert(Fact { of: is, what: JUDGED & !MET, count: not, more: false });
            return true;
        }
        if label == "Blanks" {
            let key = match row[0].text.as_str() {
                "All returns" => (0, String::new()),
                name => (1 + by as usize, name.to_owned()),
            };
            let line: Vec<usize> = (0..16).collect();
            let mut sets = self.sets(&line, &[(0, String::new())], 0, rows);
            sets.extend(self.sets(&line, &[key], 0, rows));
            self.share(&sets, 1 << 7, &Cell { base: None, ..cell.clone() });
            return true;
        }
        ["Returns", "Ratings without evidence"].contains(&label)
    }
}

/// The questions of a row: one, those of a standard, or all.
fn line_of(template: &Template, table: &Table, row: &[Cell]) -> Option<Vec<usize>> {
    if let Some(at) = table.columns.iter().position(|column| column.label == "No.") {
        let found = template.questions().position(|one| one.number == row[at].text);
        return found.filter(|place| *place < 16).map(|place| vec![place]);
    }
    let first = ["Standard", "Topic"].contains(&table.columns[0].label.as_str());
    let text = row.first().filter(|_| first)?.text.as_str();
    if text == "All standards" {
        return Some((0..16).collect());
    }
    let number: usize = text.split(' ').next()?.parse().ok()?;
    (number < 4).then(|| (number * 4..number * 4 + 4).collect())
}

fn by_of(table: &Table) -> Option<By> {
    let by = |by: &By| {
        let ends = format!(" by {}", by.word());
        table.title.starts_with("Result per ") && table.title.ends_with(&ends)
    };
    let share = table.title.starts_with("Share met of each standard").then_some(By::Phase);
    By::ALL.into_iter().find(by).or(share)
}

/// The name in a heading, without its numbers.
fn name(label: &str) -> String {
    label.rsplit_once(" (").map_or(label, |(name, _)| name).to_owned()
}

/// What tells settings apart in a table of which the groups stand in the headings.
fn by_heads(state: &State<'_>, table: &Table) -> By {
    let heads = table.columns.iter().filter_map(|column| {
        let (name, number) = column.label.rsplit_once(" (")?;
        Some((name, number.trim_end_matches(')').parse::<u32>().ok()?))
    });
    let heads: Vec<(&str, u32)> = heads.filter(|(name, _)| *name != "All settings").collect();
    let fits = |by: &By| heads.iter().all(|(name, many)| state.group(*by, name).many() == *many);
    By::ALL.into_iter().find(fits).expect("groups that are known")
}

fn theme_of(state: &State<'_>, table: &Table, row: &[Cell]) -> Option<usize> {
    let themes = ["Theme", "Support asked for"].contains(&table.columns[0].label.as_str());
    let named = |text: &str| state.round.spoken.iter().position(|one| one.name == text);
    row.first().filter(|_| themes).and_then(|first| named(&first.text))
}
