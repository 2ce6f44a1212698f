//! Sheets renamed, moved, deleted, copied, hidden, and put together from several workbooks.

use attest::sheet::Place;

use super::{Kind, kind};
use crate::corpus::desk::{Desk, NOTE, RATING};
use crate::corpus::package::{PROPERTIES, Package, WORKBOOK};

pub const KINDS: &[Kind] = &[
    kind("every sheet renamed", renamed),
    kind("the sheets in another order", |desk| desk.package.order_sheets(|sheets| sheets.reverse())),
    kind("a sheet of answers deleted", sheet_deleted),
    kind("a sheet copied as it is", |desk| copied(desk, "", false)),
    kind("a sheet copied and answered otherwise", |desk| copied(desk, "", true)),
    kind("a hidden old copy before the sheet", hidden_copy_first),
    kind("a sheet of answers hidden", |desk| state(desk, "hidden")),
    kind("a sheet of answers very hidden", |desk| state(desk, "veryHidden")),
    kind("the hidden sheet shown", |desk| {
        desk.package.change(WORKBOOK, |text| text.replace(" state=\"veryHidden\"", ""));
    }),
    kind("the hidden sheet deleted", |desk| desk.package.drop_sheet("Attest")),
    kind("the properties gone", no_properties),
    kind("the cover deleted", |desk| desk.package.drop_sheet("Cover")),
    kind("hidden sheet and properties gone", |desk| {
        desk.package.drop_sheet("Attest");
        no_properties(desk);
    }),
    kind("hidden sheet, properties and names gone, two rows deleted", bare_and_cut),
    kind("cover, hidden sheet and properties gone", only_questions),
    kind("a sheet of notes added", |desk| added(desk, "Our notes", "We met in May and looked at all of it.")),
    kind("sheets of white space added", |desk| added(desk, "Sheet1", "  \u{a0} ")),
    kind("all sheets pasted into one", all_in_one),
    kind("another setting's sheets pasted behind", two_returns),
    kind("another setting's sheets pasted before", two_returns_before),
    kind("one sheet taken from another setting's workbook", one_foreign_sheet),
    kind("another setting's rows pasted below", rows_of_another),
    kind("plan, evidence and guidance deleted", only_answers),
];

fn renamed(desk: &mut Desk<'_>) {
    for (place, name) in desk.package.sheets().into_iter().enumerate() {
        desk.package.rename(&name, &format!("Tab {place}"));
    }
}

fn name_of(desk: &Desk<'_>) -> String {
    desk.package.sheets()[desk.main].clone()
}

fn sheet_deleted(desk: &mut Desk<'_>) {
    let name = name_of(desk);
    desk.here().into_iter().for_each(|(question, _)| desk.gone(question));
    desk.package.drop_sheet(&name);
}

fn copied(desk: &mut Desk<'_>, state: &str, otherwise: bool) {
    let mut grid = desk.package.grid(desk.main);
    if otherwise {
        for (question, row) in desk.rated().into_iter().take(3) {
            grid.write(Place::new(row, NOTE), "Another note");
            desk.asked(question);
        }
    }
    let name = format!("{} (2)", name_of(desk));
    desk.package.add_sheet(&name, &grid.xml(), state);
}

/// What is hidden is older and is not what people see.
fn hidden_copy_first(desk: &mut Desk<'_>) {
    let mut grid = desk.package.grid(desk.main);
    for (question, row) in desk.rated().into_iter().take(3) {
        grid.write(Place::new(row, NOTE), "Last year's");
        desk.expect(question, |_| ());
    }
    desk.package.add_sheet("Old", &grid.xml(), "hidden");
    desk.package.order_sheets(|sheets| {
        let old = sheets.pop().expect("a sheet");
        sheets.insert(0, old);
    });
}

fn state(desk: &mut Desk<'_>, state: &str) {
    let name = crate::corpus::package::escaped(&name_of(desk));
    desk.package.change(WORKBOOK, |text| {
        text.replace(&format!("name=\"{name}\""), &format!("name=\"{name}\" state=\"{state}\""))
    });
}

fn no_properties(desk: &mut Desk<'_>) {
    desk.package.put(PROPERTIES, EMPTY.as_bytes().to_vec());
}

const EMPTY: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>"#;

