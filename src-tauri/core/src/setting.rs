//! A school or organisation, its identifiers and facts.
//!
//! Refuses to know: rounds and answers. A URN is never a key.

use crate::id::row_id;

row_id! {
    /// The id of a setting.
    SettingId
}
