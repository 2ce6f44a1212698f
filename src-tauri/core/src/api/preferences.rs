//! What one user prefers, and the files they opened lately: one small file per user, with no audit content.
//!
//! A damaged or missing file is never an error: it means the defaults. The page never sees a path.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::call::Nothing;
use super::job;
use super::session::{Session, folder_of, name_of};
use super::views::RecentFile;
use crate::error::{Error, Kind, Result};
use crate::intake::copy;
use crate::store::FileKind;
use crate::text;

/// How many recent files are kept.
const KEPT: usize = 12;
/// Longest name of a person.
const LONGEST_NAME: usize = 100;

/// Colours of the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the computer has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// What a user prefers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Preferences {
    /// Colours of the screen.
    pub theme: Theme,
    /// Whether a digit alone rates a question.
    pub single_keys: bool,
    /// Size of text in per cent: 100, 115 or 130.
    pub text_size: u32,
    /// Who this is, as the history is to say it; empty is the name that the computer has.
    #[serde(default)]
    pub name: String,
    /// The folder that further safety copies go to, as it is shown: chosen in a dialog, never set by the page.
    #[serde(default)]
    pub backup_folder: Option<String>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            single_keys: true,
            text_size: 100,
            name: String::new(),
            backup_folder: None,
        }
    }
}

/// The user's preferences.
pub fn show(session: &Session, _: Nothing) -> Result<Preferences> {
    Ok(session.preferences().shown())
}

/// Keeps the user's preferences; the folder for further safety copies stays as it was chosen.
pub fn set(session: &Session, preferences: Preferences) -> Result<Preferences> {
    if ![100, 115, 130].contains(&preferences.text_size) {
        return Err(Error::input("Text can be shown at 100, 115 or 130 per cent.")
            .hint("Choose one of the three sizes."));
    }
    let name = name(&preferences.name)?;
    let mut keeping = session.preferences();
    keeping.change(|kept| kept.preferences = Preferences { name, backup_folder: None, ..preferences })?;
    Ok(keeping.shown())
}

/// Asks for a folder that a copy of each backup goes to; nothing changes where the dialog was dismissed.
pub fn pick_backup_folder(session: &Session, _: Nothing) -> Result<Preferences> {
    let picked = session.desktop().pick_folder("Keep a copy of every backup in");
    if let Some(folder) = picked {
        writable(&folder)?;
        session.preferences().change(|kept| kept.copies_to = Some(folder))?;
        // With no file open there is nothing to copy yet; the next opening does it.
        let _ =
            job::here(session, "file.further", |progress| copy::beside(session, progress, "folder chosen"));
    }
    show(session, Nothing {})
}

/// No further copies are kept; those that are there stay.
pub fn drop_backup_folder(session: &Session, _: Nothing) -> Result<Preferences> {
    let mut keeping = session.preferences();
    keeping.change(|kept| kept.copies_to = None)?;
    Ok(keeping.shown())
}

/// A name on one line, as the history is to say it.
fn name(typed: &str) -> Result<String> {
    let name = text::normal(typed).split_whitespace().collect::<Vec<_>>().join(" ");
    if name.chars().count() > LONGEST_NAME {
        return Err(Error::input("That name is over 100 characters long.").hint("Type a shorter one."));
    }
    Ok(name)
}

/// Refuses a folder in which nothing can be written, before anybody relies on it.
fn writable(folder: &Path) -> Result<()> {
    let tried = folder.join("attest-was-here.part");
    let written = std::fs::write(&tried, b"").and_then(|()| std::fs::remove_file(&tried));
    written.map_err(|_| {
        Error::new(
            Kind::Disk,
            format!("Nothing can be written in the folder \u{201c}{}\u{201d}.", ending(folder)),
        )
        .hint("Choose another folder, such as one in your documents.")
    })
}

/// The last two names of a folder: enough to find it again.
fn ending(folder: &Path) -> String {
    let names: Vec<String> = folder.iter().map(|name| name.to_string_lossy().into_owned()).collect();
    names[names.len().saturating_sub(2)..].join(std::path::MAIN_SEPARATOR_STR)
}

/// What is kept, and the file it is kept in, if any.
pub(super) struct Keeping {
    path: Option<PathBuf>,
    kept: Kept,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Kept {
    #[serde(flatten)]
    preferences: Preferences,
    #[serde(default)]
    copies_to: Option<PathBuf>,
    #[serde(default)]
    last_id: u32,
    #[serde(default)]
    recent: Vec<Opening>,
}

/// A file that was opened, newest first.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Opening {
    id: u32,
    path: PathBuf,
    kind: FileKind,
    opened: String,
}

impl Keeping {
    pub(super) fn nowhere() -> Self {
        Self { path: None, kept: Kept::default() }
    }

