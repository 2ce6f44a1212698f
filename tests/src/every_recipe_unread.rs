//! A recipe that cannot be read is one line with its sentence: everything else that was written is listed, checked and made
//! again, officers go on, and nothing more is shared of the round or of the one after it.

use serde_json::{Value, json};

use crate::command_line_again::instead;
use crate::every_table::sample;
use crate::gateway::seat::Seat;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What is written, each with what it is for.
fn wrote(seat: &Seat) -> Vec<Value> {
    let paper = |paper: &str, readers: &str| {
        ("report.write", json!({ "paper": paper, "readers": readers, "format": "html" }))
    };
    let all = [
        paper("full", "officers"),
        ("table.copy", json!({ "table": "standards", "readers": "others" })),
        ("round_paper.write", json!({ "paper": "response", "format": "html" })),
        paper("public", "others"),
        paper("executive", "officers"),
    ];
    for (command, input) in all {
        if command.ends_with(".write") {
            seat.next_dialog("paper.html");
        }
        seat.done(command, input);
        seat.world.pass(60);
    }
    lines(seat)
}

fn lines(seat: &Seat) -> Vec<Value> {
    seat.done("report.writings", json!({})).as_array().expect("lines").clone()
}

/// The file with other words in the recipe of one thing that was written, known by its log code.
fn altered(seat: &Seat, whole: &[u8], line: &Value, how: &[[&str; 2]]) {
    let head = line["head"].as_str().expect("a log code");
    let bytes = how.iter().fold(whole.to_vec(), |bytes, [from, to]| {
        instead(&bytes, [&from.replace("HEAD", head), &to.replace("HEAD", head)])
    });
    seat.done("file.close", json!({}));
    std::fs::write(seat.path("altered.attest"), bytes).expect("written");
    seat.next_dialog("altered.attest");
    seat.done("start.open", json!({}));
}

/// The file as it was written, when it is closed.
fn closed(seat: &Seat) -> Vec<u8> {
    seat.done("file.close", json!({}));
    let files = std::fs::read_dir(seat.path("sample")).expect("there").map(|one| one.expect("a file").path());
    let is_it = |path: &std::path::PathBuf| {
        path.extension().is_some_and(|end| end == "attest") && path.to_string_lossy().contains("artnership")
    };
    let mut files = files.filter(is_it);
    let whole = std::fs::read(files.next().expect("the partnership")).expect("read");
    std::fs::write(seat.path("altered.attest"), &whole).expect("written");
    seat.next_dialog("altered.attest");
    seat.done("start.open", json!({}));
    whole
}

#[test]
fn one_recipe_that_cannot_be_read_stops_no_other() {
    let seat = sample();
    let all = wrote(&seat);
    let whole = closed(&seat);
    let newer = [["\"head\":\"HEAD\",\"program\":\"0.1.0\"", "\"heaD\":\"HEAD\",\"program\":\"9.9.9\""]];
    assert_eq!(VERSION, "0.1.0", "put the version here");
    let ways: [(&str, &[[&str; 2]]); 3] = [
        ("is damaged", &[["\"head\":\"HEAD\"", "\"head\"!\"HEAD\""]]),
        ("is damaged", &[["\"head\":\"HEAD\"", "\"heaD\":\"HEAD\""]]),
        ("is of Attest 9.9.9, which this version cannot read", &newer),
    ];
    // The paper that was written for officers, and the table that was shared first.
    for (why, how) in ways {
        for at in [4, 3] {
            altered(&seat, &whole, &all[at], how);
            others_stand(&seat, (&all, at), why);
            nothing_is_shared(&seat, why);
        }
    }
}

/// All lines are there, and all but one can be checked and made again.
fn others_stand(seat: &Seat, (all, at): (&[Value], usize), why: &str) {
    let now = lines(seat);
    assert_eq!(now.len(), all.len());
    for (place, (line, was)) in now.iter().zip(all).enumerate() {
        let (id, again) =
            (json!({ "publication": was["id"] }), json!({ "publication": was["id"], "format": "html" }));
        if place != at {
            assert_eq!(line, was);
            assert_eq!(seat.done("report.check", id)["same"], json!(true), "{was}");
            // What was shared before a paper decides what was hidden in it.
            if was["readers"] == "others" && place < at {
                assert!(seat.refused("report.again", again).message.contains(why), "{was}");
            } else {
                seat.next_dialog("again.html");
                seat.done("report.again", again);
            }
            continue;
        }
        let said = line["unread"].as_str().expect("a sentence");
        assert!(said.contains(why) && said.contains("Open ") && line["name"] == was["name"], "{line}");
        assert_eq!(line["again"], json!(false));
        assert!(seat.refused("report.check", id).message.contains(why));
        assert!(seat.refused("report.again", again).message.contains(why));
    }
}

/// Nothing more is shared, and officers go on: of this round, and of papers listed.
fn nothing_is_shared(seat: &Seat, why: &str) {
    let others = json!({ "readers": "others" });
    for (command, input) in [
        ("report.write", json!({ "paper": "public", "format": "html" })),
        ("report.show", json!({ "paper": "full", "readers": "others" })),
        ("table.copy", json!({ "table": "standards", "readers": "others" })),
        ("table.show", json!({ "table": "changes", "readers": "others" })),
        ("shown.copy", others.clone()),
        ("report.slides", others),
        ("feedback.show", json!({})),
    ] {
        let refused = seat.refused(command, input);
        assert!(
            refused.message.contains(why) && refused.hint.contains("nothing more is shared"),
            "{command}: {refused:?}"
        );
    }
    let papers = seat.done("report.list", json!({}));
    assert!(papers.as_array().is_some_and(|all| all.len() > 5), "{papers}");
    seat.done("table.show", json!({ "table": "changes" }));
    seat.next_dialog("officers.html");
    seat.done("report.write", json!({ "paper": "full", "readers": "officers", "format": "html" }));
}

#[test]
fn papers_are_listed_where_words_of_one_for_others_were_put_and_nobody_knows_what_was_shared() {
    let seat = sample();
    let shown = seat.done("report.show", json!({ "paper": "public" }));
    let key = shown["headlines"][0]["key"].clone();
    seat.done("report.sentence", json!({ "paper": "public", "key": key, "words": "Put otherwise." }));
    let all = wrote(&seat);
    let whole = closed(&seat);
    altered(&seat, &whole, &all[3], &[["\"head\":\"HEAD\"", "\"head\"!\"HEAD\""]]);
    let papers = seat.done("report.list", json!({}));
    assert!(papers.as_array().is_some_and(|all| all.len() > 5), "{papers}");
}
