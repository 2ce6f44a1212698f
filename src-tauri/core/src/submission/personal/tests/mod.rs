//! How well personal data is found: a seeded set of labelled texts, and a hold-out set that was written beforehand.

mod grammar;
mod held_out;
mod quiet;
mod score;
mod seeded;
