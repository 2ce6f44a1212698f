//! attest-cli.
