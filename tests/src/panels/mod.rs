//! A panel season: whom panels meet, sessions, forms, findings, letters.

mod ground;
mod next_return;
mod sample;
mod session;
