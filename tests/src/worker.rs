//! Reading in a child process: what ends the child ends nothing else.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use attest::error::Kind;
use attest::workbook::{Reads as _, Templates};
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
        assert_eq!(
            worker.read("a.xlsx", &bytes, &Templates::default()).expect("it is a return"),
            read(&bytes)
        );
    }
    let error = worker.read("b.pdf", b"%PDF-1.7", &Templates::default()).expect_err("a PDF is no return");
    assert_eq!(error.message, "This is a PDF, not a workbook.");
}

#[test]
fn a_child_keeps_the_templates_that_it_was_told_and_hears_of_others() {
    let template = school();
    let bytes = written(&sample(&template), &template);
    let worker = worker();
    let none = Templates::default();
    for known in [&Templates::of(&[template]), &none, &Templates::of(&[school()])] {
        for _ in 0..2 {
            assert_eq!(worker.read("a.xlsx", &bytes, known).expect("it is a return"), read(&bytes));
        }
    }
    let mut other = school();
    other.title = "Another title".to_owned();
    let error = worker.read("a.xlsx", &bytes, &Templates::of(&[other])).expect_err("another text");
    assert!(error.message.contains("another text of the template"), "{}", error.message);
    assert_eq!(worker.book("a.xlsx", &bytes).expect("cells"), attest::sheet::open(&bytes).expect("cells"));
}

#[test]
fn a_file_that_ends_the_child_is_said_and_the_next_one_is_read() {
    let worker = worker();
    for question in ["abort", "eat memory"] {
        let error = worker.ask(&[], question.as_bytes()).expect_err("the child died");
        assert_eq!(error.kind, Kind::File);
        assert!(error.message.contains("could not be read safely"));
        assert_eq!(worker.ask(&[], b"echo").expect("a new child answers"), b"echo");
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test of the clock itself")]
fn a_child_that_hangs_is_ended_in_time() {
    let worker = worker().patience(Duration::from_millis(400));
    let start = Instant::now();
    let error = worker.ask(&[], b"hang").expect_err("it hangs");
    assert!(error.message.contains("took too long"));
    assert!(start.elapsed() < Duration::from_secs(4));
    assert_eq!(worker.ask(&[], b"echo").expect("a new child answers"), b"echo");
}
