//! A partnership's round: what comes in, what a panel says of it, what the figures say.

mod figures;
mod full_disk;
pub mod ground;
mod intake;
mod needs;
mod officer;
mod one_base;
mod report;
mod reports;
mod returned;
mod shared;
mod shared_since;
mod signals;
mod signed;
mod plan;
mod surveys;
mod tables;
mod taken_along;
mod then;
mod way_back;
mod written;
