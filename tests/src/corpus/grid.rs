//! The cells of a sheet as the package holds them: each keeps its XML until it is typed over.
//!
//! Refuses to know: what a cell is for.

use std::collections::BTreeMap;

use attest::sheet::Place;

use super::package::{attribute, escaped, texts, unescaped};

/// A sheet's XML, taken apart.
#[derive(Debug, Clone)]
pub struct Grid {
    head: String,
    /// Its rows, counted from 0.
    pub rows: BTreeMap<u32, Line>,
    tail: String,
    merged: Vec<String>,
}

/// A row.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// Its own attributes, but for its number.
    pub own: String,
    /// Its cells by column, counted from 0.
    pub cells: BTreeMap<u32, Raw>,
}

/// A cell.
#[derive(Debug, Clone, Default)]
pub struct Raw {
    /// Its style.
    pub style: String,
    /// Its type; empty is a number.
    pub kind: String,
    /// What stands inside it.
    pub inner: String,
}

impl Grid {
    /// Takes a sheet's XML apart.
    pub fn parse(xml: &str) -> Self {
        let (head, rest) = xml.split_once("<sheetData>").expect("a sheet with cells");
        let (data, tail) = rest.split_once("</sheetData>").expect("a sheet with cells");
        let rows = data.split("<row ").skip(1).filter_map(row).collect();
        Self { head: head.to_owned(), rows, tail: tail.to_owned(), merged: Vec::new() }
    }

    /// The sheet's XML.
    pub fn xml(&self) -> String {
        let rows: String = self.rows.iter().map(|(number, line)| line.xml(*number)).collect();
        let merged = match self.merged.len() {
            0 => String::new(),
            count => {
                let areas: String =
                    self.merged.iter().map(|area| format!("<mergeCell ref=\"{area}\"/>")).collect();
                format!("<mergeCells count=\"{count}\">{areas}</mergeCells>")
            }
        };
        let (before, after) = self.tail.split_at(self.after_protection());
        format!("{}<sheetData>{rows}</sheetData>{before}{merged}{after}", self.head)
    }

    fn after_protection(&self) -> usize {
        let Some(start) = self.tail.find("<sheetProtection") else { return 0 };
        self.tail[start..].find("/>").map_or(0, |end| start + end + 2)
    }

    /// The text of a cell.
    pub fn text(&self, at: Place, strings: &[String]) -> String {
        self.rows
            .get(&at.row)
            .and_then(|line| line.cells.get(&at.column))
            .map_or_else(String::new, |cell| cell.text(strings))
    }

    /// The row in which a column holds a text.
    pub fn find(&self, column: u32, text: &str, strings: &[String]) -> Option<u32> {
        self.rows.keys().copied().find(|row| self.text(Place::new(*row, column), strings) == text)
    }

    /// Types a text over a cell.
    pub fn write(&mut self, at: Place, text: &str) {
        let inner = format!("<is><t xml:space=\"preserve\">{}</t></is>", escaped(text));
        self.raw(at, "inlineStr", &inner);
    }

    /// Puts XML into a cell.
    pub fn raw(&mut self, at: Place, kind: &str, inner: &str) {
        let cell = self.rows.entry(at.row).or_default().cells.entry(at.column).or_default();
        (cell.kind, cell.inner) = (kind.to_owned(), inner.to_owned());
    }

    /// Empties a cell.
    pub fn clear(&mut self, at: Place) {
        if let Some(line) = self.rows.get_mut(&at.row) {
            line.cells.remove(&at.column);
        }
    }

    /// Merges cells, from one to another.
    pub fn merge(&mut self, from: Place, to: Place) {
        self.merged.push(format!("{from}:{to}"));
    }

    /// Moves every row by what is given for it; none is dropped.
    pub fn renumber(&mut self, to: impl Fn(u32) -> Option<u32>) {
        let rows = std::mem::take(&mut self.rows);
        self.rows = rows.into_iter().filter_map(|(row, line)| Some((to(row)?, line))).collect();
    }

    /// Moves every column by what is given for it; none is dropped.
    pub fn recolumn(&mut self, to: impl Fn(u32) -> Option<u32>) {
        for line in self.rows.values_mut() {
            let cells = std::mem::take(&mut line.cells);
            line.cells = cells.into_iter().filter_map(|(column, cell)| Some((to(column)?, cell))).collect();
        }
    }

    /// Deletes rows, and those below move up.
    pub fn delete_rows(&mut self, gone: &[u32]) {
        let above = |row: u32| u32::try_from(gone.iter().filter(|it| **it < row).count()).unwrap_or(0);
        self.renumber(|row| (!gone.contains(&row)).then(|| row - above(row)));
    }

