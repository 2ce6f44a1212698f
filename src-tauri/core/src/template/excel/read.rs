//! Reads a template's workbook: sheets by their headings, rows into items, every fault with sheet and cell.
//!
//! The workbook comes from outside: it is read behind the guard, and formulas are never values.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::form::{
    Column, FORMS, Form, HEAD, HEAD_KEYS, HELP, LOOKS_LIKE, LOOKS_LIKE_HEADING, MAP_HEADINGS, SCALE_MAPS,
    items,
};
use super::gather::Gathered;
use crate::error::Result;
use crate::problem::{Problem, Read, Severity};
use crate::sheet::{self, Book, Cell, Place, Sheet, guard};
use crate::template::Template;
use crate::template::sound::did_you_mean;
use crate::template::toml::shape::Shape;
use crate::template::toml::{Voice, judge};
use crate::text::folded;

/// Reads a template; none where it has a fault, and every fault is named. An error is a file that is no workbook.
pub fn read(bytes: &[u8]) -> Result<std::result::Result<Template, Vec<Problem>>> {
    read_with_remarks(bytes).map(|read| match read {
        Read { value: Some(template), .. } => Ok(template),
        Read { value: None, problems } => Err(problems),
    })
}

/// The same with the remarks that do not refuse it.
pub fn read_with_remarks(bytes: &[u8]) -> Result<Read<Option<Template>>> {
    let guarded = guard::open(bytes)?;
    let book = sheet::read(guarded.value)?;
    let problems = guarded.problems.into_iter().chain(book.problems).collect();
    let mut reading = Reading { gathered: Gathered::new(), problems, sheets: named(&book.value) };
    reading.all();
    let (template, remarks) = judge(reading.gathered.value(), Voice::Excel);
    for remark in remarks {
        let place = reading.gathered.place(&remark.at).unwrap_or("the workbook").to_owned();
        reading.problems.push(Problem::new(remark.severity, place, remark.message).hint(remark.hint));
    }
    let faulty = reading.problems.iter().any(|problem| problem.severity == Severity::Fault);
    Ok(Read { value: template.filter(|_| !faulty), problems: reading.problems })
}

fn named(book: &Book) -> BTreeMap<String, &Sheet> {
    book.sheets.iter().map(|sheet| (folded(&sheet.name), sheet)).collect()
}

struct Reading<'a> {
    gathered: Gathered,
    problems: Vec<Problem>,
    sheets: BTreeMap<String, &'a Sheet>,
}

/// A sheet's heading row: where it is, and the column of each heading.
struct Headed<'a> {
    sheet: &'a Sheet,
    row: u32,
    columns: BTreeMap<String, u32>,
}

impl Headed<'_> {
    fn place(&self, row: u32, heading: &str) -> Option<Place> {
        self.columns.get(&folded(heading)).map(|column| Place::new(row, *column))
    }

    fn rows(&self) -> impl Iterator<Item = u32> {
        let below = self.sheet.rows.range(self.row + 1..);
        below
            .filter(|(_, cells)| cells.values().any(|cell| !cell.text().trim().is_empty()))
            .map(|(row, _)| *row)
    }
}

impl<'a> Reading<'a> {
    fn all(&mut self) {
        self.unknown_sheets();
        self.head();
        for form in FORMS {
            let headings = form.parent.into_iter().chain(form.columns.iter().map(|column| column.heading));
            if let Some(headed) = self.headed(form.sheet, &headings.collect::<Vec<_>>()) {
                self.form(form, &headed);
            }
        }
        if let Some(headed) = self.headed(SCALE_MAPS, &MAP_HEADINGS) {
            self.scale_maps(&headed);
        }
    }

    fn unknown_sheets(&mut self) {
        let known: Vec<&str> = FORMS.iter().map(|form| form.sheet).chain([HEAD, HELP, SCALE_MAPS]).collect();
        for (folded_name, sheet) in self.sheets.clone() {
            if !known.iter().any(|name| folded(name) == folded_name) && !sheet.rows.is_empty() {
                let message = format!("The sheet \u{201c}{}\u{201d} is none of a template.", sheet.name);
                let hint = format!("{} It was left out.", did_you_mean(&sheet.name, known.iter().copied()));
                self.problems.push(Problem::new(Severity::Note, sheet.name.clone(), message).hint(hint));
            }
        }
    }

