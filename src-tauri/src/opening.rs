//! Files that come without a dialog: as an argument (a double click in the file manager) or dropped on the window.

use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use attest::api::{Session, start};
use tauri::{AppHandle, DragDropEvent, Manager, Window, WindowEvent};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};

/// So long the window waits for the file that it is to show; a larger one is watched from the page.
const PATIENCE: Duration = Duration::from_millis(1200);

/// Opens the file that the program was started with, if there is one.
pub fn given(app: &AppHandle) {
    let Some(path) = std::env::args_os().skip(1).map(PathBuf::from).find(|path| is_attest(path)) else {
        return;
    };
    let (tell, told) = channel();
    let app = app.clone();
    std::thread::spawn(move || {
        open(&app, &path);
        if tell.send(()).is_err() {
            show_anew(&app);
        }
    });
    // Nothing heard by then: the window comes up, and the page is shown anew once the file is open.
    let _ = told.recv_timeout(PATIENCE);
}

/// What was dropped and waits until the page asks for it: the page itself never sees a path.
#[derive(Default)]
pub struct Dropped(pub Mutex<Vec<PathBuf>>);

/// Follows what is dragged over the window: the page is told; an Attest file is opened, all else waits to be taken in.
pub fn dropped(window: &Window, event: &WindowEvent) {
    let WindowEvent::DragDrop(event) = event else { return };
    match event {
        DragDropEvent::Enter { paths, .. } if !paths.iter().any(|path| is_attest(path)) => {
            tell(window, "attest:over");
        }
        DragDropEvent::Leave => tell(window, "attest:away"),
        DragDropEvent::Drop { paths, .. } => match paths.iter().find(|path| is_attest(path)) {
            Some(path) => open_anew(window, path.clone()),
            None => {
                let kept = window.app_handle().state::<Dropped>();
                *kept.0.lock().unwrap_or_else(PoisonError::into_inner) = paths.clone();
                tell(window, "attest:dropped");
            }
        },
        // Moving on over the window says nothing new, and more kinds of event may come.
        _ => {}
    }
}

fn tell(window: &Window, what: &str) {
    let Some(page) = window.app_handle().get_webview_window("main") else { return };
    // A page that is going cannot be told, and need not be.
    let _ = page.eval(format!("window.dispatchEvent(new Event('{what}'))"));
}

/// Opens a file, then shows the page anew.
fn open_anew(window: &Window, path: PathBuf) {
    let app = window.app_handle().clone();
    tell(window, "attest:opening");
    std::thread::spawn(move || {
        open(&app, &path);
        show_anew(&app);
    });
}

fn show_anew(app: &AppHandle) {
    if let Some(page) = app.get_webview_window("main") {
        // A page that cannot be shown anew still has its own button to open the file.
        let _ = page.reload();
    }
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
