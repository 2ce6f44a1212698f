//! Full disks, missing rights and second programs: each proved to fire, one clear sentence, nothing lost.
#![cfg(target_os = "linux")]

use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use attest::error::Kind;
use attest::store::{AuditFile, FileKind, Operation, Row};
use attest::world::FixedWorld;

const WRITER: &str = env!("CARGO_BIN_EXE_writer");

fn world() -> Arc<FixedWorld> {
    Arc::new(FixedWorld::new("2027-05-03T09:00:00Z".parse().unwrap(), 1))
}

fn put(file: &mut AuditFile, id: u32, length: usize) -> attest::error::Result<()> {
    let row = Row::new("setting", id).text("kind", "school").text("name", "x".repeat(length));
    file.transact(Operation::ordinary("setting.add"), "", |tx| tx.put(row))
}

fn rows(file: &AuditFile) -> u32 {
    file.reader().one("SELECT count(*) FROM setting", [], |row| row.get(0)).unwrap().unwrap()
}

/// A small disk of its own, taken away at the end.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn mounted() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mount =
            Command::new("mount").args(["-t", "tmpfs", "-o", "size=1m", "tmpfs"]).arg(folder.path()).output();
        if mount.is_ok_and(|output| output.status.success()) {
            return Some(Self(folder));
        }
        println!("SKIPPED: mounting is not permitted here, so no disk can be filled");
        None
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

#[test]
fn a_full_disk_loses_nothing_and_work_goes_on_when_there_is_room() {
    let Some(disk) = SmallDisk::mounted() else { return };
    let path = disk.0.path().join("Example.attest");
    let mut file = AuditFile::create(&path, FileKind::Setting, world()).unwrap();
    put(&mut file, 1, 100).unwrap();
    let (mut id, mut refused) = (2, None);
    while id < 500 && refused.is_none() {
        match put(&mut file, id, 20_000) {
            Ok(()) => id += 1,
            Err(error) => refused = Some(error),
        }
    }
    let error = refused.expect("the disk was full in the end");
    assert_eq!(error.kind, Kind::Disk, "{error}");
    assert!(error.message.contains("disk") && !error.hint.is_empty());
    assert_eq!((rows(&file), file.revision().0), (id - 1, id - 1));
    file.verify().unwrap();
    drop(file);
    let bytes = std::fs::read(&path).unwrap();
    let wide = tempfile::tempdir().unwrap();
    let moved = wide.path().join("Example.attest");
    std::fs::write(&moved, bytes).unwrap();
    let mut file = AuditFile::open(&moved, world()).unwrap();
    assert_eq!(rows(&file), id - 1);
    put(&mut file, id, 20_000).unwrap();
}

#[test]
fn a_filled_disk_refuses_and_then_the_same_open_file_goes_on() {
    let Some(disk) = SmallDisk::mounted() else { return };
    let mut file =
        AuditFile::create(&disk.0.path().join("Example.attest"), FileKind::Setting, world()).unwrap();
    put(&mut file, 1, 100).unwrap();
    let filler = disk.0.path().join("filler");
    assert!(std::fs::write(&filler, vec![0; 2 << 20]).is_err(), "the disk was full");
    assert_eq!(put(&mut file, 2, 20_000).unwrap_err().kind, Kind::Disk);
    let other = disk.0.path().join("Other.attest");
    let refused = AuditFile::create(&other, FileKind::Setting, world()).err().unwrap();
    assert_eq!(refused.kind, Kind::Disk, "{refused}");
    assert!(!other.exists(), "a file that could not be made leaves nothing");
    std::fs::remove_file(&filler).unwrap();
    put(&mut file, 2, 20_000).unwrap();
    assert_eq!((rows(&file), file.verify().unwrap()), (2, 2));
}

/// A folder that everybody may enter, with a file of one row and the writer in it.
fn shared() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (path, writer) = (folder.path().join("Example.attest"), folder.path().join("writer"));
    put(&mut AuditFile::create(&path, FileKind::Setting, world()).unwrap(), 0, 10).unwrap();
    std::fs::copy(WRITER, &writer).unwrap();
    mode(&writer, 0o755);
    (folder, path, writer)
}

fn mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// What the writer says when it runs without rights.
fn unprivileged(writer: &Path, path: &Path) -> String {
    let output = Command::new("setpriv")
        .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
        .args([writer, path])
        .arg("1")
        .output()
        .expect("setpriv runs (these tests run as root)");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn without_rights_the_file_only_reads_and_says_why() {
    let (folder, path, writer) = shared();
    for (folder_mode, file_mode, says) in
        [(0o755, 0o644, "may not write"), (0o777, 0o444, "marked as read-only")]
    {
        mode(folder.path(), folder_mode);
        mode(&path, file_mode);
        let said = unprivileged(&writer, &path);
        assert!(said.starts_with("refused: ") && said.contains(says), "{said}");
    }
    mode(folder.path(), 0o777);
    mode(&path, 0o666);
    assert_eq!(
        unprivileged(&writer, &path),
        "1\n",
        "with rights the same program writes: the fault was the rights"
    );
    assert_eq!(rows(&AuditFile::open(&path, world()).unwrap()), 2);
}

#[test]
fn a_second_program_reads_only_until_the_first_ends() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Example.attest");
    let mut child = Command::new(WRITER).arg(&path).stdout(Stdio::piped()).spawn().unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap());
    said.read_line(&mut String::new()).unwrap();
    let mut file = AuditFile::open(&path, world()).unwrap();
    assert!(file.read_only().unwrap().starts_with("Test Person has the file"));
    assert_eq!(put(&mut file, 9_999_999, 1).unwrap_err().kind, Kind::ReadOnly);
    drop(file);
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(path.with_extension("attest-owner").exists(), "a killed program leaves its note");
    let mut file = AuditFile::open(&path, world()).unwrap();
    assert_eq!(file.read_only(), None, "a stale note holds nobody up");
    put(&mut file, 9_999_999, 1).unwrap();
    file.verify().unwrap();
}
