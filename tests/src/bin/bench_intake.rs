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
use attest::round::RoundId;
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

/// So many files lie in the folder at a time: many returns are taken in folder by folder, as they come.
const FOLDER: u32 = 2_000;

fn main() {
    attest_worker::branch_off();
    let words: Vec<String> = std::env::args().skip(1).collect();
    let counts: Vec<u32> = words.iter().filter_map(|word| word.parse().ok()).collect();
    match words.first().map(String::as_str) {
        Some(PACE) => return println!("{:.1}", taken_in(counts[0]).pace(counts[0])),
        Some(MAKE) => return println!("{}", many::make(Path::new(&words[2]), counts[0]).expect("made").1),
        Some(_) | None => {}
    }
    for count in if counts.is_empty() { vec![380, 2_000] } else { counts } {
        measured(count);
    }
}

/// The word after which this program only says how many files a second it took in.
const PACE: &str = "pace";

/// The word after which it only makes the partnership's file in a folder, and says its round.
const MAKE: &str = "make";

fn measured(count: u32) {
    let ours = taken_in(count);
    let (floor, cost) = (in_milliseconds(ours.floor, count), in_milliseconds(ours.used, count));
    println!(
        "take in {count} returns: {cost:.2} ms of processor time a file, {:.0} files a second, peak {} MB with children, {} KB of file a return",
        ours.pace(count),
        ours.peak >> 10,
        ours.size / 1024 / u64::from(count)
    );
    println!("  inflating only: {floor:.2} ms, ratio {:.1}", cost / floor);
    if let Some(one) = (count <= FOLDER).then(|| on_one_core(count)).flatten() {
        println!(
            "  on one core: {one:.0} files a second, all cores are {:.2} times as fast",
            ours.pace(count) / one
        );
    }
    for (name, most) in [("fastexcel", 2_000), ("polars", 380), ("openpyxl", 40)] {
        match python(name, &ours.last, count.min(FOLDER).min(most)) {
            Some(theirs) => println!("  {name}: {theirs:.2} ms, ours is {:.2} of it", cost / theirs),
            None => println!("  {name}: not measured, python has no such package here"),
        }
    }
}

/// What taking in so many returns used.
struct Taken {
    /// Hundredths of a second of processor time for inflating the same files only.
    floor: u32,
    /// Hundredths of a second of processor time, children included.
    used: u32,
    /// Seconds by the clock.
    wall: f64,
    /// Kilobytes held at most, children included.
    peak: u64,
    /// Bytes of the partnership's file.
    size: u64,
    /// The folder that was taken in last.
    last: PathBuf,
    /// All of it goes with this.
    folder: tempfile::TempDir,
}

impl Taken {
    fn pace(&self, count: u32) -> f64 {
        f64::from(count) / self.wall
    }
}

fn taken_in(count: u32) -> Taken {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, round) = made(folder.path(), count);
    let world = Arc::new(FixedWorld::new("2027-01-12T09:00:00Z".parse().expect("a time"), 8));
    let desk = Desk(Mutex::new(AuditFile::open(&path, world).expect("opens")));
    let last = folder.path().join("in");
    let mut taken = Taken { floor: 0, used: 0, wall: 0.0, peak: 0, size: 0, last, folder };
    for from in (0..count).step_by(FOLDER as usize) {
        let numbers = from..count.min(from + FOLDER);
        // The last folder is kept for the readers that it is compared with.
        let _ = std::fs::remove_dir_all(&taken.last);
        many::write(taken.folder.path(), numbers.clone());
        taken.floor += used_by(|| inflated(&taken.last));
        take_in(&mut taken, &desk, round, numbers.len());
    }
    drop(desk);
    taken.size = std::fs::metadata(&path).expect("it is there").len();
    taken
}

/// The partnership's file with a register of so many, made by another process: what that held is not measured.
fn made(folder: &Path, count: u32) -> (PathBuf, RoundId) {
    let program = std::env::current_exe().expect("this program");
    let mut child = Command::new(program);
    let said = child.args([MAKE, &count.to_string()]).arg(folder).output().expect("it runs");
    let round = String::from_utf8(said.stdout).expect("text").trim().parse().expect("a round");
    (folder.join(many::FILE), round)
}

fn take_in(taken: &mut Taken, desk: &Desk, round: RoundId, count: usize) {
    let (peak, watching) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicBool::new(true)));
    let watch = watched(Arc::clone(&peak), Arc::clone(&watching));
    let begun = Instant::now();
    let used = used_by(|| {
        let worker = Worker::new(std::env::current_exe().expect("this program"));
        let done = intake::run(desk, &worker, &Progress::default(), round, std::slice::from_ref(&taken.last))
            .expect("taken in");
        assert_eq!(done.placed, count);
    });
    taken.wall += begun.elapsed().as_secs_f64();
    watching.store(false, Ordering::Relaxed);
    // What the watch itself used is no part of taking in.
    taken.used += used - watch.join().expect("it ends");
    taken.peak = taken.peak.max(peak.load(Ordering::Relaxed));
}

/// Files a second when this program and its children may use one core only.
fn on_one_core(count: u32) -> Option<f64> {
    let program = std::env::current_exe().expect("this program");
    let said = Command::new("taskset")
        .args(["-c", "0"])
        .arg(program)
        .args([PACE, &count.to_string()])
        .output()
        .ok()?;
    String::from_utf8(said.stdout).ok()?.trim().parse().ok()
}

/// Hundredths of a second of processor time, of this process and of the children it has ended.
fn used_by(work: impl FnOnce()) -> u32 {
    let before = ticks();
    work();
    ticks() - before
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
    // A child that is only being started shares all of our memory, and our command line, until it runs on its own.
    let line = |id: &str| std::fs::read(format!("/proc/{id}/cmdline")).ok();
    let own = line("self");
    let started = children.iter().map(String::as_str).filter(|id| line(id) != own);
    let ours = started.chain(["self"]);
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
