//! The one command of the page: a name and an input go to the gateway, its reply or failure comes back.

use attest::api::{Failure, Reply, Session, dispatch};
use attest::error::Error;
use serde_json::Value;
use tauri::State;

/// Calls the gateway off the window's own thread, so that the page never freezes.
#[tauri::command]
pub async fn call(session: State<'_, Session>, name: String, input: Value) -> Result<Reply, Failure> {
    let session = session.inner().clone();
    tauri::async_runtime::spawn_blocking(move || dispatch(&session, &name, input))
        .await
        .unwrap_or_else(|_| Err(Error::fault("The command ended without an answer.")))
}
