//! The window: one command, dialogs from Rust, and the security settings. Knows nothing of the field.

mod closing;
mod command;
mod dialogs;
mod opening;
#[cfg(feature = "scripted-desktop")]
mod scripted;
mod window;

use std::sync::Arc;

use attest::api::{Desktop, Session};
use attest_cli::host::{self, HostWorld};
use tauri::{App, AppHandle, Manager};

/// Runs the app until its window is closed. A reading child branches off before anything of a window is made.
pub fn run() {
    attest_worker::branch_off();
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![command::call])
        .on_window_event(opening::dropped)
        .on_window_event(closing::asked)
        .setup(begin)
        .run(tauri::generate_context!())
        .expect("without a window there is nothing to run");
}

fn begin(app: &mut App) -> Result<(), Box<dyn std::error::Error>> {
    app.manage(opening::Dropped::default());
    app.manage(session(app.handle()));
    opening::given(app.handle());
    window::open(app)?;
    Ok(())
}

fn session(app: &AppHandle) -> Session {
    let world = Arc::new(HostWorld::here());
    let session = match host::preferences() {
        Some(path) => Session::with_preferences(world, desktop(app), path),
        None => Session::new(world, desktop(app)),
    };
    session.with_reads(host::reads())
}

#[cfg(not(feature = "scripted-desktop"))]
fn desktop(app: &AppHandle) -> Arc<dyn Desktop> {
    Arc::new(dialogs::Dialogs(app.clone()))
}

#[cfg(feature = "scripted-desktop")]
#[expect(
    clippy::disallowed_methods,
    reason = "the window tests say by the environment where their answers stand"
)]
fn desktop(app: &AppHandle) -> Arc<dyn Desktop> {
    match std::env::var("ATTEST_SCRIPTED_DESKTOP") {
        Ok(folder) => Arc::new(scripted::Scripted::new(folder.into())),
        Err(_) => Arc::new(dialogs::Dialogs(app.clone())),
    }
}
