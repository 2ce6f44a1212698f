//! A panel season: whom panels meet, sessions, forms, findings, letters.

mod ground;
mod next_return;
mod packs;
mod sample;
mod session;
