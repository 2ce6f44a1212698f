//! Reading in a child process: what ends the child ends nothing else.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use attest::error::Kind;
use attest::workbook::Reads as _;
use attest_worker::Worker;

use crate::workbook::{read, sample, school, written};

fn worker() -> Worker {
    Worker::new(PathBuf::from(env!("CARGO_BIN_EXE_reader"))).patience(Duration::from_secs(5))
}

#[test]
fn a_return_read_in_a_child_is_the_same_return() {
    let template = school();
    let bytes = written(&sample(&template), &template);
    let worker = worker();
    for _ in 0..3 {
        assert_eq!(worker.read("a.xlsx", &bytes, &[]).expect("it is a return"), read(&bytes));
    }
    let error = worker.read("b.pdf", b"%PDF-1.7", &[]).expect_err("a PDF is no return");
    assert_eq!(error.message, "This is a PDF, not a workbook.");
}

#[test]
fn a_file_that_ends_the_child_is_said_and_the_next_one_is_read() {
    let worker = worker();
    // On Windows memory is not capped yet.
    let questions = if cfg!(unix) { vec!["abort", "eat memory"] } else { vec!["abort"] };
    for question in questions {
        let error = worker.ask(question.as_bytes()).expect_err("the child died");
        assert_eq!(error.kind, Kind::File);
        assert!(error.message.contains("could not be read safely"));
        assert_eq!(worker.ask(b"echo").expect("a new child answers"), b"echo");
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test of the clock itself")]
fn a_child_that_hangs_is_ended_in_time() {
    let worker = worker().patience(Duration::from_millis(400));
    let start = Instant::now();
    let error = worker.ask(b"hang").expect_err("it hangs");
    assert!(error.message.contains("took too long"));
    assert!(start.elapsed() < Duration::from_secs(4));
    assert_eq!(worker.ask(b"echo").expect("a new child answers"), b"echo");
}
