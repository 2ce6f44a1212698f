//! Case audits, dip samples and the audit programme.

mod audit;
mod dip;
mod ground;
mod programme;
mod refusals;
