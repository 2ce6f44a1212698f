//! The files of a run: found in folders, named, put in the order of their names.
//!
//! Lock files, hidden files and Attest's own files are left out: opening a file that is in use would drop its locks.

use std::path::{Path, PathBuf};

use crate::error::{Error, Kind, Result};

/// How deep folders are searched.
const DEEPEST: usize = 16;

/// A file that is to be taken in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Incoming {
    /// Its name below the folder that was chosen, with `/` between folders.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
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
    found.push(Incoming { name: parts.join("/"), path: path.to_owned() });
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
    fn a_folder_that_is_not_there_is_a_file_that_cannot_be_read_later() {
        let found = gather(&[PathBuf::from("/nowhere/at/all.xlsx")]).expect("named");
        assert_eq!(found[0].name, "all.xlsx");
    }
}
