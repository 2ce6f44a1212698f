//! Signals as a screen and the command line ask for them: each with its places, and in words that accuse nobody.

use serde_json::{Value, json};

use crate::gateway::accepted;
use crate::gateway::seat::Seat;

#[test]
fn a_top_rating_without_evidence_is_a_signal_that_leads_to_its_return() {
    let seat = Seat::new();
    let round = accepted(&seat);
    let view = seat.done("signals.show", json!({}));
    let signals = view["signals"].as_array().expect("signals");
    let bare: Vec<&Value> = signals.iter().filter(|signal| signal["kind"] == "no_evidence").collect();
    assert_eq!(bare.len(), 1, "{view}");
    let cell = &bare[0]["cells"][0];
    assert_eq!(cell["submission"], round["settings"][0]["submission"]);
    assert_eq!(cell["setting"], "Example Primary School");
    assert!(view["standards"].as_array().expect("standards").contains(&cell["standard"]));
    assert!(cell["number"].as_str().is_some_and(|number| !number.is_empty()));
    assert!(!signals.iter().any(|signal| signal["kind"] == "all_top"), "one judgement is too few to say");
    let said = view.to_string().to_lowercase();
    for accusing in ["copied", "false", "dishonest", "fail", "suspicious", "cheat", "inflated"] {
        assert!(!said.contains(accusing), "{accusing}: {said}");
    }
}
