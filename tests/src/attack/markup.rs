//! Files taken apart into rows and words: packages of Word and Excel, a page, a PDF.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::files::number;

/// A piece of a written file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// The cells of a row.
    Row(Vec<String>),
    /// Words by themselves.
    Words(String),
}

/// Attributes that are read by people or programs as words.
const SAYING: [&str; 7] = ["alt", "aria-label", "title", "descr", "summary", "content", "name"];
/// Elements of which a value is words.
const VALUES: [&str; 4] = ["w:tblCaption", "w:tblDescription", "w:alias", "w:tag"];
/// Elements that hold places, times and numbers of parts.
const PLACES: [&str; 12] = [
    "xdr:col",
    "xdr:row",
    "xdr:colOff",
    "xdr:rowOff",
    "dcterms:created",
    "dcterms:modified",
    "AppVersion",
    "vt:i4",
    "DocSecurity",
    "definedName",
    "w:instrText",
    "style",
];

/// A tag with its attributes, and the text behind it.
struct Tag {
    name: String,
    attributes: String,
    text: String,
}

fn tags(markup: &str) -> Vec<Tag> {
    let piece = |piece: &str| {
        let (tag, text) = piece.split_once('>')?;
        let (name, attributes) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
        let name = name.trim_end_matches('/').to_owned();
        Some(Tag { name, attributes: attributes.to_owned(), text: unescaped(text) })
    };
    markup.split('<').filter_map(piece).collect()
}

fn unescaped(text: &str) -> String {
    let marks = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&apos;", "'"),
        ("&#10;", " "),
        ("&amp;", "&"),
    ];
    marks.iter().fold(text.to_owned(), |text, (mark, letter)| text.replace(mark, letter))
}

impl Tag {
    fn attribute(&self, name: &str) -> Option<String> {
        let (_, rest) = self.attributes.split_once(&format!("{name}=\""))?;
        Some(unescaped(rest.split('"').next()?))
    }
}

/// The rows of tables, the words that stand between other tags, and the attributes that say something.
fn pieces(markup: &str, row: &str, cells: [&str; 2], ends: &dyn Fn(&str) -> bool) -> Vec<Piece> {
    let (mut all, mut words) = (Vec::new(), String::new());
    let mut open: Option<Vec<String>> = None;
    for tag in tags(markup) {
        let said = SAYING.iter().filter_map(|name| tag.attribute(name));
        let value = tag.attribute("w:val").filter(|_| VALUES.contains(&tag.name.as_str()));
        all.extend(said.chain(value).filter(|said| !is_of_a_part(said)).map(Piece::Words));
        let bare = tag.name.trim_start_matches('/');
        let text = if PLACES.contains(&tag.name.as_str()) { "" } else { tag.text.as_str() };
        if tag.name == row {
            open = Some(Vec::new());
        }
        if let Some(of) = &mut open {
            if cells.contains(&tag.name.as_str()) {
                of.push(String::new());
            }
            if let Some(last) = of.last_mut() {
                *last += if ends(bare) { " " } else { "" };
                *last += text;
            }
        } else {
            if ends(bare) {
                all.push(Piece::Words(std::mem::take(&mut words)));
            }
            words += text;
        }
        if tag.name.strip_prefix('/') == Some(row) {
            all.extend(open.take().map(Piece::Row));
        }
    }
    all.push(Piece::Words(words));
    all
}

/// Everything that stands on a page.
pub fn of_page(page: &str) -> Vec<Piece> {
    pieces(page, "tr", ["td", "th"], &|tag| !["span", "strong", "em", "b", "a"].contains(&tag))
}

/// Everything that stands in a Word file or a workbook.
pub fn of_package(bytes: &[u8]) -> Vec<Piece> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut parts = BTreeMap::new();
    for at in 0..package.len() {
        let mut part = package.by_index(at).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("read");
        let name = part.name().expect("a name").into_owned();
        if name.ends_with(".xml") {
            parts.insert(name, String::from_utf8(bytes).expect("text"));
        }
    }
    let strings = parts.get("xl/sharedStrings.xml").map_or_else(Vec::new, |part| shared(part));
    let mut all = Vec::new();
    for (name, part) in &parts {
        match name.as_str() {
            "xl/sharedStrings.xml"
            | "xl/styles.xml"
            | "xl/theme/theme1.xml"
            | "word/styles.xml"
            | "word/numbering.xml"
            | "word/settings.xml"
            | "[Content_Types].xml" => {}
            name if name.starts_with("xl/worksheets/") => all.extend(sheet(part, &strings)),
            name if name.starts_with("xl/charts/") => all.extend(charted(part)),
            name if name.starts_with("xl/") => all.extend(pieces(part, "-", ["-", "-"], &|_| true)),
            _other => all.extend(pieces(part, "w:tr", ["w:tc", "w:tc"], &|tag| {
                tag == "w:p" || !tag.starts_with("w:")
            })),
        }
    }
    all
}

