//! Workbooks of a template that is unknown here, of which another version is here, or whose copy was changed.

use attest::template::{self, Template};

use super::{Kind, kind};
use crate::corpus::desk::{Desk, STATEMENT};
use crate::corpus::judge::Knows;

pub const KINDS: &[Kind] = &[
    kind("a template that is unknown here", |desk| desk.expected.knows = Knows::Nothing),
    kind("an unknown template, its copy changed", |desk| {
        desk.expected.knows = Knows::Nothing;
        desk.expected.refused = true;
        copy_changed(desk);
    }),
    kind("a known template, the workbook's copy changed", copy_changed),
    kind("an unknown template and no hidden sheet", |desk| {
        desk.expected.knows = Knows::Nothing;
        desk.expected.refused = true;
        desk.package.drop_sheet("Attest");
    }),
    kind("a later version is known here", |desk| {
        let mut later = desk.base.template.clone();
        later.version = "2031.1".to_owned();
        desk.expected.knows = Knows::Only(Box::new(later));
    }),
    kind("another text of the same version is here", |desk| {
        desk.expected.knows = Knows::Only(Box::new(retitled(&desk.base.template)));
        desk.expected.refused = true;
    }),
    kind("rows of an earlier version pasted below", earlier_rows),
];

fn retitled(template: &Template) -> Template {
    Template { title: "Another title".to_owned(), ..template.clone() }
}

/// Somebody changed a word in the hidden copy.
fn copy_changed(desk: &mut Desk<'_>) {
    let title = desk.base.template.title.clone();
    let sheet = desk.package.sheet("Attest");
    let strings = desk.package.strings().to_vec();
    desk.package.edit(sheet, |grid, _| {
        let rows: Vec<u32> = grid.rows.keys().copied().collect();
        for row in rows {
            let at = attest::sheet::Place::new(row, 1);
            let text = grid.text(at, &strings);
            if text.contains(&title) {
                grid.write(at, &text.replace(&title, "Our own title"));
            }
        }
    });
    assert!(!template::toml::digest(&desk.base.template).is_empty());
}

/// Questions that this version does not have: each is said, none is taken.
fn earlier_rows(desk: &mut Desk<'_>) {
    let last = desk.last();
    for place in 1..4 {
        let key = desk.key;
        desk.write(last + place, STATEMENT, "A statement of the year before");
        desk.write(last + place, 2, "Met");
        desk.says("no question of this template");
        desk.write(last + place, key, &format!("old.q{place}"));
    }
}
