//! A partnership's file with made-up schools on its register, at a seat of the gateway.

use serde_json::{Value, json};

use crate::gateway::seat::Seat;

/// Schools on the register: name, URN, phase.
const SCHOOLS: [(&str, &str, &str); 4] = [
    ("Example Primary School", "100001", "Primary"),
    ("Sampleton High", "100002", "Secondary"),
    ("St Zoë’s C/E Junior", "100003", "Primary"),
    ("Plain Nursery", "", "Nursery"),
];

/// A seat at which a round with four schools is open.
pub fn seat() -> Seat {
    let seat = Seat::new();
    seat.next_dialog("partnership.attest");
    seat.done(
        "start.new_partnership",
        json!({
            "name": "Sampleton Partnership", "round_label": "2026/27", "template": "school@2025.1", "due": "2026-12-18",
        }),
    );
    for (name, urn, phase) in SCHOOLS {
        let identifiers = if urn.is_empty() { json!({}) } else { json!({ "urn": urn }) };
        seat.done(
            "register.add",
            json!({ "name": name, "kind": "school", "phase": phase, "status": "Maintained",
                    "locality": "Sampleton", "identifiers": identifiers }),
        );
    }
    seat
}

/// The id of a school by its place on the register.
pub fn school(seat: &Seat, name: &str) -> Value {
    let view = seat.done("issue.show", json!({}));
    let lines = view["lines"].as_array().cloned().unwrap_or_default();
    let line = lines.into_iter().find(|line| line["name"] == name);
    line.unwrap_or_else(|| panic!("{name} is not asked"))["setting"].clone()
}

/// Issues to everybody who has no workbook yet.
pub fn issue(seat: &Seat, folder: &str) -> Value {
    issue_to(seat, folder, json!({ "whom": "not_yet" }))
}

/// Issues to some, into a folder.
pub fn issue_to(seat: &Seat, folder: &str, whom: Value) -> Value {
    let mut wanted = json!({ "answers": "carried", "understood": "unreviewed" });
    for (key, value) in whom.as_object().into_iter().flatten() {
        wanted[key] = value.clone();
    }
    std::fs::create_dir_all(seat.path(folder)).expect("made");
    seat.next_dialog(folder);
    seat.done("issue.write", wanted);
    seat.ended()
}

/// The names of the files in a folder, in their order.
pub fn files(seat: &Seat, folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(seat.path(folder)).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
