//! Kept results of formulas, taken out: they are of the cells as they were.
//!
//! A program that opens the workbook works out what has no result; one that only shows what is kept shows nothing
//! rather than an old total. Refuses to know: what a formula says.

use quick_xml::Reader;
use quick_xml::events::Event;

/// The sheet without the kept results of its formulas; none where the XML is broken.
pub(super) fn forgotten(xml: &str) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    let (mut out, mut copied) = (String::with_capacity(xml.len()), 0);
    let (mut formula, mut value, mut opened) = (false, None, 0);
    loop {
        let from = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let to = usize::try_from(reader.buffer_position()).ok()?;
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "c" => (formula, value) = (false, None),
                "f" if element.name().as_ref() != "xm:f" => formula = true,
                "v" => opened = from,
                _ => {}
            },
            Event::Empty(element) if element.local_name().as_ref() == "f" => formula = true,
            Event::End(element) => match element.local_name().as_ref() {
                "v" => value = Some((opened, to)),
                "c" => {
                    if let Some((start, end)) = value.take().filter(|_| formula) {
                        out.push_str(&xml[copied..start]);
                        copied = end;
                    }
                    formula = false;
                }
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    out.push_str(&xml[copied..]);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::forgotten;

    #[test]
    fn results_of_formulas_go_and_everything_else_stays() {
        let xml = "<s><c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"str\"><f>A1</f><v>one</v></c><c r=\"C1\"><f t=\"shared\" si=\"0\"/><v>2</v></c><c><f/></c></s>";
        let wanted = xml.replace("<v>one</v>", "").replace("<v>2</v>", "");
        assert_eq!(forgotten(xml), Some(wanted));
        assert_eq!(forgotten("<s><c>"), Some("<s><c>".to_owned()));
        assert_eq!(forgotten("<s></c>"), None);
    }
}
