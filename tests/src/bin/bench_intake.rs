//! What taking in costs beside inflating only and beside python's readers, in one run: `bench_intake [COUNT...]`.
//!
//! Without counts: 380 and 2,000 returns. Python is asked where `scripts/bench` could set it up.
#![allow(clippy::print_stdout, reason = "the figures are its result")]
#![allow(clippy::disallowed_methods, reason = "a bench reads files and the clock; the product does not")]

use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use attest::error::Result;
use attest::intake::{self, Lends};
use attest::progress::Progress;
use attest::store::AuditFile;
use attest::world::FixedWorld;
use attest_tests::many;
use attest_worker::Worker;
use libdeflater::Decompressor;

struct Desk(Mutex<AuditFile>);

impl Lends for Desk {
    fn file<T>(&self, work: impl FnOnce(&mut AuditFile) -> Result<T>) -> Result<T> {
        work(&mut self.0.lock().expect("nobody panics while it is held"))
    }
}

fn main() {
    attest_worker::branch_off();
    let counts: Vec<u32> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    for count in if counts.is_empty() { vec![380, 2_000] } else { counts } {
        measured(count);
    }
}

fn measured(count: u32) {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, round) = many::make(folder.path(), count).expect("made");
    let returned = many::write(folder.path(), count);
    let floor = per_file(count, || inflated(&returned));
    let world = Arc::new(FixedWorld::new("2027-01-12T09:00:00Z".parse().expect("a time"), 8));
    let desk = Desk(Mutex::new(AuditFile::open(&path, world).expect("opens")));
    let (peak, watching) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicBool::new(true)));
    let watch = watched(Arc::clone(&peak), Arc::clone(&watching));
    let begun = Instant::now();
    let ours = per_file(count, || {
        let worker = Worker::new(std::env::current_exe().expect("this program"));
        let chosen = [returned.clone()];
        let done = intake::run(&desk, &worker, &Progress::default(), round, &chosen).expect("taken in");
        assert_eq!(done.placed, usize::try_from(count).expect("small"));
    });
    let wall = begun.elapsed().as_secs_f64();
    watching.store(false, Ordering::Relaxed);
    // What the watch itself used is no part of taking in.
    let ours = ours - in_milliseconds(watch.join().expect("it ends"), count);
    drop(desk);
    let size = std::fs::metadata(&path).expect("it is there").len();
    println!(
        "take in {count} returns: {ours:.2} ms of processor time a file, {:.0} files a second, peak {} MB with children, {} KB of file a return",
        f64::from(count) / wall,
        peak.load(Ordering::Relaxed) >> 10,
        size / 1024 / u64::from(count)
    );
    println!("  inflating only: {floor:.2} ms, ratio {:.1}", ours / floor);
    for (name, most) in [("fastexcel", 2_000), ("polars", 380), ("openpyxl", 40)] {
        match python(name, &returned, count.min(most)) {
            Some(theirs) => println!("  {name}: {theirs:.2} ms, ours is {:.2} of it", ours / theirs),
            None => println!("  {name}: not measured, python has no such package here"),
        }
    }
}

/// Milliseconds of processor time a file, of this process and of the children it has ended.
fn per_file(count: u32, work: impl FnOnce()) -> f64 {
    let before = ticks();
    work();
    in_milliseconds(ticks() - before, count)
}

fn in_milliseconds(hundredths: u32, count: u32) -> f64 {
    f64::from(hundredths) * 10.0 / f64::from(count)
}

fn inflated(folder: &Path) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let bytes = std::fs::read(entry.expect("a file").path()).expect("read");
        let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).expect("a package");
        for place in 0..archive.len() {
            let mut part = archive.by_index_raw(place).expect("a part");
            let (mut packed, length) = (Vec::new(), usize::try_from(part.size()).expect("small"));
            part.read_to_end(&mut packed).expect("read");
            let mut out = vec![0; length];
            // A part that is stored as it is has nothing to inflate.
            let _ = Decompressor::new().deflate_decompress(&packed, &mut out);
        }
    }
}

/// Milliseconds a file of python's reader, where that could be set up.
fn python(name: &str, folder: &Path, count: u32) -> Option<f64> {
    let program = PathBuf::from("target/bench-python/bin/python");
    let said = Command::new(program)
        .arg("scripts/bench-intake.py")
        .arg(name)
        .arg(folder)
        .arg(count.to_string())
        .output()
        .ok()
        .filter(|said| said.status.success())?;
    String::from_utf8(said.stdout).ok()?.trim().parse().ok()
}

/// Watches how much memory this process and its children hold together, in kilobytes.
///
/// Pages that they share count once. Gives what the watching itself used.
fn watched(peak: Arc<AtomicU64>, watching: Arc<AtomicBool>) -> std::thread::JoinHandle<u32> {
    std::thread::spawn(move || {
        while watching.load(Ordering::Relaxed) {
            peak.fetch_max(held(), Ordering::Relaxed);
            std::thread::sleep(Duration::from_millis(40));
        }
        used("/proc/thread-self/stat", &[11, 12])
    })
}

fn held() -> u64 {
    let threads = std::fs::read_dir("/proc/self/task").expect("Linux lists our threads").flatten();
    let lists = threads.filter_map(|thread| std::fs::read_to_string(thread.path().join("children")).ok());
    let children: Vec<String> =
        lists.flat_map(|list| list.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect();
    let ours = children.iter().map(String::as_str).chain(["self"]);
    let rollup = ours.filter_map(|id| std::fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok());
    rollup.filter_map(|text| field(&text, "Pss:")?.parse::<u64>().ok()).sum()
}

fn field<'t>(status: &'t str, name: &str) -> Option<&'t str> {
    status.lines().find(|line| line.starts_with(name))?.split_whitespace().nth(1)
}

/// Hundredths of a second that this process and its ended children have used.
fn ticks() -> u32 {
    // User and system time, of the process and of its children.
    used("/proc/self/stat", &[11, 12, 13, 14])
}

/// The sum of some fields of a `stat`, counted from the state.
fn used(stat: &str, fields: &[usize]) -> u32 {
    let stat = std::fs::read_to_string(stat).expect("Linux says what was used");
    let after = stat.rsplit_once(')').expect("a name in brackets").1;
    let words: Vec<&str> = after.split_whitespace().collect();
    fields.iter().map(|at| words[*at].parse::<u32>().expect("a number")).sum()
}
