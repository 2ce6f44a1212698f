//! What a mapped workbook asks: each statement with its number, its section, its scale and an id for ever.
//!
//! An id is made from the number, else from the words; a statement that was there before keeps its own, and an
//! id that was used once never comes again. Refuses to know: how the layout was found.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::guess::number;
use super::guess::survey::Survey;
use super::mapping::{Asked, ColumnMap, ColumnRole, Mapping, RowRole, SheetMap, SheetRole};
use super::scales;
use crate::sheet::Seen;
use crate::template::expression::Part;
use crate::text::{folded, normal};

/// Works out again what is asked; ids hold on by statement.
pub(super) fn renew(seen: &Seen, mapping: &mut Mapping) {
    let mut found: Vec<Asked> = Vec::new();
    for (number, map) in mapping.sheets.iter().enumerate().filter(|(_, map)| map.role == SheetRole::Questions)
    {
        if let (Some(sheet), Some(beside)) = (seen.book.sheets.get(number), seen.beside.get(number)) {
            found.extend(Walk { survey: Survey::of(sheet, beside), map, mapping, sheet: number }.asked());
        }
    }
    numbered(&mut found);
    identified(&mut found, mapping);
    mapping.questions = found;
}

struct Walk<'a> {
    survey: Survey<'a>,
    map: &'a SheetMap,
    mapping: &'a Mapping,
    sheet: usize,
}

impl Walk<'_> {
    fn asked(&self) -> Vec<Asked> {
        let Some(statement) = self.first(ColumnRole::Statement) else { return Vec::new() };
        let inside = self.numbers_inside(statement);
        let (mut section, mut found) = (String::new(), Vec::new());
        for (row, role) in &self.map.rows {
            match role {
                RowRole::Section => section = self.title(*row),
                RowRole::Question => {
                    if let Some(column) = self.first(ColumnRole::Section) {
                        let said = one_line(&self.survey.text(*row, column));
                        section = if said.is_empty() { section } else { said };
                    }
                    found.extend(self.row(*row, statement, inside, &section));
                }
                RowRole::Heading | RowRole::Guidance | RowRole::Other => {}
            }
        }
        found
    }

    fn first(&self, role: ColumnRole) -> Option<u32> {
        self.map.with(role).map(|one| one.column).next()
    }

    /// Whether most statements begin with their number, where no column holds it.
    fn numbers_inside(&self, statement: u32) -> bool {
        let rows: Vec<&u32> = self
            .map
            .rows
            .iter()
            .filter(|(_, role)| **role == RowRole::Question)
            .map(|(row, _)| row)
            .collect();
        let with =
            rows.iter().filter(|row| number::split(&self.survey.text(***row, statement)).is_some()).count();
        self.first(ColumnRole::Number).is_none() && with * 10 >= rows.len() * 6
    }

    /// The title of a section: all that stands in its row, its number first.
    fn title(&self, row: u32) -> String {
        let ratings: BTreeSet<u32> = self.map.with(ColumnRole::Rating).map(|one| one.column).collect();
        let filled = self
            .survey
            .filled(row)
            .into_iter()
            .filter(|column| !ratings.contains(column) || self.survey.filled(row).len() == 1);
        let near = filled.filter(|column| self.first(ColumnRole::Statement).is_none_or(|it| *column <= it));
        let mut texts: Vec<String> = near.map(|column| one_line(&self.survey.text(row, column))).collect();
        if texts.is_empty() {
            texts = self
                .survey
                .filled(row)
                .into_iter()
                .take(1)
                .map(|column| one_line(&self.survey.text(row, column)))
                .collect();
        }
        texts.join(" ").chars().take(150).collect()
    }

    /// A row asks once for each of its ratings.
    fn row(&self, row: u32, statement: u32, inside: bool, section: &str) -> Vec<Asked> {
        let text = normal(&self.survey.text(row, statement)).trim().to_owned();
        let split = inside.then(|| number::split(&text)).flatten();
        let column = self.first(ColumnRole::Number).map(|column| self.survey.text(row, column));
        let (number, text) = split.unwrap_or_else(|| (column.unwrap_or_default(), text));
        let ratings: Vec<&ColumnMap> = self.map.with(ColumnRole::Rating).collect();
        let several = ratings.len() > 1;
        let listed = |rating: u32| self.survey.listed.get(&rating);
        let mut found = Vec::new();
        for rating in ratings {
            let list = listed(rating.column).and_then(|cells| cells.get(&row)).copied();
            let skipped = several && list.is_none() && listed(rating.column).is_some();
            let known =
                list.or_else(|| listed(rating.column).and_then(|cells| cells.values().next()).copied());
            let Some(scale) = scales::of(self.mapping, known).filter(|_| !skipped && !text.is_empty()) else {
                continue;
            };
            let score = if several { self.score(rating) } else { String::new() };
            found.push(Asked {
                id: String::new(),
                number: one_line(&number),
                text: text.clone(),
                score,
                section: section.to_owned(),
                sheet: self.sheet,
                row,
                rating: rating.column,
                scale: scale.to_owned(),
                guidance: self.guidance(row),
            });
        }
        found
    }

    /// What tells one score of a row from the others: the nearest text above it that they do not share.
    fn score(&self, rating: &ColumnMap) -> String {
        let others: Vec<u32> = self.map.with(ColumnRole::Rating).map(|one| one.column).collect();
        let top = self.map.heading.unwrap_or(0);
        for row in (top.saturating_sub(6)..=top).rev() {
            let texts: BTreeSet<String> =
                others.iter().map(|column| folded(&self.survey.text(row, *column))).collect();
            let said = one_line(&self.survey.text(row, rating.column));
            if texts.len() == others.len() && !said.is_empty() && said.chars().count() <= 60 {
                return said;
            }
        }
        let place = others.iter().position(|column| *column == rating.column).unwrap_or(0) + 1;
        format!("Score {place}")
    }

    fn guidance(&self, row: u32) -> String {
        let texts = self.map.with(ColumnRole::Guidance).map(|one| normal(&self.survey.text(row, one.column)));
        texts.filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join("\n")
    }
}

