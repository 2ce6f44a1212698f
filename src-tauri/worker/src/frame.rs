//! Questions and answers on a pipe: four bytes of length, then the bytes.

use std::io::{Read, Result, Write};

/// The longest question or answer.
const LONGEST: u32 = 256 * 1024 * 1024;

/// Writes one.
pub fn write(to: &mut impl Write, bytes: &[u8]) -> Result<()> {
    let length = u32::try_from(bytes.len()).ok().filter(|length| *length <= LONGEST);
    let length = length.ok_or_else(|| std::io::Error::other("too long"))?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(bytes)?;
    to.flush()
}

/// Reads one; the end of the pipe is an error.
pub fn read(from: &mut impl Read) -> Result<Vec<u8>> {
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let length = u32::from_le_bytes(length);
    if length > LONGEST {
        return Err(std::io::Error::other("too long"));
    }
    let mut bytes = vec![0; usize::try_from(length).map_err(std::io::Error::other)?];
    from.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// The child's side: answers until the pipe ends.
pub fn serve(answer: fn(&[u8]) -> Vec<u8>) {
    let (mut from, mut to) = (std::io::stdin().lock(), std::io::stdout().lock());
    while let Ok(question) = read(&mut from) {
        if write(&mut to, &answer(&question)).is_err() {
            return;
        }
    }
}
