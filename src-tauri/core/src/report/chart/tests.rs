//! What is drawn is what the table says, and stays within the drawing.

use super::*;
use crate::analysis::table::{Column, ColumnKind};
use crate::report::bars::Fill;
use crate::report::drawing::{Shape, WIDTH};
use crate::report::font::{Weight, width};

fn table(columns: &[(&str, ColumnKind)], rows: Vec<Vec<Cell>>) -> Table {
    Table {
        title: "Result".into(),
        caption: "Self-assessed. 40 of 60 settings.".into(),
        as_at: "21 November 2026".into(),
        columns: columns.iter().map(|(label, kind)| Column::new(*label, *kind)).collect(),
        rows,
        notes: Vec::new(),
    }
}

fn result() -> Table {
    use ColumnKind::{Count, Share, Text};
    let row = |name: &str, met: u32, not: u32| {
        vec![Cell::text(name), Cell::count(met), Cell::count(not), Cell::share(met, met + not)]
    };
    let mut rows =
        vec![row("A Leadership and culture in a longer title that takes more than a line", 30, 10)];
    rows.push(vec![Cell::text("B"), Cell::hidden(), Cell::hidden(), Cell::hidden()]);
    rows.push(row("All", 30, 10));
    table(&[("Standard", Text), ("Met", Count), ("Not met", Count), ("% met", Share)], rows)
}

fn parts() -> Vec<crate::report::bars::BarPart> {
    vec![part("Met", Fill::Deep), part("Not met", Fill::Hatched), part("No such column", Fill::Empty)]
}

fn words(chart: &Chart) -> Vec<String> {
    let of = |shape: &Shape| match shape {
        Shape::Words(words) => Some(words.text.clone()),
        Shape::Box(..) | Shape::Line(..) | Shape::Dot(..) => None,
    };
    chart.drawing.shapes.iter().filter_map(of).collect()
}

fn within(chart: &Chart) {
    use crate::report::drawing::Anchor;
    for shape in &chart.drawing.shapes {
        if let Shape::Words(words) = shape {
            let size = f32::from(i16::try_from(words.size).expect("small"));
            let wide = width(&words.text, size, Weight::Plain).ceil() as i32;
            let from = match words.anchor {
                Anchor::Start => words.at.0,
                Anchor::Middle => words.at.0 - wide / 2,
                Anchor::End => words.at.0 - wide,
            };
            assert!(from >= 0 && from + wide <= WIDTH + 1, "{}: {from} + {wide}", words.text);
            assert!(words.at.1 <= chart.drawing.height, "{}", words.text);
        }
    }
}

#[test]
fn a_stacked_bar_is_as_long_as_its_counts_and_a_hidden_row_has_none() {
    let chart = stacked("C1", "Result", &result(), &parts(), (Whole::Each, Some("% met")));
    let boxes = |fill: Fill| {
        let of = |shape: &Shape| match shape {
            Shape::Box(area, one) if *one == fill && area.width > 22 => Some(area.width),
            Shape::Box(..) | Shape::Line(..) | Shape::Dot(..) | Shape::Words(_) => None,
        };
        chart.drawing.shapes.iter().filter_map(of).collect::<Vec<_>>()
    };
    assert_eq!((boxes(Fill::Deep), boxes(Fill::Hatched)), (vec![360, 360], vec![120, 120]));
    let words = words(&chart);
    assert!(words.contains(&"hidden".to_owned()) && words.contains(&"Not met".to_owned()), "{words:?}");
    assert!(!words.contains(&"No such column".to_owned()));
    assert!(chart.said.contains("All: Met 30, Not met 10; % met 75.0% (n = 40)"), "{}", chart.said);
    within(&chart);
}

#[test]
fn bars_say_their_base_and_what_is_aimed_at() {
    let chart = bars("C2", "Response", &result(), ("Standard", "% met"), Some(("Last round 90%", 900)));
    let words = words(&chart).join(" | ");
    assert!(words.contains("75.0% (30 of | 40)") || words.contains("75.0% (30 of 40)"), "{words}");
    assert!(words.contains("Last round 90%") && words.contains("hidden"), "{words}");
    within(&chart);
}

