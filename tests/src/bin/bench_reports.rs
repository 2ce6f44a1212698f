//! Words in all that returns say, and a feedback sheet for every setting: `bench_reports [RETURNS]`; or, for the bench of the
//! page, `bench_reports file PATH RETURNS` writes a partnership's file and leaves it.
//!
//! Beside the search stands a walk over the same words in memory; beside a sheet, the bytes that it comes to.
#![allow(clippy::print_stdout, reason = "the figures are its result")]
#![allow(clippy::disallowed_methods, reason = "a bench reads the clock; the product does not")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use attest::api::{Desktop, Session, dispatch};
use attest::error::Result;
use attest::store::{AuditFile, FileKind};
use attest::template::library;
use attest::world::FixedWorld;
use attest_tests::filled::{Notes, fill};
use serde_json::{Value, json};

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    match asked.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["file", path, returns] => made(Path::new(path), number(returns), Notes::None),
        [returns] => bench(number(returns)),
        [] => bench(380),
        _ => println!("bench_reports [RETURNS], or bench_reports file PATH RETURNS"),
    }
}

fn number(text: &str) -> usize {
    text.parse().expect("a number of returns")
}

fn world() -> Arc<FixedWorld> {
    Arc::new(FixedWorld::new("2026-03-31T12:00:00Z".parse().expect("a time"), 1))
}

fn made(path: &Path, returns: usize, notes: Notes) {
    let template = library::find("school@2025.1").expect("it ships");
    let mut file = AuditFile::create(path, FileKind::Partnership, world()).expect("created");
    fill(&mut file, template, returns, notes);
}

fn bench(returns: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bench.attest");
    made(&path, returns, Notes::Written);
    println!("{returns} returns, {:.0} MB with what they say", megabytes(&path));
    let out = folder.path().join("sheets");
    std::fs::create_dir(&out).expect("a folder");
    let session = Session::new(world(), Arc::new(Folder { file: path, out: out.clone() }));
    told(&session, "start.open", json!({}));
    search(&session);
    papers(&session, &out);
    feedback(&session, returns, &out);
}

/// The first search builds the index; the others look in it.
fn search(session: &Session) {
    let (first, found) = timed(|| told(session, "text.find", json!({ "words": "whistleblowing" })));
    println!("  words in {} texts: the index is built and looked in in {first:.2?}", found["all"]);
    for words in ["whistleblowing", "train", "\"records training\"", "records -training filtering"] {
        let (mut times, mut total) = (Vec::new(), Value::Null);
        for _ in 0..9 {
            let (took, found) = timed(|| told(session, "text.find", json!({ "words": words })));
            times.push(took);
            total = found["total"].clone();
        }
        times.sort();
        println!("  {words}: {total} texts in {:.2?}", times[4]);
    }
}

/// The full report in every format.
fn papers(session: &Session, out: &Path) {
    for format in ["html", "docx", "pdf", "xlsx"] {
        let (took, _) = timed(|| told(session, "report.write", json!({ "paper": "full", "format": format })));
        println!("  the full report as {format}: {took:.2?}, {:.1} MB", megabytes(&out.join("paper")));
    }
}

/// All sheets in one job, with how often its count was seen to move.
fn feedback(session: &Session, returns: usize, out: &Path) {
    let begun = Instant::now();
    told(session, "feedback.write", json!({}));
    let mut seen = std::collections::BTreeSet::new();
    let message = loop {
        let job = told(session, "job.show", json!({}));
        if let Some(done) = job["done"].as_u64() {
            seen.insert(done);
        }
        if job["state"] != json!("running") {
            break job["message"].clone();
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    let took = begun.elapsed();
    let each = took / u32::try_from(returns.max(1)).expect("not so many");
    println!("  feedback sheets in Word, as PDF and as workbooks: {took:.1?}, {each:.1?} a setting");
    let (mut bytes, mut files) = (0, 0);
    for entry in std::fs::read_dir(out).expect("a folder").flatten() {
        bytes += entry.metadata().map_or(0, |about| about.len());
        files += 1;
    }
    println!(
        "  {files} files of {:.0} MB; the count moved {} times. {message}",
        bytes as f64 / 1e6,
        seen.len()
    );
}

fn megabytes(path: &Path) -> f64 {
    std::fs::metadata(path).map_or(0.0, |about| about.len() as f64 / 1e6)
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let begun = Instant::now();
    let made = work();
    (begun.elapsed(), made)
}

fn told(session: &Session, name: &str, input: Value) -> Value {
    dispatch(session, name, input)
        .map_or_else(|failure| panic!("{name}: {}", failure.message), |reply| reply.value)
}

/// A desktop that opens the one file, and saves into the one folder.
struct Folder {
    file: PathBuf,
    out: PathBuf,
}

impl Desktop for Folder {
    fn pick_files(&self, _: &str, _: &[&str]) -> Option<Vec<PathBuf>> {
        Some(vec![self.file.clone()])
    }
    fn pick_folder(&self, _: &str) -> Option<PathBuf> {
        Some(self.out.clone())
    }
    fn pick_save(&self, _: &str, _: &str) -> Option<PathBuf> {
        Some(self.out.join("paper"))
    }
    fn reveal(&self, _: &Path) -> Result<()> {
        Ok(())
    }
}
