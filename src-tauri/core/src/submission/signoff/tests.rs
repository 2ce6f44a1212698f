//! Signing on a real file: steps in order, frozen, void, compared.
