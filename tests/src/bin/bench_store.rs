//! What saving and opening cost beside the least they could cost, in the same folder and run: `bench_store [FOLDER]`.
#![allow(clippy::print_stdout, reason = "the figures are its result")]
#![allow(clippy::disallowed_methods, reason = "a bench reads the clock; the product does not")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use attest::store::{AuditFile, FileKind, Operation, Row};
use attest::world::FixedWorld;

const ROWS: u32 = 50_000;

fn main() {
    let at = std::env::args().nth(1).map_or_else(std::env::temp_dir, PathBuf::from);
    let folder = tempfile::tempdir_in(at).expect("a folder");
    let path = folder.path().join("bench.attest");
    let world = Arc::new(FixedWorld::new("2027-05-03T09:00:00Z".parse().expect("a time"), 1));
    let mut file = AuditFile::create(&path, FileKind::Setting, world.clone()).expect("a new file");
    fill(&mut file);
    let (saved, synced) = saving(&mut file, folder.path());
    println!("save: {saved:.2?}, bare write and fsync: {synced:.2?}, ratio {:.2}", ratio(saved, synced));
    drop(file);
    let opened = median(5, |_| drop(AuditFile::open(&path, world.clone()).expect("opens")));
    let file = AuditFile::open(&path, world).expect("opens");
    let checked = median(5, |_| {
        file.reader().one("PRAGMA integrity_check", [], |row| row.get::<_, String>(0)).expect("checks");
    });
    println!(
        "open {ROWS} rows: {opened:.2?}, bare integrity check: {checked:.2?}, ratio {:.2}",
        ratio(opened, checked)
    );
}

fn fill(file: &mut AuditFile) {
    let put = |number: u32| {
        let name = format!("Example {number}: {}", "an answer of some length ".repeat(8));
        Row::new("setting", number).text("kind", "school").text("name", name)
    };
    file.transact(Operation::bulk("intake.place"), "", |tx| {
        (0..ROWS).try_for_each(|number| tx.put(put(number)))
    })
    .expect("fills");
}

/// One rating-like step, and one bare write with fsync, turn by turn.
fn saving(file: &mut AuditFile, folder: &Path) -> (Duration, Duration) {
    let mut bare = std::fs::File::create(folder.join("bare")).expect("a file");
    let saved = median(101, |turn| {
        let put = Row::new("setting", 7).text("phase", format!("phase {turn}"));
        file.transact(Operation::ordinary("answer.rate"), "7", |tx| tx.put(put)).expect("saves");
    });
    let synced = median(101, |_| {
        bare.write_all(&[7; 4096]).expect("writes");
        bare.sync_all().expect("syncs");
    });
    (saved, synced)
}

fn median(turns: usize, mut work: impl FnMut(usize)) -> Duration {
    let mut times: Vec<Duration> = (0..turns)
        .map(|turn| {
            let begun = Instant::now();
            work(turn);
            begun.elapsed()
        })
        .collect();
    times.sort();
    times[turns / 2]
}

fn ratio(ours: Duration, least: Duration) -> f64 {
    ours.as_secs_f64() / least.as_secs_f64()
}
