//! Writes a template as a workbook that a person can edit: headings, lists to choose from, how to use it.

use rust_xlsxwriter::{DocProperties, Workbook, Worksheet, XlsxError};
use serde_json::{Map, Value};

use super::form::{
    FORMS, Form, HEAD, HEAD_KEYS, HELP, LOOKS_LIKE, LOOKS_LIKE_HEADING, MAP_HEADINGS, SCALE_MAPS, lines,
};
use super::look;
use crate::error::{Error, Result};
use crate::template::Template;
use crate::template::toml::shape::Shape;

/// The row of headings, under what to do on the sheet.
const HEADINGS: u32 = 1;

/// Writes a template.
pub fn write(template: &Template) -> Result<Vec<u8>> {
    book(template).map_err(|error| {
        Error::fault(format!(
            "The template \u{201c}{}\u{201d} could not be written: {error}.",
            template.title
        ))
    })
}

fn book(template: &Template) -> std::result::Result<Vec<u8>, XlsxError> {
    let Value::Object(value) = serde_json::to_value(template).expect("a template is plain data") else {
        unreachable!("a template is a table")
    };
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(&template.title).set_author(&template.publisher));
    head(book.add_worksheet(), &value)?;
    for form in FORMS {
        Page { template, form, sheet: book.add_worksheet() }.write(&value)?;
    }
    scale_maps(book.add_worksheet(), template)?;
    help(book.add_worksheet())?;
    book.save_to_buffer()
}

fn head(sheet: &mut Worksheet, value: &Map<String, Value>) -> std::result::Result<(), XlsxError> {
    sheet.set_name(HEAD)?.set_column_width(0, 24)?.set_column_width(1, 100)?;
    for (row, (key, asked)) in (0..).zip(HEAD_KEYS) {
        let text = text(value.get(*key), &Shape::Text);
        sheet.write_string_with_format(row, 0, *asked, &look::heading())?;
        sheet.write_string_with_format(row, 1, &text, &look::cell())?;
        look::height(sheet, row, [(text.as_str(), 100.0)].into_iter())?;
    }
    Ok(())
}

/// One sheet of a list while it is written.
struct Page<'a> {
    template: &'a Template,
    form: &'static Form,
    sheet: &'a mut Worksheet,
}

/// A column as it is written: its key, its heading, its width, and the level it is about.
struct Spread {
    key: &'static str,
    heading: String,
    width: f64,
    level: Option<String>,
}

impl Page<'_> {
    fn write(mut self, value: &Map<String, Value>) -> std::result::Result<(), XlsxError> {
        let columns = self.columns();
        self.sheet.set_name(self.form.sheet)?;
        self.sheet.write_string_with_format(0, 0, self.form.lead, &look::lead())?;
        for (place, column) in (0..).zip(&columns) {
            self.sheet.write_string_with_format(HEADINGS, place, &column.heading, &look::heading())?;
            self.sheet.set_column_width(place, column.width)?;
            self.choices(place, column)?;
        }
        let still = if self.form.sheet == "Questions" { 4 } else { 1 };
        self.sheet.set_freeze_panes(HEADINGS + 1, still)?;
        let rows = rows(self.form, value);
        for (row, (parent, item)) in (HEADINGS + 1..).zip(rows) {
            self.row(row, &columns, parent, item)?;
        }
        Ok(())
    }

    fn columns(&self) -> Vec<Spread> {
        let parent = self.form.parent.map(|heading| Spread {
            key: "",
            heading: heading.to_owned(),
            width: 14.0,
            level: None,
        });
        let mut columns: Vec<Spread> = parent.into_iter().collect();
        for column in self.form.columns {
            if column.key == LOOKS_LIKE {
                columns.extend(self.levels().into_iter().map(|level| Spread {
                    key: LOOKS_LIKE,
                    heading: format!("{LOOKS_LIKE_HEADING}{level}"),
                    width: column.width,
                    level: Some(level),
                }));
            } else {
                let heading = column.heading.to_owned();
                columns.push(Spread { key: column.key, heading, width: column.width, level: None });
            }
        }
        columns
    }

    /// The levels that some question says the look of; of an empty template, those of its first scale.
    fn levels(&self) -> Vec<String> {
        let used = self.template.questions().filter_map(|question| question.scale.as_ref());
        let mut levels: Vec<String> = Vec::new();
        for scale in used.chain(self.template.scales.first().map(|scale| &scale.id)) {
            let named = self.template.scale(scale).into_iter().flat_map(|scale| &scale.levels);
            for code in named.map(|level| &level.code.0) {
                if !levels.contains(code) {
                    levels.push(code.clone());
                }
            }
        }
        let said = |level: &String| {
            self.template.questions().any(|it| it.looks_like.iter().any(|look| look.level.0 == *level))
        };
        levels.retain(said);
        levels
    }

    fn choices(&mut self, place: u16, column: &Spread) -> std::result::Result<(), XlsxError> {
        let scales: Vec<&str> = self.template.scales.iter().map(|scale| scale.id.as_str()).collect();
        let words: Vec<&str> = match self.form.shape(column.key) {
            _ if column.key == "scale" => scales,
            Shape::OneOf(words) => words.to_vec(),
            Shape::Flag(_) => vec!["yes", "no"],
            Shape::Text | Shape::Date | Shape::List(_) | Shape::Table(_) | Shape::Map => Vec::new(),
        };
        look::choose(self.sheet, place, HEADINGS + 1, &words)
    }

    fn row(
        &mut self,
        row: u32,
        columns: &[Spread],
        parent: &str,
        item: &Map<String, Value>,
    ) -> std::result::Result<(), XlsxError> {
        let texts: Vec<String> = columns.iter().map(|column| self.cell(column, parent, item)).collect();
        for (place, text) in (0..).zip(&texts) {
            if text.is_empty() {
                self.sheet.write_blank(row, place, &look::cell())?;
            } else {
                self.sheet.write_string_with_format(row, place, text, &look::cell())?;
            }
        }
        let cells = texts.iter().zip(columns).map(|(text, column)| (text.as_str(), column.width));
        look::height(self.sheet, row, cells)
    }

    fn cell(&self, column: &Spread, parent: &str, item: &Map<String, Value>) -> String {
        match (&column.level, column.key) {
            (None, "") => parent.to_owned(),
            (None, key) => text(item.get(key), self.form.shape(key)),
            (Some(level), key) => {
                let looks = item.get(key).and_then(Value::as_array).into_iter().flatten();
                let mut here = looks.filter(|look| look["level"] == level.as_str());
                here.next().and_then(|look| look["text"].as_str()).unwrap_or_default().to_owned()
            }
        }
    }
}

