//! Rounds given by one partnership and read in by another; peer reviews merged; what it takes from the draw to the form.

mod ground;
mod merged;
mod packs;
mod reviews;
