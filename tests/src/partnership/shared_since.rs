//! What is shared beside what was shared before, as the file stood then: what returns had rated, and what they spoke of.

use serde_json::{Value, json};

use super::ground::{Ground, json_reads};
use crate::gateway::seat::{Seat, new_partnership};

/// A round of twelve schools; few are fewer than five.
struct Round {
    seat: Seat,
    ground: Ground,
}

impl Round {
    fn new() -> Self {
        let seat = Seat::reading(std::sync::Arc::new(json_reads()));
        seat.next_dialog("partnership.attest");
        seat.done("start.new_partnership", new_partnership());
        for school in 1..=12 {
            let details = json!({ "name": format!("Example School {school}"), "kind": "school",
                "identifiers": { "urn": urn(school) } });
            seat.done("register.add", details);
        }
        Self { seat, ground: Ground::new(7) }
    }

    /// Takes in a return of each of these schools, with what they rated, and accepts it.
    fn take_in(
        &self,
        revision: u32,
        schools: std::ops::RangeInclusive<usize>,
        rated: impl Fn(usize) -> Vec<Option<usize>>,
    ) {
        self.seat.world.pass(3_600);
        let folder = format!("in {revision}");
        std::fs::create_dir_all(self.seat.path(&folder)).expect("made");
        for school in schools {
            let mut made = self.ground.made(school as u128, revision, &urn(school), &[]);
            for (answer, place) in made.answers.iter_mut().zip(rated(school)) {
                let scale = self
                    .ground
                    .template
                    .question(&answer.question)
                    .and_then(|one| self.ground.template.scale_of(one));
                answer.value = place.map(|place| scale.expect("a scale").levels[place].code.0.clone());
                answer.note = "We would like a course on online harm.".into();
            }
            let bytes = serde_json::to_vec(&made).expect("json");
            std::fs::write(self.seat.path(&format!("{folder}/{school}.xlsx")), bytes).expect("written");
        }
        self.seat.next_dialog(&folder);
        self.seat.done("intake.folder", json!({}));
        assert_eq!(self.seat.ended()["state"], "done", "{}", self.seat.ended());
        let rows = self.seat.done("return.list", json!({}));
        let open = rows.as_array().expect("rows").iter().filter(|row| row["state"] != "accepted");
        let all: Vec<&Value> = open.map(|row| &row["submission"]).collect();
        self.seat.done("return.accept", json!({ "submissions": all }));
    }

    fn for_others(&self, table: &str) -> Vec<Value> {
        let shown = self.seat.done("table.show", json!({ "table": table, "readers": "others" }));
        shown["rows"].as_array().expect("rows").clone()
    }
}

fn urn(school: usize) -> String {
    format!("{}", 100_000 + school)
}

#[test]
fn a_figure_is_hidden_where_few_had_judged_it_of_those_that_changed() {
    let round = Round::new();
    round.take_in(1, 1..=12, |school| vec![Some(1), Some(1), (school > 4).then_some(1)]);
    let before = round.for_others("questions");
    assert!(before[2].to_string().contains("n = 8)"), "{}", before[2]);
    round.seat.done("table.copy", json!({ "table": "questions", "readers": "others" }));
    // Five rate the first question otherwise; of them the fifth alone had judged the third, and now does not.
    round.take_in(2, 1..=5, |_| vec![Some(2), Some(1), None]);
    let since = round.for_others("questions");
    assert!(since[0].to_string().contains("n = 12)"), "{}", since[0]);
    assert!(since[2].to_string().contains("hidden"), "{}", since[2]);
}

#[test]
fn a_theme_is_hidden_where_few_returns_speak_of_it_no_longer() {
    let round = Round::new();
    round.take_in(1, 1..=12, |_| vec![Some(1)]);
    let themes = round
        .seat
        .done("theme.save", json!({ "id": null, "name": "Online harm", "kind": "support", "response": "" }));
    let found = round.seat.done("text.find", json!({ "words": "online harm" }));
    let texts = found["texts"].as_array().expect("texts");
    assert!(texts.len() >= 6, "{found}");
    let code = |text: &Value, speaks: &str| {
        let at = json!({ "submission": text["submission"], "place": text["place"], "theme": themes[0]["id"], "speaks": speaks });
        round.seat.done("coding.set", at);
    };
    texts[..7].iter().for_each(|text| code(text, "of_it"));
    assert!(
        round.for_others("asked_for")[0].to_string().contains("7"),
        "{}",
        round.for_others("asked_for")[0]
    );
    round.seat.done("table.copy", json!({ "table": "asked_for", "readers": "others" }));
    code(&texts[0], "not_of_it");
    let since = round.for_others("asked_for");
    assert!(since[0].to_string().contains("hidden"), "{}", since[0]);
}
