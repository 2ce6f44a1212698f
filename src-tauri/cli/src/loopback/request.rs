//! One request of HTTP/1.1: a line, headings, a body of a stated length.

use std::io::{BufRead, BufReader, Read};

const LONGEST: usize = 64 * 1024 * 1024;

/// What was asked.
pub struct Request {
    /// `GET` or `POST`.
    pub method: String,
    /// Path with its query.
    pub path: String,
    /// The body; empty where none was sent.
    pub body: Vec<u8>,
}

impl Request {
    /// Reads one request; none where it is not one.
    pub fn read(stream: &mut impl Read) -> Option<Self> {
        let mut reader = BufReader::new(stream);
        let first = line(&mut reader)?;
        let mut words = first.split(' ');
        let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
        let mut length = 0;
        loop {
            let heading = line(&mut reader)?;
            if heading.is_empty() {
                break;
            }
            if let Some((name, value)) = heading.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().ok().filter(|length| *length <= LONGEST)?;
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).ok()?;
        Some(Self { method, path, body })
    }
}

fn line(reader: &mut impl BufRead) -> Option<String> {
    let mut text = String::new();
    reader.by_ref().take(16 * 1024).read_line(&mut text).ok()?;
    Some(text.trim_end().to_owned())
}
