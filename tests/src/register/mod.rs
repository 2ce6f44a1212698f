//! The register: lists read into it by their difference, further rounds, cut-offs.

mod ground;
mod lists;
mod rounds;