/// The name of a part of a file: `Chart 1`.
fn is_of_a_part(said: &str) -> bool {
    let bare = said.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
    ["Chart", "Table", "Bar", "Picture", "Heading", "heading", "_Toc"].contains(&bare)
}

/// What a chart keeps of the cells that it draws: a row for each place, with the words beside.
fn charted(part: &str) -> Vec<Piece> {
    let mut all = Vec::new();
    let mut rows: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let (mut place, mut of) = (String::new(), false);
    for tag in tags(part) {
        match tag.name.as_str() {
            "c:tx" => of = false,
            "c:cat" | "c:val" => of = true,
            "c:pt" => place = tag.attribute("idx").expect("a place"),
            // For words, such as those that something is hidden, none is kept.
            "c:v" if of && tag.text == "0" => {}
            "c:v" if of => {
                let row = rows.entry(place.clone()).or_default();
                let text = tag.text.parse::<f64>().map_or(tag.text.clone(), number);
                // Each series keeps the names of the rows again.
                if row.first() != Some(&text) {
                    row.push(text);
                }
            }
            "c:v" | "a:t" => all.push(Piece::Words(tag.text.clone())),
            _other => {}
        }
    }
    all.extend(rows.into_values().map(row_or_words));
    all
}

fn row_or_words(mut cells: Vec<String>) -> Piece {
    if cells.len() == 1 { Piece::Words(cells.remove(0)) } else { Piece::Row(cells) }
}

/// What the hidden page of the file says that a setting's app opens.
pub fn of_hidden_page(bytes: &[u8]) -> Vec<Piece> {
    let visible = of_package(bytes);
    let parts = visible.iter().filter_map(|piece| match piece {
        Piece::Words(text) => text.strip_prefix('|'),
        Piece::Row(_) => None,
    });
    let json: String = parts.collect();
    let mut all = Vec::new();
    of_value(&serde_json::from_str(&json).expect("a sheet"), &mut all);
    all
}

fn of_value(value: &Value, all: &mut Vec<Piece>) {
    match value {
        Value::Object(of) => {
            for (name, value) in of {
                match value.as_array().filter(|_| name == "rows") {
                    Some(rows) => all.extend(rows.iter().map(|row| Piece::Row(cells_of(row)))),
                    None => of_value(value, all),
                }
            }
        }
        Value::Array(of) => of.iter().for_each(|one| of_value(one, all)),
        Value::String(text) => all.push(Piece::Words(text.clone())),
        Value::Number(number) => all.push(Piece::Words(number.to_string())),
        Value::Null | Value::Bool(_) => {}
    }
}

/// Everything that is kept of the cells of a row.
fn cells_of(row: &Value) -> Vec<String> {
    let cells = row.as_array().expect("cells").iter().filter_map(Value::as_object);
    let values = cells.flat_map(|cell| cell.values().rev());
    values
        .filter(|value| !value.is_null())
        .map(|value| value.as_str().map_or(value.to_string(), str::to_owned))
        .collect()
}

fn shared(part: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for tag in tags(part) {
        if tag.name == "si" {
            all.push(String::new());
        }
        if let Some(last) = all.last_mut() {
            *last += &tag.text;
        }
    }
    all
}

/// The rows of a sheet with what its cells keep, and what its head and its foot say.
fn sheet(part: &str, strings: &[String]) -> Vec<Piece> {
    let mut all = Vec::new();
    let mut row: Vec<String> = Vec::new();
    let (mut text, mut inside) = (false, false);
    for tag in tags(part) {
        match tag.name.as_str() {
            "row" => row.clear(),
            "/row" => all.push(row_or_words(std::mem::take(&mut row))),
            "c" => text = tag.attribute("t").is_some_and(|kind| kind == "s"),
            "v" if text => row.push(strings[tag.text.parse::<usize>().expect("a place")].clone()),
            "v" => row.push(tag.text.parse::<f64>().map_or(tag.text.clone(), number)),
            "t" => row.push(tag.text.clone()),
            "headerFooter" => inside = true,
            _other if inside => {
                let said = tag.text.replace("&R&8&B", "&R&8").replace("&C&8", "&R&8").replace("&L&8", "&R&8");
                let said = said.replace("Page &P of &N", "");
                all.extend(said.split("&R&8").map(|one| Piece::Words(one.to_owned())));
            }
            _other => {}
        }
    }
    all
}

