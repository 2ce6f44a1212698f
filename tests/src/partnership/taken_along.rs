//! What is on the screen, taken along: a heatmap in every form, and a list as it stands there.

use attest::sheet::{Content, Place, open};
use serde_json::{Value, json};

use crate::gateway::accepted;
use crate::gateway::seat::Seat;

fn logged(seat: &Seat) -> usize {
    seat.done("file.history", json!({})).to_string().matches("Paper written").count()
}

#[test]
fn a_heatmap_is_saved_as_it_stands_on_the_screen_in_every_form() {
    let seat = Seat::new();
    accepted(&seat);
    let heat = seat.done("heat.show", json!({}));
    let lines: Vec<&Value> =
        heat["rows"].as_array().expect("rows").iter().map(|row| &row["submission"]).collect();
    let choice = json!({ "sort": "worst", "lines": lines });
    for format in ["xlsx", "png", "svg"] {
        seat.next_dialog(&format!("heat.{format}"));
        seat.done("heat.save", json!({ "choice": choice, "format": format }));
    }
    assert_eq!(logged(&seat), 0, "what officers keep is not shared");
    let svg = std::fs::read_to_string(seat.path("heat.svg")).expect("written");
    for said in [
        "Heatmap",
        "Example Primary School",
        "All shown",
        "Exceeds",
        "As at ",
        "Log code ",
        "For officers only",
    ] {
        assert!(svg.contains(said), "{said}: {svg}");
    }
    assert!(svg.contains("it names settings") && svg.matches("As at ").count() == 1, "{svg}");
    seat.next_dialog("groups.svg");
    seat.done("heat.save", json!({ "choice": { "rows_by": "phase" }, "format": "svg" }));
    let groups = std::fs::read_to_string(seat.path("groups.svg")).expect("written");
    assert!(
        groups.contains("small numbers are not hidden") && !groups.contains("names settings"),
        "{groups}"
    );
    assert_eq!(&std::fs::read(seat.path("heat.png")).expect("written")[1..4], b"PNG");
    let book = open(&std::fs::read(seat.path("heat.xlsx")).expect("written")).expect("it is read").value;
    let marks = heat["rows"][0]["marks"].as_str().expect("marks");
    let sheet = book.sheets.first().expect("a sheet");
    let has = |text: &str| {
        (0..20).find(|row| {
            matches!(sheet.cell(Place::new(*row, 0)).map(|cell| &cell.content), Some(Content::Text(is)) if &**is == text)
        })
    };
    let row = has("Example Primary School").expect("the school");
    let drawn: String = (8..8 + u32::try_from(marks.len()).expect("few"))
        .map(|column| match sheet.cell(Place::new(row, column)).map(|cell| &cell.content) {
            Some(Content::Text(text)) => text.replace('\u{b7}', ".").replace('\u{2013}', "-"),
            _ => " ".to_owned(),
        })
        .collect();
    assert_eq!(drawn, marks);
    let gone = json!({ "choice": { "lines": ["Nobody (3)"], "rows_by": "phase" } });
    assert!(seat.refused("heat.save", gone).message.contains("changed since"));
}

#[test]
fn a_heatmap_for_others_hides_what_their_table_hides_and_counts_as_shared() {
    let seat = Seat::new();
    accepted(&seat);
    let wanted = json!({ "choice": { "rows_by": "phase" }, "readers": "others", "format": "svg" });
    for time in ["once", "again"] {
        seat.next_dialog(&format!("{time}.svg"));
        seat.done("heat.save", wanted.clone());
        assert_eq!(logged(&seat), 1, "the same figures are kept once: {time}");
    }
    let svg = std::fs::read_to_string(seat.path("once.svg")).expect("written");
    assert!(svg.contains("\u{d7}<") && !svg.contains("Example Primary School"), "{svg}");
    let named = json!({ "choice": { "rows_by": "setting" }, "readers": "others" });
    assert!(seat.refused("heat.save", named).message.contains("for officers alone"));
}

#[test]
fn a_list_is_saved_as_it_stands_and_what_it_says_is_no_formula() {
    let seat = Seat::new();
    accepted(&seat);
    let list = |readers: &str| {
        json!({
            "title": "Signals", "caption": "Round 2026/27", "readers": readers, "notes": ["A reason to ask."],
            "columns": [{ "label": "School" }, { "label": "Places", "numeric": true }],
            "rows": [[{ "text": "=1+1" }, { "text": "3", "count": 3 }], [{ "text": "x".repeat(40_000) }, { "text": "4", "count": 4 }]],
        })
    };
    seat.next_dialog("signals.xlsx");
    let written = seat.done("shown.save", list("officers"));
    assert!(written["sentence"].as_str().is_some_and(|it| it.contains("2 lines")), "{written}");
    assert_eq!(logged(&seat), 0);
    let book = open(&std::fs::read(seat.path("signals.xlsx")).expect("written")).expect("it is read").value;
    let sheet = book.sheets.first().expect("a sheet");
    let cell = |row: u32, column: u32| sheet.cell(Place::new(row, column)).map(|cell| cell.content.clone());
    assert!(matches!(cell(4, 0), Some(Content::Text(text)) if &*text == "=1+1"));
    assert!(matches!(cell(4, 1), Some(Content::Number(number)) if (number - 3.0).abs() < f64::EPSILON));
    assert!(matches!(cell(5, 0), Some(Content::Text(text)) if text.ends_with("too long for a cell)")));
    seat.next_dialog("shared.xlsx");
    seat.done("shown.save", list("others"));
    assert_eq!(logged(&seat), 1, "what others are to read is kept as shared");
    let short = json!({ "title": "T", "caption": "", "columns": [{ "label": "A" }], "rows": [[]] });
    assert!(seat.refused("shown.save", short).message.contains("cannot be saved"));
}
