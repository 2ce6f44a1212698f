//! Who the workbook says it is from, changed in one place or another.

use attest::sheet::Place;

use super::{Kind, kind};
use crate::corpus::desk::Desk;
use crate::corpus::package::{PROPERTIES, Package};

pub const KINDS: &[Kind] = &[
    kind("the name on the cover typed over", |desk| cover(desk, "School", "Sample Academy")),
    kind("the URN on the cover typed over", |desk| cover(desk, "URN", "100001")),
    kind("the return's id on the cover typed over", |desk| {
        cover(desk, "Return id", "01990000-0000-7000-8000-0000000000aa");
    }),
    kind("the return's id on the cover emptied", |desk| cover(desk, "Return id", "")),
    kind("the template's version on the cover typed over", |desk| cover(desk, "Template version", "2031.9")),
    kind("the properties of another return", |desk| {
        let other = Package::open(&desk.base.other().bytes).text(PROPERTIES);
        desk.package.put(PROPERTIES, other.into_bytes());
    }),
    kind("the labels of the cover in capitals", labels),
    kind("rows put in on the cover", |desk| desk.package.edit(0, |grid, _| grid.insert_rows(2, 4))),
];

/// Types over what stands beside a label of the cover.
fn cover(desk: &mut Desk<'_>, label: &str, text: &str) {
    let label = match label {
        "School" => attest_label(desk),
        other => other.to_owned(),
    };
    desk.package.edit(0, |grid, strings| {
        let row = grid.find(0, &label, strings).expect("the label");
        if text.is_empty() {
            grid.clear(Place::new(row, 1));
        } else {
            grid.write(Place::new(row, 1), text);
        }
    });
}

fn attest_label(desk: &Desk<'_>) -> String {
    let grid = desk.package.grid(0);
    let known = ["School", "Organisation", "Setting"];
    let found = known.iter().find(|label| grid.find(0, label, desk.package.strings()).is_some());
    (*found.expect("the setting stands on the cover")).to_owned()
}

fn labels(desk: &mut Desk<'_>) {
    desk.package.edit(0, |grid, strings| {
        let rows: Vec<u32> = grid.rows.keys().copied().collect();
        for row in rows {
            let at = Place::new(row, 0);
            let text = grid.text(at, strings);
            if !text.is_empty() {
                grid.write(at, &format!("{}: ", text.to_uppercase()));
            }
        }
    });
}