fn one_line(text: &str) -> String {
    normal(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Printed numbers, each only once: where one is missing or comes twice, it is counted by section.
fn numbered(found: &mut [Asked]) {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for one in found.iter_mut() {
        one.number = one.number.trim_end_matches(['.', ')', ':']).chars().take(20).collect();
        *counts.entry(folded(&one.number)).or_default() += 1;
    }
    let once = |number: &str| counts.get(&folded(number)) == Some(&1) && !number.is_empty();
    let mut given: BTreeSet<String> = BTreeSet::new();
    let (mut sections, mut within): (Vec<(usize, String)>, BTreeMap<usize, u32>) =
        (Vec::new(), BTreeMap::new());
    for one in found.iter_mut() {
        let key = (one.sheet, one.section.clone());
        let section = sections.iter().position(|known| *known == key).unwrap_or_else(|| {
            sections.push(key);
            sections.len() - 1
        });
        let place = within.entry(section).or_default();
        *place += 1;
        if !once(&one.number) {
            let base =
                if one.number.is_empty() { format!("{}.{place}", section + 1) } else { one.number.clone() };
            one.number = free(&base, |number| once(number) || given.contains(&folded(number)));
        }
        given.insert(folded(&one.number));
    }
}

/// A name, or the first of `name (2)`, `name (3)`… that is not taken.
fn free(base: &str, taken: impl Fn(&str) -> bool) -> String {
    if !taken(base) {
        return base.to_owned();
    }
    (2..10_000).map(|n| format!("{base} ({n})")).find(|name| !taken(name)).unwrap_or_else(|| base.to_owned())
}

/// Gives every question its id: the one its statement had before, else a new one.
fn identified(found: &mut [Asked], mapping: &Mapping) {
    let key = |one: &Asked| (folded(&one.text), folded(&one.score));
    let mut before: HashMap<(String, String), Vec<&Asked>> = HashMap::new();
    for one in &mapping.questions {
        before.entry(key(one)).or_default().push(one);
    }
    let mut used: BTreeSet<String> =
        mapping.retired.iter().chain(mapping.questions.iter().map(|one| &one.id)).cloned().collect();
    for one in found.iter_mut() {
        let known = before.get_mut(&key(one)).filter(|all| !all.is_empty());
        // Of several with one statement the one in the same place holds, else the first.
        let known = known.map(|all| {
            let at =
                all.iter().position(|other| (other.sheet, other.row) == (one.sheet, one.row)).unwrap_or(0);
            all.remove(at).id.clone()
        });
        one.id = known.unwrap_or_else(|| new_id(&mapping.tool.id, one, &used));
        used.insert(one.id.clone());
    }
}

/// A new id: from the number, else from the words; never one that was used.
fn new_id(tool: &str, one: &Asked, used: &BTreeSet<String>) -> String {
    let score = if one.score.is_empty() { String::new() } else { format!("-{}", slug(&one.score, 3)) };
    let number = slug(&one.number.replace(['(', ')'], " "), 4);
    let words = slug(&one.text, 6);
    let named = [format!("q{number}{score}"), format!("{words}{score}"), format!("q{number}-{words}{score}")];
    let sound = |id: &String| id.len() > 1 + score.len() && Part::of(id).is_none();
    let whole =
        |name: &str| format!("{tool}.{}", name.chars().take(60).collect::<String>().trim_matches('-'));
    let mut candidates = named.iter().filter(|id| sound(id)).map(|id| whole(id));
    let base = candidates.clone().next().unwrap_or_else(|| whole("question"));
    candidates
        .find(|id| !used.contains(id))
        .or_else(|| (2..100_000).map(|n| format!("{base}-{n}")).find(|id| !used.contains(id)))
        .unwrap_or(base)
}

/// The first words of a text as small letters, figures and hyphens.
pub(super) fn slug(text: &str, words: usize) -> String {
    let plain: String =
        folded(text).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    plain
        .split_whitespace()
        .take(words)
        .collect::<Vec<_>>()
        .join("-")
        .chars()
        .take(48)
        .collect::<String>()
        .trim_matches('-')
        .to_owned()
}
