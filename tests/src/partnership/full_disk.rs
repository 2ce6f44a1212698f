//! A disk that fills during an intake: a sentence, the file sound, and running again goes on where there is room.
#![cfg(target_os = "linux")]

use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};

use attest::error::{Kind, Result};
use attest::intake::{self, Lends};
use attest::progress::Progress;
use attest::store::AuditFile;
use attest::workbook::InProcess;
use attest::world::FixedWorld;
use attest_tests::many;

const RETURNS: u32 = 24;

struct Desk(Mutex<AuditFile>);

impl Lends for Desk {
    fn file<T>(&self, work: impl FnOnce(&mut AuditFile) -> Result<T>) -> Result<T> {
        work(&mut self.0.lock().expect("nobody panics while it is held"))
    }
}

/// A small disk of its own, taken away at the end.
struct SmallDisk(tempfile::TempDir);

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

fn mounted(options: &str, at: &Path) -> bool {
    let mount = Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(at).output();
    mount.is_ok_and(|output| output.status.success())
}

#[test]
fn an_intake_that_fills_the_disk_is_said_and_goes_on_when_there_is_room() {
    let (disk, elsewhere) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    if !mounted("size=1800k", disk.path()) {
        println!("SKIPPED: mounting is not permitted here, so no disk can be filled");
        return;
    }
    let disk = SmallDisk(disk);
    let (path, round) = many::make(disk.0.path(), RETURNS).expect("made");
    let returned = [many::write(elsewhere.path(), 0..RETURNS)];
    let world = Arc::new(FixedWorld::new("2027-01-12T09:00:00Z".parse().expect("a time"), 3));
    let desk = Desk(Mutex::new(AuditFile::open(&path, world).expect("opens")));
    let before = desk.file(|file| file.content_digest()).expect("a digest");
    let run = || intake::run(&desk, &InProcess, &Progress::default(), round, &returned);
    let refused = run().expect_err("the disk is too small");
    assert_eq!(refused.kind, Kind::Disk, "{}", refused.message);
    assert_eq!(desk.file(|file| file.content_digest()).expect("a digest"), before);
    desk.file(|file| file.verify().map(drop)).expect("the chain holds");
    assert!(mounted("remount,size=30m", disk.0.path()), "made larger");
    assert_eq!(run().expect("taken in").placed, RETURNS as usize);
    drop(desk);
}
