//! Writing a file that a person asked for: whole or not at all, with a sentence when the disk refuses.

use std::io::Write;
use std::path::Path;

use super::session::folder_of;
use super::views::Written;
use crate::error::{Error, Kind, Result};
use crate::problem::Problem;

/// Writes beside and puts in place, so that a failed write leaves what was there before.
pub(super) fn whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let beside = path.with_extension("part");
    let write = || -> std::io::Result<()> {
        let mut file = std::fs::File::create(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&beside, path)
    };
    write().map_err(|error| {
        // What was half written is of no use to anyone.
        let _ = std::fs::remove_file(&beside);
        refused(path, &error)
    })
}

fn refused(path: &Path, error: &std::io::Error) -> Error {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let hint = match error.kind() {
        std::io::ErrorKind::StorageFull => "The disk is full: free some room or save to another place.",
        std::io::ErrorKind::PermissionDenied => {
            "Close it if it is open in another program, or save to another folder."
        }
        _ => "Save to another folder, such as your documents.",
    };
    Error::new(Kind::Disk, format!("{name} could not be saved there; nothing was written.")).hint(hint)
}

/// What the page is told of a written file.
pub(super) fn written(path: &Path, sentence: impl Into<String>, problems: Vec<Problem>) -> Written {
    Written { name: name(path), folder: folder_of(path), sentence: sentence.into(), problems }
}

/// The name of a file with its ending.
pub(super) fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A file name that survives e-mail: letters, digits and hyphens, each part at most forty long.
pub(super) fn file_name(parts: &[&str], ending: &str) -> String {
    let plain = |part: &&str| -> String {
        let kept: String = part.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        let words: Vec<&str> = kept.split('-').filter(|word| !word.is_empty()).collect();
        words.join("-").chars().take(40).collect()
    };
    let parts: Vec<String> = parts.iter().map(plain).filter(|part| !part.is_empty()).collect();
    format!("{}.{ending}", parts.join("_"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_write_leaves_what_was_there() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("no such folder").join("a.xlsx");
        let error = whole(&path, b"x").expect_err("the folder is not there");
        assert!(error.message.contains("a.xlsx") && !error.hint.is_empty());
        let there = folder.path().join("b.xlsx");
        whole(&there, b"one").expect("written");
        whole(&there, b"two").expect("written again");
        assert_eq!(std::fs::read(&there).expect("read"), b"two");
        assert_eq!(std::fs::read_dir(folder.path()).expect("read").count(), 1);
    }

    #[test]
    fn names_survive_email() {
        let name = file_name(&["St Example\u{2019}s C/E School", "123456", "2026/27"], "xlsx");
        assert_eq!(name, "St-Example-s-C-E-School_123456_2026-27.xlsx");
    }
}
