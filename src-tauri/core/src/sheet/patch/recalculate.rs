//! Asking the program that opens a workbook to work its formulas out again.
//!
//! Totals and percentages keep the results of the cells as they were; nothing here works out a formula, so the
//! one sound way is to say that every result is to be made again.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::sheet::parts;

/// What may stand before the settings of calculation, in the order of the schema.
const BEFORE: [&str; 4] = ["sheets", "functionGroups", "externalReferences", "definedNames"];

/// The workbook's XML with the wish in it; none where it is broken.
pub(super) fn asked(workbook: &str) -> Option<String> {
    let mut reader = Reader::from_str(workbook);
    let (mut depth, mut after, mut prefix) = (0_u32, None, String::new());
    loop {
        let from = at(reader.buffer_position());
        let event = reader.read_event().ok()?;
        let to = at(reader.buffer_position());
        match event {
            Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == "calcPr" => {
                return Some(set(workbook, from, to));
            }
            Event::Start(element) => {
                if depth == 0 {
                    prefix =
                        element.name().prefix().map(|it| format!("{}:", it.as_ref())).unwrap_or_default();
                }
                depth += 1;
            }
            Event::Empty(element) if depth == 1 && BEFORE.contains(&element.local_name().as_ref()) => {
                after = Some(to);
            }
            Event::End(element) => {
                depth = depth.checked_sub(1)?;
                if depth == 1 && BEFORE.contains(&element.local_name().as_ref()) {
                    after = Some(to);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let after = after?;
    Some(format!("{}<{prefix}calcPr fullCalcOnLoad=\"1\"/>{}", &workbook[..after], &workbook[after..]))
}

/// The settings that are there, with the one attribute set.
fn set(workbook: &str, from: usize, to: usize) -> String {
    let tag = &workbook[from..to];
    if tag.contains("fullCalcOnLoad=\"1\"") {
        return workbook.to_owned();
    }
    let tag = match without(tag, "fullCalcOnLoad") {
        Some(bare) => bare,
        None => tag.to_owned(),
    };
    let end = tag.rfind("/>").or_else(|| tag.rfind('>')).unwrap_or(tag.len());
    let (head, tail) = tag.split_at(end);
    format!("{}{} fullCalcOnLoad=\"1\"{tail}{}", &workbook[..from], head.trim_end(), &workbook[to..])
}

/// A tag without one of its attributes; none where it has no such attribute.
fn without(tag: &str, name: &str) -> Option<String> {
    let mut start = None;
    parts::each(tag, |element| {
        let raw = element.attributes().flatten().find(|one| one.key.as_ref() == name);
        start = raw.map(|one| one.value.len() + 2);
    });
    let length = start?;
    let at = tag.find(&format!("{name}="))?;
    let end = at + name.len() + 1 + length;
    Some(format!("{}{}", tag[..at].trim_end(), &tag[end..]))
}

fn at(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::asked;

    #[test]
    fn the_wish_is_put_in_whatever_is_there() {
        let tries = [
            ("<calcPr calcId=\"1\"/>", "<calcPr calcId=\"1\" fullCalcOnLoad=\"1\"/>"),
            ("<calcPr fullCalcOnLoad=\"0\" calcId=\"1\"/>", "<calcPr calcId=\"1\" fullCalcOnLoad=\"1\"/>"),
            ("", "<calcPr fullCalcOnLoad=\"1\"/>"),
        ];
        for (there, then) in tries {
            let whole = |middle: &str| {
                format!("<workbook><sheets><sheet/></sheets><definedNames/>{middle}<extLst/></workbook>")
            };
            assert_eq!(asked(&whole(there)), Some(whole(then)));
        }
        let strict = asked("<x:workbook><x:sheets><x:sheet/></x:sheets></x:workbook>").expect("sound");
        assert_eq!(
            strict,
            "<x:workbook><x:sheets><x:sheet/></x:sheets><x:calcPr fullCalcOnLoad=\"1\"/></x:workbook>"
        );
        assert_eq!(asked("<workbook><sheets>"), None);
    }
}
