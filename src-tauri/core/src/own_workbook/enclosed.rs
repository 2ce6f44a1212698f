//! A workbook inside the text of the tool that came of it, so that whoever gets the tool can fill the workbook in.
//!
//! It stands in lines that a reader of the tool takes for remarks, with a digest. Refuses to know: files and sessions.

use std::fmt::Write as _;

use super::OwnWorkbook;
use crate::error::{Error, Result};
use crate::template::Template;
use crate::text;
use crate::workbook::foreign::Mapping;

/// What each line of it begins with.
const LINE: &str = "#| ";
/// Digits in a line.
const WIDE: usize = 120;
/// What is said to whoever looks into the file.
const LEAD: &str = "\n# The workbook that this audit tool was made from, which Attest fills in: leave these lines as they are.\n";

/// The text of a tool with the workbook that it was made from.
pub fn enclose(tool: &str, workbook: &OwnWorkbook) -> String {
    let mut text = format!("{tool}{LEAD}");
    let name = workbook.name.replace(char::is_control, " ");
    let mapping = workbook.mapping.written();
    let mut line = |word: &str, rest: &str| text.push_str(&format!("{LINE}{word} {rest}\n"));
    line("name", &name);
    line("digest", &digest(&mapping, &workbook.bytes));
    for (word, bytes) in [("mapping", mapping.as_bytes()), ("bytes", &workbook.bytes)] {
        let digits = digits(bytes);
        let mut rest = digits.as_str();
        while !rest.is_empty() {
            let (now, then) = rest.split_at(rest.len().min(WIDE));
            line(word, now);
            rest = then;
        }
    }
    text
}

/// The workbook inside the text of a tool; none where there is none, an error where it is not whole or another's.
pub fn enclosed(text: &str, tool: &Template) -> Result<Option<OwnWorkbook>> {
    let Some(workbook) = workbook(text)? else { return Ok(None) };
    let own = &workbook.mapping.tool;
    if (&own.id, &own.version) != (&tool.id, &tool.version) {
        return Err(Error::input(
            "The workbook inside this file is that of another audit tool; it was left out.",
        )
        .hint("Ask your partnership for the file as it was saved."));
    }
    Ok(Some(workbook))
}

/// The workbook inside a text, whatever its tool.
pub fn workbook(text: &str) -> Result<Option<OwnWorkbook>> {
    let lines = || text.lines().filter_map(|line| line.strip_prefix(LINE)?.split_once(' '));
    let all = |wanted: &str| -> String {
        lines().filter(|(word, _)| *word == wanted).map(|(_, rest)| rest.trim()).collect()
    };
    if lines().next().is_none() {
        return Ok(None);
    }
    let read = || {
        let written = String::from_utf8(bytes(&all("mapping"))?).ok()?;
        let bytes = bytes(&all("bytes"))?;
        (digest(&written, &bytes) == all("digest")).then_some(())?;
        Some(OwnWorkbook { name: all("name"), bytes, mapping: Mapping::read(&written)? })
    };
    read().map(Some).ok_or_else(|| {
        Error::input("The workbook inside this file is not as it was saved; it was left out.")
            .hint("Ask your partnership for the file again, as an attachment and not as text in a message.")
    })
}

fn digest(mapping: &str, bytes: &[u8]) -> String {
    text::digest(&[mapping.as_bytes(), bytes].concat())
}

fn digits(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut all, byte| {
        // Writing to a string cannot fail.
        let _ = write!(all, "{byte:02x}");
        all
    })
}

fn bytes(digits: &str) -> Option<Vec<u8>> {
    let pairs = digits.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::Seen;
    use crate::template::{library, toml};
    use crate::workbook::foreign;
    use crate::world::{FixedWorld, World as _};

    fn own(tool: &Template) -> OwnWorkbook {
        let world = FixedWorld::new("2026-11-01T09:00:00Z".parse().expect("a time"), 1);
        let mut mapping = foreign::guess(&Seen::default(), "Own tool.xlsx", world.today());
        (mapping.tool.id, mapping.tool.version) = (tool.id.clone(), tool.version.clone());
        OwnWorkbook { name: "Own tool.xlsx".to_owned(), bytes: (0..=255).collect(), mapping }
    }

    #[test]
    fn a_tool_takes_its_workbook_along_and_is_the_same_tool() {
        let tool = library::find("section11@2026.1").expect("it ships");
        let plain = toml::write(tool);
        let text = enclose(&plain, &own(tool));
        assert_eq!(enclosed(&text, tool), Ok(Some(own(tool))));
        assert_eq!(enclosed(&plain, tool), Ok(None));
        assert_eq!(toml::digest(&toml::read(&text).expect("it reads")), toml::digest(tool));
    }

    #[test]
    fn what_is_damaged_or_of_another_tool_is_left_out_and_said() {
        let tool = library::find("section11@2026.1").expect("it ships");
        let text = enclose(&toml::write(tool), &own(tool));
        for damaged in [text.replacen("0f10", "0f11", 1), text.replacen("#| bytes", "# bytes", 1)] {
            let said = enclosed(&damaged, tool).expect_err("it is not whole");
            assert!(said.message.contains("not as it was saved"), "{}", said.message);
        }
        let other = library::find("school@2025.1").expect("it ships");
        assert!(enclosed(&text, other).expect_err("another tool").message.contains("another audit tool"));
    }
}