/// Every item of a form's list, with the id of what it stands inside.
fn rows<'a>(form: &Form, value: &'a Map<String, Value>) -> Vec<(&'a str, &'a Map<String, Value>)> {
    form.list.iter().fold(vec![("", value)], |outer, name| {
        let inside = |(_, table): (&'a str, &'a Map<String, Value>)| {
            let id = table.get("id").and_then(Value::as_str).unwrap_or_default();
            let items = table.get(*name).and_then(Value::as_array).into_iter().flatten();
            items.filter_map(Value::as_object).map(move |item| (id, item))
        };
        outer.into_iter().flat_map(inside).collect()
    })
}

/// A value as it stands in a cell; what goes without saying is left out.
fn text(value: Option<&Value>, shape: &Shape) -> String {
    match (value, shape) {
        (Some(Value::Bool(flag)), Shape::Flag(usual)) if flag == usual => String::new(),
        (Some(Value::Bool(flag)), _) => if *flag { "yes" } else { "no" }.to_owned(),
        (Some(Value::Array(all)), _) => lines(all.iter().filter_map(Value::as_str)),
        (Some(Value::String(text)), _) => text.clone(),
        (Some(Value::Number(number)), _) => number.to_string(),
        (Some(Value::Null | Value::Object(_)) | None, _) => String::new(),
    }
}

fn scale_maps(sheet: &mut Worksheet, template: &Template) -> std::result::Result<(), XlsxError> {
    sheet.set_name(SCALE_MAPS)?;
    let lead =
        "What became of the levels of the scales of the version before; no new level is not comparable.";
    sheet.write_string_with_format(0, 0, lead, &look::lead())?;
    for (place, heading) in (0..).zip(MAP_HEADINGS) {
        sheet.write_string_with_format(HEADINGS, place, heading, &look::heading())?;
        sheet.set_column_width(place, 20)?;
    }
    let rows = template.scale_maps.iter().flat_map(|map| {
        let none = map.levels.is_empty().then_some(("", ""));
        let levels = map.levels.iter().map(|(old, new)| (old.as_str(), new.as_str())).chain(none);
        levels.map(|(old, new)| [map.from.as_str(), map.to.as_str(), old, new])
    });
    for (row, cells) in (HEADINGS + 1..).zip(rows) {
        for (place, text) in (0..).zip(cells) {
            sheet.write_string_with_format(row, place, text, &look::cell())?;
        }
    }
    Ok(())
}

/// How to use the workbook, a line a row.
fn help(sheet: &mut Worksheet) -> std::result::Result<(), XlsxError> {
    sheet.set_name(HELP)?.set_column_width(0, 110)?;
    for (row, line) in (0..).zip(HOW) {
        let look = if row == 0 { look::heading() } else { look::lead() };
        sheet.write_string_with_format(row, 0, line, &look)?;
    }
    Ok(())
}

const HOW: [&str; 9] = [
    "An audit template as a workbook",
    "Edit the cells, save the workbook, and open it in Attest: every fault is named with its sheet and cell.",
    "A question's id is its name for ever: never change it and never use one again for another question.",
    "Change the version with every edit. Say on the sheet Lineage what became of each question of the version before.",
    "Additions of your own have ids that begin with local. and your partnership's short name, such as local.sampleton.1.",
    "Lists in a cell go one to a line: Alt+Enter makes a new line.",
    "Conditions use facts and answers: boarding and not sixth_form; school.c13 < 2; answer.target and answer.note is blank.",
    "Sheets and columns can stand in any order; their names and headings must stay.",
    "Colours, widths and hidden columns are yours to change; nothing is read from them.",
];
