//! The window: one command, dialogs from Rust, and the security settings. Knows nothing of the field.

/// Runs the app.
pub fn run() {}
