//! C10: a setting's own share met beside the spread of the settings it is set beside, standard by standard.
//!
//! Refuses to know: who the others are. No place in a ranking is said.

use super::rows::{LEFT, SIZE, WIDE, beside, labelled, shares};
use super::{Chart, of, thousandths};
use crate::analysis::table::{Cell, Column, ColumnKind, Table};
use crate::report::bars::Fill;
use crate::report::drawing::{Anchor, Area, Dot, Drawing, Stroke};

/// A standard: the setting's own share, and those of the others in thousandths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    /// The standard.
    pub standard: String,
    /// Met and base of the setting's own.
    pub own: (u32, u32),
    /// The lower quartile, the median and the upper quartile of the others; none where they are too few to be shown.
    pub others: Option<[u32; 3]>,
}

const OWN: &str = "Own";
const MIDDLE: &str = "Middle of the others";

/// The spread as a table.
pub fn spread_table(title: &str, caption: &str, as_at: &str, spread: &[Spread]) -> Table {
    let row = |one: &Spread| {
        let mut cells = vec![Cell::text(&one.standard), Cell::share(one.own.0, one.own.1)];
        cells.extend(match one.others {
            Some(others) => others.map(|share| Cell::share(share, 1000)),
            None => [Cell::hidden(), Cell::hidden(), Cell::hidden()],
        });
        cells
    };
    let share = |label: &str| Column::new(label, ColumnKind::Share);
    Table {
        title: title.to_owned(),
        caption: caption.to_owned(),
        as_at: as_at.to_owned(),
        columns: vec![
            Column::new("Standard", ColumnKind::Text),
            share(OWN),
            share("A quarter are below"),
            share(MIDDLE),
            share("A quarter are above"),
        ],
        rows: spread.iter().map(row).collect(),
        notes: vec![
            "Own: the share of your ratings that mean met or exceeds, out of all your judgements of that standard.".to_owned(),
            "The others: half of the settings lie between the two quarters, one half below the middle and one half above. To the next 5%, since no single setting is shown; self-assessed by each of them.".to_owned(),
        ],
    }
}

/// A chart of such a table.
pub fn spread(code: &str, title: &str, table: &Table) -> Chart {
    let mut drawing = Drawing::default();
    key(&mut drawing);
    let names: Vec<String> = table.rows.iter().map(|row| row[0].text.to_string()).collect();
    let rows = labelled(&mut drawing, 66, &names);
    let bottom = drawing.height - 4;
    shares(&mut drawing, 66, bottom);
    for (row, cells) in rows.iter().zip(&table.rows) {
        let x = |place: usize| thousandths(&cells[place]).map(|share| LEFT + of(WIDE, share));
        let others = (x(2), x(3), x(4));
        if let (Some(low), Some(middle), Some(high)) = others {
            drawing.area(row.bar(low, (high - low).max(2)), Fill::Light);
            drawing.line(vec![(middle, row.middle() - 12), (middle, row.middle() + 12)], Stroke::Plain);
        }
        match (x(1), others) {
            (Some(own), _) => drawing.dot((own, row.middle()), Dot::Full),
            // Over the others it could not be read; on the right it is said as well.
            (None, (Some(_), Some(_), Some(_))) => {}
            (None, _) => drawing.words((LEFT + 6, row.words()), SIZE, Anchor::Start, "others hidden"),
        }
        beside(&mut drawing, *row, &format!("{} {}", OWN.to_lowercase(), cells[1].text));
    }
    let told: Vec<String> = table
        .rows
        .iter()
        .map(|row| format!("{}: own {}, middle of the others {}", row[0].text, row[1].text, row[3].text))
        .collect();
    Chart::of(code, title, (drawing, format!("{}.", told.join("; "))), table)
}

fn key(drawing: &mut Drawing) {
    drawing.dot((12, 14), Dot::Full);
    drawing.words((28, 20), 17, Anchor::Start, "your own");
    drawing.area(Area { x: 140, y: 4, width: 60, height: 20 }, Fill::Light);
    drawing.line(vec![(170, 4), (170, 24)], Stroke::Plain);
    drawing.words((210, 20), 17, Anchor::Start, "half of the others, with their middle");
}
