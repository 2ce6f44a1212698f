//! A setting's audit as its screens see it: every step is a command, on a real file.

mod answering;
mod challenges;
mod changed;
mod checks;
pub mod desk;
mod evidence;
mod history;
mod papers;
mod plan;
mod sample;
mod schools;
mod sending;
pub mod signing;
mod way_back;
mod wrong;
mod years;
