//! Closing the window: the page is told first, so that what was typed a moment ago is saved.

use std::time::Duration;

use tauri::{Manager, Window, WindowEvent};

/// What the page takes as leaving: it saves at once.
const LEAVING: &str = "window.dispatchEvent(new Event('blur'))";
/// How long a save may take before the window goes.
const GRACE: Duration = Duration::from_millis(400);

/// Holds the window for a moment when it is asked to close.
pub fn asked(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else { return };
    let Some(page) = window.app_handle().get_webview_window("main") else { return };
    if page.eval(LEAVING).is_err() {
        return;
    }
    api.prevent_close();
    std::thread::spawn(move || {
        std::thread::sleep(GRACE);
        // A window that is gone already needs no closing.
        let _ = page.destroy();
    });
}
