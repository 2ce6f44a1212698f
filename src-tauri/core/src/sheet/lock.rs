//! A workbook under a password, as Excel locks one: written where it is wished for, opened where the password is known.
//!
//! What comes out of a lock is believed only if it is a sound package: a wrong password gives bytes too, and they mean
//! nothing. Refuses to know: how passwords are chosen, and what the workbook says.

use std::io::{Cursor, Write};

use ms_offcrypto_writer::Ecma376AgileWriter;
use rand_chacha_09::ChaCha20Rng;
use rand_chacha_09::rand_core::SeedableRng;

use super::guard;
use crate::error::{Error, Kind, Result};

/// Locks a workbook; the seed comes from the world and makes the keys.
pub fn lock(bytes: &[u8], password: &str, seed: [u8; 32]) -> Result<Vec<u8>> {
    let mut random = ChaCha20Rng::from_seed(seed);
    let mut locked = || -> std::io::Result<Vec<u8>> {
        let mut writer = Ecma376AgileWriter::create(&mut random, password, Cursor::new(Vec::new()))?;
        writer.write_all(bytes)?;
        Ok(writer.into_inner()?.into_inner())
    };
    locked().map_err(|_| Error::fault("The workbook could not be locked with a password."))
}

/// Opens a locked workbook. Called in a reading child process, because the file comes from outside.
pub fn unlock(bytes: &[u8], password: &str) -> Result<Vec<u8>> {
    if bytes.len() > guard::LARGEST_FILE {
        return Err(Error::input("This file is larger than 25 MB, far more than a return needs.")
            .hint("Ask for the workbook alone, without pictures or scans."));
    }
    if !guard::is_locked(bytes) {
        return Err(Error::input("This file is not locked by a password.")
            .hint("Read it as it is, without a password."));
    }
    let mut last = wrong();
    for typed in ways(password) {
        match opened(bytes, &typed) {
            Ok(plain) => return Ok(plain),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// What was typed, and the same as a passphrase of ours is written: people leave out hyphens and write capitals.
fn ways(typed: &str) -> Vec<String> {
    let bare = typed.trim();
    let words: Vec<String> = bare
        .split(|c: char| c.is_whitespace() || c == '-')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let mut ways = vec![bare.to_owned(), words.join("-")];
    ways.dedup();
    ways
}

fn opened(bytes: &[u8], password: &str) -> Result<Vec<u8>> {
    let plain = office_crypto::decrypt_from_bytes(bytes.to_vec(), password).map_err(|_| strange())?;
    if !plain.starts_with(b"PK\x03\x04") {
        return Err(wrong());
    }
    super::open(&plain).map(|_| plain).map_err(|_| damaged())
}

fn wrong() -> Error {
    Error::new(Kind::Input, "This password does not open the workbook.")
        .hint("Type it again, word for word; if it is right, the file was damaged on its way: ask for it to be sent again.")
}

fn damaged() -> Error {
    Error::new(Kind::File, "The password is right, but what it unlocks is damaged.").hint(
        "Ask for the workbook to be sent again; best inside a zip, so that nothing changes it on the way.",
    )
}

fn strange() -> Error {
    Error::new(
        Kind::File,
        "The lock of this workbook is damaged, or is a sensitivity label and not a password.",
    )
    .hint("Open it in Excel, take the password or the label off, save it and try again.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workbook() -> Vec<u8> {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        workbook.add_worksheet().write_string(0, 0, "An answer").expect("written");
        workbook.save_to_buffer().expect("a workbook")
    }

    fn said(bytes: &[u8], password: &str) -> String {
        unlock(bytes, password).expect_err("it does not open").message
    }

    #[test]
    fn what_is_locked_opens_with_its_password_alone() {
        let plain = workbook();
        let locked = lock(&plain, "lemon-tractor-window-seven-cloud", [7; 32]).expect("locked");
        assert!(guard::is_locked(&locked) && guard::open(&locked).is_err());
        for typed in ["lemon-tractor-window-seven-cloud", " Lemon tractor  window seven CLOUD "] {
            assert!(unlock(&locked, typed).expect("it opens") == plain, "{typed}");
        }
        assert!(said(&locked, "lemon-tractor-window-seven").contains("does not open"));
        assert!(said(&locked, "").contains("does not open"));
        assert!(said(&plain, "x").contains("not locked"));
    }

    #[test]
    fn damage_is_told_from_a_wrong_password_as_far_as_can_be() {
        let plain = workbook();
        let locked = lock(&plain, "one-two-three", [9; 32]).expect("locked");
        let mut kinds = std::collections::BTreeSet::new();
        for place in (600..locked.len()).step_by(locked.len() / 24) {
            let mut hurt = locked.clone();
            hurt[place..(place + 64).min(locked.len())].fill(0xa5);
            if let Err(error) = unlock(&hurt, "one-two-three") {
                kinds.insert(error.message);
            }
        }
        assert!(kinds.iter().any(|said| said.contains("damaged")), "{kinds:?}");
        let cut = &locked[..locked.len() / 2];
        assert!(!said(cut, "one-two-three").is_empty());
    }
}
