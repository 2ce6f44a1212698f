//! Kills an intake at random moments, runs it again, and looks at what the file holds: `soak_intake [KILLS]`.
//!
//! After each kill the file must open and its chain must hold; run again it must hold what an undisturbed intake holds:
//! nothing twice, nothing lost.
#![allow(clippy::print_stdout, reason = "the counts are its result")]
#![allow(clippy::disallowed_methods, reason = "a soak reads the clock; the product does not")]

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use attest::store::AuditFile;
use attest::world::FixedWorld;
use attest_tests::many;

/// More than one chunk, so that a kill falls between two, and in the midst of one.
const RETURNS: u32 = 430;

fn main() {
    let kills: u32 = std::env::args().nth(1).and_then(|word| word.parse().ok()).unwrap_or(100);
    let program = std::env::current_exe().expect("has a path").with_file_name("attest-under-test");
    assert!(program.exists(), "build it first: cargo build -p attest-tests --bins");
    let folder = tempfile::tempdir().expect("a folder");
    let (made, _) = many::make(folder.path(), RETURNS).expect("made");
    let returned = many::write(folder.path(), 0..RETURNS);
    let copy = folder.path().join("copy.attest");
    let fresh = || std::fs::copy(&made, &copy).expect("copied");
    fresh();
    let begun = Instant::now();
    taken_in(&program, &copy, &returned);
    let (whole, took) = (digest(&copy), begun.elapsed());
    let (mut draw, mut midway) = (0x5eed_u64, 0);
    for kill in 0..kills {
        fresh();
        draw = draw.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let after = took.mul_f64(f64::from(u32::try_from(draw >> 40 & 0xffff).unwrap_or(0)) / 65_536.0);
        midway += u32::from(killed(&program, &copy, &returned, after));
        drop(digest(&copy));
        taken_in(&program, &copy, &returned);
        assert_eq!(digest(&copy), whole, "kill {kill} after {after:?} left another end");
    }
    println!(
        "{kills} kills of an intake of {RETURNS} returns, {midway} before its end: the same end each time"
    );
    assert!(kills < 20 || midway > 0, "no kill hit an intake: the soak proves nothing");
}

fn intake(program: &Path, file: &Path, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.arg("intake").arg(file).arg(folder).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn taken_in(program: &Path, file: &Path, folder: &Path) {
    let code = intake(program, file, folder).status().expect("it runs").code();
    assert!(matches!(code, Some(0 | 1)), "the intake ended with {code:?}");
}

/// Kills an intake after a while; says whether it was still at work.
fn killed(program: &Path, file: &Path, folder: &Path, after: Duration) -> bool {
    let mut child = intake(program, file, folder).spawn().expect("it starts");
    std::thread::sleep(after);
    let at_work = child.try_wait().expect("it can be asked").is_none();
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
    at_work
}

/// The digest of what a file holds, after looking whether it is sound and its chain whole.
fn digest(path: &Path) -> String {
    let world = Arc::new(FixedWorld::new("2027-05-03T09:00:00Z".parse().expect("a time"), 1));
    let file = AuditFile::open(path, world).expect("it opens");
    file.verify().expect("the chain holds");
    file.content_digest().expect("a digest")
}
