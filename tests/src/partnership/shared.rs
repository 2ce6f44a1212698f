//! What was shared before stands beside what is shared next: where few returns differ, nothing new goes out.

use serde_json::{Value, json};

use crate::gateway::accepted;
use crate::gateway::seat::Seat;

fn public() -> Value {
    json!({ "paper": "public", "format": "html" })
}

fn counts(seat: &Seat) -> Value {
    json!({ "rounds": [seat.done("round.show", json!({}))["round"]["id"]], "naming": "nameless" })
}

fn send_one_back(seat: &Seat) {
    let round = seat.done("round.show", json!({}));
    let submission = &round["settings"][0]["submission"];
    let back = json!({ "submission": submission, "reason": "One answer needs a word more.", "questions": [["school.a1", "Which?"]] });
    seat.next_dialog("back.xlsx");
    seat.done("return.send_back", back);
}

fn refuses(seat: &Seat, wanted: &[(&str, Value)]) {
    for (command, input) in wanted {
        let refused = seat.refused(command, input.clone());
        assert!(
            refused.message.contains("1 return differs from what was shared before"),
            "{command}: {}",
            refused.message
        );
    }
}

#[test]
fn what_few_came_since_is_not_shared_anew() {
    let seat = Seat::new();
    accepted(&seat);
    seat.next_dialog("public.html");
    seat.done("report.write", public());
    // The same returns may be shared again, in any paper, and as charts and sheets.
    seat.next_dialog("governors.html");
    seat.done("report.write", json!({ "paper": "governors", "format": "html" }));
    send_one_back(&seat);
    refuses(&seat, &[("report.write", public())]);
}

/// Every paper that others may be given, but the two that are locked until they are approved and hold no ratings.
#[test]
fn every_paper_for_others_that_holds_ratings_is_refused_or_kept() {
    const PAPERS: [&str; 7] =
        ["full", "executive", "dsl_briefing", "governors", "public", "assurance", "method"];
    let wanted = |paper: &str| json!({ "paper": paper, "readers": "others", "format": "html" });
    for first in ["method", "public"] {
        let seat = Seat::new();
        accepted(&seat);
        seat.next_dialog("first.html");
        seat.done("report.write", wanted(first));
        let kept = seat.done("report.writings", json!({}));
        let kept: Vec<_> = kept.as_array().expect("a list").iter().map(|one| one["kind"].clone()).collect();
        assert_eq!(kept, [first], "it is kept as shared");
        send_one_back(&seat);
        let refused = PAPERS.map(|paper| ("report.write", wanted(paper)));
        refuses(&seat, &refused);
        let besides = [
            ("report.slides", json!({ "readers": "others" })),
            ("shown.copy", json!({ "readers": "others" })),
            ("table.copy", json!({ "table": "standards", "readers": "others" })),
        ];
        refuses(&seat, &besides);
        seat.next_dialog("officers.html");
        seat.done("report.write", json!({ "paper": "full", "readers": "officers", "format": "html" }));
    }
}

#[test]
fn a_table_or_a_chart_that_was_shared_counts_as_a_paper_that_was() {
    for shared in [
        ("table.save", json!({ "table": "questions", "readers": "others" })),
        ("chart.write", json!({ "picture": "response", "format": "svg", "readers": "others" })),
    ] {
        let seat = Seat::new();
        accepted(&seat);
        let logged = || seat.done("file.history", json!({})).to_string().matches("Paper written").count();
        for time in ["once", "again"] {
            seat.next_dialog(&format!("{time}.xlsx"));
            seat.done(shared.0, shared.1.clone());
            assert_eq!(logged(), 1, "the same figures are kept once: {time}");
        }
        seat.next_dialog("own.xlsx");
        seat.done("table.save", json!({ "table": "questions" }));
        assert_eq!(logged(), 1, "what officers keep is not shared");
        send_one_back(&seat);
        refuses(&seat, &[("report.write", public()), shared]);
    }
}

