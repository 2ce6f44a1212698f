//! One run of an audit: label, template, dates, and the register of who is asked to return.

use crate::id::row_id;

row_id! {
    /// The id of a round.
    RoundId
}
