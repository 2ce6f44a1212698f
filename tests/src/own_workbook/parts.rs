//! Two packages compared part by part, and two sheets cell by cell in the letters of their XML.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use attest::sheet::Place;
use attest::workbook::Return;
use attest::workbook::foreign::{ColumnRole, Mapping};
use zip::ZipArchive;

use super::Layout;

/// Every part by its name, as bytes.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    (0..archive.len())
        .map(|index| {
            let mut entry = archive.by_index(index).expect("an entry");
            let name = entry.name().expect("a name").into_owned();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).expect("inflates");
            (name, bytes)
        })
        .collect()
}

/// Fails where anything differs but the cells that the mapping names for these answers.
pub fn compare(layout: &Layout, mapping: &Mapping, returned: &Return, filled: &[u8]) {
    let (before, after) = (parts(&layout.bytes), parts(filled));
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>(), "{}", layout.name);
    let formulas = before.iter().any(|(name, bytes)| {
        name.contains("worksheets/") && ["<f>", "<f ", "<x:f>"].iter().any(|tag| text(bytes).contains(tag))
    });
    let mut meant = meant(mapping, returned);
    for (name, bytes) in &before {
        let now = &after[name];
        if name == "xl/workbook.xml" && formulas {
            let wish = " fullCalcOnLoad=\"1\"";
            let bare =
                |text: String| text.replace(wish, "").replace("<calcPr/>", "").replace("<x:calcPr/>", "");
            assert!(text(now).contains(wish), "{}", layout.name);
            assert_eq!(bare(text(now)), bare(text(bytes)), "{}", layout.name);
        } else if name.starts_with("xl/worksheets/sheet") && now != bytes {
            sheet(layout, name, (&text(bytes), &text(now)), &mut meant);
        } else {
            assert_eq!(now, bytes, "{}: {name}", layout.name);
        }
    }
    let missed: Vec<&(String, String)> = meant.iter().collect();
    assert!(missed.is_empty(), "{}: not written: {missed:?}", layout.name);
}

/// The cells that are to change, each with something that is to stand in it.
fn meant(mapping: &Mapping, returned: &Return) -> BTreeSet<(String, String)> {
    let mut meant = BTreeSet::new();
    let mut put = |sheet: usize, row, column, text: &str| {
        if !text.is_empty() {
            meant.insert((
                format!("xl/worksheets/sheet{}.xml {}", sheet + 1, Place::new(row, column)),
                text.lines()
                    .next()
                    .unwrap_or_default()
                    .replace('&', "&amp;")
                    .replace('<', "&lt;")
                    .replace('>', "&gt;"),
            ));
        }
    };
    for (spot, text) in [
        (mapping.name_at, &returned.setting),
        (mapping.urn_at, &returned.identifiers.get("urn").cloned().unwrap_or_default()),
    ] {
        if let Some(spot) = spot {
            put(spot.sheet, spot.row, spot.column, text);
        }
    }
    for asked in &mapping.questions {
        let answer = returned.answers.iter().find(|one| one.question.as_str() == asked.id).expect("answered");
        let level = mapping
            .scale(&asked.scale)
            .and_then(|scale| scale.levels.iter().find(|one| Some(&one.code) == answer.value.as_ref()));
        put(asked.sheet, asked.row, asked.rating, &level.map(|level| level.word.clone()).unwrap_or_default());
        let map = &mapping.sheets[asked.sheet];
        for (role, text) in [(ColumnRole::Note, &answer.note), (ColumnRole::Area, &answer.area)] {
            if let Some(column) = map.beside(asked.rating, role) {
                put(asked.sheet, asked.row, column.column, text);
            }
        }
    }
    meant
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn sheet(layout: &Layout, part: &str, (before, after): (&str, &str), meant: &mut BTreeSet<(String, String)>) {
    let ((rest, cells), (rest_now, cells_now)) = (taken_apart(before), taken_apart(after));
    assert_eq!(rest_now, rest, "{}: something besides cells", layout.name);
    for (at, now) in &cells_now {
        let was = cells.get(at);
        if was.map(|was| without_result(was)) == Some(without_result(now)) {
            continue;
        }
        let style = |cell: &str| attribute(cell, " s=\"");
        if let Some(was) = was {
            assert_eq!(style(now), style(was), "{}: the format of {at}", layout.name);
        }
        let found = meant
            .iter()
            .find(|(place, text)| *place == format!("{part} {at}") && now.contains(text.as_str()))
            .cloned();
        let merged = layout.name.starts_with("merged-evidence") && now.contains("Kept in");
        assert!(found.is_some() || merged, "{}: {at} was not to change: {now}", layout.name);
        meant.retain(|one| Some(one) != found.as_ref() && !(merged && one.1.starts_with("Kept in")));
    }
    assert!(cells.keys().all(|at| cells_now.contains_key(at)), "{}: a cell is gone", layout.name);
}

/// A cell without the kept result of its formula.
fn without_result(cell: &str) -> String {
    match (cell.contains("<f"), cell.find("<v>"), cell.find("</v>")) {
        (true, Some(from), Some(to)) => format!("{}{}", &cell[..from], &cell[to + 4..]),
        _ => cell.to_owned(),
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let tag = &tag[..tag.find('>')?];
    let from = tag.find(name)? + name.len();
    Some(tag[from..].split('"').next()?.to_owned())
}

/// The XML without its cells, its rows that hold nothing else and its notes on reach; and the cells by reference.
fn taken_apart(xml: &str) -> (String, BTreeMap<String, String>) {
    let (mut rest, mut cells, mut at) = (String::new(), BTreeMap::new(), 0);
    let next = |from: usize| {
        ["<c ", "<x:c "].iter().filter_map(|open| xml[from..].find(open)).min().map(|found| found + from)
    };
    while let Some(start) = next(at) {
        rest.push_str(&xml[at..start]);
        let tag_end = start + xml[start..].find('>').expect("a tag ends");
        let close = if xml[start..].starts_with("<x:c") { "</x:c>" } else { "</c>" };
        at = match xml.as_bytes()[tag_end - 1] {
            b'/' => tag_end + 1,
            _ => tag_end + xml[tag_end..].find(close).expect("a cell ends") + close.len(),
        };
        let cell = xml[start..at].to_owned();
        cells.insert(attribute(&cell, " r=\"").expect("these cells have references"), cell);
    }
    rest.push_str(&xml[at..]);
    (without_reach(&rest), cells)
}

fn without_reach(rest: &str) -> String {
    let mut out = String::new();
    for tag in rest.split_inclusive('>') {
        let row = tag.contains("row ") || tag.contains("row>");
        let said = if row { tag.split(" spans=\"").next().unwrap_or_default() } else { tag };
        // A new row says its number and nothing else; one that was empty closed itself.
        let bare = said.trim_end_matches(['/', '>']).trim_end();
        if !(tag.contains("<dimension")
            || (row && (bare.ends_with("row") || bare.ends_with('"') && bare.matches('"').count() == 2)))
        {
            out.push_str(said);
        }
    }
    out
}