#[test]
fn looking_is_no_sharing_and_a_copy_is() {
    for copied in [
        ("table.copy", json!({ "table": "questions", "readers": "others" })),
        ("table.copy", json!({ "table": "standards_by", "by": "locality", "readers": "others" })),
        ("shown.copy", json!({ "readers": "others" })),
        ("merged.copy", json!({ "rounds": "the round", "readers": "others" })),
    ] {
        let seat = Seat::new();
        accepted(&seat);
        let round = json!([seat.done("round.show", json!({}))["round"]["id"]]);
        let for_whom = |mut wanted: Value, readers: &str| {
            wanted["readers"] = json!(readers);
            if wanted["rounds"].is_string() {
                wanted["rounds"] = round.clone();
            }
            wanted
        };
        let copied = (copied.0, for_whom(copied.1, "others"));
        let kept = || {
            let told = seat.done("file.history", json!({})).to_string();
            told.matches("Figures for others copied").count() + told.matches("Paper written").count()
        };
        for (looked, input) in [
            ("table.show", json!({ "table": "questions", "readers": "others" })),
            ("chart.show", json!({ "picture": "standards", "readers": "others" })),
            ("report.show", json!({ "paper": "public" })),
            (copied.0, for_whom(copied.1.clone(), "officers")),
        ] {
            seat.done(looked, input);
            assert_eq!(kept(), 0, "{looked}: looking, and what officers copy, is kept nowhere");
        }
        for time in ["once", "again"] {
            seat.done(copied.0, copied.1.clone());
            assert_eq!(kept(), 1, "the same figures are kept once: {time}");
        }
        send_one_back(&seat);
        refuses(&seat, &[copied, ("report.write", public())]);
    }
}

#[test]
fn what_was_shared_is_not_forgotten_by_undoing() {
    let seat = Seat::new();
    accepted(&seat);
    let round = seat.done("round.show", json!({}));
    let note = json!({ "submission": round["settings"][0]["submission"], "question": "school.a1", "text": "Ring them." });
    seat.done("note.write", note);
    seat.next_dialog("public.html");
    seat.done("report.write", public());
    let undone = seat.done("file.undo", json!({}));
    assert_eq!(undone["name"], "note.write", "the paper is out: undo goes on to what was done before it");
    send_one_back(&seat);
    refuses(&seat, &[("report.write", public())]);
}

#[test]
fn a_setting_that_is_told_apart_otherwise_counts_as_a_return_that_differs() {
    let seat = Seat::new();
    accepted(&seat);
    seat.next_dialog("public.html");
    seat.done("report.write", public());
    let round = seat.done("round.show", json!({}));
    let setting = &round["settings"][0];
    let edit = |name: &str, phase: &Value| {
        let edited = json!({
            "setting": setting["setting"], "name": name, "phase": phase, "status": setting["status"],
            "locality": setting["locality"], "trust": setting["trust"],
        });
        seat.done("register.edit", edited);
    };
    edit("Another name", &setting["phase"]);
    seat.next_dialog("named.html");
    seat.done("report.write", public());
    edit("Another name", &json!("A phase of its own"));
    refuses(&seat, &[("report.write", public())]);
}

#[test]
fn a_pack_of_counts_is_shared_like_a_paper() {
    let seat = Seat::new();
    accepted(&seat);
    seat.done("partnership.save", json!({ "name": "Sampleshire Safeguarding Partnership" }));
    seat.next_dialog("counts.attestpack");
    seat.done("pack.write", counts(&seat));
    send_one_back(&seat);
    let merged = json!({ "rounds": counts(&seat)["rounds"], "readers": "others" });
    let mut merged_file = merged.clone();
    merged_file["format"] = json!("docx");
    refuses(
        &seat,
        &[
            ("report.write", public()),
            ("pack.write", counts(&seat)),
            ("merged.write", merged_file),
            ("merged.copy", merged),
        ],
    );
    seat.next_dialog("named.attestpack");
    let named = json!({ "rounds": counts(&seat)["rounds"], "naming": "named" });
    seat.done("pack.write", named);
}

/// What is shown and what is kept of it, where nothing is said and where the other is asked for.
#[test]
fn each_paper_is_for_whom_it_is_read_whatever_is_asked() {
    let seat = Seat::new();
    accepted(&seat);
    let papers = seat.done("report.list", json!({}));
    let shown = |paper: &Value, readers: Value| {
        let view = seat.done("report.show", json!({ "paper": paper, "readers": readers }));
        view["readers"].as_str().expect("readers").to_owned()
    };
    for line in papers.as_array().expect("papers") {
        let paper = &line["paper"];
        let got = [Value::Null, json!("officers"), json!("others")].map(|readers| shown(paper, readers));
        let wanted = match paper.as_str().expect("a paper") {
            "dsl_briefing" | "governors" | "public" | "seven_points" | "learning" => ["others"; 3],
            "decisions" | "scrutineer" => ["officers"; 3],
            "executive" => ["others", "officers", "others"],
            "full" | "assurance" | "method" => ["officers", "officers", "others"],
            other => panic!("for whom {other} is, nobody says here"),
        };
        assert_eq!(got, wanted, "{paper}");
    }
}
