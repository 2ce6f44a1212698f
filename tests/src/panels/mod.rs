//! A panel season: whom panels meet, sessions, forms, findings, letters.

mod ground;
mod sample;
mod session;
