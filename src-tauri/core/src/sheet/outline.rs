//! What a package says of itself: its sheets with their parts, its defined names, its epoch, its properties.
//!
//! Refuses to know: what stands on a sheet.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::book::{Area, Name};
use super::words;
use super::xml::{Fault, Tag, Xml};

/// No workbook of answers has more sheets, whatever its list says.
const MOST_SHEETS: usize = 1_000;
/// Nor more defined names.
const MOST_NAMES: usize = 50_000;

/// A workbook's own list of what it holds.
#[derive(Debug, Default, PartialEq)]
pub struct Outline {
    /// Its sheets, in order.
    pub sheets: Vec<Listed>,
    /// The defined names that stand for an area.
    pub names: Vec<Name>,
    /// Whether its days are counted from 1904.
    pub from_1904: bool,
}

/// A sheet as the list has it.
#[derive(Debug, Default, PartialEq)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// By what its part is found.
    pub relation: String,
}

/// Where another part is, by its id.
#[derive(Debug, PartialEq)]
pub struct Relation {
    /// Its id.
    pub id: String,
    /// The last word of its type: `worksheet`, `styles`.
    pub kind: String,
    /// The name of the part, in small letters.
    pub part: String,
}

/// Reads the list of sheets.
pub fn outline(part: &[u8]) -> Result<Outline, Fault> {
    let (mut xml, mut outline) = (Xml::new(part)?, Outline::default());
    xml.root()?;
    while let Some(tag) = xml.child()? {
        match tag.name {
            "workbookPr" => {
                outline.from_1904 = tag.says("date1904")?;
                xml.skip()?;
            }
            "sheets" => sheets(&mut xml, &mut outline.sheets)?,
            "definedNames" => names(&mut xml, &mut outline.names)?,
            _ => xml.skip()?,
        }
    }
    Ok(outline)
}

fn sheets(xml: &mut Xml<'_>, sheets: &mut Vec<Listed>) -> Result<(), Fault> {
    while let Some(tag) = xml.child()? {
        if sheets.len() >= MOST_SHEETS {
            return Err(Fault::Over("This file lists more sheets than a workbook of answers could have."));
        }
        let state = tag.raw("state")?.unwrap_or_default();
        sheets.push(Listed {
            name: escaped(tag.get("name")?),
            hidden: matches!(state, "hidden" | "veryHidden"),
            relation: tag.foreign("id")?.unwrap_or_default().into_owned(),
        });
        xml.skip()?;
    }
    Ok(())
}

fn escaped(text: Option<Cow<'_, str>>) -> String {
    words::unescaped(text.unwrap_or_default()).into_owned()
}

fn names(xml: &mut Xml<'_>, names: &mut Vec<Name>) -> Result<(), Fault> {
    while let Some(tag) = xml.child()? {
        if names.len() >= MOST_NAMES {
            return Err(Fault::Over(
                "This file has more defined names than a workbook of answers could have.",
            ));
        }
        let (name, formula) = (escaped(tag.get("name")?), xml.content()?);
        names.extend(named(name, &formula));
    }
    Ok(())
}

/// A name that stands for one area of one sheet.
fn named(name: String, formula: &str) -> Option<Name> {
    let (sheet, area) = formula.trim().trim_start_matches('=').rsplit_once('!')?;
    let quoted = sheet.strip_prefix('\'').and_then(|it| it.strip_suffix('\''));
    let plain = !sheet.contains(['!', ',', '[', '(', ':', '\'']);
    let sheet = quoted.map(|it| it.replace("''", "'")).or_else(|| plain.then(|| sheet.to_owned()))?;
    Some(Name { name, sheet, area: Area::parse(area)? })
}

/// Reads where the parts are that a part of a folder (`xl/`) speaks of; what lies outside the file is left out.
pub fn relations(part: &[u8], folder: &str) -> Result<Vec<Relation>, Fault> {
    let (mut xml, mut relations) = (Xml::new(part)?, Vec::new());
    xml.root()?;
    while let Some(tag) = xml.child()? {
        relations.extend(relation(&tag, folder)?);
        xml.skip()?;
    }
    Ok(relations)
}

fn relation(tag: &Tag<'_>, folder: &str) -> Result<Option<Relation>, Fault> {
    let (Some(id), Some(target)) = (tag.get("Id")?, tag.get("Target")?) else { return Ok(None) };
    if tag.raw("TargetMode")?.is_some_and(|mode| mode.eq_ignore_ascii_case("External")) {
        return Ok(None);
    }
    let kind = tag.get("Type")?.unwrap_or_default();
    let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
    Ok(Some(Relation { id: id.into_owned(), kind, part: resolved(folder, &target) }))
}

/// The name of a part as seen from a folder.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/").to_lowercase();
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for piece in target.split('/') {
        match piece {
            ".." => drop(path.pop()),
            "." | "" => {}
            name => path.push(name),
        }
    }
    path.join("/")
}

/// Reads the custom properties that are texts or whole numbers.
pub fn properties(part: &[u8]) -> Result<BTreeMap<String, String>, Fault> {
    let (mut xml, mut properties) = (Xml::new(part)?, BTreeMap::new());
    xml.root()?;
    while let Some(tag) = xml.child()? {
        let name = tag.get("name")?.map(Cow::into_owned);
        while let Some(value) = xml.child()? {
            match (&name, value.name) {
                (Some(name), "lpwstr" | "lpstr" | "i4") => {
                    let text = xml.content()?;
                    if words::units(&text) > super::LONGEST_TEXT {
                        return Err(super::TOO_LONG);
                    }
                    properties.insert(name.clone(), text.into_owned());
                }
                _ => xml.skip()?,
            }
        }
    }
    Ok(properties)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_sheets_is_read_whatever_the_prefix() {
        let text = br#"<x:workbook xmlns:x="m" xmlns:rel="r"><x:workbookPr date1904="1"/><x:sheets>
            <x:sheet name="A &amp; B" sheetId="9" rel:id="rId1"/><x:sheet name="C" state="veryHidden" rel:id="b"/>
            </x:sheets><x:definedNames><x:definedName name="rating">'A &amp; B'!$B$2:$C$9</x:definedName>
            <x:definedName name="gone">#REF!</x:definedName><x:definedName name="one">C!$A$1</x:definedName>
            <x:definedName name="two">C!$A$1,C!$B$2</x:definedName></x:definedNames></x:workbook>"#;
        let outline = outline(text).expect("sound");
        let sheets: Vec<_> = outline.sheets.iter().map(|it| (&*it.name, it.hidden, &*it.relation)).collect();
        assert_eq!(sheets, [("A & B", false, "rId1"), ("C", true, "b")]);
        assert!(outline.from_1904);
        let names: Vec<_> =
            outline.names.iter().map(|it| (&*it.name, &*it.sheet, it.area.to.to_string())).collect();
        assert_eq!(names, [("rating", "A & B", "C9".to_owned()), ("one", "C", "A1".to_owned())]);
    }

    #[test]
    fn parts_are_found_from_where_they_are_spoken_of() {
        let targets = [
            ("worksheets/Sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("/xl/styles.xml", "xl/styles.xml"),
            ("../docProps\\custom.xml", "docprops/custom.xml"),
            ("../../../x.xml", "x.xml"),
        ];
        for (target, part) in targets {
            assert_eq!(resolved("xl/", target), part);
        }
        let outside =
            br#"<a><Relationship Id="r" Type="x/worksheet" Target="http://a" TargetMode="External"/></a>"#;
        assert_eq!(relations(outside, "xl/"), Ok(Vec::new()));
    }
}
