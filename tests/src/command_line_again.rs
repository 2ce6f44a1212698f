//! `--again` by the program alone: what was written or shared is made again whatever happened since, and a wrong flag, a code that
//! is not there and a kind that is not made again each have a sentence.

use std::path::Path;

use serde_json::json;

use crate::command_line::{program, said};
use crate::every_table::sample;
use crate::gateway::seat::Seat;

/// A folder with the file of the sample partnership.
fn ground() -> (tempfile::TempDir, String) {
    let seat: Seat = sample();
    seat.done("file.close", json!({}));
    let folder = tempfile::tempdir().expect("a folder");
    let files = std::fs::read_dir(seat.path("sample")).expect("there").map(|one| one.expect("a file").path());
    let is_it = |path: &std::path::PathBuf| {
        path.extension().is_some_and(|end| end == "attest") && path.to_string_lossy().contains("artnership")
    };
    let from = files.into_iter().find(is_it).expect("the partnership");
    let file = folder.path().join("sample.attest");
    std::fs::copy(from, &file).expect("copied");
    (folder, file.to_string_lossy().into_owned())
}

/// Runs it: the exit status and what was said.
fn ran(home: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = program(home, arguments);
    (output.status.code(), said(&output))
}

fn goes(home: &Path, arguments: &[&str]) {
    let (code, said) = ran(home, arguments);
    assert_eq!(code, Some(0), "{arguments:?}: {said}");
}

/// What is written, and how it is made again into another place.
const WRITTEN: [&[&str]; 9] = [
    &["report", "FILE", "full", "--format", "html", "--out", "full.html"],
    &["report", "FILE", "decisions", "--format", "html", "--out", "decisions.html"],
    &["report", "FILE", "response", "--format", "html", "--out", "response.html"],
    &["report", "FILE", "non-return", "--format", "html", "--out", "non-return.html"],
    &["report", "FILE", "handover", "--format", "html", "--out", "handover.html"],
    &["report", "FILE", "feedback", "--out", "sheets"],
    &["report", "FILE", "slides", "--share", "--out", "slides"],
    &["analyse", "FILE", "--share", "--table", "good_practice", "--out", "good-practice.xlsx"],
    &["analyse", "FILE", "--share", "--table", "themes", "--out", "themes.xlsx"],
];

#[test]
fn whatever_was_written_is_made_again_after_the_file_went_on() {
    let (folder, file) = ground();
    let home = folder.path();
    let of = |arguments: &[&str]| -> Vec<String> {
        arguments.iter().map(|one| if *one == "FILE" { file.clone() } else { (*one).to_owned() }).collect()
    };
    let run = |arguments: &[String]| goes(home, &arguments.iter().map(String::as_str).collect::<Vec<_>>());
    WRITTEN.iter().for_each(|arguments| run(&of(arguments)));
    goes(home, &["pack", "write", &file, "--out", "counts.attestpack"]);
    goes(
        home,
        &["call", &file, "partnership.save", "{\"name\":\"Another Partnership\",\"short_name\":\"\"}"],
    );
    let (code, checked) = ran(home, &["report", &file, "check"]);
    assert!(code == Some(1) && checked.contains("the same figures come out"), "{checked}");
    for arguments in WRITTEN {
        let mut again: Vec<String> = of(arguments).into_iter().filter(|one| one != "--share").collect();
        let out = again.last_mut().expect("a place");
        *out = match out.as_str() {
            "slides" => "again-slides.html".to_owned(),
            "good-practice.xlsx" => "again-practice.html".to_owned(),
            other => format!("again-{other}"),
        };
        let out = home.join(&*out);
        again.push("--again".to_owned());
        if arguments.contains(&"slides") {
            again.extend(["--format".to_owned(), "html".to_owned()]);
        }
        run(&again);
        assert!(out.exists(), "{again:?}");
        if out.extension().is_some_and(|end| end == "html") {
            let page = std::fs::read_to_string(&out).expect("read");
            assert!(
                !page.contains("Another Partnership") && page.contains("How to make these figures again"),
                "{again:?}"
            );
        }
    }
    goes(home, &["report", &file, "pack", "--again", "--out", "again.attestpack"]);
    assert!(home.join("again.attestpack").is_file());
}

