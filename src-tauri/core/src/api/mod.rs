//! Every command once: name, request, answer, function. Only hosts use this.

pub mod session;
pub mod views;

pub use session::{Desktop, Session};
