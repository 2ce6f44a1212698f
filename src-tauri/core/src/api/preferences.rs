//! The small file per user: recent files, theme, keys, text size. It holds no audit content.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::gateway::Nothing;
use super::session::Session;
use super::views::RecentFile;
use crate::error::{Error, Kind, Result};
use crate::store::FileKind;

const RECENT: usize = 12;

/// Light, dark, or as the system has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

/// What the user chose about screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Choices {
    /// Colours.
    pub theme: Theme,
    /// Whether single keys rate and mark.
    pub single_keys: bool,
    /// Size of text in per cent.
    pub text_size: u8,
}

impl Default for Choices {
    fn default() -> Self {
        Self { theme: Theme::System, single_keys: true, text_size: 100 }
    }
}

/// All that is kept per user.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    choices: Choices,
    recent: Vec<Recent>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Recent {
    path: PathBuf,
    kind: FileKind,
    opened: DateTime<Utc>,
}

impl Preferences {
    /// Reads the file; a missing or damaged one gives the usual preferences.
    pub fn load(path: &Path) -> Self {
        std::fs::read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Writes the file beside and puts it in place, so that it is never half written.
    pub fn save(&self, path: &Path) -> Result<()> {
        let write = || -> std::io::Result<()> {
            let beside = path.with_extension("new");
            std::fs::create_dir_all(path.parent().unwrap_or(path))?;
            std::fs::write(&beside, serde_json::to_vec_pretty(self)?)?;
            std::fs::rename(&beside, path)
        };
        write().map_err(|_| {
            Error::new(Kind::Disk, "Your preferences could not be saved on this computer.")
                .hint("They hold until you close Attest; your audit is not affected.")
        })
    }

    /// Puts a file first among the recent ones.
    pub fn opened(&mut self, path: &Path, kind: FileKind, at: DateTime<Utc>) {
        self.recent.retain(|recent| recent.path != path);
        self.recent.insert(0, Recent { path: path.to_owned(), kind, opened: at });
        self.recent.truncate(RECENT);
    }

    /// The recent files as shown: numbers instead of paths.
    pub fn recent(&self) -> Vec<RecentFile> {
        self.recent.iter().zip(0..).map(|(recent, id)| recent.shown(id)).collect()
    }

    /// The path of a recent file by its number.
    pub fn path_of(&self, id: u32) -> Result<&Path> {
        let recent = usize::try_from(id).ok().and_then(|id| self.recent.get(id));
        recent.map(|recent| recent.path.as_path()).ok_or_else(|| {
            Error::missing("That file is no longer in the list of recent files.").hint("Choose \u{201c}Open a file\u{201d} instead.")
        })
    }

    /// Takes a file out of the list; the file itself is left alone.
    pub fn forget(&mut self, id: u32) -> Result<()> {
        let path = self.path_of(id)?.to_owned();
        self.recent.retain(|recent| recent.path != path);
        Ok(())
    }
}

impl Recent {
    fn shown(&self, id: u32) -> RecentFile {
        let text = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
        RecentFile {
            id,
            name: text(self.path.file_stem()),
            folder: text(self.path.parent().and_then(Path::file_name)),
            kind: self.kind,
            opened: self.opened.to_rfc3339(),
            there: self.path.exists(),
        }
    }
}

/// `preferences.show`.
pub fn show(session: &Session, _: Nothing) -> Result<Choices> {
    Ok(session.preferences().choices)
}

/// `preferences.set`.
pub fn set(session: &Session, choices: Choices) -> Result<Choices> {
    if !(100..=200).contains(&choices.text_size) {
        return Err(Error::input(format!("Text cannot be shown at {} per cent.", choices.text_size))
            .hint("Choose a size from 100 to 200 per cent."));
    }
    let mut preferences = session.preferences();
    preferences.choices = choices;
    session.keep_preferences(&preferences)?;
    Ok(choices)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_file_gives_the_usual_preferences() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("preferences.json");
        std::fs::write(&path, "{ broken").expect("written");
        assert_eq!(Preferences::load(&path), Preferences::default());
    }

    #[test]
    fn the_newest_file_stands_first_and_once() {
        let mut preferences = Preferences::default();
        let at = "2027-01-01T09:00:00Z".parse().expect("a time");
        for name in ["a", "b", "a"] {
            preferences.opened(Path::new(name), FileKind::Setting, at);
        }
        let names: Vec<String> = preferences.recent().into_iter().map(|recent| recent.name).collect();
        assert_eq!(names, ["a", "b"]);
        assert!(preferences.path_of(2).is_err());
    }
}
