//! Kills a writer at random moments and looks at what is left: `soak [KILLS]`.
//!
//! After each kill the file must open, its chain must hold, and no acknowledged row may be lost.
#![allow(clippy::print_stdout, reason = "the counts are its result")]

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use attest::store::AuditFile;
use attest::world::FixedWorld;

/// A file is begun anew after so many kills, so that going through its log stays short.
const KILLS_A_FILE: u32 = 20;

#[derive(Default)]
struct Counts {
    acknowledged: u32,
    while_writing: u32,
    journals: u32,
    bad: u32,
    lost: u32,
    unborn: u32,
}

fn main() {
    let kills: u32 = std::env::args().nth(1).and_then(|word| word.parse().ok()).unwrap_or(500);
    let writer = std::env::current_exe().expect("has a path").with_file_name("writer");
    assert!(writer.exists(), "build the writer first: cargo build -p attest-tests --bins");
    let folder = tempfile::tempdir().expect("a folder");
    let (mut counts, mut held, mut draw) = (Counts::default(), 0, 0x5eed_u64);
    for kill in 0..kills {
        if kill % KILLS_A_FILE == 0 {
            held = 0;
        }
        let path = folder.path().join(format!("soak-{}.attest", kill / KILLS_A_FILE));
        draw = draw.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let last = killed(&writer, &path, Duration::from_micros(draw >> 33 & 0xffff));
        let acknowledged = last.map_or(held, |last| last + 1);
        counts.acknowledged += acknowledged - held;
        counts.while_writing += u32::from(acknowledged > held);
        held = looked_at(&path, acknowledged, &mut counts);
    }
    report(kills, &counts);
}

/// Lets the writer run for a moment and kills it; gives the last number that it acknowledged.
fn killed(writer: &Path, path: &PathBuf, after: Duration) -> Option<u32> {
    let mut child = Command::new(writer).arg(path).stdout(Stdio::piped()).spawn().expect("the writer starts");
    std::thread::sleep(after);
    child.kill().expect("the writer can be killed");
    let mut said = String::new();
    child.stdout.take().expect("was piped").read_to_string(&mut said).expect("numbers are text");
    child.wait().expect("the writer ends");
    assert!(!said.contains("refused"), "the writer could not go on: {said}");
    let whole = said.rfind('\n').map_or("", |end| &said[..end]);
    whole.lines().next_back().and_then(|line| line.parse().ok())
}

/// Opens what is left and counts it; gives how many rows it holds.
fn looked_at(path: &Path, acknowledged: u32, counts: &mut Counts) -> u32 {
    counts.journals += u32::from(path.with_extension("attest-journal").exists());
    let world = Arc::new(FixedWorld::new("2027-05-03T09:00:00Z".parse().expect("a time"), 1));
    let seen = AuditFile::open(path, world).and_then(|file| {
        file.verify()?;
        let rows = "SELECT count(*) FROM setting WHERE CAST(id AS INTEGER) < ?1";
        let kept = file.reader().one(rows, [acknowledged], |row| row.get::<_, u32>(0))?.unwrap_or(0);
        let all = file.reader().one("SELECT count(*) FROM setting", [], |row| row.get::<_, u32>(0))?;
        Ok((kept, all.unwrap_or(0)))
    });
    match seen {
        Ok((kept, all)) => {
            counts.lost += acknowledged - kept;
            all
        }
        // Killed while the file was being made: rolled back to nothing, and nothing was promised yet.
        Err(_) if acknowledged == 0 && std::fs::metadata(path).map_or(0, |kept| kept.len()) == 0 => {
            counts.unborn += 1;
            let _ = std::fs::remove_file(path);
            0
        }
        Err(error) => {
            println!("{}: {error}", path.display());
            counts.bad += 1;
            counts.lost += acknowledged;
            acknowledged
        }
    }
}

fn report(kills: u32, counts: &Counts) {
    let Counts { acknowledged, while_writing, journals, bad, lost, unborn } = counts;
    println!(
        "{kills} kills, {while_writing} while writing, {journals} with a journal left to roll back, {unborn} before the file was made"
    );
    println!("{acknowledged} rows acknowledged, {lost} lost; {bad} files that did not open or verify");
    assert!(*lost == 0 && *bad == 0, "something was lost");
    assert!(kills < 20 || *while_writing > 0, "no kill hit a write: the soak proves nothing");
}
