//! The register: lists read into it by their difference, further rounds, cut-offs.

pub mod ground;
mod lists;
mod rounds;
