//! A workbook of an unknown layout, as far as somebody looks at it: its cells, its lists, how it looks.
//!
//! Refuses to know: what its rows and columns are for.

use serde::{Deserialize, Serialize};

use super::guard::{self, Guarded};
use super::{Book, List, Looks, lists, looks, parts, read};
use crate::error::Result;
use crate::problem::Read;

/// A workbook as it is seen.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Seen {
    /// Its cells.
    pub book: Book,
    /// What there is besides cells, for each of its sheets in turn.
    pub beside: Vec<Beside>,
}

/// What there is on a sheet besides its cells.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Beside {
    /// Its dropdown lists.
    pub lists: Vec<List>,
    /// How it looks.
    pub looks: Looks,
}

/// Looks at a file from outside.
pub fn see(bytes: &[u8]) -> Result<Read<Seen>> {
    let guarded = guard::open(bytes)?;
    let xml = Xml::of(&guarded.value);
    let read = read(guarded.value)?;
    let beside = read.value.sheets.iter().map(|sheet| xml.beside(&read.value, &sheet.name)).collect();
    let problems = [guarded.problems, read.problems].concat();
    Ok(Read { value: Seen { book: read.value, beside }, problems })
}

/// The parts that say more than the cells do.
struct Xml {
    sheets: Vec<(String, String)>,
    formats: Vec<looks::Look>,
}

impl Xml {
    fn of(guarded: &Guarded) -> Self {
        let text = |name: &str| guarded.part(name).and_then(parts::text).unwrap_or_default();
        let found = parts::sheets(text(parts::WORKBOOK), text(parts::RELATIONS));
        let sheets = found.into_iter().map(|sheet| (sheet.name, text(&sheet.part).to_owned())).collect();
        Self { sheets, formats: looks::formats(text("xl/styles.xml")) }
    }

    fn beside(&self, book: &Book, name: &str) -> Beside {
        let Some((_, xml)) = self.sheets.iter().find(|(sheet, _)| sheet == name) else {
            return Beside::default();
        };
        Beside { lists: lists::of(xml, book, name), looks: looks::of(xml, &self.formats) }
    }
}
