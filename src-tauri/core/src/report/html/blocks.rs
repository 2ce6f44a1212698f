//! Each piece of a section as HTML: real headings, captions and header cells.
//!
//! Refuses to know: what is said in them.

use super::bars::bars;
use super::markup::Markup;
use crate::analysis::table::{Cell, Column, ColumnKind, Table};
use crate::report::chart::Chart;
use crate::report::document::{Block, Figure, Notice, Pair, SignaturePlace, Tone};
use crate::report::pages::{head, is_day, twin};

/// A list of more than so many items may run over a page's end.
const LONG: usize = 8;

/// Texts longer than this have a column in which they can be read.
const TEXT: usize = 60;

/// Writes a piece.
pub(super) fn block(page: &mut Markup, block: &Block) {
    match block {
        Block::Heading(text) => page.words("h2", &[], text),
        Block::Subheading(text) => page.words("h3", &[], text),
        Block::Text(text) => page.words("p", &[], text),
        Block::List(items) => {
            let class = if items.len() > LONG { "long" } else { "list" };
            page.element("ul", &[("class", class)], |list| {
                items.iter().for_each(|item| list.words("li", &[], item))
            });
        }
        Block::Pairs(some) => pairs(page, some),
        Block::Notice(one) => notice(page, one),
        Block::Figures(some) => figures(page, some),
        Block::Table(one) => table(page, one),
        Block::Bars(some) => bars(page, some),
        Block::Chart(one) => chart(page, one),
        Block::Signatures(places) => places.iter().for_each(|one| place(page, one)),
    }
}

fn pairs(page: &mut Markup, pairs: &[Pair]) {
    page.element("dl", &[("class", "pairs")], |list| {
        for pair in pairs {
            list.element("div", &[], |both| {
                both.words("dt", &[], &pair.name);
                both.words("dd", &[], &pair.said);
            });
        }
    });
}

fn notice(page: &mut Markup, notice: &Notice) {
    let class = match notice.tone {
        Tone::Plain => "notice plain",
        Tone::Good => "notice good",
        Tone::Warning => "notice warning",
    };
    page.words("p", &[("class", class)], &notice.text);
}

fn figures(page: &mut Markup, figures: &[Figure]) {
    page.element("dl", &[("class", "figures")], |list| {
        for figure in figures {
            list.element("div", &[], |one| {
                one.words("dt", &[], &figure.label);
                one.words("dd", &[("class", "value")], &figure.value);
                if !figure.note.is_empty() {
                    one.words("dd", &[], &figure.note);
                }
            });
        }
    });
}

/// A chart over its figures.
fn chart(page: &mut Markup, chart: &Chart) {
    page.element("figure", &[("class", "chart")], |figure| {
        figure.element("figcaption", &[], |inside| {
            inside.words("strong", &[], &chart.title);
            inside.words("span", &[], &chart.caption);
        });
        figure.drawing(&chart.svg);
    });
    if !chart.table.columns.is_empty() {
        table(page, &twin(chart));
    }
}

fn table(page: &mut Markup, table: &Table) {
    if table.rows.is_empty() {
        titled_nothing(page, table);
        return;
    }
    let classes: Vec<&str> = (0..table.columns.len()).map(|place| class(table, place)).collect();
    page.element("table", &[], |inside| {
        caption(inside, &table.title, &table.caption);
        inside.element("thead", &[], |head| {
            head.element("tr", &[], |row| {
                table.columns.iter().zip(&classes).for_each(|(column, class)| heading(row, column, class));
            });
        });
        inside.element("tbody", &[], |body| {
            for row in &table.rows {
                body.element("tr", &[], |line| cells(line, row, &table.columns, &classes));
            }
        });
    });
    notes(page, &table.notes);
}

fn titled_nothing(page: &mut Markup, table: &Table) {
    if !table.title.is_empty() {
        page.words("h3", &[], &table.title);
    }
    page.words("p", &[("class", "none")], "None recorded.");
}

/// A table's title, and whose figures they are.
pub(super) fn caption(table: &mut Markup, title: &str, caption: &str) {
    if title.is_empty() && caption.is_empty() {
        return;
    }
    table.element("caption", &[], |inside| {
        if !title.is_empty() {
            inside.words("strong", &[], title);
        }
        inside.words("span", &[], caption);
    });
}

/// What must be known to read a table: several notes stand on one page, and none of them alone on the next.
pub(super) fn notes(page: &mut Markup, notes: &[String]) {
    match notes {
        [] => {}
        [one] => page.words("p", &[("class", "note")], one),
        several => page.element("div", &[("class", "notes")], |together| {
            several.iter().for_each(|note| together.words("p", &[("class", "note")], note));
        }),
    }
}

fn heading(row: &mut Markup, column: &Column, class: &str) {
    row.words("th", &[("scope", "col"), ("class", class)], &head(&column.label));
}

fn cells(line: &mut Markup, row: &[Cell], columns: &[Column], classes: &[&str]) {
    for (place, ((cell, column), class)) in row.iter().zip(columns).zip(classes.iter().copied()).enumerate() {
        // A base is never torn apart: it stands beside its share, or below it; nor is a day.
        let number = column.kind.is_number();
        let text = match number {
            true => cell.text.replace(" = ", "\u{a0}=\u{a0}"),
            false if is_day(&cell.text) => cell.text.replace(' ', "\u{a0}"),
            false => cell.text.to_string(),
        };
        match place {
            0 => line.words("th", &[("scope", "row"), ("class", class)], &text),
            _ => line.words("td", &[("class", class)], &text),
        }
    }
}

/// How a column is set, by what stands in it.
fn class(table: &Table, place: usize) -> &'static str {
    let mut cells = table.rows.iter().filter_map(|row| row.get(place));
    match table.columns[place].kind {
        ColumnKind::Text if cells.any(|cell| cell.text.chars().count() > TEXT) => "text long",
        ColumnKind::Text => "text",
        ColumnKind::Short => "short",
        ColumnKind::Count | ColumnKind::Share => "number",
    }
}

fn place(page: &mut Markup, place: &SignaturePlace) {
    page.element("div", &[("class", "place")], |inside| {
        inside.words("h3", &[], &place.role);
        if !place.body.is_empty() {
            inside.words("p", &[("class", "body")], &place.body);
        }
        inside.words("p", &[("class", "statement")], &place.statement);
        match &place.signed {
            Some(said) => pairs(inside, said),
            None => lines(inside),
        }
    });
}

/// Lines to sign by hand.
fn lines(inside: &mut Markup) {
    inside.element("dl", &[("class", "lines")], |list| {
        for name in ["Name", "Signature", "Meeting and minute", "Date"] {
            list.element("div", &[], |both| {
                both.words("dt", &[], name);
                both.words("dd", &[], "");
            });
        }
    });
}
