//! Ids of rows: uuid v7 made by the [`crate::world::World`], one newtype for each noun.
//!
//! Refuses to know: the nouns themselves; each declares its own id with `row_id!`.

use sha2::{Digest, Sha256};

/// Declares the id of a noun's rows.
macro_rules! row_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[serde(transparent)]
        pub struct $name(#[cfg_attr(test, ts(type = "string"))] pub uuid::Uuid);
        impl $name {
            /// A new id.
            pub fn new(world: &dyn $crate::world::World) -> Self {
                Self(world.new_id())
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl std::str::FromStr for $name {
            type Err = $crate::error::Error;
            fn from_str(text: &str) -> $crate::error::Result<Self> {
                uuid::Uuid::parse_str(text)
                    .map(Self)
                    .map_err(|_| $crate::error::Error::missing(format!("\u{201c}{text}\u{201d} is not an id that Attest gave.")))
            }
        }
        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                let text = value.as_str()?;
                uuid::Uuid::parse_str(text).map(Self).map_err(|e| rusqlite::types::FromSqlError::Other(Box::new(e)))
            }
        }
        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.0.to_string().into())
            }
        }
    };
}
pub(crate) use row_id;

/// An id that follows from what it is made of (a file's digest and a question): the same in every run.
pub fn derived(from: &str, name: &str) -> uuid::Uuid {
    let digest = Sha256::digest(format!("{from}\n{name}"));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// Such an id for one of many parts of a thing: the ids of all its parts begin alike, so that they lie side by side
/// in an index and storing them touches few pages of a large file.
pub fn derived_beside(whole: &str, name: &str) -> uuid::Uuid {
    let (beginning, own) = (Sha256::digest(whole), Sha256::digest(format!("{whole}\n{name}")));
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&beginning[..8]);
    bytes[8..].copy_from_slice(&own[..8]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::{derived, derived_beside};

    #[test]
    fn a_derived_id_is_the_same_in_every_run() {
        assert_eq!(derived("a", "b"), derived("a", "b"));
        assert_ne!(derived("a", "b"), derived("ab", ""));
        assert_eq!(derived("a", "b").get_version_num(), 8);
    }

    #[test]
    fn the_parts_of_a_thing_have_ids_that_begin_alike_and_differ() {
        let (one, other) = (derived_beside("a", "1"), derived_beside("a", "2"));
        assert_eq!(one.as_u64_pair().0, other.as_u64_pair().0);
        assert_ne!(one, other);
        assert_ne!(one.as_u64_pair().0, derived_beside("b", "1").as_u64_pair().0);
        assert_eq!((one, one.get_version_num()), (derived_beside("a", "1"), 8));
    }
}
