//! Columns deleted, put in, moved, headed otherwise and typed over.

use attest::sheet::Place;

use super::{Kind, kind};
use crate::corpus::desk::{Desk, NOTE, RATING, STATEMENT};

pub const KINDS: &[Kind] = &[
    kind("a column put in at the left", |desk| put_in(desk, 0)),
    kind("a column put in before the rating, of their own", own_column),
    kind("a column put in, the names left stale", |desk| put_in(desk, RATING)),
    kind("the key column deleted", |desk| deleted(desk, desk.key)),
    kind("the statement column deleted", |desk| deleted(desk, STATEMENT)),
    kind("the number column deleted", |desk| deleted(desk, 0)),
    kind("key and number columns deleted", keys_deleted),
    kind("the rating column deleted", ratings_deleted),
    kind("the commentary column deleted", notes_deleted),
    kind("rating and commentary change places", |desk| swapped(desk, RATING, NOTE)),
    kind("statement and rating change places", |desk| swapped(desk, STATEMENT, RATING)),
    kind("headings in other words", other_words),
    kind("headings in capitals with stars", capitals),
    kind("headings nobody knows", unknown_headings),
    kind("the rating's heading emptied", |desk| heading_emptied(desk, RATING)),
    kind("the statement's heading emptied", |desk| heading_emptied(desk, STATEMENT)),
    kind("the keys typed over with 1, 2, 3", keys_numbered),
    kind("the keys in capitals with spaces", keys_in_capitals),
    kind("a second column headed Rating", second_rating),
    kind("a second column headed Comments, filled in", second_notes),
    kind("the columns of answers hidden", hidden),
    kind("the statements typed as formulas", statements_as_formulas),
];

fn put_in(desk: &mut Desk<'_>, before: u32) {
    desk.package.edit(desk.main, |grid, _| grid.insert_columns(before, 1));
}

fn own_column(desk: &mut Desk<'_>) {
    let (heading, rows) = (desk.heading, desk.here());
    desk.package.edit(desk.main, |grid, _| {
        grid.insert_columns(RATING, 1);
        grid.write(Place::new(heading, RATING), "Seen by");
        for (_, row) in &rows {
            grid.write(Place::new(*row, RATING), "Head");
        }
    });
    desk.says("Seen by");
}

fn deleted(desk: &mut Desk<'_>, column: u32) {
    for sheet in desk.sheets.clone() {
        desk.package.edit(sheet, |grid, _| grid.delete_column(column));
    }
}

fn keys_deleted(desk: &mut Desk<'_>) {
    let key = desk.key;
    deleted(desk, key);
    deleted(desk, 0);
}

fn ratings_deleted(desk: &mut Desk<'_>) {
    let here = desk.here();
    desk.package.edit(desk.main, |grid, _| grid.delete_column(RATING));
    for (question, _) in here {
        if desk.base.answer(&question.id).value.is_some() {
            desk.asked(question);
        }
    }
}

fn notes_deleted(desk: &mut Desk<'_>) {
    let here = desk.here();
    desk.package.edit(desk.main, |grid, _| grid.delete_column(NOTE));
    for (question, _) in here {
        if !desk.base.answer(&question.id).note.is_empty() {
            desk.asked(question);
        }
    }
}

fn swapped(desk: &mut Desk<'_>, one: u32, other: u32) {
    desk.package.edit(desk.main, |grid, _| {
        grid.recolumn(|column| {
            Some(if column == one {
                other
            } else if column == other {
                one
            } else {
                column
            })
        });
    });
}

fn headed(desk: &mut Desk<'_>, with: impl Fn(&str) -> String) {
    for sheet in desk.sheets.clone() {
        desk.package.edit(sheet, |grid, strings| {
            let Some(row) = grid.find(STATEMENT, "Statement", strings) else { return };
            let columns: Vec<u32> = grid.rows[&row].cells.keys().copied().collect();
            for column in columns {
                let text = with(&grid.text(Place::new(row, column), strings));
                grid.write(Place::new(row, column), &text);
            }
        });
    }
}

fn other_words(desk: &mut Desk<'_>) {
    headed(desk, |text| {
        let known = [
            ("Statement", "Question"),
            ("Rating", "Self-rating"),
            ("Evidence and commentary", "Comments"),
            ("Difference made", "Impact"),
            ("Area for development", "Action needed"),
            ("No.", "Ref"),
        ];
        known.iter().find(|(ours, _)| *ours == text).map_or(text, |(_, theirs)| theirs).to_owned()
    });
}

fn capitals(desk: &mut Desk<'_>) {
    headed(desk, |text| format!(" {}*: ", text.to_uppercase().replace(' ', "\u{a0} ")));
}

fn unknown_headings(desk: &mut Desk<'_>) {
    headed(desk, |text| match text {
        "Rating" => "Our RAG 2027".to_owned(),
        "Evidence and commentary" => "What the head says".to_owned(),
        other => other.to_owned(),
    });
}

fn heading_emptied(desk: &mut Desk<'_>, column: u32) {
    let heading = desk.heading;
    desk.package.edit(desk.main, |grid, _| grid.clear(Place::new(heading, column)));
}

fn keys_numbered(desk: &mut Desk<'_>) {
    let (rows, key) = (desk.here(), desk.key);
    desk.package.edit(desk.main, |grid, _| {
        for (place, (_, row)) in (1..).zip(rows) {
            grid.raw(Place::new(row, key), "", &format!("<v>{place}</v>"));
        }
    });
}

fn keys_in_capitals(desk: &mut Desk<'_>) {
    let (rows, key) = (desk.here(), desk.key);
    desk.package.edit(desk.main, |grid, strings| {
        for (_, row) in rows {
            let at = Place::new(row, key);
            let text = format!(" {} ", grid.text(at, strings).to_uppercase());
            grid.write(at, &text);
        }
    });
}

/// A column of the panel's, headed like the school's.
fn second_rating(desk: &mut Desk<'_>) {
    let (heading, key, rated) = (desk.heading, desk.key, desk.rated());
    let scale = desk.base.template.scale_of(rated[0].0).expect("a scale").clone();
    desk.package.edit(desk.main, |grid, _| {
        grid.insert_columns(key, 1);
        grid.write(Place::new(heading, key), "Rating");
        for (place, (_, row)) in rated.iter().enumerate() {
            grid.write(Place::new(*row, key), &scale.levels[place % scale.levels.len()].label);
        }
    });
    desk.says("second column is headed");
}

fn second_notes(desk: &mut Desk<'_>) {
    let (heading, rows) = (desk.heading, desk.here());
    desk.package.edit(desk.main, |grid, _| {
        grid.insert_columns(NOTE + 1, 1);
        grid.write(Place::new(heading, NOTE + 1), "Comments");
        for (_, row) in rows.iter().take(3) {
            grid.write(Place::new(*row, NOTE + 1), "Seen by the link governor");
        }
    });
    desk.says("second column is headed");
}

fn hidden(desk: &mut Desk<'_>) {
    desk.package.edit(desk.main, |grid, _| grid.hide_columns(RATING, NOTE));
}

fn statements_as_formulas(desk: &mut Desk<'_>) {
    let rows = desk.here();
    desk.package.edit(desk.main, |grid, strings| {
        for (_, row) in rows {
            let at = Place::new(row, STATEMENT);
            let text = super::super::package::escaped(&grid.text(at, strings));
            grid.raw(at, "str", &format!("<f>T(\"stale\")</f><v>{text}</v>"));
        }
    });
}
