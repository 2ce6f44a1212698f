//! Signing: the canonical text and its code, steps on a real file, what moved.

mod canonical;
mod steps;