#[test]
fn what_cannot_be_made_again_is_said_in_a_sentence() {
    let (folder, file) = ground();
    let home = folder.path();
    let refused = |arguments: &[&str], why: &str| {
        let (code, said) = ran(home, arguments);
        assert!(code == Some(2) && said.contains(why), "{arguments:?}: {code:?} {said}");
    };
    for paper in ["full", "slides", "feedback", "response", "pack"] {
        let asked = ["report", &file, paper, "--out", "out", "--again"];
        refused(&asked, "No such paper was written in this round.");
    }
    goes(home, &["report", &file, "full", "--format", "html", "--out", "full.html"]);
    // The code of a paper of another file.
    let other = ["report", &file, "full", "--out", "other.html", "--again", "0123456789abcdef"];
    refused(&other, "No such paper was written in this round.");
    refused(&["report", &file, "full", "--again", "--share"], "cannot be used with");
    refused(&["report", &file, "full", "--again", "--officers"], "cannot be used with");
    refused(&["report", &file, "check", "--again"], "A check is no paper");
    refused(&["report", &file, "pack"], "A new pack is written by a command of its own.");
    refused(&["analyse", &file, "--again"], "--out");
    refused(&["analyse", &file, "--again", "--out", "x.xlsx", "--share"], "cannot be used with");
    refused(&["analyse", &file, "--again", "--out", "x.xlsx", "--all"], "cannot be used with");
    refused(&["analyse", &file, "--again", "--out", "x.xlsx"], "No such table was shared");
    goes(home, &["analyse", &file, "--share", "--table", "themes"]);
    let by = ["analyse", &file, "--again", "--table", "themes", "--by", "trust", "--out", "x.xlsx"];
    refused(&by, "No such table was shared");
    let as_text = ["analyse", &file, "--again", "--table", "themes", "--out", "x.txt"];
    refused(&as_text, "not made again as a file that ends in .txt");
    assert!(!home.join("x.xlsx").exists() && !home.join("other.html").exists());
}

#[test]
fn a_recipe_that_is_damaged_or_of_another_version_is_said_in_a_sentence() {
    let (folder, file) = ground();
    let home = folder.path();
    goes(home, &["report", &file, "full", "--format", "html", "--out", "full.html"]);
    let whole = std::fs::read(&file).expect("the file");
    let version = format!("\"program\":\"{}\"", env!("CARGO_PKG_VERSION"));
    let newer = version.replace(env!("CARGO_PKG_VERSION"), "9.9.9");
    let told = |altered: &[[&str; 2]], why: &str| {
        std::fs::write(&file, altered.iter().fold(whole.clone(), |bytes, one| instead(&bytes, *one)))
            .expect("written");
        for (asked, status) in [
            (&["check"][..], 1),
            (&["full", "--again", "--out", "again.html"], 2),
            (&["public", "--out", "public.html"], 2),
        ] {
            let (code, said) = ran(home, &[&["report", file.as_str()][..], asked].concat());
            assert!(code == Some(status) && said.contains(why), "{asked:?}: {code:?} {said}");
        }
    };
    told(&[["{\"round\":\"", "[\"round\":\""]], "is damaged");
    told(&[["\"tool_digest\":", "\"tool_digesz\":"]], "is damaged");
    told(
        &[["\"comparisons\":", "\"compared_to\":"], [&version, &newer]],
        "is of Attest 9.9.9, which this version cannot read",
    );
    assert!(!home.join("again.html").exists() && !home.join("public.html").exists());
}

/// Bytes with a text instead of another of the same length.
pub fn instead(bytes: &[u8], [from, to]: [&str; 2]) -> Vec<u8> {
    assert_eq!(from.len(), to.len(), "{from} and {to}");
    let (mut bytes, mut found) = (bytes.to_vec(), 0);
    for at in 0..bytes.len() - from.len() {
        if bytes[at..].starts_with(from.as_bytes()) {
            bytes[at..at + from.len()].copy_from_slice(to.as_bytes());
            found += 1;
        }
    }
    assert!(found > 0, "{from} stands in the file");
    bytes
}
