//! Which part of a package is which sheet, and the small steps of walking over its XML.
//!
//! Refuses to know: cells and lists. Names of elements are compared without their prefix, so that strict
//! and prefixed workbooks are read like any other.

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};

/// The list of sheets.
pub(super) const WORKBOOK: &str = "xl/workbook.xml";
/// Where each sheet of that list stands.
pub(super) const RELATIONS: &str = "xl/_rels/workbook.xml.rels";

/// A sheet of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Its name, for people.
    pub name: String,
    /// The name of its part.
    pub part: String,
}

/// The sheets in the order of the workbook; one without a part is left out.
pub(super) fn sheets(workbook: &str, relations: &str) -> Vec<Part> {
    let mut targets = Vec::new();
    each(relations, |element| {
        if element.local_name().as_ref() == "Relationship" {
            targets.extend(attribute(element, "Id").zip(attribute(element, "Target")));
        }
    });
    let mut found = Vec::new();
    each(workbook, |element| {
        if element.local_name().as_ref() == "sheet" {
            let target = attribute(element, "id").and_then(|id| targets.iter().find(|(one, _)| *one == id));
            let part = target.map(|(_, target)| absolute(target));
            found.extend(attribute(element, "name").zip(part).map(|(name, part)| Part { name, part }));
        }
    });
    found
}

/// A target as it is named from the root of the package.
fn absolute(target: &str) -> String {
    let plain = target.replace('\\', "/");
    match plain.strip_prefix('/') {
        Some(rooted) => rooted.to_owned(),
        None => format!("xl/{}", plain.trim_start_matches("./")),
    }
}

/// Looks at every element that opens; stops where the XML is broken.
pub(super) fn each(xml: &str, mut look: impl FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => look(&element),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// The value of an attribute by its name without prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|one| one.key.local_name().as_ref() == name)?;
    Some(unescape(&found.value).map_or_else(|_| found.value.to_string(), |text| text.into_owned()))
}

/// What a reference in a text stands for: `&amp;`, `&#10;`.
pub(super) fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return letter.to_string();
    }
    resolve_predefined_entity(reference).unwrap_or_default().to_owned()
}

/// The bytes of a part as text, without the mark at its beginning.
pub(super) fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok().map(|text| text.trim_start_matches('\u{feff}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_are_found_by_their_relation_whatever_the_prefix() {
        let workbook = r#"<x:workbook xmlns:x="m" xmlns:r="o"><x:sheets>
            <x:sheet name="A &amp; B" sheetId="1" r:id="rId2"/><x:sheet name="Gone" r:id="rId9"/>
            <x:sheet name="C" r:id="rId1"/></x:sheets></x:workbook>"#;
        let relations = r#"<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>"#;
        let part = |name: &str, part: &str| Part { name: name.to_owned(), part: part.to_owned() };
        assert_eq!(
            sheets(workbook, relations),
            [part("A & B", "xl/worksheets/sheet2.xml"), part("C", "xl/worksheets/sheet1.xml")]
        );
    }
}