#[test]
fn lines_over_time_end_where_the_table_ends() {
    use ColumnKind::{Share, Short};
    let rows = (0..10)
        .map(|n| vec![Cell::text(format!("{n} March")), Cell::share(n * 4, 40), Cell::share(n * 3, 40)]);
    let table = table(&[("Day", Short), ("This round", Share), ("Round 2025", Share)], rows.collect());
    let chart = over_time("C3", "Returned", &table);
    let words = words(&chart);
    assert!(words.contains(&"This round".to_owned()) && words.contains(&"9 March".to_owned()), "{words:?}");
    within(&chart);
}

#[test]
fn two_dots_a_row_and_a_grid_of_shades_keep_hidden_what_is_hidden() {
    use ColumnKind::{Share, Short, Text};
    let rows = vec![
        vec![Cell::text("A"), Cell::share(10, 40), Cell::share(20, 40), Cell::text("+25.0 points")],
        vec![Cell::text("B"), Cell::hidden(), Cell::hidden(), Cell::hidden()],
    ];
    let table = table(&[("Standard", Text), ("Before", Share), ("Now", Share), ("Change", Short)], rows);
    let chart = moves("C4", "Change", &table, ("Before", "Now", "Change"));
    let dots = chart.drawing.shapes.iter().filter(|one| matches!(one, Shape::Dot(..))).count();
    assert_eq!(dots, 4, "two of the key, two of the row that is shown");
    within(&chart);
    let grid = heat("C5", "Result", &table);
    let hatched = |shape: &&Shape| matches!(shape, Shape::Box(_, Fill::Hatched));
    assert_eq!(grid.drawing.shapes.iter().filter(hatched).count(), 3, "one in the key, two in the grid");
    assert!(words(&grid).contains(&"25.0%".to_owned()));
    within(&grid);
}

#[test]
fn ratings_stand_on_the_steps_of_their_scale_and_own_share_in_the_spread() {
    use ColumnKind::{Short, Text};
    let row = |own: &str, panel: &str| {
        vec![Cell::text("1.1"), Cell::text("A question"), Cell::text(own), Cell::text(panel)]
    };
    let columns = [("No.", Short), ("Question", Text), ("Own rating", Short), ("Panel", Short)];
    let table = table(&columns, vec![row("Met", "Partly met"), row("Blank", "Met")]);
    let steps = ["Not met", "Partly met", "Met"].map(str::to_owned);
    let chart = ladder("C7", "Own and panel", &table, ("Question", "Own rating", "Panel"), &steps);
    assert!(words(&chart).contains(&"Blank".to_owned()));
    within(&chart);
    let one = |name: &str, others| Spread { standard: name.into(), own: (6, 8), others };
    let table = spread_table("Own", "Self-assessed.", "", &[one("A", Some([500, 750, 900])), one("B", None)]);
    assert_eq!(table.rows[1][3], Cell::hidden());
    let chart = spread("C10", "Own and others", &table);
    assert!(chart.said.starts_with("A: own 75.0% (n = 8), middle of the others 75.0%"), "{}", chart.said);
    within(&chart);
    let nothing = Spread { own: (0, 0), ..one("C", None) };
    let chart = spread("C10", "Own and others", &spread_table("Own", "", "", &[nothing]));
    assert!(words(&chart).contains(&"others hidden".to_owned()), "as its table says: {:?}", words(&chart));
}

#[test]
fn a_chart_by_itself_says_what_it_is_and_whose_figures_they_are() {
    let table = table(
        &[("Type", ColumnKind::Text), ("Findings", ColumnKind::Count)],
        vec![vec![Cell::text("Good practice"), Cell::count(4)]],
    );
    let chart = bars("C9", "What panels found", &table, ("Type", "Findings"), None);
    let alone =
        svg::alone(&Chart { caption: "Round 2026/27. As at 22 November 2026.".into(), ..chart.clone() });
    for word in
        [">What panels found</text>", ">Round 2026/27. As at 22 November 2026.</text>", "Good practice"]
    {
        assert!(alone.contains(word), "{word}: {alone}");
    }
    let [alone, inside] = [alone.as_str(), chart.svg.as_str()].map(|svg| png::png(svg, 1.0).expect("drawn"));
    let high = |bytes: &[u8]| u32::from_be_bytes(bytes[20..24].try_into().expect("a height"));
    assert!(high(&alone) > high(&inside) + 100);
    let noted = svg::alone(&chart.clone().noted("None is said to be ahead of another."));
    assert!(noted.contains(">None is said to be ahead of another.</text>"), "{noted}");
    let noted = png::png(&noted, 1.0).expect("drawn");
    assert!(high(&noted) > high(&png::png(&svg::alone(&chart), 1.0).expect("drawn")) + 15);
}
