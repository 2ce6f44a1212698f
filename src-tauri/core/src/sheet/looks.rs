//! How a sheet looks, as far as a picture of it needs: widths, heights, what is bold, what is shaded.
//!
//! Refuses to know: what anything means. Colours of a theme are those that Excel begins with.

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;
use serde::{Deserialize, Serialize};

use super::Place;
use super::parts::{attribute, each};

/// The most cells whose look is kept of one sheet.
const MOST_CELLS: usize = 50_000;

/// How a sheet looks.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Looks {
    /// Widths of columns in letters: first, last, width.
    pub widths: Vec<(u32, u32, f64)>,
    /// Heights of rows in points, where they are said.
    pub heights: BTreeMap<u32, f64>,
    /// Cells that are bold or shaded.
    pub cells: Vec<(Place, Look)>,
}

/// How a cell looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// Whether its text is bold.
    pub bold: bool,
    /// Its shade as red, green and blue.
    pub shade: Option<u32>,
}

impl Looks {
    /// Whether the text of a cell is bold.
    pub fn is_bold(&self, place: Place) -> bool {
        self.look(place).is_some_and(|look| look.bold)
    }

    /// How a cell looks; none where it is plain.
    pub fn look(&self, place: Place) -> Option<Look> {
        let found = self.cells.binary_search_by_key(&place, |(at, _)| *at).ok()?;
        Some(self.cells[found].1)
    }

    /// The width of a column in letters, where the sheet says one.
    pub fn width(&self, column: u32) -> Option<f64> {
        self.widths
            .iter()
            .find(|(first, last, _)| (*first..=*last).contains(&column))
            .map(|(_, _, width)| *width)
    }
}

/// The looks of each format, by its number.
pub(super) fn formats(styles: &str) -> Vec<Look> {
    let (mut fonts, mut shades, mut formats) = (Vec::new(), Vec::new(), Vec::new());
    let (mut inside, mut pattern) = (String::new(), true);
    each(styles, |element| match element.local_name().as_ref() {
        name @ ("fonts" | "fills" | "borders" | "cellStyleXfs" | "cellXfs" | "cellStyles" | "dxfs") => {
            inside = name.to_owned();
        }
        "font" if inside == "fonts" => fonts.push(false),
        "b" if inside == "fonts" => {
            if let Some(bold) = fonts.last_mut() {
                *bold = attribute(element, "val").is_none_or(|value| value != "0" && value != "false");
            }
        }
        "fill" if inside == "fills" => shades.push(None),
        "patternFill" => pattern = attribute(element, "patternType").is_some_and(|kind| kind != "none"),
        "fgColor" if inside == "fills" && pattern => {
            if let Some(shade) = shades.last_mut() {
                *shade = colour(element);
            }
        }
        "xf" if inside == "cellXfs" => formats.push((number(element, "fontId"), number(element, "fillId"))),
        _ => {}
    });
    let look = |(font, fill): (Option<usize>, Option<usize>)| Look {
        bold: font.and_then(|font| fonts.get(font).copied()).unwrap_or(false),
        shade: fill.and_then(|fill| shades.get(fill).copied()).flatten(),
    };
    formats.into_iter().map(look).collect()
}

/// How a sheet looks.
pub(super) fn of(xml: &str, formats: &[Look]) -> Looks {
    let mut looks = Looks::default();
    let (mut row, mut column) = (0_u32, 0_u32);
    let mut first = true;
    each(xml, |element| match element.local_name().as_ref() {
        "col" => width(element, &mut looks),
        "row" => {
            row = index(element).unwrap_or(if first { 0 } else { row.saturating_add(1) });
            (first, column) = (false, 0);
            if let Some(height) = real(element, "ht") {
                looks.heights.insert(row, height);
            }
        }
        "c" => {
            let place = attribute(element, "r")
                .and_then(|text| Place::parse(&text))
                .unwrap_or(Place::new(row, column));
            column = place.column.saturating_add(1);
            let look = number(element, "s").and_then(|style| formats.get(style)).copied().unwrap_or_default();
            if look != Look::default() && looks.cells.len() < MOST_CELLS {
                looks.cells.push((place, look));
            }
        }
        _ => {}
    });
    looks.cells.sort_by_key(|(place, _)| *place);
    looks.cells.dedup_by_key(|(place, _)| *place);
    looks
}