fn bare_and_cut(desk: &mut Desk<'_>) {
    desk.package.drop_sheet("Attest");
    no_properties(desk);
    let gone: Vec<_> = desk.here().into_iter().take(2).collect();
    let rows: Vec<u32> = gone.iter().flat_map(|(question, _)| desk.rows_of(&question.id)).collect();
    desk.package.edit(desk.main, |grid, _| grid.delete_rows(&rows));
    gone.iter().for_each(|(question, _)| desk.gone(question));
}

fn only_questions(desk: &mut Desk<'_>) {
    desk.package.drop_sheet("Attest");
    desk.package.drop_sheet("Cover");
    no_properties(desk);
}

fn added(desk: &mut Desk<'_>, name: &str, text: &str) {
    let mut grid = desk.package.grid(desk.main);
    grid.rows.clear();
    grid.write(Place::new(3, 2), text);
    desk.package.add_sheet(name, &grid.xml(), "");
    if !text.trim().is_empty() {
        desk.says(text);
    }
}

fn all_in_one(desk: &mut Desk<'_>) {
    let mut whole = desk.package.grid(desk.sheets[0]);
    for sheet in desk.sheets.iter().copied().skip(1) {
        let next = whole.rows.keys().max().map_or(0, |row| row + 3);
        let grid = desk.package.grid(sheet);
        whole.rows.extend(grid.rows.into_iter().map(|(row, line)| (row + next, line)));
    }
    desk.package.put_grid(desk.sheets[0], &whole);
    let names = desk.package.sheets();
    for sheet in desk.sheets.iter().copied().skip(1) {
        desk.package.drop_sheet(&names[sheet]);
    }
}

/// The sheets of another setting's workbook with its texts in the cells, as after a copy between workbooks.
fn theirs(desk: &Desk<'_>) -> Vec<(String, String)> {
    let other = Package::open(&desk.base.other().bytes);
    let (names, strings) = (other.sheets(), other.strings().to_vec());
    let wanted: Vec<usize> = [0].into_iter().chain(desk.sheets.iter().copied()).collect();
    let sheet = |place: usize| {
        let mut grid = other.grid(place);
        for cell in grid.rows.values_mut().flat_map(|line| line.cells.values_mut()) {
            if cell.kind == "s" {
                let typed = crate::corpus::grid::Raw::typed(&cell.text(&strings));
                (cell.kind, cell.inner) = (typed.kind, typed.inner);
            }
        }
        (format!("{} (2)", names[place]), grid.xml())
    };
    wanted.into_iter().map(sheet).collect()
}

fn two_returns(desk: &mut Desk<'_>) {
    desk.says("Sample Academy");
    for (name, xml) in theirs(desk) {
        desk.package.add_sheet(&name, &xml, "");
    }
}

fn two_returns_before(desk: &mut Desk<'_>) {
    desk.says("Sample Academy");
    let theirs = theirs(desk);
    let count = theirs.len();
    for (name, xml) in theirs {
        desk.package.add_sheet(&name, &xml, "");
    }
    desk.package.order_sheets(|sheets| sheets.rotate_right(count));
}

/// Whose sheet that is stands on it; none of its answers is this setting's.
fn one_foreign_sheet(desk: &mut Desk<'_>) {
    let name = name_of(desk);
    let wanted = format!("{name} (2)");
    let (_, xml) = theirs(desk).into_iter().find(|it| it.0 == wanted).expect("the same sheet");
    desk.here().into_iter().for_each(|(question, _)| desk.asked(question));
    desk.package.put(&Package::part(desk.main), xml.into_bytes());
}

fn rows_of_another(desk: &mut Desk<'_>) {
    let wanted = format!("{} (2)", name_of(desk));
    let (_, xml) = theirs(desk).into_iter().find(|it| it.0 == wanted).expect("the same sheet");
    let other = crate::corpus::grid::Grid::parse(&xml);
    let (rated, last, key) = (desk.rated(), desk.last(), desk.key);
    desk.package.edit(desk.main, |grid, _| {
        for (to, (question, _)) in (last + 1..).zip(rated.iter().take(4)) {
            let row = other.find(key, question.id.as_str(), &[]).expect("it is asked there too");
            grid.rows.insert(to, other.rows[&row].clone());
        }
    });
    rated.iter().take(4).for_each(|(question, _)| desk.asked(question));
    assert!(rated.len() > 4 && RATING < NOTE);
}

fn only_answers(desk: &mut Desk<'_>) {
    ["Action plan", "Evidence", "Guidance", "Summary"].iter().for_each(|name| desk.package.drop_sheet(name));
}
