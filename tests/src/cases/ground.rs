//! A partnership with a case audit of two cases, and agencies that fill in their forms in a program of their own.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::command_line::{program, said};
use crate::gateway::seat::{Seat, new_partnership};
use crate::reads::{TestReads, Typed};

/// The agencies of the audit.
pub const AGENCIES: [&str; 4] = ["Children's social care", "Police", "Health", "Education"];

/// What stands in the cells of an agency: rows 12 to 15 are the first case, 16 to 19 the second.
fn typed(name: &str) -> &'static [Typed] {
    if name.contains("second-Police") {
        &[(6, 1, "Inspector Example"), (15, 3, "Inadequate"), (12, 5, "Quick call to the front door.")]
    } else if name.contains("Police") {
        &[
            (6, 1, "Sergeant Sample"),
            (12, 3, "Good"),
            (12, 5, "Quick call to the front door."),
            (15, 3, "Good"),
            (19, 3, "Requires improvement"),
        ]
    } else if name.contains("Health") {
        &[
            (6, 1, "Named nurse"),
            (13, 6, "The midwife heard last."),
            (14, 4, "Smiled at the nurse, hid from others."),
            (15, 3, "Requires improvement"),
        ]
    } else if name.contains("social") {
        &[
            (6, 1, "Team manager"),
            (12, 3, "good"),
            (15, 3, "Splendid"),
            (18, 4, "Her NHS number is 943 476 5919."),
        ]
    } else if name.contains("Education") {
        &[(14, 4, "Told a teacher about the nights."), (19, 3, "Good")]
    } else {
        &[]
    }
}

/// A partnership's file.
pub fn seat() -> Seat {
    let seat = Seat::reading(Arc::new(TestReads::typing(typed)));
    seat.next_dialog("partnership.attest");
    seat.done("start.new_partnership", new_partnership());
    seat
}

/// Runs the program on a command line; what it printed as JSON, or nothing where it could not.
pub fn printed(seat: &Seat, arguments: &[&str], wanted: i32) -> Value {
    let arguments: Vec<&str> = std::iter::once("--json").chain(arguments.iter().copied()).collect();
    let ran = program(seat.folder.path(), &arguments);
    assert_eq!(ran.status.code(), Some(wanted), "{}", said(&ran));
    serde_json::from_slice(&ran.stdout).unwrap_or_default()
}

/// A partnership's file with an audit that is planned: two areas, four agencies, two cases.
pub fn planned() -> (Seat, Value) {
    let seat = seat();
    let view = begun(&seat, "Neglect, autumn", json!({ "tool": "case_audit_neglect@2026.1" }));
    let id = view["id"].clone();
    seat.done("case_audit.add_cases", json!({ "audit": id, "numbers": ["C-01", " ", "c-02"] }));
    (seat, id)
}

/// Begins an audit and plans it.
pub fn begun(seat: &Seat, title: &str, with: Value) -> Value {
    let mut request = with;
    request["title"] = json!(title);
    let view = seat.done("case_audit.begin", request);
    seat.done(
        "case_audit.plan",
        json!({
            "audit": view["id"], "title": title, "agencies": AGENCIES,
            "focus": [{ "name": "Prevention", "look_for": "What was offered." }, { "name": "First response" }],
            "plan": {
                "asked_by": "Learning subgroup", "why": "Neglect was the commonest theme of the year.", "lead": "Audit lead",
                "begins": "2026-11-01", "forms_by": "2026-11-15", "due": "2026-12-15", "cases": 3, "sittings": 2,
            },
        }),
    )
}

/// The names of what stands in a folder.
pub fn names(seat: &Seat, folder: &str) -> Vec<String> {
    let all = std::fs::read_dir(seat.path(folder)).expect("read");
    let mut names: Vec<String> =
        all.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The forms of all agencies, written, filled in and read; what was said of each, by agency.
pub fn forms_in(seat: &Seat, id: &Value) -> Vec<Value> {
    std::fs::create_dir_all(seat.path("forms")).expect("made");
    seat.next_dialog("forms");
    seat.done("case_audit.forms", json!({ "audit": id }));
    let read = |name: &String| {
        seat.next_dialog(&format!("forms/{name}"));
        seat.done("case_audit.read_forms", json!({}))["forms"][0].clone()
    };
    names(seat, "forms").iter().map(read).collect()
}

/// One case of the audit as it is shown.
pub fn case<'v>(view: &'v Value, number: &str) -> &'v Value {
    let all = view["cases"].as_array().expect("cases");
    all.iter().find(|one| one["number"] == number).expect("it is there")
}

/// One item of a case.
pub fn item<'v>(view: &'v Value, number: &str, called: &str) -> &'v Value {
    let all = case(view, number)["items"].as_array().expect("items");
    all.iter()
        .find(|one| one["called"].as_str().is_some_and(|name| name.contains(called)))
        .expect("it is there")
}
