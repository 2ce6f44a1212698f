//! Every table of results as a screen asks for it: for officers whole, for others without what speaks of few.

use serde_json::{Value, json};

use crate::gateway::accepted;
use crate::gateway::seat::Seat;

fn tables(seat: &Seat) -> Vec<(String, bool)> {
    let all = seat.done("table.list", json!({}));
    let one = |choice: &Value| {
        (choice["table"].as_str().expect("a table").to_owned(), choice["restricted"] == json!(true))
    };
    all.as_array().expect("tables").iter().map(one).collect()
}

#[test]
fn every_table_is_there_for_officers_and_those_that_name_nobody_for_others() {
    let seat = Seat::new();
    accepted(&seat);
    let all = tables(&seat);
    let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
    for name in ["response", "standards", "questions_by", "actions", "self_and_panel", "finding_types"] {
        assert!(names.contains(&name), "{names:?}");
    }
    for (table, restricted) in &all {
        let view = seat.done("table.show", json!({ "table": table }));
        let columns = view["columns"].as_array().expect("columns").len();
        assert!(!view["title"].as_str().expect("a title").is_empty() && columns > 1);
        for row in view["rows"].as_array().expect("rows") {
            assert_eq!(row.as_array().expect("cells").len(), columns, "{table}");
        }
        let shared = json!({ "table": table, "readers": "others" });
        if *restricted {
            assert!(seat.refused("table.show", shared).message.contains("officers alone"), "{table}");
        } else {
            let view = seat.done("table.show", shared);
            let (notes, rows) = (view["notes"].to_string(), view["rows"].to_string());
            let hides = rows.contains("\"text\":\"hidden\"");
            assert_eq!(
                notes.contains("Hidden: a figure that speaks of fewer than 5"),
                hides,
                "{table}: {notes}"
            );
        }
    }
}

#[test]
fn what_one_setting_said_is_not_shared() {
    let seat = Seat::new();
    accepted(&seat);
    let shown = |readers: &str| seat.done("table.show", json!({ "table": "standards", "readers": readers }));
    let words = |view: &Value| view["rows"][0][1]["text"].as_str().expect("a cell").to_owned();
    assert_ne!(words(&shown("officers")), "hidden");
    assert_eq!(words(&shown("others")), "hidden");
    assert_eq!(shown("others")["rows"][0][1]["count"], json!(null));
}

/// The rows of a table, without the base that a screen adds.
fn rows_of(seat: &Seat, wanted: Value) -> Value {
    seat.done("table.show", wanted)["rows"].clone()
}

#[test]
fn a_table_as_at_a_past_day_is_the_one_of_that_day() {
    let seat = Seat::new();
    accepted(&seat);
    let past: Vec<String> = seat
        .done("table.list", json!({}))
        .as_array()
        .expect("tables")
        .iter()
        // A profile says of today what is to be done besides.
        .filter(|one| one["past"] == json!(true) && one["table"] != json!("settings"))
        .map(|one| one["table"].as_str().expect("a table").to_owned())
        .collect();
    assert!(past.contains(&"standards".to_owned()) && past.contains(&"over_time".to_owned()), "{past:?}");
    let taken: Vec<Value> = past.iter().map(|table| rows_of(&seat, json!({ "table": table }))).collect();
    seat.world.pass(86_400 * 3);
    let rows = seat.done("return.list", json!({}));
    let back =
        json!({ "submission": rows[0]["submission"], "reason": "One answer is unclear.", "questions": [] });
    seat.done("return.send_back", back);
    for (table, taken) in past.iter().zip(taken) {
        let then = rows_of(&seat, json!({ "table": table, "as_at": "2026-11-21" }));
        assert_eq!(then, taken, "{table}");
    }
    assert_ne!(rows_of(&seat, json!({})), rows_of(&seat, json!({ "as_at": "2026-11-21" })));
    let refused = seat.refused("table.show", json!({ "table": "actions", "as_at": "2026-11-21" }));
    assert!(refused.message.contains("of today alone"), "{}", refused.message);
    assert!(seat.refused("table.show", json!({ "as_at": "soon" })).message.contains("soon"));
}

#[test]
fn behind_a_figure_stand_the_returns_that_it_counts() {
    let seat = Seat::new();
    accepted(&seat);
    let table = json!({ "table": "questions" });
    let shown = seat.done("table.show", table.clone());
    let column = shown["columns"].as_array().expect("columns").iter().position(|it| it["label"] == "% met");
    let chosen = json!({ "figures": table, "row": 0, "column": column });
    let view = seat.done("figure.behind", chosen);
    assert_eq!((&view["count"], &view["base"]), (&json!(1), &json!(1)));
    assert_eq!(view["lists"][0]["how"], "counted");
    assert_eq!(view["lists"][0]["lines"][0]["name"], "Example Primary School");
    let found = json!({ "figures": { "table": "questions" }, "row": 0, "column": column, "find": "nobody" });
    assert_eq!(seat.done("figure.behind", found)["lists"][0]["lines"], json!([]));
    for wrong in [
        json!({ "figures": { "table": "questions" }, "row": 9_999, "column": 0 }),
        json!({ "figures": { "table": "questions" }, "row": 0, "column": 0 }),
    ] {
        seat.refused("figure.behind", wrong);
    }
    // A number of settings is never hidden, so that only the rule itself closes its list.
    for table in ["questions", "response"] {
        let others =
            json!({ "figures": { "table": table, "readers": "others" }, "row": 0, "column": column });
        assert!(seat.refused("figure.behind", others).message.contains("for officers alone"), "{table}");
    }
}

#[test]
fn every_figure_that_opens_has_its_list() {
    let seat = Seat::new();
    accepted(&seat);
    for (table, _) in tables(&seat) {
        let view = seat.done("table.show", json!({ "table": table }));
        for (row, cells) in view["rows"].as_array().expect("rows").iter().enumerate() {
            for (column, cell) in cells.as_array().expect("cells").iter().enumerate() {
                if cell["opens"] == json!(true) && row < 4 {
                    let chosen = json!({ "figures": { "table": table }, "row": row, "column": column });
                    let behind = seat.done("figure.behind", chosen);
                    assert_eq!(behind["text"], cell["text"], "{table}");
                }
            }
        }
    }
}
