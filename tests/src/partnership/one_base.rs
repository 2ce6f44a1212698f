//! One base: the headline, T1, the captions and the range speak of the same number of settings, whatever happens to the
//! register, today and as at a past day.

use serde_json::{Value, json};

use crate::gateway::accepted;
use crate::gateway::seat::Seat;

/// The numbers of a text, in their order.
fn numbers(text: &str) -> Vec<u64> {
    let digits = text.split(|letter: char| !letter.is_ascii_digit());
    digits.filter_map(|digits| digits.parse().ok()).collect()
}

/// What stands between two pieces of a text.
fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let rest = text.split_once(from).unwrap_or_else(|| panic!("{from} is in {text}")).1;
    rest.split_once(to).unwrap_or_else(|| panic!("{to} is in {rest}")).0
}

fn table(seat: &Seat, name: &str, on: &str) -> Value {
    seat.done("table.show", json!({ "table": name, "as_at": on }))
}

/// Asked, returned and accepted, as the last row of a response says.
fn told(table: &Value) -> [u64; 3] {
    let labels: Vec<&str> = table["columns"]
        .as_array()
        .expect("columns")
        .iter()
        .filter_map(|one| one["label"].as_str())
        .collect();
    let all = table["rows"].as_array().and_then(|rows| rows.last()).expect("all of them");
    ["Expected", "Returned", "Accepted"].map(|wanted| {
        let place = labels.iter().position(|label| *label == wanted).expect("a column");
        all[place]["count"].as_u64().expect("a count")
    })
}

/// Asked, returned and accepted, once the tables of a day were seen to agree.
fn of_tables(seat: &Seat, on: &str) -> [u64; 3] {
    let response = table(seat, "response", on);
    let [expected, returned, counted] = told(&response);
    let standards = table(seat, "standards", on);
    let caption = standards["caption"].as_str().expect("a caption");
    let said = numbers(between(caption, "Accepted returns from ", " asked"));
    assert_eq!(said, [counted, expected], "the caption beside T1, on {on:?}: {caption}");
    let missing = expected - counted;
    let settings = if expected == 1 { "setting" } else { "settings" };
    let have = if missing == 1 { "has" } else { "have" };
    let note = format!("{missing} of {expected} {settings} asked {have} no accepted return");
    assert_eq!(standards["notes"].to_string().contains(&note), missing > 0, "{standards}");
    let time = table(seat, "over_time", on);
    let last = time["rows"].as_array().and_then(|rows| rows.last()).expect("a row");
    assert_eq!(last[3]["base"].as_u64(), Some(expected), "T2 on {on:?}");
    [expected, returned, counted]
}

/// The same, once the papers were seen to agree with the tables.
fn of_all(seat: &Seat) -> [u64; 3] {
    let [expected, returned, counted] = of_tables(seat, "");
    let full = seat.done("report.show", json!({ "paper": "full" }));
    let headline = |key: &str| {
        let all = full["headlines"].as_array().expect("headlines").iter();
        all.filter(|one| one["key"] == key).find_map(|one| one["made"].as_str().map(str::to_owned))
    };
    let response = headline("response").expect("how many returned");
    assert_eq!(numbers(&response)[..2], [returned, expected], "{response}");
    let truth = match expected - counted {
        1 => "the one setting".to_owned(),
        gone => format!("all {gone} settings"),
    };
    if let Some(range) = headline("truth") {
        assert!(range.contains(&truth), "{range}, of {expected} of which {counted} count");
    } else {
        assert!(counted == 0 || counted == expected, "{full}");
    }
    let text = full["document"].to_string();
    for of in text.split("Accepted returns from ").skip(1).filter_map(|rest| rest.split_once(" asked")) {
        assert_eq!(numbers(of.0), [counted, expected], "a caption of the paper");
    }
    let tables = full["document"]["sections"].as_array().expect("sections").iter();
    let blocks = tables.filter_map(|section| section["blocks"].as_array()).flatten();
    let contents = blocks.map(|block| &block["content"]);
    let shown = contents.map(|one| if one["table"].is_object() { &one["table"] } else { one });
    let responses = shown.filter(|one| one["title"].as_str().is_some_and(|it| it.starts_with("Response by")));
    for table in responses {
        assert_eq!(told(table), [expected, returned, counted], "T1 of the paper");
    }
    [expected, returned, counted]
}

fn begun() -> (Seat, Value) {
    let seat = Seat::new();
    accepted(&seat);
    let round = seat.done("round.show", json!({}));
    (seat, round["settings"][0]["setting"].clone())
}

fn add(seat: &Seat) -> Value {
    seat.done("register.add", json!({ "name": "Another School", "kind": "school", "phase": "Primary" }))
}

fn notes(seat: &Seat) -> String {
    table(seat, "response", "")["notes"].to_string()
}

#[test]
fn a_register_that_was_not_frozen_is_the_base_as_it_stands_and_as_it_stood() {
    let (seat, first) = begun();
    let started = of_all(&seat);
    assert_eq!(started, [1, 1, 1]);
    let day = seat.done("table.show", json!({ "table": "response" }))["as_at"].clone();
    let day = day.as_str().expect("a day");
    seat.world.pass(86_400 * 2);
    add(&seat);
    assert_eq!(of_all(&seat), [2, 1, 1]);
    seat.done("register.exempt", json!({ "setting": first, "reason": "Opened this term." }));
    assert_eq!(of_all(&seat), [1, 0, 0], "a return of a setting that is exempt is in no figure");
    assert!(
        notes(&seat).contains("1 accepted return is of a setting that is not in the base"),
        "{}",
        notes(&seat)
    );
    assert_eq!(of_tables(&seat, day), started, "as at that day");
}

#[test]
fn a_register_that_was_frozen_is_the_base_until_the_next_cut_off() {
    let (seat, first) = begun();
    seat.done("register.freeze", json!({ "label": "Report to the Executive" }));
    add(&seat);
    assert_eq!(of_all(&seat), [1, 1, 1]);
    assert!(notes(&seat).contains("Since then 1 setting is asked besides"), "{}", notes(&seat));
    seat.done("register.exempt", json!({ "setting": first, "reason": "Opened this term." }));
    assert_eq!(of_all(&seat), [1, 1, 1]);
    assert!(notes(&seat).contains("1 setting is no longer asked"), "{}", notes(&seat));
    seat.world.pass(86_400);
    seat.done("register.freeze", json!({ "label": "Supplement" }));
    assert_eq!(of_all(&seat), [1, 0, 0]);
}

#[test]
fn a_past_day_is_not_changed_by_dates_that_are_set_later() {
    let (seat, _) = begun();
    let day = seat.done("table.show", json!({ "table": "response" }))["as_at"].clone();
    let day = day.as_str().expect("a day").to_owned();
    seat.world.pass(86_400 * 3);
    let then = ["response", "over_time"].map(|name| table(&seat, name, &day));
    let dates = json!({
        "label": "2026/27", "opens": "2026-09-01", "due": "2026-10-01", "return_to": "",
        "instructions": "", "signs": "", "threshold": 5, "replacing": "until_due",
    });
    seat.done("round.save", dates);
    assert_eq!(["response", "over_time"].map(|name| table(&seat, name, &day)), then);
}