fn width(element: &BytesStart<'_>, looks: &mut Looks) {
    let edge =
        |name| number(element, name).and_then(|it| u32::try_from(it).ok()).map(|it| it.saturating_sub(1));
    if let (Some(first), Some(last), Some(width)) = (edge("min"), edge("max"), real(element, "width")) {
        looks.widths.push((first, last, width));
    }
}

fn index(element: &BytesStart<'_>) -> Option<u32> {
    attribute(element, "r")?.parse::<u32>().ok()?.checked_sub(1)
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<usize> {
    attribute(element, name)?.parse().ok()
}

fn real(element: &BytesStart<'_>, name: &str) -> Option<f64> {
    attribute(element, name)?.parse().ok().filter(|size: &f64| size.is_finite() && *size >= 0.0)
}

/// What Excel's own theme begins with, in the order of its numbers.
const THEME: [u32; 10] = [
    0xff_ff_ff, 0x00_00_00, 0xe7_e6_e6, 0x44_54_6a, 0x44_72_c4, 0xed_7d_31, 0xa5_a5_a5, 0xff_c0_00,
    0x5b_9b_d5, 0x70_ad_47,
];

fn colour(element: &BytesStart<'_>) -> Option<u32> {
    if let Some(rgb) = attribute(element, "rgb") {
        return u32::from_str_radix(rgb.get(rgb.len().checked_sub(6)?..)?, 16).ok();
    }
    let base = *THEME.get(number(element, "theme")?)?;
    let tint =
        attribute(element, "tint").and_then(|text| text.parse::<f64>().ok()).unwrap_or(0.0).clamp(-1.0, 1.0);
    let turned = |shift: u32| {
        let part = f64::from((base >> shift) & 0xff);
        let turned = if tint < 0.0 { part * (1.0 + tint) } else { part + (255.0 - part) * tint };
        (turned.round() as u32) << shift
    };
    Some(turned(16) | turned(8) | turned(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bold_and_shaded_cells_are_seen() {
        let styles = "<styleSheet><fonts><font/><font><b/></font></fonts><fills><fill><patternFill patternType=\"none\"/></fill>\
                      <fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF102030\"/></patternFill></fill>\
                      <fill><patternFill patternType=\"solid\"><fgColor theme=\"1\" tint=\"0.5\"/></patternFill></fill></fills>\
                      <cellStyleXfs><xf fontId=\"1\"/></cellStyleXfs><cellXfs><xf fontId=\"0\" fillId=\"0\"/>\
                      <xf fontId=\"1\" fillId=\"1\"/><xf fontId=\"0\" fillId=\"2\"/></cellXfs></styleSheet>";
        let formats = formats(styles);
        assert_eq!(formats.len(), 3);
        let sheet = "<worksheet><cols><col min=\"2\" max=\"3\" width=\"20\"/></cols><sheetData><row ht=\"30\"><c/><c s=\"1\"/></row>\
                     <row r=\"5\"><c r=\"D5\" s=\"2\"/></row></sheetData></worksheet>";
        let looks = of(sheet, &formats);
        assert_eq!((looks.width(1), looks.width(0), looks.heights.get(&0)), (Some(20.0), None, Some(&30.0)));
        assert!(looks.is_bold(Place::new(0, 1)) && !looks.is_bold(Place::new(0, 0)));
        assert_eq!(looks.look(Place::new(0, 1)).and_then(|look| look.shade), Some(0x10_20_30));
        assert_eq!(looks.look(Place::new(4, 3)).and_then(|look| look.shade), Some(0x80_80_80));
    }
}
