//! Whose a filled workbook is: the name and the URN from the cells that the mapping names.
//!
//! Refuses to know: the register.

use std::collections::BTreeMap;

use super::super::headings::{self, Label};
use super::super::mapping::{Mapping, Spot};
use crate::problem::{Problem, Severity};
use crate::sheet::{Book, Place, Sheet};
use crate::text::normal;

/// The setting's name and its identifiers.
pub fn read(
    book: &Book,
    mapping: &Mapping,
    problems: &mut Vec<Problem>,
) -> (String, BTreeMap<String, String>) {
    let name = said(book, mapping, mapping.name_at, Label::Name);
    let urn = said(book, mapping, mapping.urn_at, Label::Urn);
    let urn: String = urn.chars().filter(|c| !c.is_whitespace()).collect();
    if name.is_empty() && urn.is_empty() {
        problems.push(
            Problem::new(Severity::Question, "The workbook", "It does not say which setting it is from.")
                .hint("Choose the setting by hand, or ask who sent it."),
        );
    }
    let identifiers =
        if urn.is_empty() { BTreeMap::new() } else { BTreeMap::from([("urn".to_owned(), urn)]) };
    (name, identifiers)
}

/// What stands beside the label, wherever it stands now; else in the cell that was pointed at.
fn said(book: &Book, mapping: &Mapping, spot: Option<Spot>, label: Label) -> String {
    let Some(spot) = spot else { return String::new() };
    let named = mapping.sheets.get(spot.sheet).and_then(|map| book.sheet(&map.name));
    let sheets = named.into_iter().chain(book.sheets.iter().filter(|sheet| !sheet.hidden));
    let by_label = sheets.filter_map(|sheet| beside_label(sheet, label)).next();
    let pointed = || named.map(|sheet| sheet.text(Place::new(spot.row, spot.column))).unwrap_or_default();
    let text = by_label.filter(|text| !text.trim().is_empty()).unwrap_or_else(pointed);
    normal(&text).trim().chars().take(200).collect()
}

fn beside_label(sheet: &Sheet, label: Label) -> Option<String> {
    for (row, cells) in sheet.rows.range(..60) {
        let found = cells.iter().find(|(_, cell)| headings::label(&cell.text()) == Some(label));
        let Some((column, _)) = found else { continue };
        let place = Place::new(*row, *column);
        let right = sheet.merge(place).map_or(place.column, |area| area.to.column) + 1;
        let texts =
            [Place::new(place.row, right), Place::new(place.row + 1, place.column)].map(|at| sheet.text(at));
        return texts.into_iter().find(|text| !text.trim().is_empty() && headings::label(text).is_none());
    }
    None
}
