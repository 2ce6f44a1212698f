//! Slugs: the names that tie a template together, one newtype for each.
//!
//! Refuses to know: what they name.

use serde::{Deserialize, Serialize};

macro_rules! slug {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[serde(transparent)]
        pub struct $name(pub String);
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl $name {
            /// Its text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    };
}

slug! {
    /// The id of a question: a slug in a family (`school.c4`), never reused.
    QuestionId
}
slug! {
    /// The id of a standard (`school.c`).
    StandardId
}
slug! {
    /// The code of a level in its scale (`met`, `1`, `green`).
    LevelCode
}
slug! {
    /// The id of a scale.
    ScaleId
}
slug! {
    /// The name of a fact (`boarding`).
    FactName
}

/// Whether a text can be a slug: small letters and figures, `-` or `_` inside, parts joined by dots.
pub(super) fn is_slug(text: &str) -> bool {
    let inside = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let part = |part: &str| {
        part.starts_with(inside)
            && part.ends_with(inside)
            && part.chars().all(|c| inside(c) || c == '-' || c == '_')
    };
    text.len() <= 80 && text.split('.').all(part)
}
