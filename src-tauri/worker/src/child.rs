//! The child's side: question in on standard input, answer out on standard output, until the input ends.

use std::io::{Read, Write};
use std::process::exit;

use attest::workbook::Listener;

use crate::{ARGUMENT, caps};

/// No question is longer: a file of the largest size and what is asked about it.
const LONGEST: u64 = 128 * 1024 * 1024;

/// If this process was started as the reading child, serves as one and ends; else returns at once.
///
/// Called first in `main`, before any window, thread or file.
pub fn branch_off() {
    let mut listener = Listener::default();
    branch_off_with(|question| listener.serve(question));
}

/// The same with what is done for each question.
pub fn branch_off_with(serve: impl FnMut(&[u8]) -> Vec<u8>) {
    if std::env::args_os().nth(1).is_none_or(|argument| argument != ARGUMENT) {
        return;
    }
    let served = caps::put_on().and_then(|()| answer_all(serve));
    exit(i32::from(served.is_err()));
}

fn answer_all(mut serve: impl FnMut(&[u8]) -> Vec<u8>) -> std::io::Result<()> {
    let (mut input, mut output) = (std::io::stdin().lock(), std::io::stdout().lock());
    while let Some(question) = take(&mut input, LONGEST)? {
        give(&mut output, &[&serve(&question)])?;
    }
    Ok(())
}

/// Takes one message, not longer than that: its length in eight bytes, then itself; none at the end of the stream.
pub fn take(from: &mut impl Read, longest: u64) -> std::io::Result<Option<Vec<u8>>> {
    let mut length = [0; 8];
    if from.read(&mut length[..1])? == 0 {
        return Ok(None);
    }
    from.read_exact(&mut length[1..])?;
    let length = u64::from_le_bytes(length);
    if length > longest {
        return Err(std::io::ErrorKind::FileTooLarge.into());
    }
    // Room is made for what is said to come only as far as most messages go.
    let mut message = Vec::with_capacity(usize::try_from(length.min(1 << 20)).unwrap_or(0));
    let read = from.take(length).read_to_end(&mut message)?;
    if u64::try_from(read).ok() != Some(length) {
        return Err(std::io::ErrorKind::UnexpectedEof.into());
    }
    Ok(Some(message))
}

/// Gives one message, of some pieces, in the same form.
pub fn give(to: &mut impl Write, message: &[&[u8]]) -> std::io::Result<()> {
    let length: usize = message.iter().map(|piece| piece.len()).sum();
    to.write_all(&u64::try_from(length).unwrap_or(u64::MAX).to_le_bytes())?;
    message.iter().try_for_each(|piece| to.write_all(piece))?;
    to.flush()
}
