//! What only a desktop can do: file dialogs, asked from Rust, so that the page never sees a path.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::PoisonError;

use attest::api::Desktop;
use attest::error::{Error, Kind, Result};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

/// The dialogs of the system.
pub struct Dialogs(pub AppHandle);

impl Dialogs {
    fn ask(&self, title: &str, endings: &[&str]) -> FileDialogBuilder<tauri::Wry> {
        let dialog = self.0.dialog().file().set_title(title);
        if endings.is_empty() { dialog } else { dialog.add_filter(endings.join(", "), endings) }
    }
}

fn path(picked: FilePath) -> Option<PathBuf> {
    picked.into_path().ok()
}

impl Desktop for Dialogs {
    fn pick_files(&self, title: &str, endings: &[&str]) -> Option<Vec<PathBuf>> {
        let picked = self.ask(title, endings).blocking_pick_files()?;
        Some(picked.into_iter().filter_map(path).collect())
    }

    fn pick_folder(&self, title: &str) -> Option<PathBuf> {
        self.ask(title, &[]).blocking_pick_folder().and_then(path)
    }

    fn pick_save(&self, title: &str, suggested: &str) -> Option<PathBuf> {
        let ending = Path::new(suggested).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let picked =
            self.ask(title, &[ending]).set_file_name(suggested).blocking_save_file().and_then(path)?;
        Some(if picked.extension().is_some() { picked } else { picked.with_extension(ending) })
    }

    fn dropped(&self) -> Vec<PathBuf> {
        let kept = self.0.state::<crate::opening::Dropped>();
        std::mem::take(&mut *kept.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn reveal(&self, written: &Path) -> Result<()> {
        let folder = written.parent().unwrap_or(written);
        let program = if cfg!(windows) {
            "explorer"
        } else if cfg!(target_os = "macos") {
            "open"
        } else {
            "xdg-open"
        };
        Command::new(program).arg(folder).spawn().map(drop).map_err(|_| {
            Error::new(Kind::Disk, format!("The folder {} could not be shown.", folder.display()))
                .hint("Open it from your file manager.")
        })
    }
}
