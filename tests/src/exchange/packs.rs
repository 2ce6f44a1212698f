//! Packs at the gateway: read twice, replaced, older ones left, hostile ones refused, taken back; and at the command line.

use std::ffi::OsString;
use std::sync::Arc;

use attest::world::FixedWorld;
use serde_json::{Value, json};

use super::ground::{Organisation, pack, partnership, rated, read, round, setting};
use crate::gateway::seat::Seat;

const TWO: [Organisation; 2] =
    [("Example Trust", "EX1", 1, "met"), ("Sampleshire Police", "POL1", 2, "partly")];

fn here() -> Seat {
    partnership(11, "Sampleton Partnership", &TWO[..1])
}

fn there() -> Seat {
    partnership(12, "Exampleton Partnership", &TWO)
}

fn others(seat: &Seat) -> Vec<Value> {
    let view = seat.done("pack.list", json!({}));
    view["rounds"].as_array().expect("rounds").iter().filter(|one| one["own"] == false).cloned().collect()
}

#[test]
fn the_same_pack_twice_changes_nothing_and_a_later_one_replaces() {
    let (here, there) = (here(), there());
    let first = pack(&there, "first.attestpack", "named");
    assert_eq!(read(&here, &first)["rounds"][0]["became"], "new");
    let before = here.session.file_state().expect("open").revision;
    assert_eq!(read(&here, &first)["rounds"][0]["became"], "known");
    assert_eq!(here.session.file_state().expect("open").revision, before, "nothing was logged");
    let police = setting(&there, "Sampleshire Police");
    let also =
        json!({ "setting": police, "partnerships": ["Sampleton Partnership", " ", "sampleton partnership"] });
    assert_eq!(there.done("register.also", also)["also"], json!(["Sampleton Partnership"]));
    let second = pack(&there, "second.attestpack", "named");
    assert_eq!(read(&here, &second)["rounds"][0]["became"], "later");
    assert_eq!(read(&here, &first)["rounds"][0]["became"], "earlier");
    let rounds = others(&here);
    assert_eq!((rounds.len(), &rounds[0]["partnership"]), (1, &json!("Exampleton Partnership")));
    let given = there.done("pack.list", json!({}))["given"].clone();
    assert_eq!(given.as_array().map(Vec::len), Some(2));
    assert_eq!((&given[0]["to"], &given[0]["naming"]), (&json!("The other partnerships"), &json!("named")));
}

#[test]
fn reading_in_and_taking_out_can_be_undone() {
    let (here, there) = (here(), there());
    let path = pack(&there, "pack.attestpack", "named");
    read(&here, &path);
    assert_eq!(others(&here).len(), 1);
    here.done("file.undo", json!({}));
    assert_eq!(others(&here).len(), 0);
    here.done("file.redo", json!({}));
    here.done("pack.remove", json!({ "round": round(&there) }));
    assert_eq!(others(&here).len(), 0);
    here.done("file.undo", json!({}));
    assert_eq!(others(&here).len(), 1);
}

#[test]
fn what_is_no_pack_is_refused_by_a_sentence_and_changes_nothing() {
    let (here, there) = (here(), there());
    let good = std::fs::read(pack(&there, "pack.attestpack", "named")).expect("there");
    let workbook = std::fs::read(there.path("in/EX1.xlsx")).expect("there");
    let before = here.session.file_state();
    let cases = [
        Vec::new(),
        b"Dear all".to_vec(),
        workbook,
        good[..good.len() / 3].to_vec(),
        [&good[..200], &good[300..]].concat(),
    ];
    for bytes in cases {
        std::fs::write(here.path("odd.attestpack"), bytes).expect("written");
        let read = read(&here, &here.path("odd.attestpack"));
        let said = read["refused"].as_str().expect("a sentence");
        assert!(said.ends_with('.') && read["rounds"] == json!([]), "{read}");
    }
    assert!(
        read(&here, &here.path("gone.attestpack"))["refused"].as_str().is_some_and(|said| !said.is_empty())
    );
    assert_eq!(here.session.file_state(), before);
}

#[test]
fn without_names_neither_name_nor_small_number_is_in_the_file() {
    let there = there();
    let finding = json!({
        "submission": there.done("return.list", json!({}))[0]["submission"], "kind": "good_practice",
        "text": "At Example Trust every volunteer is met in the first week.", "agency": "health", "question": rated(1)[0],
    });
    there.done("finding.record", finding);
    let bytes = std::fs::read(pack(&there, "pack.attestpack", "nameless")).expect("there");
    let read = attest::pack::file::read(&bytes).expect("sound");
    let text = format!("{:?}", read);
    assert!(!text.contains("Example Trust") && !text.contains("Sampleshire"), "{text}");
    assert!(text.contains("first week"));
    assert!(read.rounds[0].counts.iter().all(|one| one.levels.is_none()), "two are too few");
}

#[test]
fn a_pack_needs_a_name_and_a_round() {
    let here = here();
    let none = json!({ "rounds": [], "naming": "named" });
    assert!(here.refused("pack.write", none).message.contains("No round"));
    let asked = json!({ "rounds": [round(&here)] });
    here.next_dialog("merged.pdf");
    assert!(here.refused("merged.show", json!({ "rounds": [] })).message.contains("No round"));
    assert_eq!(here.done("merged.show", asked)["sections"][0]["name"], "Whose");
}

#[test]
fn the_command_line_gives_reads_and_merges() {
    let (here, there) = (here(), there());
    let path = |seat: &Seat, name: &str| seat.path(name).to_string_lossy().into_owned();
    let (own, other) = (path(&here, "partnership.attest"), path(&there, "partnership.attest"));
    let (file, report) = (path(&there, "out.attestpack"), path(&here, "merged.pdf"));
    drop((here.session.close(), there.session.close()));
    let run = |arguments: &[&str]| {
        let world = Arc::new(FixedWorld::new("2026-11-22T12:00:00Z".parse().expect("a time"), 5));
        let all = std::iter::once("attest").chain(arguments.iter().copied()).map(OsString::from);
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let status = attest_cli::run(all, world, &mut out, &mut err);
        (status, String::from_utf8_lossy(&out).into_owned() + &String::from_utf8_lossy(&err))
    };
    let (status, said) = run(&["pack", "write", &other, "--names", "--to", "Sampleton", "--out", &file]);
    assert_eq!(status, attest_cli::Status::Done, "{said}");
    let (_, said) = run(&["pack", "read", &own, &file]);
    assert!(said.contains("Exampleton Partnership, 2026/27: read in"), "{said}");
    let (_, said) = run(&["pack", "list", &own, "--json"]);
    let listed: Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!(listed["rounds"].as_array().map(Vec::len), Some(2));
    let (status, said) = run(&["pack", "merge", &own, "--format", "pdf", "--out", &report]);
    assert_eq!(status, attest_cli::Status::Done, "{said}");
    assert!(std::fs::read(&report).is_ok_and(|bytes| bytes.starts_with(b"%PDF")));
    let (status, said) = run(&["pack", "read", &own, &report]);
    assert!(status == attest_cli::Status::Problems && said.contains("not a pack"), "{said}");
}
