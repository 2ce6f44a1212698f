//! The world as the person at this screen wants it: the host's, with their own name and a further backup folder.
//!
//! Refuses to know: where preferences are kept.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};

use super::preferences::Keeping;
use crate::world::World;

/// The host's world, seen through what the person prefers.
pub(super) struct Person {
    host: Arc<dyn World>,
    preferences: Arc<Mutex<Keeping>>,
}

impl Person {
    /// A person in a world.
    pub fn in_world(host: Arc<dyn World>, preferences: Arc<Mutex<Keeping>>) -> Self {
        Self { host, preferences }
    }

    fn prefers<T>(&self, ask: impl FnOnce(&Keeping) -> T) -> T {
        ask(&self.preferences.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl World for Person {
    fn now(&self) -> DateTime<Utc> {
        self.host.now()
    }
    fn who(&self) -> String {
        self.prefers(Keeping::name).unwrap_or_else(|| self.host.who())
    }
    fn random(&self) -> [u8; 10] {
        self.host.random()
    }
    fn backups(&self) -> Option<PathBuf> {
        self.host.backups()
    }
    fn further_backups(&self) -> Option<PathBuf> {
        self.prefers(Keeping::backup_folder)
    }
}
