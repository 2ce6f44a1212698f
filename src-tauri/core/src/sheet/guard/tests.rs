//! Hostile and foreign files, each made by hand: a sentence for each, and nothing aborts.
