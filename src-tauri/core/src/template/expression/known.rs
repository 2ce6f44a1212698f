//! Conditions read once: a click asks of every question whether it applies, and reading is the dear part.
//!
//! Refuses to know: which template a condition stands in.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use super::Expression;

/// Conditions that were read before, by their text. What cannot be read is remembered too.
static READ: LazyLock<RwLock<HashMap<String, Option<Arc<Expression>>>>> = LazyLock::new(RwLock::default);

/// More than all the templates of a large file together; beyond it nothing is remembered any more.
const MOST: usize = 20_000;

impl Expression {
    /// The condition that a text says; none where it cannot be read (a sound template has none such).
    pub fn known(text: &str) -> Option<Arc<Self>> {
        let there = READ.read().unwrap_or_else(PoisonError::into_inner).get(text).cloned();
        there.unwrap_or_else(|| {
            let read = Self::parse(text).ok().map(Arc::new);
            let mut kept = READ.write().unwrap_or_else(PoisonError::into_inner);
            if kept.len() < MOST {
                kept.insert(text.to_owned(), read.clone());
            }
            read
        })
    }
}
