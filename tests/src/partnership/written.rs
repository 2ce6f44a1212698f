//! What settings wrote, as an officer works through it: found, coded, counted, quoted with the setting hidden.

use serde_json::{Value, json};

use crate::gateway::seat::Seat;

/// A partnership's file with one accepted return that has something written in it.
fn written(seat: &Seat) -> Value {
    std::fs::create_dir_all(seat.path("in")).expect("made");
    let school = seat.beside("Sam Sample");
    school.begin_setting("school.attest");
    let home = school.done("home.show", json!({}));
    let standard = school.done("standard.show", json!({ "standard": home["standards"][0]["id"] }));
    let question = |place: usize| standard["questions"][place]["id"].clone();
    for (place, text) in [
        "At Example Primary School staff ask for training on online harm. Tom Sample, born 3 May 2015, told us so.",
        "Training is kept in a log; police visit each term.",
    ]
    .into_iter()
    .enumerate()
    {
        school.done("answer.rate", json!({ "question": question(place), "level": "met" }));
        school.done("answer.write", json!({ "question": question(place), "field": "note", "text": text }));
    }
    school.next_dialog("in/return.xlsx");
    school.done("return.write", json!({}));
    school.done("file.close", json!({}));
    seat.begin_partnership("partnership.attest");
    seat.next_dialog("in");
    seat.done("intake.folder", json!({}));
    seat.ended();
    let intake = seat.done("intake.latest", json!({}));
    let ids: Vec<Value> =
        intake["lines"].as_array().expect("lines").iter().map(|it| it["submission"].clone()).collect();
    seat.done("return.accept", json!({ "submissions": ids }));
    intake
}

fn texts(found: &Value) -> Vec<&str> {
    found["texts"].as_array().expect("texts").iter().map(|it| it["text"].as_str().expect("a text")).collect()
}

#[test]
fn words_are_found_with_those_around_them_and_narrowed() {
    let seat = Seat::new();
    written(&seat);
    let find = |input: Value| seat.done("text.find", input);
    let all = find(json!({}));
    assert_eq!((&all["total"], &all["returns"]), (&json!(2), &json!(1)), "{all}");
    let found = find(json!({ "words": "train -police" }));
    assert_eq!(texts(&found).len(), 1);
    assert_eq!(found["texts"][0]["places"][0]["found"], "training");
    assert!(found["texts"][0]["places"][0]["before"].as_str().expect("words").ends_with("ask for "));
    assert_eq!(find(json!({ "words": "\"kept in a log\"" }))["total"], 1);
    assert_eq!(find(json!({ "words": "nowhere" }))["total"], 0);
    assert_eq!(find(json!({ "kind": "area" }))["total"], 0);
    assert_eq!(find(json!({ "kind": "note", "from": 1 }))["texts"].as_array().map(Vec::len), Some(1));
    assert!(seat.refused("text.find", json!({ "words": "x".repeat(301) })).message.contains("too long"));
}

#[test]
fn a_text_is_coded_counted_quoted_without_names_and_the_theme_taken_out_again() {
    let seat = Seat::new();
    written(&seat);
    let themes = seat.done(
        "theme.save",
        json!({ "id": null, "name": "Training", "kind": "support", "response": "A session in May" }),
    );
    let theme = themes[0]["id"].clone();
    let again = seat.refused("theme.save", json!({ "id": null, "name": " training " }));
    assert!(again.message.contains("already"), "{}", again.message);
    let found = seat.done("text.find", json!({ "words": "online harm" }));
    let (submission, place) = (found["texts"][0]["submission"].clone(), found["texts"][0]["place"].clone());
    let coded = |speaks: &str| {
        let input = json!({ "submission": submission, "place": place, "theme": theme, "speaks": speaks });
        seat.done("coding.set", input)
    };
    let quote =
        |words: &str| json!({ "submission": submission, "place": place, "theme": theme, "words": words });
    assert!(seat.refused("coding.quote", quote("training")).message.contains("not coded"));
    assert_eq!((&coded("of_it")[0]["texts"], &coded("of_it")[0]["returns"]), (&json!(1), &json!(1)));
    assert_eq!(seat.done("text.find", json!({ "coded": "not_yet" }))["total"], 1);
    assert_eq!(seat.done("text.find", json!({ "theme": theme }))["total"], 1);

    assert!(seat.refused("coding.quote", quote("words of mine")).message.contains("word for word"));
    let quotes = seat.done("coding.quote", quote("At Example Primary School staff ask for training"));
    assert_eq!(quotes[0]["shown"], "At [the setting] staff ask for training");
    assert_eq!(quotes[0]["personal"], json!([]));
    let named = seat.done("coding.quote", quote("Tom Sample, born 3 May 2015, told us so."));
    assert!(!named[0]["personal"].as_array().expect("flags").is_empty(), "{named}");

    let support =
        |readers: &str| seat.done("table.show", json!({ "table": "asked_for", "readers": readers }));
    let row = support("officers")["rows"][0].clone();
    assert_eq!((&row[0]["text"], &row[1]["count"]), (&json!("Training"), &json!(1)));
    assert_eq!(row.as_array().and_then(|row| row.last()).expect("a cell")["text"], "A session in May");
    assert_eq!(support("others")["rows"][0][1]["text"], "hidden");

    assert_eq!(seat.done("theme.remove", json!({ "id": theme })), json!([]));
    assert_eq!(seat.done("quote.list", json!({})), json!([]));
    seat.done("file.undo", json!({}));
    assert_eq!(seat.done("theme.list", json!({}))[0]["texts"], 1);
    assert_eq!(coded("not_of_it")[0]["texts"], 0);
}

#[test]
fn what_is_looked_through_stands_in_no_file_and_without_an_earlier_round_nothing_is_compared() {
    let seat = Seat::new();
    written(&seat);
    seat.done("text.find", json!({ "words": "training" }));
    let state = seat.session.file_state().expect("open");
    seat.done("text.find", json!({ "words": "police" }));
    assert_eq!(seat.session.file_state().expect("open").revision, state.revision);
    assert!(seat.refused("terms.show", json!({})).message.contains("no earlier round"));
}
