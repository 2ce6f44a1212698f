//! Issuing a round, chasing what is not in, and the papers of a round.

mod chasing;
mod ground;
mod batch;
mod papers;
