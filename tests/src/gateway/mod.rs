//! The gateway as a host calls it: a name and an input in, a reply or a sentence out.

mod care;
mod job;
mod opening;
mod requests;
pub mod seat;
mod walk;
mod wrong;

pub use walk::accepted_return as accepted;
