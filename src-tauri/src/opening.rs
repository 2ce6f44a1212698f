//! Files that come without a dialog: as an argument (a double click in the file manager) or dropped on the window.

use std::path::{Path, PathBuf};

use attest::api::{Session, start};
use tauri::{AppHandle, DragDropEvent, Manager, Window, WindowEvent};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};

/// Opens the file that the program was started with, if there is one.
pub fn given(app: &AppHandle) {
    if let Some(path) = std::env::args_os().skip(1).map(PathBuf::from).find(|path| is_attest(path)) {
        open(app, &path);
    }
}

/// Opens a file that was dropped on the window, then shows the page anew.
pub fn dropped(window: &Window, event: &WindowEvent) {
    let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event else { return };
    let Some(path) = paths.iter().find(|path| is_attest(path)).cloned() else { return };
    let app = window.app_handle().clone();
    std::thread::spawn(move || {
        open(&app, &path);
        if let Some(page) = app.get_webview_window("main") {
            // A page that cannot be shown anew still has its own button to open the file.
            let _ = page.reload();
        }
    });
}

fn is_attest(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("attest"))
}

fn open(app: &AppHandle, path: &Path) {
    if let Err(error) = start::open_path(&app.state::<Session>(), path) {
        let said = [error.message.as_str(), error.hint.as_str()].join("\n\n");
        app.dialog().message(said.trim_end()).title("Attest").kind(MessageDialogKind::Error).show(|_| {});
    }
}
