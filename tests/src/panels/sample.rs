//! Drawing: kept with frame, rules and seed, drawn again the same, replaced in order, never undone.

use serde_json::json;

use super::ground::{met, round};

fn rules() -> serde_json::Value {
    json!({ "strata": ["phase"], "size": { "number": 4 }, "minimum": 1, "merge_below": 0 })
}

#[test]
fn a_draw_is_kept_and_stays_the_same_when_the_register_moves_on() {
    let seat = round(&[("Primary", 9), ("Secondary", 3)]);
    let preview = seat.done("draw.preview", json!({ "rules": rules() }));
    assert_eq!((&preview["places"], &preview["population"]), (&json!(4), &json!(12)));
    assert_eq!(preview["strata"][0]["reserves"], json!([]), "nobody is drawn by looking");
    let drawn = seat.done("draw.make", json!({ "name": "Panels", "rules": rules(), "seed": "402 118" }));
    assert_eq!(drawn["samples"][0]["seed"], "402118");
    assert_eq!(met(&drawn).len(), 4);
    seat.refused("file.undo", json!({}));
    let mut another = crate::gateway::seat::new_school();
    another["identifiers"] = json!({ "urn": "100901" });
    seat.done("register.add", another);
    let later = seat.done("draw.show", json!({}));
    assert_eq!(met(&later), met(&drawn));
    assert_eq!(later["samples"][0]["same_again"], true);
    assert_eq!(later["samples"][0]["register"], 12);
}

#[test]
fn who_declines_is_replaced_by_the_next_reserve_with_the_reason_kept() {
    let seat = round(&[("Primary", 9)]);
    let drawn = seat.done("draw.make", json!({ "name": "Panels", "rules": rules(), "seed": "3" }));
    let sample = drawn["samples"][0]["id"].clone();
    let first = drawn["samples"][0]["chosen"][0].clone();
    let reserve = drawn["samples"][0]["strata"][0]["reserves"][0]["name"].clone();
    let say = |reason: &str| json!({ "sample": sample, "setting": first["setting"], "reason": reason });
    assert!(seat.refused("draw.decline", say(" ")).message.contains("reason"));
    let view = seat.done("draw.decline", say("Inspected that week"));
    let seats = &view["samples"][0]["chosen"];
    assert_eq!(seats[0]["seat"], json!({ "declined": ["Inspected that week", reserve] }));
    assert_eq!(seats[4]["seat"], json!({ "reserve": first["name"] }));
    assert!(seat.refused("draw.decline", say("Again")).message.contains("already"));
    let table = &view["samples"][0]["balance"];
    let primary = table["rows"].as_array().expect("rows").iter().find(|row| row[1]["text"] == "Primary");
    let texts: Vec<&str> = primary
        .expect("a row")
        .as_array()
        .expect("cells")
        .iter()
        .filter_map(|it| it["text"].as_str())
        .collect();
    assert_eq!(texts[2..], ["9", "100.0%", "4", "100.0%", "1", "1"]);
    seat.next_dialog("sample.docx");
    seat.done("draw.write", json!({ "sample": sample, "format": "docx" }));
    assert!(seat.path("sample.docx").exists());
}

#[test]
fn picks_stand_on_a_list_of_their_own_and_are_in_no_sample() {
    let seat = round(&[("Primary", 6)]);
    let shown = seat.done("round.show", json!({}));
    let setting = &shown["settings"][2]["setting"];
    let pick =
        json!({ "setting": setting, "why": "non_return", "reason": "Nothing came last round either." });
    let view = seat.done("draw.pick", pick.clone());
    assert_eq!(view["picks"][0]["name"], "Example Primary 3");
    assert_eq!(view["samples"], json!([]));
    assert!(seat.refused("draw.pick", pick).message.contains("already"));
    let drawn = seat.done("draw.make", json!({ "name": "Panels", "rules": rules(), "seed": "9" }));
    assert_eq!(drawn["samples"][0]["population"], 6, "a pick changes nobody\u{2019}s chance");
    let gone = seat.done("draw.unpick", json!({ "pick": view["picks"][0]["id"] }));
    assert_eq!(gone["picks"], json!([]));
}

#[test]
fn nothing_is_drawn_by_rules_that_cannot_be() {
    let seat = round(&[("Primary", 3)]);
    let try_out = |change: serde_json::Value| {
        let mut rules = rules();
        let fields = change.as_object().expect("fields").clone();
        rules.as_object_mut().expect("fields").extend(fields);
        seat.refused("draw.make", json!({ "name": "Panels", "rules": rules, "seed": "1" })).message
    };
    assert!(try_out(json!({ "size": { "number": 0 } })).contains("Nobody"));
    assert!(try_out(json!({ "size": { "share": 20_000 } })).contains("share"));
    assert!(try_out(json!({ "cycle": 0 })).contains("cycle"));
    let nobody =
        json!([{ "bearing": "takes_in", "of": { "is": ["phase", "Special"] }, "reason": "Special only" }]);
    assert!(try_out(json!({ "rules": nobody })).contains("Nobody is left"));
    let seed = json!({ "name": "Panels", "rules": rules(), "seed": "12 months" });
    assert!(seat.refused("draw.make", seed).message.contains("whole number"));
}

/// Runs a command line over a file; what it printed as JSON.
fn printed(arguments: &[&str]) -> serde_json::Value {
    let world = std::sync::Arc::new(attest::world::FixedWorld::new(
        "2026-11-21T12:00:00Z".parse().expect("a time"),
        1,
    ));
    let arguments = std::iter::once("attest").chain(arguments.iter().copied()).map(std::ffi::OsString::from);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = attest_cli::run(arguments, world, &mut out, &mut err);
    assert_eq!(status, attest_cli::Status::Done, "{}", String::from_utf8_lossy(&err));
    serde_json::from_slice(&out).expect("json")
}

#[test]
fn the_command_line_draws_what_the_window_draws_and_shows_it_again() {
    let seat = round(&[("Primary", 12), ("Secondary", 4)]);
    let rules = json!({ "strata": ["phase"], "size": { "share": 2500 }, "minimum": 1, "merge_below": 0 });
    let drawn = seat.done("draw.make", json!({ "name": "Panels", "rules": rules, "seed": "11" }));
    seat.done("file.close", json!({}));
    let file = seat.path("partnership.attest");
    let file = file.to_str().expect("a path");
    let arguments = ["--json", "sample", file, "--share", "25", "--merge-below", "0", "--seed", "11"];
    let again = printed(&arguments);
    assert_eq!(again["chosen"], drawn["samples"][0]["chosen"], "the same frame, rules and seed");
    let shown = printed(&["--json", "sample", file, "--show"]);
    assert_eq!(shown["chosen"], again["chosen"]);
    let preview = printed(&["--json", "sample", file, "--preview", "--number", "5", "--by", "none"]);
    assert_eq!((&preview["places"], &preview["strata"][0]["name"]), (&json!(5), &json!("All")));
}
