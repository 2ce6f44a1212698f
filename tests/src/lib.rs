//! attest-tests.
