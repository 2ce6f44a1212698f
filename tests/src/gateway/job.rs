//! A job as a host sees it: one at a time, the file held only chunk by chunk, and stopped when asked.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

use attest::error::{Error, Kind};
use serde_json::json;

use super::seat::{Seat, new_school, new_setting};
use crate::reads::TestReads;

/// Reads nothing before the test says so.
fn slow(begun: Sender<()>, go_on: Receiver<()>) -> TestReads {
    let (begun, go_on) = (Mutex::new(begun), Mutex::new(go_on));
    TestReads::returning(move |_, _| {
        // A test that is over waits for nothing any more.
        let _ = begun.lock().expect("no reader panics").send(());
        let _ = go_on.lock().expect("no reader panics").recv();
        Err(Error::input("This is not a workbook."))
    })
}

/// A partnership whose intake of some files has begun and waits in its first file.
fn waiting(files: u32) -> (Seat, Sender<()>) {
    let ((begun, told), (go_on, waits)) = (channel(), channel());
    let seat = Seat::reading(Arc::new(slow(begun, waits)));
    seat.begin_partnership("partnership.attest");
    std::fs::create_dir(seat.path("in")).expect("made");
    for number in 0..files {
        std::fs::write(seat.path(&format!("in/{number}.xlsx")), format!("PK {number}")).expect("written");
    }
    seat.next_dialog("in");
    assert_eq!(seat.done("intake.folder", json!({}))["state"], "running");
    told.recv().expect("the first file is being read");
    (seat, go_on)
}

#[test]
fn while_a_job_runs_a_second_one_and_leaving_the_file_are_refused_and_other_work_goes_on() {
    let (seat, go_on) = waiting(1);
    seat.next_dialog("in");
    let refusals = [
        ("intake.folder", json!({})),
        ("intake.files", json!({})),
        ("file.close", json!({})),
        ("start.open", json!({})),
        ("start.new_setting", new_setting()),
        ("file.redact", json!({ "text": "Example" })),
        ("file.restore", json!({ "id": 1 })),
    ];
    for (name, input) in refusals {
        let failure = seat.refused(name, input);
        assert_eq!(failure.kind, Kind::State, "{name}: {}", failure.message);
        assert!(
            failure.message.ends_with('.') && failure.hint.contains("stop it"),
            "{name}: {}",
            failure.message
        );
    }
    assert_eq!(seat.done("job.show", json!({}))["state"], "running");
    let mut another = new_school();
    another["identifiers"] = json!({ "urn": "100002" });
    assert_eq!(seat.done("register.add", another)["expected"], 2);
    drop(go_on);
    let job = seat.ended();
    assert_eq!(job["state"], "done", "{job}");
    assert!(job["message"].as_str().is_some_and(|said| said.ends_with('.')), "{job}");
    assert_eq!(seat.done("round.show", json!({}))["expected"], 2);
    seat.done("file.close", json!({}));
    assert_eq!(seat.done("job.show", json!({})), json!(null));
}

#[test]
fn a_stopped_job_ends_says_so_and_leaves_the_file_as_it_was() {
    let (seat, go_on) = waiting(200);
    let before = seat.session.file(|file| file.head()).expect("a head");
    assert_eq!(seat.done("job.stop", json!({}))["state"], "running");
    drop(go_on);
    let job = seat.ended();
    assert_eq!(job["state"], "stopped", "{job}");
    assert!(job["message"].as_str().is_some_and(|said| said.ends_with('.')), "{job}");
    assert_eq!(seat.session.file(|file| file.head()).expect("a head"), before);
    assert_eq!(seat.done("intake.latest", json!({})), json!(null));
    seat.done("file.close", json!({}));
}

#[test]
fn with_no_job_there_is_nothing_to_show_or_to_stop() {
    let seat = Seat::new();
    assert_eq!(seat.done("job.show", json!({})), json!(null));
    assert_eq!(seat.done("job.stop", json!({})), json!(null));
}
