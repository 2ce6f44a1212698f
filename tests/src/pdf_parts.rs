//! The parts of a PDF that we wrote, as they stand in its bytes: objects, streams, and what content streams paint under which mark.
//!
//! Reads the plain form that our writer gives (objects one after another, streams packed or not), and is no reader of any other PDF.

use std::collections::{BTreeMap, BTreeSet};

/// A PDF taken apart.
pub struct Parts {
    /// By number, what an object says without its stream and without spaces between its marks.
    pub objects: BTreeMap<u32, String>,
    streams: BTreeMap<u32, Vec<u8>>,
}

/// A piece of a page that is painted, and under which marks.
#[derive(Debug)]
pub struct Painted {
    /// The number of the piece in the tree, where it is one.
    pub piece: Option<u32>,
    /// Whether it adorns.
    pub adorns: bool,
}

impl Parts {
    /// Takes a PDF apart.
    pub fn of(bytes: &[u8]) -> Self {
        let (mut objects, mut streams) = (BTreeMap::new(), BTreeMap::new());
        let mut from = 0;
        while let Some(at) = find(bytes, b" 0 obj", from) {
            let digits = bytes[..at].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
            let number = text(&bytes[at - digits..at]).parse().expect("the number of an object");
            let end = find(bytes, b"endobj", at).expect("an object ends");
            let stream = find(&bytes[..end], b"stream\n", at);
            let said = text(&bytes[at + 6..stream.unwrap_or(end)]);
            from = end;
            if let Some(stream) = stream {
                let length: usize = after(&said, "/Length").parse().expect("a length");
                let packed = &bytes[stream + 7..stream + 7 + length];
                streams.insert(
                    number,
                    if said.contains("/FlateDecode") { unpacked(packed) } else { packed.to_vec() },
                );
                from = find(bytes, b"endobj", stream + 7 + length).expect("an object ends");
            }
            objects.insert(number, said.replace('\n', " ").trim().to_owned());
        }
        Self { objects, streams }
    }

    /// The same with one thing written otherwise wherever it stands.
    pub fn altered(&self, from: &str, to: &str) -> Self {
        let objects = self.objects.iter().map(|(number, one)| (*number, one.replace(from, to)));
        let streams = self.streams.iter().map(|(number, one)| match std::str::from_utf8(one) {
            Ok(said) => (*number, said.replace(from, to).into_bytes()),
            Err(_) => (*number, one.clone()),
        });
        Self { objects: objects.collect(), streams: streams.collect() }
    }

    /// The objects of a kind: `/Type/Page/`.
    pub fn with(&self, mark: &str) -> impl Iterator<Item = (u32, &String)> {
        self.objects.iter().filter(move |(_, one)| one.contains(mark)).map(|(number, one)| (*number, one))
    }

    /// What a page paints.
    pub fn painted(&self, page: &str) -> Vec<Painted> {
        let content =
            after(page, "/Contents").split(' ').next().and_then(|it| it.parse().ok()).expect("content");
        painted(&self.streams[&content])
    }

    /// What stands in a stream.
    pub fn stream(&self, number: u32) -> &[u8] {
        self.streams.get(&number).map(Vec::as_slice).unwrap_or_default()
    }
}

/// What stands behind a name in an object, up to the next mark.
pub fn after<'o>(object: &'o str, name: &str) -> &'o str {
    let Some((_, rest)) = object.split_once(name) else { return "" };
    let rest = rest.trim_start();
    rest.split(['/', '>', ']']).next().unwrap_or_default().trim()
}

/// The numbers of the objects that are referred to in a text: `11 0 R`.
pub fn referred(text: &str) -> Vec<u32> {
    let words: Vec<&str> =
        text.split(|it: char| !it.is_ascii_alphanumeric()).filter(|it| !it.is_empty()).collect();
    words.windows(3).filter(|it| it[1] == "0" && it[2] == "R").filter_map(|it| it[0].parse().ok()).collect()
}

