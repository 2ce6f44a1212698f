//! The templates that a reader knows, each with what is worked out of it once and not for every file.
//!
//! Refuses to know: where they come from.

use std::collections::HashMap;
use std::sync::Arc;

use crate::template::{self, Template};
use crate::text;

/// The templates that a reader knows.
#[derive(Debug, Clone, Default)]
pub struct Templates {
    known: HashMap<(String, String), Known>,
    digest: String,
}

/// A template that a reader knows.
#[derive(Debug, Clone)]
pub struct Known {
    /// The template.
    pub template: Arc<Template>,
    /// The digest of its canonical text.
    pub digest: Arc<str>,
}

impl Known {
    /// A template with its digest.
    pub fn new(template: Arc<Template>) -> Self {
        let digest = Arc::from(template::toml::digest(&template));
        Self { template, digest }
    }
}

impl Templates {
    /// These templates; of two with one id and version the first holds.
    pub fn new(templates: impl IntoIterator<Item = Arc<Template>>) -> Self {
        let mut known = HashMap::new();
        for template in templates {
            let key = (template.id.clone(), template.version.clone());
            known.entry(key).or_insert_with(|| Known::new(template));
        }
        let mut digests: Vec<&str> = known.values().map(|known| &*known.digest).collect();
        digests.sort_unstable();
        let digest = text::digest(digests.concat().as_bytes());
        Self { known, digest }
    }

    /// The same of templates that are not shared yet.
    pub fn of(templates: &[Template]) -> Self {
        Self::new(templates.iter().cloned().map(Arc::new))
    }

    /// The template with this id and version.
    pub fn find(&self, id: &str, version: &str) -> Option<&Known> {
        self.known.get(&(id.to_owned(), version.to_owned()))
    }

    /// All of them, in no order.
    pub fn all(&self) -> impl Iterator<Item = &Known> {
        self.known.values()
    }

    /// What this very set of templates is known by.
    pub fn digest(&self) -> &str {
        &self.digest
    }
}
