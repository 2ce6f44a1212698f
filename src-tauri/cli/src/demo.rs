//! `attest demo`: a sample partnership in a folder, ready for its returned workbooks to be taken in.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use attest::api::demo::{NAME, PACKS, REGISTER, RETURNED};
use attest::error::{Error, Result};
use attest::world::World;
use serde::Serialize;
use serde_json::{Value, json};

use crate::Status;
use crate::desk::Desk;
use crate::partnership::wait;
use crate::print::Printer;

/// What was made, and where.
#[derive(Serialize)]
struct Made {
    file: PathBuf,
    register: PathBuf,
    returned: PathBuf,
    packs: PathBuf,
    settings: u32,
    seed: u32,
}

/// Runs `attest demo`.
pub fn run(
    world: Arc<dyn World>,
    folder: &Path,
    settings: u32,
    seed: u32,
    printer: &mut Printer<'_>,
) -> Result<Status> {
    let desk = Desk::new(world);
    desk.next_dialog(folder);
    let job: Value = desk.call("sample.partnership", json!({ "settings": settings, "seed": seed }))?;
    if job.is_null() {
        return Err(Error::fault("The sample was not begun."));
    }
    wait(&desk)?;
    let made = Made {
        file: folder.join(format!("{NAME}.attest")),
        register: folder.join(REGISTER),
        returned: folder.join(RETURNED),
        packs: folder.join(PACKS),
        settings,
        seed,
    };
    printer.value(&made, words).map(|()| Status::Done)
}

fn words(made: &Made) -> Vec<String> {
    vec![
        format!("A sample partnership of {} schools (seed {}) was made.", made.settings, made.seed),
        format!("Its file:          {}", made.file.display()),
        format!("Its schools:       {}", made.register.display()),
        format!("Returned to it:    {}", made.returned.display()),
        format!("Packs of others:   {}", made.packs.display()),
    ]
}
