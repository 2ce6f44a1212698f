//! What tests and benches share: made-up returns of every size, and what people do to their workbooks.

pub mod many;
pub mod corpus;
pub mod filled;
pub mod hostile;
pub mod returns;
