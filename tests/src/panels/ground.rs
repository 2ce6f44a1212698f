//! A partnership of made-up schools to hold panels in, at one desk.

use serde_json::{Value, json};

use crate::gateway::seat::{Seat, new_partnership};

/// A round with so many schools of each phase on its register, none returned.
pub fn round(of: &[(&str, usize)]) -> Seat {
    let seat = Seat::new();
    seat.next_dialog("partnership.attest");
    seat.done("start.new_partnership", new_partnership());
    for (place, (phase, count)) in of.iter().enumerate() {
        for number in 1..=*count {
            let status = if number.is_multiple_of(3) { "Academy" } else { "Maintained" };
            seat.done(
                "register.add",
                json!({
                    "kind": "school", "name": format!("Example {phase} {number}"), "phase": phase,
                    "status": status, "identifiers": { "urn": format!("1{place}{number:04}") },
                }),
            );
        }
    }
    seat
}

/// The names of those who are to be met, in the order of the draw.
pub fn met(view: &Value) -> Vec<String> {
    let chosen = view["samples"][0]["chosen"].as_array().expect("a sample");
    let met = chosen.iter().filter(|one| one["seat"].get("declined").is_none());
    met.map(|one| one["name"].as_str().expect("a name").to_owned()).collect()
}
