//! The files of a run: found in folders, named, put in the order of their names.
//!
//! Lock files, hidden files and Attest's own files are left out: opening a file that is in use would drop its locks.

use std::path::{Path, PathBuf};

use crate::error::{Error, Kind, Result};

/// How deep folders are searched.
const DEEPEST: usize = 16;
/// Files that are read and placed in one go, and the bytes that these may have together: what is held at a time.
const TOGETHER: (usize, u64) = (200, 12 * 1024 * 1024);

/// A file that is to be taken in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Incoming {
    /// Its name below the folder that was chosen, with `/` between folders.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// Its bytes, where that could be seen.
    pub size: u64,
}

/// Every file in what was chosen, in the order of the names.
pub fn gather(chosen: &[PathBuf]) -> Result<Vec<Incoming>> {
    let mut found = Vec::new();
    for path in chosen {
        match path.is_dir() {
            true => search(path, path, DEEPEST, &mut found)?,
            false => push(path.parent().unwrap_or(path), path, &mut found),
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// The files in groups that are read and placed in one go.
pub fn together(files: &[Incoming]) -> impl Iterator<Item = &[Incoming]> {
    let (most, room) = TOGETHER;
    let mut rest = files;
    std::iter::from_fn(move || {
        let mut held = 0;
        let fits = |file: &&Incoming| {
            held += file.size;
            held <= room
        };
        let count = rest.iter().take(most).take_while(fits).count().max(1).min(rest.len());
        let (group, after) = rest.split_at(count);
        rest = after;
        (!group.is_empty()).then_some(group)
    })
}

fn search(root: &Path, folder: &Path, depth: usize, found: &mut Vec<Incoming>) -> Result<()> {
    for entry in std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
        let entry = entry.map_err(|error| unreadable(folder, &error))?;
        let kind = entry.file_type().map_err(|error| unreadable(folder, &error))?;
        let path = entry.path();
        // A link is not followed into a folder: it may lead round in a circle.
        if kind.is_dir() && depth > 0 && !is_left_out(&path) {
            search(root, &path, depth - 1, found)?;
        } else if kind.is_file() || (kind.is_symlink() && path.is_file()) {
            push(root, &path, found);
        }
    }
    Ok(())
}

fn push(root: &Path, path: &Path, found: &mut Vec<Incoming>) {
    if is_left_out(path) {
        return;
    }
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
    let size = std::fs::metadata(path).map_or(0, |found| found.len());
    found.push(Incoming { name: parts.join("/"), path: path.to_owned(), size });
}

fn is_left_out(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let ours = name.ends_with(".attest") || name.contains(".attest-") || name.contains(".attest.");
    let litter = ["thumbs.db", "desktop.ini", "__macosx"].contains(&name.as_str());
    ours || litter || name.starts_with('.') || name.starts_with("~$")
}

fn unreadable(folder: &Path, error: &std::io::Error) -> Error {
    let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned();
    Error::new(Kind::Disk, format!("The folder \u{201c}{name}\u{201d} could not be read: {error}."))
        .hint("Check that you may open it, or copy the files to another folder.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_folders_are_searched_and_litter_is_left_out() {
        let folder = tempfile::tempdir().expect("a folder");
        let put = |name: &str| {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().expect("it has one")).expect("made");
            std::fs::write(path, b"x").expect("written");
        };
        for name in [
            "b.xlsx",
            "North/a.xlsx",
            "~$b.xlsx",
            ".hidden",
            "live.attest",
            "live.attest-journal",
            "Thumbs.db",
            "c.pdf",
        ] {
            put(name);
        }
        let found = gather(&[folder.path().to_owned()]).expect("read");
        let names: Vec<&str> = found.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["North/a.xlsx", "b.xlsx", "c.pdf"]);
    }

    #[test]
    fn large_files_are_taken_fewer_at_a_time_and_none_is_left() {
        let file = |size: u64| Incoming { name: size.to_string(), path: PathBuf::new(), size };
        let counts = |sizes: Vec<u64>| -> Vec<usize> {
            let files: Vec<_> = sizes.into_iter().map(file).collect();
            together(&files).map(<[_]>::len).collect()
        };
        assert_eq!(counts(vec![1; 401]), [200, 200, 1]);
        let half = TOGETHER.1 / 2;
        assert_eq!(counts(vec![half, half, half, 3 * half, 1]), [2, 1, 1, 1]);
        assert_eq!(counts(Vec::new()), Vec::<usize>::new());
    }

    #[test]
    fn a_folder_that_is_not_there_is_a_file_that_cannot_be_read_later() {
        let found = gather(&[PathBuf::from("/nowhere/at/all.xlsx")]).expect("named");
        assert_eq!(found[0].name, "all.xlsx");
    }
}
