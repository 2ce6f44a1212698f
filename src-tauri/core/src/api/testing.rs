//! A session for this module's tests: a fixed world, and a desktop on which nobody answers.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::session::{Desktop, Session};
use crate::error::Result;
use crate::world::FixedWorld;

struct Nobody;

impl Desktop for Nobody {
    fn pick_files(&self, _: &str, _: &[&str]) -> Option<Vec<PathBuf>> {
        None
    }
    fn pick_folder(&self, _: &str) -> Option<PathBuf> {
        None
    }
    fn pick_save(&self, _: &str, _: &str) -> Option<PathBuf> {
        None
    }
    fn reveal(&self, _: &Path) -> Result<()> {
        Ok(())
    }
}

pub(super) fn session() -> Session {
    let noon = "2026-11-21T12:00:00Z".parse().expect("a time");
    Session::new(Arc::new(FixedWorld::new(noon, 1)), Arc::new(Nobody))
}
