//! Packs of panels as PDF, read back as a reader of PDF files reads them: whose there are, what stands in them, and
//! that nothing of a setting reaches a member with a conflict of interest.

use serde_json::{Value, json};

use super::session::{OWN_WORDS, people, planned};
use crate::gateway::seat::Seat;
use crate::pdf_text::text_of_pdf;

const SETTING: &str = "Example Primary School";
/// The numbers, the ratings and the words that the setting's own pack shows of its answers.
const ANSWERS: [&str; 4] = ["A1", "Mostly met", "1 of 4", OWN_WORDS];

/// A school that has not returned, and a session with it for the same panel, nobody in conflict.
fn second(seat: &Seat) {
    let school = json!({
        "name": "Plain Junior School", "kind": "school", "phase": "Primary", "identifiers": { "urn": "100003" },
    });
    let round = seat.done("register.add", school);
    let mut listed = round["settings"].as_array().expect("settings").iter();
    let other = listed.rfind(|one| one["name"] == "Plain Junior School").expect("it is listed");
    let plan = json!({ "on": "2026-11-24", "quorum": [] });
    let met = seat.done("panel.begin", json!({ "setting": other["setting"], "plan": plan }));
    people(seat, &met["id"], "");
}

/// The packs and forms of a session by name, packs as PDF.
fn written(seat: &Seat, id: &Value) -> Vec<String> {
    std::fs::create_dir_all(seat.path("packs")).expect("made");
    seat.next_dialog("packs");
    seat.done("panel.forms", json!({ "session": id, "packs": "pdf" }));
    let entries = std::fs::read_dir(seat.path("packs")).expect("read");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn each_member_without_a_conflict_has_a_pack_whose_words_can_be_read_and_the_other_has_none() {
    let (seat, id) = planned();
    people(&seat, &id, "Governor of this school");
    let packs: Vec<String> = written(&seat, &id).into_iter().filter(|name| name.ends_with(".pdf")).collect();
    let school = "Example-Primary-School";
    assert_eq!(packs, [format!("Pack_{school}_Ash-Example.pdf"), format!("Pack_{school}_Drew-Sample.pdf")]);
    for name in packs {
        let text = text_of_pdf(&seat.path("packs").join(&name));
        for part in [SETTING, "Lines of enquiry", "normal referral route now"].iter().chain(&ANSWERS) {
            assert!(text.contains(part), "{part} is not in {name}: {text}");
        }
        assert!(!text.contains("Kit Instance"), "who may not sit is not listed in {name}");
    }
}

#[test]
fn who_was_missing_is_asked_for_beforehand_and_met_nobody_afterwards() {
    let (seat, id) = planned();
    let person = |name: &str, agency: &str, presence: &str| json!({ "name": name, "agency": agency, "role": "", "presence": presence });
    let people = [person("Drew Sample", "police", "present"), person("Ash Example", "health", "absent")];
    seat.done("panel.people", json!({ "session": id, "people": people }));
    let pack = |name: &str| {
        seat.next_dialog(name);
        seat.done("panel.paper", json!({ "session": id, "paper": "pack", "format": "pdf" }));
        text_of_pdf(&seat.path(name))
    };
    assert!(pack("before.pdf").contains("Ash Example"));
    seat.done("panel.hold", json!({ "session": id }));
    let after = pack("after.pdf");
    assert!(after.contains("Drew Sample") && !after.contains("Ash Example"), "{after}");
}

#[test]
fn a_pack_over_several_sessions_is_written_in_every_format() {
    let (seat, id) = planned();
    people(&seat, &id, "");
    second(&seat);
    for format in ["docx", "pdf", "xlsx", "html"] {
        let name = format!("all.{format}");
        seat.next_dialog(&name);
        seat.done("panel.member_pack", json!({ "member": "Drew Sample", "format": format }));
        assert!(seat.path(&name).exists(), "{format}");
    }
    let page = std::fs::read_to_string(seat.path("all.html")).expect("a page");
    let headings: Vec<&str> =
        page.split("<h2").skip(1).filter_map(|it| it.split_once('>')?.1.split('<').next()).collect();
    assert_eq!(headings.len(), 2, "{headings:?}");
    assert!(headings.contains(&SETTING) && headings.contains(&"Plain Junior School"), "{headings:?}");
}

#[test]
fn the_one_pack_over_all_sessions_leaves_out_the_setting_of_a_conflict_wholly() {
    let (seat, id) = planned();
    people(&seat, &id, "Governor of this school");
    second(&seat);
    let pack = |member: &str| {
        let name = format!("{member}.pdf");
        seat.next_dialog(&name);
        seat.done("panel.member_pack", json!({ "member": member, "format": "pdf" }));
        text_of_pdf(&seat.path(&name))
    };
    let (free, conflicted) = (pack("Drew Sample"), pack("Kit Instance"));
    for part in [SETTING, "Plain Junior School"].iter().chain(&ANSWERS) {
        assert!(free.contains(part), "{part} is not in {free}");
    }
    assert!(conflicted.contains("Plain Junior School") && conflicted.contains("One setting is left out"));
    for part in [SETTING, "100001", OWN_WORDS, "Mostly met"] {
        assert!(!conflicted.contains(part), "{part} reached a member with a conflict of interest");
    }
    let paper = json!({ "session": id, "paper": "pack", "member": "Kit Instance", "format": "pdf" });
    seat.next_dialog("refused.pdf");
    assert!(seat.refused("panel.paper", paper).message.contains("conflict of interest"));
    assert!(!seat.path("refused.pdf").exists());
}
