//! attest-worker.