/// Everything that stands in a PDF, by its structure; what pictures say, and what the file says of itself.
pub fn of_pdf(path: &Path, bytes: &[u8]) -> Vec<Piece> {
    let ran =
        Command::new("pdfinfo").arg("-struct-text").arg(path).output().expect("poppler-utils is installed");
    let tree = String::from_utf8_lossy(&ran.stdout).into_owned();
    let mut all = Vec::new();
    let mut row: Option<(usize, Vec<String>)> = None;
    let (mut words, mut listed) = (String::new(), false);
    for line in tree.lines() {
        let deep = line.len() - line.trim_start().len();
        let line = line.trim();
        let said = line.strip_prefix('"').and_then(|line| line.strip_suffix('"'));
        if let Some(said) = said {
            match &mut row {
                Some((_, cells)) => match cells.last_mut() {
                    Some(last) => *last = format!("{last} {said}"),
                    None => cells.push(said.to_owned()),
                },
                // The page on which a chapter begins.
                None if listed && said.parse::<u32>().is_ok() => {}
                None => words = format!("{words} {said}"),
            }
            continue;
        }
        if line.starts_with('/') || line.starts_with("Object ") {
            let says =
                ["/Summary (", "/Alt (", "/ActualText ("].iter().find_map(|name| line.strip_prefix(name));
            all.extend(says.map(|said| Piece::Words(said.to_owned())));
            continue;
        }
        listed = line.starts_with("Link") || line.starts_with("TOCI");
        all.push(Piece::Words(std::mem::take(&mut words)));
        if row.as_ref().is_some_and(|(of, _)| deep <= *of) {
            all.extend(row.take().map(|(_, cells)| Piece::Row(cells)));
        }
        if line.starts_with("TR") {
            row = Some((deep, Vec::new()));
        } else if let Some((_, cells)) = &mut row
            && (line.starts_with("TH") || line.starts_with("TD"))
        {
            cells.push(String::new());
        }
    }
    all.push(Piece::Words(words));
    all.extend(row.map(|(_, cells)| Piece::Row(cells)));
    all.extend(said_of(bytes).into_iter().map(Piece::Words));
    all
}

/// What pictures of a PDF say in words, and what it says of itself.
fn said_of(bytes: &[u8]) -> Vec<String> {
    let mut all = Vec::new();
    for name in
        [&b"/Alt"[..], b"/ActualText", b"/E", b"/Title", b"/Author", b"/Creator", b"/Subject", b"/Keywords"]
    {
        let places = bytes.windows(name.len()).enumerate().filter(|(_, window)| *window == name);
        for (place, _) in places {
            match bytes.get(place + name.len()) {
                Some(b'(') => all.push(literal(&bytes[place + name.len() + 1..])),
                Some(b'<') => all.push(hexadecimal(&bytes[place + name.len() + 1..])),
                _other => {}
            }
        }
    }
    all
}

fn literal(bytes: &[u8]) -> String {
    let (mut deep, mut escaped, mut all) = (1, false, Vec::new());
    for byte in bytes {
        match byte {
            _any if escaped => escaped = false,
            b'\\' => {
                escaped = true;
                continue;
            }
            b'(' => deep += 1,
            b')' => deep -= 1,
            _other => {}
        }
        if deep == 0 {
            break;
        }
        all.push(*byte);
    }
    match all.strip_prefix(&[0xfe, 0xff]) {
        Some(wide) => of_pairs(wide),
        None => String::from_utf8_lossy(&all).into_owned(),
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digits: String =
        bytes.iter().take_while(|byte| **byte != b'>').map(|byte| char::from(*byte)).collect();
    let pairs = digits.as_bytes().chunks(2).filter_map(|two| std::str::from_utf8(two).ok());
    let all: Vec<u8> = pairs.filter_map(|two| u8::from_str_radix(two, 16).ok()).collect();
    of_pairs(all.strip_prefix(&[0xfe, 0xff]).unwrap_or(&all))
}

fn of_pairs(bytes: &[u8]) -> String {
    let wide: Vec<u16> = bytes.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
    String::from_utf16_lossy(&wide)
}
