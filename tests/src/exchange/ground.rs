//! Partnerships of made-up organisations on the Section 11 tool, each at a desk of its own.

use attest::submission::Answer;
use attest::template::{self, Template, library};
use attest::workbook::{Identity, Return};
use serde_json::{Value, json};

use crate::gateway::seat::Seat;
use crate::partnership::ground::submission;

/// An organisation: name, number, number of its return, and the level of its first rated questions.
pub type Organisation = (&'static str, &'static str, u128, &'static str);

pub fn tool() -> &'static Template {
    library::find("section11@2026.1").expect("it ships")
}

/// The first questions that count.
pub fn rated(count: usize) -> Vec<String> {
    let standards = tool().standards.iter().filter(|standard| standard.scored);
    let rated =
        standards.flat_map(|standard| &standard.questions).filter(|question| question.scale.is_some());
    rated.take(count).map(|question| question.id.to_string()).collect()
}

fn returned((name, number, submitted, level): Organisation) -> Return {
    let asked = rated(3);
    let answer = |id: &template::QuestionId| {
        let mut answer = Answer::blank(id.clone());
        answer.value = asked.contains(&id.to_string()).then(|| level.to_owned());
        answer
    };
    Return {
        identity: Identity {
            submission: submission(submitted).0,
            issue: None,
            export: submission(submitted + 1000).0,
            revision: 1,
            template: tool().id.clone(),
            version: tool().version.clone(),
            digest: template::digest(tool()),
            round: "2026/27".into(),
            kind: Default::default(),
        },
        setting: name.to_owned(),
        identifiers: [("local".to_owned(), number.to_owned())].into(),
        answers: tool().questions().map(|question| answer(&question.id)).collect(),
        ..Return::default()
    }
}

/// A partnership whose organisations have all returned, accepted.
pub fn partnership(seed: u64, name: &str, organisations: &[Organisation]) -> Seat {
    at(Seat::elsewhere(seed), name, organisations)
}

/// The same at a desk that is given.
pub fn at(seat: Seat, name: &str, organisations: &[Organisation]) -> Seat {
    seat.next_dialog("partnership.attest");
    seat.done(
        "start.new_partnership",
        json!({ "name": name, "round_label": "2026/27", "template": "section11@2026.1", "due": "2027-02-28" }),
    );
    std::fs::create_dir_all(seat.path("in")).expect("made");
    for one in organisations {
        let details = json!({ "name": one.0, "kind": "organisation", "identifiers": { "local": one.1 } });
        seat.done("register.add", details);
        let bytes = attest::workbook::write(&returned(*one), tool()).expect("written").value;
        std::fs::write(seat.path(&format!("in/{}.xlsx", one.1)), bytes).expect("written");
    }
    seat.next_dialog("in");
    seat.done("intake.folder", json!({}));
    assert_eq!(seat.ended()["state"], "done", "{}", seat.ended());
    let rows = seat.done("return.list", json!({}));
    let all: Vec<&Value> = rows.as_array().expect("rows").iter().map(|row| &row["submission"]).collect();
    assert_eq!(all.len(), organisations.len(), "{rows}");
    seat.done("return.accept", json!({ "submissions": all }));
    seat
}

/// The settings of the round by name.
pub fn setting(seat: &Seat, name: &str) -> Value {
    let round = seat.done("round.show", json!({}));
    let all = round["settings"].as_array().expect("settings");
    all.iter().find(|one| one["name"] == name).expect("on the register")["setting"].clone()
}

/// The only round of this file.
pub fn round(seat: &Seat) -> Value {
    seat.done("round.list", json!({}))[0]["round"].clone()
}

/// Writes a pack of the only round, and gives where it stands.
pub fn pack(seat: &Seat, file: &str, naming: &str) -> std::path::PathBuf {
    seat.next_dialog(file);
    let wanted = json!({ "rounds": [round(seat)], "naming": naming, "to": "The other partnerships" });
    seat.done("pack.write", wanted);
    seat.path(file)
}

/// Reads a pack that stands anywhere.
pub fn read(seat: &Seat, pack: &std::path::Path) -> Value {
    seat.next_dialog(pack.to_str().expect("a path"));
    seat.done("pack.read", json!({}))[0].clone()
}