    fn head(&mut self) {
        let Some(sheet) = self.sheets.get(&folded(HEAD)).copied() else {
            let message = format!("The sheet \u{201c}{HEAD}\u{201d} is missing.");
            self.fault("the workbook", message, "Begin with a workbook that Attest wrote of a template.");
            return;
        };
        for (key, asked) in HEAD_KEYS {
            let found =
                sheet.rows.keys().find(|row| folded(&sheet.text(Place::new(**row, 0))) == folded(asked));
            match found {
                Some(row) => {
                    let place = Place::new(*row, 1);
                    let value = self.text(sheet, place).map(Value::String);
                    self.gathered.head(key, value, sheet.at(place));
                }
                None => self.gathered.head(key, None, format!("Sheet '{}'", sheet.name)),
            }
        }
    }

    /// Finds the row of headings; a heading that is missing or unknown is said.
    fn headed(&mut self, name: &str, headings: &[&str]) -> Option<Headed<'a>> {
        let sheet = self.sheets.get(&folded(name)).copied()?;
        let known: Vec<String> = headings.iter().map(|heading| folded(heading)).collect();
        let fits = |row: &&u32| {
            sheet.rows[row].values().filter(|cell| known.contains(&folded(&cell.text()))).count() >= 2
        };
        let row = *sheet.rows.keys().find(fits)?;
        let mut headed = Headed { sheet, row, columns: BTreeMap::new() };
        for (column, cell) in &sheet.rows[&row] {
            self.heading(&mut headed, *column, cell, &known, headings);
        }
        for heading in headings.iter().filter(|one| **one != "Looks like") {
            if headed.place(row, heading).is_none() {
                let message = format!("The column \u{201c}{heading}\u{201d} is missing.");
                self.fault(
                    &format!("Sheet '{}'", sheet.name),
                    message,
                    "Put the heading back; its cells may be empty.",
                );
            }
        }
        Some(headed)
    }

    fn heading(
        &mut self,
        headed: &mut Headed<'a>,
        column: u32,
        cell: &Cell,
        known: &[String],
        headings: &[&str],
    ) {
        let text = folded(&cell.text());
        let place = headed.sheet.at(Place::new(headed.row, column));
        if text.is_empty() {
        } else if !known.contains(&text) && !text.starts_with(&folded(LOOKS_LIKE_HEADING)) {
            let message = format!("\u{201c}{}\u{201d} is not a column of this sheet.", cell.text());
            self.fault(&place, message, &did_you_mean(&cell.text(), headings.iter().copied()));
        } else if headed.columns.insert(text, column).is_some() {
            let message = format!("The column \u{201c}{}\u{201d} is there twice.", cell.text());
            self.fault(&place, message, "Take one of the two out.");
        }
    }

    fn form(&mut self, form: &'static Form, headed: &Headed<'a>) {
        for row in headed.rows().collect::<Vec<_>>() {
            let mut item = Map::new();
            for column in form.columns.iter().filter(|column| column.key != LOOKS_LIKE) {
                if let Some(value) = self.cell(form, column, headed, row) {
                    item.insert(column.key.to_owned(), value);
                }
            }
            if form.columns.iter().any(|column| column.key == LOOKS_LIKE) {
                item.insert(LOOKS_LIKE.to_owned(), self.looks_like(headed, row));
            }
            let Some(inside) = self.parent(form, headed, row) else { continue };
            for nested in nested(form) {
                item.insert(nested.to_owned(), Value::Array(Vec::new()));
            }
            let path = self.gathered.item(form, inside.as_deref(), item);
            self.remember(form, headed, row, &path);
        }
    }

    fn cell(&mut self, form: &Form, column: &Column, headed: &Headed<'a>, row: u32) -> Option<Value> {
        let text = self.text(headed.sheet, headed.place(row, column.heading)?)?;
        Some(match form.shape(column.key) {
            Shape::Flag(_) => match folded(&text).as_str() {
                "yes" | "true" | "y" | "1" => Value::Bool(true),
                "no" | "false" | "n" | "0" => Value::Bool(false),
                _ => Value::String(text),
            },
            Shape::List(_) => Value::Array(items(&text).into_iter().map(Value::String).collect()),
            Shape::Text | Shape::Date | Shape::OneOf(_) | Shape::Table(_) | Shape::Map => Value::String(text),
        })
    }

    /// What each level looks like, from the columns that name one.
    fn looks_like(&mut self, headed: &Headed<'a>, row: u32) -> Value {
        let prefix = folded(LOOKS_LIKE_HEADING);
        let columns: Vec<(String, u32)> = headed
            .columns
            .iter()
            .filter_map(|(heading, column)| Some((heading.strip_prefix(&prefix)?.trim().to_owned(), *column)))
            .collect();
        let mut found = Vec::new();
        for (level, column) in columns {
            if let Some(text) = self.text(headed.sheet, Place::new(row, column)) {
                found.push(serde_json::json!({ "level": level, "text": text }));
            }
        }
        Value::Array(found)
    }

    /// The path of what a row belongs to: `Some(None)` at the top, none where there is nothing of that name.
    fn parent(&mut self, form: &Form, headed: &Headed<'a>, row: u32) -> Option<Option<String>> {
        let (Some(heading), Some(outer)) = (form.parent, form.inside()) else { return Some(None) };
        let place = headed.place(row, heading)?;
        let id = self.text(headed.sheet, place).unwrap_or_default();
        if let Some(path) = self.gathered.path_of(outer, id.trim()) {
            return Some(Some(path.to_owned()));
        }
        let what = heading.to_lowercase();
        let at = headed.sheet.at(place);
        if id.is_empty() {
            self.fault(
                &at,
                format!("This row does not say which {what} it belongs to."),
                &format!("Write the {what}'s id there."),
            );
        } else {
            let hint = did_you_mean(&id, self.gathered.ids_of(outer).into_iter());
            self.fault(&at, format!("There is no {what} \u{201c}{id}\u{201d}."), &hint);
        }
        None
    }

    fn remember(&mut self, form: &Form, headed: &Headed<'a>, row: u32, path: &str) {
        let first = headed.columns.values().min().copied().unwrap_or(0);
        self.gathered.stands(path.to_owned(), headed.sheet.at(Place::new(row, first)));
        for column in form.columns {
            if let Some(place) = headed.place(row, column.heading) {
                self.gathered.stands(format!("{path}.{}", column.key), headed.sheet.at(place));
            }
        }
        let looks =
            headed.columns.iter().filter(|(heading, _)| heading.starts_with(&folded(LOOKS_LIKE_HEADING)));
        let filled = looks.filter(|(_, column)| !headed.sheet.text(Place::new(row, **column)).is_empty());
        for (n, (_, column)) in filled.enumerate() {
            let at = headed.sheet.at(Place::new(row, *column));
            self.gathered.stands(format!("{path}.{LOOKS_LIKE}.{n}"), at);
        }
    }

    /// Rows of one map follow each other; a row without an old level is a map that maps nothing.
    fn scale_maps(&mut self, headed: &Headed<'a>) {
        for row in headed.rows().collect::<Vec<_>>() {
            let [from, to, old, new] = MAP_HEADINGS.map(|heading| {
                let place = headed.place(row, heading)?;
                self.text(headed.sheet, place)
            });
            let maps = self.gathered.list("scale_maps");
            let (from, to) = (from.unwrap_or_default(), to.unwrap_or_default());
            let same = |map: &Value| map["from"] == from.as_str() && map["to"] == to.as_str();
            if !maps.last().is_some_and(same) {
                maps.push(serde_json::json!({ "from": from, "to": to, "levels": {} }));
            }
            let place = maps.len() - 1;
            if let Some(old) = old {
                maps[place]["levels"][&old] = Value::String(new.unwrap_or_default());
                let at = headed.sheet.at(Place::new(row, 3));
                self.gathered.stands(format!("scale_maps.{place}.levels.{old}"), at);
            }
            self.gathered.stands(format!("scale_maps.{place}"), headed.sheet.at(Place::new(row, 0)));
        }
    }

    /// The text of a cell; blank is nothing, and a formula or an error is no value.
    fn text(&mut self, sheet: &Sheet, place: Place) -> Option<String> {
        let cell = sheet.cell(place)?;
        if cell.formula {
            self.fault(
                &sheet.at(place),
                "This cell holds a formula.".to_owned(),
                "Write the value itself there.",
            );
            return None;
        }
        Some(crate::text::normal(&cell.text())).filter(|text| !text.trim().is_empty())
    }

    fn fault(&mut self, place: &str, message: String, hint: &str) {
        self.problems.push(Problem::new(Severity::Fault, place, message).hint(hint));
    }
}

/// The lists that stand inside an item and must be there, however empty.
fn nested(form: &Form) -> impl Iterator<Item = &'static str> {
    let lists = form.keys().iter().filter(|key| matches!(key.shape, Shape::List(Shape::Table(_))));
    lists.filter(|key| key.required).map(|key| key.name)
}