    /// Makes room for rows before one.
    pub fn insert_rows(&mut self, before: u32, count: u32) {
        self.renumber(|row| Some(if row >= before { row + count } else { row }));
    }

    /// Deletes a column, and those to its right move left.
    pub fn delete_column(&mut self, gone: u32) {
        self.recolumn(|column| match column.cmp(&gone) {
            std::cmp::Ordering::Less => Some(column),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some(column - 1),
        });
    }

    /// Makes room for columns before one.
    pub fn insert_columns(&mut self, before: u32, count: u32) {
        self.recolumn(|column| Some(if column >= before { column + count } else { column }));
    }

    /// Hides columns, counted from 0.
    pub fn hide_columns(&mut self, from: u32, to: u32) {
        let hidden = format!(
            "<col min=\"{}\" max=\"{}\" width=\"9\" hidden=\"1\" customWidth=\"1\"/>",
            from + 1,
            to + 1
        );
        let start = self.head.find("<cols>").map_or(self.head.len(), |at| at);
        let end = self.head.find("</cols>").map_or(start, |at| at + "</cols>".len());
        self.head = format!("{}<cols>{hidden}</cols>{}", &self.head[..start], &self.head[end..]);
    }

    /// Changes the XML before or after the cells.
    pub fn around(&mut self, with: impl Fn(&str) -> String) {
        (self.head, self.tail) = (with(&self.head), with(&self.tail));
    }
}

impl Line {
    fn xml(&self, number: u32) -> String {
        let cells: String =
            self.cells.iter().map(|(column, cell)| cell.xml(Place::new(number, *column))).collect();
        format!("<row r=\"{}\"{}>{cells}</row>", number + 1, self.own)
    }
}

impl Raw {
    /// A text that was typed.
    pub fn typed(text: &str) -> Self {
        let inner = format!("<is><t xml:space=\"preserve\">{}</t></is>", escaped(text));
        Self { kind: "inlineStr".to_owned(), inner, ..Self::default() }
    }

    fn xml(&self, at: Place) -> String {
        let style = if self.style.is_empty() { String::new() } else { format!(" s=\"{}\"", self.style) };
        let kind = if self.kind.is_empty() { String::new() } else { format!(" t=\"{}\"", self.kind) };
        if self.inner.is_empty() {
            format!("<c r=\"{at}\"{style}/>")
        } else {
            format!("<c r=\"{at}\"{style}{kind}>{}</c>", self.inner)
        }
    }

    /// Its text.
    pub fn text(&self, strings: &[String]) -> String {
        let value = || {
            let (_, rest) = self.inner.split_once("<v>")?;
            rest.split_once("</v>").map(|(value, _)| unescaped(value))
        };
        match self.kind.as_str() {
            "s" => value()
                .and_then(|it| it.parse::<usize>().ok())
                .and_then(|it| strings.get(it).cloned())
                .unwrap_or_default(),
            "inlineStr" => texts(&self.inner),
            _ => value().unwrap_or_default(),
        }
    }
}

fn row(xml: &str) -> Option<(u32, Line)> {
    let (own, cells) = xml.split_once('>')?;
    let number: u32 = attribute(&format!(" {own}>"), " r")?.parse().ok()?;
    let kept = own.split_once('"')?.1.split_once('"')?.1.trim_end_matches('/');
    let kept = without_spans(kept);
    let cells = if own.ends_with('/') { "" } else { cells };
    let cells = cells.split("<c ").skip(1).filter_map(cell).collect();
    Some((number - 1, Line { own: kept, cells }))
}

/// A row's `spans` would be untrue once columns moved.
fn without_spans(own: &str) -> String {
    match own.split_once(" spans=\"") {
        Some((before, after)) => {
            format!("{before}{}", after.split_once('"').map_or("", |(_, after)| after))
        }
        None => own.to_owned(),
    }
}

fn cell(xml: &str) -> Option<(u32, Raw)> {
    let (own, rest) = xml.split_once('>')?;
    let own_attributes = format!(" {own}>");
    let at = Place::parse(&attribute(&own_attributes, " r")?)?;
    let inner = if own.ends_with('/') { "" } else { rest.split("</c>").next()? };
    let style = attribute(&own_attributes, " s").unwrap_or_default();
    let kind = attribute(&own_attributes, " t").unwrap_or_default();
    Some((at.column, Raw { style, kind, inner: inner.to_owned() }))
}
