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
            let notes = seat.done("table.show", shared)["notes"].to_string();
            assert!(notes.contains("fewer than 5 settings"), "{table}: {notes}");
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
