//! The templates that a reader knows, each with what is worked out of it once and not for every file.
//!
//! Refuses to know: where they come from.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::Found;
use super::foreign::{self, Mapping};
use super::read::Marks;
use crate::problem::Read;
use crate::sheet::Book;
use crate::template::{self, Template};
use crate::text;

/// The templates that a reader knows.
#[derive(Debug, Clone, Default)]
pub struct Templates {
    known: HashMap<(String, String), Known>,
    /// How the partnership's own workbooks are read, whose tools are among the templates.
    mappings: Vec<Arc<Mapping>>,
    digest: String,
}

/// A template that a reader knows.
#[derive(Debug, Clone)]
pub struct Known {
    /// The template.
    pub template: Arc<Template>,
    /// The digest of its canonical text.
    pub digest: Arc<str>,
    marks: Arc<OnceLock<Marks>>,
}

impl Known {
    /// A template with its digest.
    pub fn new(template: Arc<Template>) -> Self {
        let digest = Arc::from(template::toml::digest(&template));
        Self { template, digest, marks: Arc::default() }
    }

    /// What the rows and columns of its workbooks are known by, worked out when it is first wanted.
    pub fn marks(&self) -> &Marks {
        self.marks.get_or_init(|| Marks::of(&self.template))
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
        Self { known, mappings: Vec::new(), digest }
    }

    /// The same of templates that are not shared yet.
    pub fn of(templates: &[Template]) -> Self {
        Self::new(templates.iter().cloned().map(Arc::new))
    }

    /// The same with ways to read workbooks of the partnership's own; one whose tool is not known brings it along.
    #[must_use]
    pub fn mapped(mut self, mappings: impl IntoIterator<Item = Arc<Mapping>>) -> Self {
        for mapping in mappings {
            let key = (mapping.tool.id.clone(), mapping.tool.version.clone());
            let made = || foreign::template(&mapping, None).value.map(|made| Known::new(Arc::new(made)));
            if let std::collections::hash_map::Entry::Vacant(free) = self.known.entry(key) {
                let Some(made) = made() else { continue };
                free.insert(made);
            }
            self.digest = text::digest(format!("{}{}", self.digest, mapping.written()).as_bytes());
            self.mappings.push(mapping);
        }
        self
    }

    /// The ways to read workbooks of the partnership's own.
    pub fn mappings(&self) -> &[Arc<Mapping>] {
        &self.mappings
    }

    /// A workbook that carries no identity of ours, read by the mapping that fits it.
    pub(super) fn foreign(&self, book: &Book) -> Option<Read<Found>> {
        self.mappings.iter().find_map(|mapping| {
            let known = self.find(&mapping.tool.id, &mapping.tool.version)?;
            foreign::read(book, mapping, &known.template)
        })
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
