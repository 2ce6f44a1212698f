//! The one window and its security settings: no navigation away, nothing remembered, no autofill.

use tauri::{App, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

/// The page keeps nothing between starts. Only a web view that is not private can be driven, so the window tests,
/// which give every run a new home, do without.
const REMEMBERS_NOTHING: bool = !cfg!(feature = "scripted-desktop");

/// Opens the window.
pub fn open(app: &App) -> tauri::Result<WebviewWindow> {
    WebviewWindowBuilder::new(app, "main", WebviewUrl::App("index.html".into()))
        .title("Attest")
        .inner_size(1200.0, 860.0)
        .min_inner_size(480.0, 480.0)
        .incognito(REMEMBERS_NOTHING)
        .general_autofill_enabled(false)
        .on_navigation(is_ours)
        .build()
}

/// The page itself: `tauri://localhost` on Linux and macOS, `http://tauri.localhost` on Windows.
fn is_ours(url: &Url) -> bool {
    (url.scheme() == "tauri" && url.host_str() == Some("localhost"))
        || url.host_str() == Some("tauri.localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_goes_nowhere_else() {
        let ours = |text: &str| is_ours(&text.parse().expect("an address"));
        assert!(ours("tauri://localhost/index.html"));
        assert!(ours("http://tauri.localhost/"));
        assert!(!ours("https://example.org/"));
        assert!(!ours("file:///etc/passwd"));
    }
}