fn find(bytes: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    let first = wanted[0];
    let mut at = from;
    while at + wanted.len() <= bytes.len() {
        if bytes[at] == first && bytes[at..].starts_with(wanted) {
            return Some(at);
        }
        at += 1;
    }
    None
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn unpacked(packed: &[u8]) -> Vec<u8> {
    let mut room = vec![0; packed.len() * 40 + 4096];
    loop {
        match libdeflater::Decompressor::new().zlib_decompress(packed, &mut room) {
            Ok(length) => {
                room.truncate(length);
                return room;
            }
            Err(libdeflater::DecompressionError::InsufficientSpace) => room.resize(room.len() * 4, 0),
            Err(other) => panic!("a stream cannot be unpacked: {other}"),
        }
    }
}

/// Every operator of a content stream that paints, with the marks that it stands under.
fn painted(content: &[u8]) -> Vec<Painted> {
    const PAINTS: [&str; 17] =
        ["Tj", "TJ", "'", "\"", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "EI", "d0"];
    let (mut found, mut marks, mut behind) = (Vec::new(), Vec::<String>::new(), Vec::<String>::new());
    let mut begun = BTreeSet::new();
    for word in words(content) {
        match word.as_str() {
            "BMC" | "BDC" => {
                let mark = behind.join(" ");
                if let Ok(piece) = after(&mark, "/MCID").parse::<u32>() {
                    assert!(begun.insert(piece), "piece {piece} is on its page twice");
                }
                marks.push(mark);
            }
            "EMC" => drop(marks.pop().expect("a mark that ends was begun")),
            paints if PAINTS.contains(&paints) => {
                let pieces: Vec<u32> =
                    marks.iter().filter_map(|mark| after(mark, "/MCID").parse().ok()).collect();
                assert!(pieces.len() < 2, "a piece within a piece: {marks:?}");
                let adorns = marks.iter().any(|mark| mark.starts_with("/Artifact"));
                found.push(Painted { piece: pieces.first().copied(), adorns });
            }
            operand if !operand.starts_with(|it: char| it.is_ascii_alphabetic()) => {
                behind.push(word);
                continue;
            }
            _other => {}
        }
        behind.clear();
    }
    assert!(marks.is_empty(), "every mark ends on its page");
    assert!(
        begun.iter().copied().eq(0..u32::try_from(begun.len()).unwrap_or(0)),
        "pieces are counted from nought: {begun:?}"
    );
    found
}

/// The words of a content stream: operators and names, numbers, whole dictionaries; strings and arrays as one mark each.
fn words(content: &[u8]) -> Vec<String> {
    let (mut words, mut at) = (Vec::new(), 0);
    while at < content.len() {
        let from = at;
        match content[at] {
            byte if byte.is_ascii_whitespace() => at += 1,
            b'(' => {
                at = string_end(content, at);
                words.push("()".to_owned());
            }
            b'<' if content.get(at + 1) == Some(&b'<') => {
                at = find(content, b">>", at).expect("a dictionary ends") + 2;
                words.push(text(&content[from..at]));
            }
            b'<' => {
                at = find(content, b">", at).expect("a string ends") + 1;
                words.push("<>".to_owned());
            }
            b'[' | b']' => {
                at += 1;
                words.push("[]".to_owned());
            }
            _other => {
                at += 1;
                while at < content.len()
                    && !content[at].is_ascii_whitespace()
                    && !b"()<>[]/".contains(&content[at])
                {
                    at += 1;
                }
                words.push(text(&content[from..at]));
            }
        }
    }
    words
}

fn string_end(content: &[u8], from: usize) -> usize {
    let (mut at, mut deep) = (from, 0);
    loop {
        match content[at] {
            b'\\' => at += 1,
            b'(' => deep += 1,
            b')' => deep -= 1,
            _other => {}
        }
        at += 1;
        if deep == 0 {
            return at;
        }
    }
}
