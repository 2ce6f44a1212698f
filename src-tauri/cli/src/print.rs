//! What is printed: sentences for people, or JSON for programs.

use std::io::Write;

use attest::api::views::TableView;
use attest::error::{Error, Kind, Result};
use attest::problem::Problem;
use serde::Serialize;

/// A stream, and whether a program reads it.
pub struct Printer<'a> {
    out: &'a mut dyn Write,
    json: bool,
}

impl<'a> Printer<'a> {
    /// Prints to a stream.
    pub fn new(out: &'a mut dyn Write, json: bool) -> Self {
        Self { out, json }
    }

    /// Prints a value: as JSON for programs, else the lines that `words` makes of it.
    pub fn value<T: Serialize>(&mut self, value: &T, words: impl FnOnce(&T) -> Vec<String>) -> Result<()> {
        let lines = if self.json { vec![json(value)?] } else { words(value) };
        lines.iter().try_for_each(|line| self.line(line))
    }

    /// Prints a sentence for people; programs are not told.
    pub fn say(&mut self, line: &str) -> Result<()> {
        if self.json { Ok(()) } else { self.line(line) }
    }

    /// The stream itself.
    #[cfg(feature = "loopback")]
    pub fn out(&mut self) -> &mut dyn Write {
        self.out
    }

    fn line(&mut self, line: &str) -> Result<()> {
        writeln!(self.out, "{line}").map_err(|_| Error::new(Kind::Disk, "The output could not be written."))
    }
}

fn json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string_pretty(value).map_err(|_| Error::fault("The answer could not be written as JSON."))
}

/// A problem as a line: place, sentence, what to do.
pub fn problem(problem: &Problem) -> String {
    let place = if problem.place.is_empty() { String::new() } else { format!("{}: ", problem.place) };
    format!("  {place}{} {}", problem.message, problem.hint).trim_end().to_owned()
}

/// A table as lines, its columns as wide as they need to be.
pub fn table(table: &TableView) -> Vec<String> {
    let head: Vec<&str> = table.columns.iter().map(|column| column.label.as_str()).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>());
    let all: Vec<Vec<&str>> = std::iter::once(head).chain(rows).collect();
    let width = |column: usize| {
        all.iter().filter_map(|row| row.get(column)).map(|text| text.chars().count()).max().unwrap_or(0)
    };
    let line = |row: &Vec<&str>| {
        let cells =
            row.iter().enumerate().map(|(column, text)| format!("{text:<width$}", width = width(column)));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let mut lines = vec![table.title.clone(), table.caption.clone()];
    lines.extend(all.iter().map(line));
    lines.extend(table.notes.iter().cloned());
    lines
}
