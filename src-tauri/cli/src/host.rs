//! The real world, for the window and the command line: clock, name, random bytes, the user's folders.
//!
//! The one place that asks the operating system; the core is given what it finds.

use std::path::PathBuf;
use std::sync::Arc;

use attest::error::{Error, Result};
use attest::problem::Read;
use attest::sheet::{Book, Seen};
use attest::template::Template;
use attest::workbook::{Found, Reads, Templates};
use attest::world::World;
use attest_worker::Worker;
use chrono::{DateTime, Utc};

/// This computer, now, with the person at it.
pub struct HostWorld {
    who: String,
    folder: Option<PathBuf>,
}

impl HostWorld {
    /// The world around this process.
    pub fn here() -> Self {
        Self { who: who(), folder: data_folder() }
    }
}

impl World for HostWorld {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
    fn who(&self) -> String {
        self.who.clone()
    }
    fn random(&self) -> [u8; 10] {
        let mut bytes = [0; 10];
        getrandom::fill(&mut bytes).expect("every supported system gives random bytes");
        bytes
    }
    fn backups(&self) -> Option<PathBuf> {
        self.folder.as_ref().map(|folder| folder.join("backups"))
    }
}

/// What reads returned workbooks: capped children of this very program.
pub fn reads() -> Arc<dyn Reads + Send + Sync> {
    match Worker::of_this_program() {
        Ok(worker) => Arc::new(worker),
        Err(error) => Arc::new(Unable(error)),
    }
}

/// A program that cannot find itself reads nothing, and says so.
struct Unable(Error);

impl Reads for Unable {
    fn read(&self, _: &str, _: &[u8], _: &Templates) -> Result<Read<Found>> {
        Err(self.0.clone())
    }

    fn template(&self, _: &str, _: &[u8]) -> Result<Read<Option<Template>>> {
        Err(self.0.clone())
    }

    fn book(&self, _: &str, _: &[u8]) -> Result<Read<Book>> {
        Err(self.0.clone())
    }

    fn see(&self, _: &str, _: &[u8]) -> Result<Read<Seen>> {
        Err(self.0.clone())
    }

    fn unlock(&self, _: &[u8], _: &str) -> Result<Vec<u8>> {
        Err(self.0.clone())
    }
}

/// Where the user's preferences are kept; none where the user has no folder.
pub fn preferences() -> Option<PathBuf> {
    data_folder().map(|folder| folder.join("preferences.json"))
}

/// The folder that this user's programs keep things in, below it our own.
pub fn data_folder() -> Option<PathBuf> {
    let below = |name: &str, rest: &str| said(name).map(|base| PathBuf::from(base).join(rest));
    let folder = if cfg!(windows) {
        below("LOCALAPPDATA", "Attest")
    } else if cfg!(target_os = "macos") {
        below("HOME", "Library/Application Support/Attest")
    } else {
        below("XDG_DATA_HOME", "attest").or_else(|| below("HOME", ".local/share/attest"))
    };
    folder.filter(|folder| folder.is_absolute())
}

fn who() -> String {
    let names = ["USERNAME", "USER", "LOGNAME"];
    names.iter().find_map(|name| said(name)).unwrap_or_else(|| "someone at this computer".to_owned())
}

#[expect(clippy::disallowed_methods, reason = "hosts read the environment and pass it in; this is the host")]
fn said(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_ids_differ_and_somebody_is_here() {
        let world = HostWorld::here();
        assert_ne!(world.new_id(), world.new_id());
        assert!(!world.who().is_empty());
    }

    #[test]
    fn backups_and_preferences_stand_in_one_folder_of_ours() {
        let backups = HostWorld::here().backups();
        let preferences = preferences();
        assert_eq!(
            backups.as_deref().and_then(std::path::Path::parent),
            preferences.as_deref().and_then(std::path::Path::parent)
        );
    }
}