    pub(super) fn at(path: PathBuf) -> Self {
        let kept = std::fs::read(&path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Self { path: Some(path), kept: kept.unwrap_or_default() }
    }

    /// The preferences as they are shown.
    fn shown(&self) -> Preferences {
        let backup_folder = self.kept.copies_to.as_deref().map(ending);
        Preferences { backup_folder, ..self.kept.preferences.clone() }
    }

    /// The name that the person gave, if they gave one.
    pub(super) fn name(&self) -> Option<String> {
        Some(self.kept.preferences.name.clone()).filter(|name| !name.is_empty())
    }

    /// The folder that a copy of each backup goes to.
    pub(super) fn backup_folder(&self) -> Option<PathBuf> {
        self.kept.copies_to.clone()
    }

    /// The app's own folder, in which they are kept.
    pub(super) fn folder(&self) -> Option<PathBuf> {
        self.path.as_ref().and_then(|path| path.parent()).map(Path::to_owned)
    }

    /// Puts a file at the head of the recent ones.
    pub(super) fn opened(&mut self, path: &Path, kind: FileKind, at: String) -> Result<()> {
        self.change(|kept| {
            let known = kept.recent.iter().find(|opening| opening.path == path).map(|opening| opening.id);
            let id = known.unwrap_or(kept.last_id + 1);
            kept.last_id = kept.last_id.max(id);
            kept.recent.retain(|opening| opening.id != id);
            kept.recent.insert(0, Opening { id, path: path.to_owned(), kind, opened: at });
            kept.recent.truncate(KEPT);
        })
    }

    /// Takes a file out of the recent ones.
    pub(super) fn forget(&mut self, id: u32) -> Result<()> {
        self.recent_path(id)?;
        self.change(|kept| kept.recent.retain(|opening| opening.id != id))
    }

    /// Where a recent file stands.
    pub(super) fn recent_path(&self, id: u32) -> Result<PathBuf> {
        let found = self.kept.recent.iter().find(|opening| opening.id == id);
        found.map(|opening| opening.path.clone()).ok_or_else(|| {
            Error::missing("That file is no longer in the list of recent files.")
                .hint("Open it with “Open a file”.")
        })
    }

    /// The recent files as they are shown.
    pub(super) fn recent(&self) -> Vec<RecentFile> {
        let line = |opening: &Opening| RecentFile {
            id: opening.id,
            name: name_of(&opening.path),
            folder: folder_of(&opening.path),
            kind: opening.kind,
            opened: opening.opened.clone(),
            there: opening.path.is_file(),
        };
        self.kept.recent.iter().map(line).collect()
    }

    fn change(&mut self, change: impl FnOnce(&mut Kept)) -> Result<()> {
        change(&mut self.kept);
        let Some(path) = &self.path else { return Ok(()) };
        write(path, &self.kept).map_err(|_| {
            Error::new(Kind::Disk, "Your preferences could not be kept.")
                .hint("Look whether the disk is full; your audit is not affected.")
        })
    }
}

/// Writes beside and renames, so that a crash leaves the old file or the new one.
fn write(path: &Path, kept: &Kept) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let beside = path.with_extension("json.new");
    std::fs::write(&beside, serde_json::to_vec_pretty(kept)?)?;
    std::fs::rename(&beside, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a folder for the test")
    }

    #[test]
    fn what_is_kept_is_there_again() {
        let folder = folder();
        let path = folder.path().join("deep/preferences.json");
        let mut keeping = Keeping::at(path.clone());
        keeping.change(|kept| kept.preferences.text_size = 130).expect("it is kept");
        keeping
            .opened(Path::new("/x/Sampleton/one.attest"), FileKind::Setting, "now".into())
            .expect("it is kept");
        let again = Keeping::at(path);
        assert_eq!(again.kept.preferences.text_size, 130);
        let recent = again.recent();
        assert_eq!(
            (recent[0].id, recent[0].name.as_str(), recent[0].folder.as_str()),
            (1, "one", "Sampleton")
        );
        assert!(!recent[0].there);
    }

    #[test]
    fn a_damaged_file_means_the_defaults() {
        let folder = folder();
        let path = folder.path().join("preferences.json");
        for damage in ["", "{", "[]", "{\"theme\":\"pink\"}", "\u{0}\u{1}"] {
            std::fs::write(&path, damage).expect("the test can write");
            assert_eq!(Keeping::at(path.clone()).kept.preferences, Preferences::default(), "{damage}");
        }
    }

    #[test]
    fn a_file_opened_again_moves_to_the_head_with_its_number() {
        let mut keeping = Keeping::nowhere();
        for name in ["a", "b", "a"] {
            keeping.opened(Path::new(name), FileKind::Setting, String::new()).expect("nothing is written");
        }
        assert_eq!(keeping.recent().iter().map(|file| file.id).collect::<Vec<_>>(), [1, 2]);
        keeping.forget(1).expect("it is there");
        assert!(keeping.forget(1).is_err());
        assert!(keeping.recent_path(2).is_ok());
    }

    #[test]
    fn only_the_newest_are_kept_and_numbers_are_not_reused() {
        let mut keeping = Keeping::nowhere();
        for number in 0..20 {
            keeping
                .opened(Path::new(&format!("{number}")), FileKind::Partnership, String::new())
                .expect("kept");
        }
        assert_eq!(keeping.recent().len(), KEPT);
        assert_eq!(keeping.recent()[0].id, 20);
    }
}
