//! Which formats of a workbook show a number as a date, and which as a length of time.
//!
//! Refuses to know: everything else about how a cell looks.

use std::collections::HashMap;

use super::xml::{Fault, Xml};

/// What a format makes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// A number.
    Number,
    /// A date, a time, or both.
    Date,
    /// A length of time.
    Duration,
}

/// The formats of a workbook, by the number that its cells give them.
#[derive(Debug, Default)]
pub struct Styles(Vec<Shows>);

impl Styles {
    /// What a format makes of a number; a format that the workbook does not have changes nothing.
    pub fn shows(&self, style: usize) -> Shows {
        self.0.get(style).copied().unwrap_or(Shows::Number)
    }
}

/// Reads the formats.
pub fn styles(part: &[u8]) -> Result<Styles, Fault> {
    let (mut xml, mut own, mut styles) = (Xml::new(part)?, HashMap::new(), Vec::new());
    xml.root()?;
    while let Some(tag) = xml.child()? {
        match tag.name {
            "numFmts" => own_formats(&mut xml, &mut own)?,
            "cellXfs" => {
                while let Some(tag) = xml.child()? {
                    let format = tag.raw("numFmtId")?.and_then(|id| id.trim().parse().ok()).unwrap_or(0);
                    styles.push(own.get(&format).copied().unwrap_or_else(|| built_in(format)));
                    xml.skip()?;
                }
            }
            _ => xml.skip()?,
        }
    }
    Ok(Styles(styles))
}

fn own_formats(xml: &mut Xml<'_>, own: &mut HashMap<u32, Shows>) -> Result<(), Fault> {
    while let Some(tag) = xml.child()? {
        let id = tag.raw("numFmtId")?.and_then(|id| id.trim().parse().ok());
        if let (Some(id), Some(code)) = (id, tag.get("formatCode")?) {
            own.insert(id, coded(&code));
        }
        xml.skip()?;
    }
    Ok(())
}

/// What the formats are that every program has.
fn built_in(format: u32) -> Shows {
    match format {
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => Shows::Date,
        46 => Shows::Duration,
        _ => Shows::Number,
    }
}

/// What a format's code makes of a number: its first section, without what stands there as text.
fn coded(code: &str) -> Shows {
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ';' => break,
            '\\' | '_' | '*' => drop(letters.next()),
            '"' => drop(letters.find(|it| *it == '"')),
            '[' => {
                let inside: String = letters.by_ref().take_while(|it| *it != ']').collect();
                let first = inside.chars().next().map(|it| it.to_ascii_lowercase());
                let repeated =
                    first.is_some_and(|it| inside.chars().all(|other| other.eq_ignore_ascii_case(&it)));
                if matches!(first, Some('h' | 'm' | 's')) && repeated {
                    return Shows::Duration;
                }
            }
            'd' | 'm' | 'y' | 'h' | 's' | 'D' | 'M' | 'Y' | 'H' | 'S' => return Shows::Date,
            _ => {}
        }
    }
    Shows::Number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_told_from_numbers_by_the_code() {
        let codes = [
            ("[$-809]dd/mm/yyyy", Shows::Date),
            ("d mmmm yyyy;@", Shows::Date),
            ("h:mm AM/PM", Shows::Date),
            ("[h]:mm", Shows::Duration),
            ("[SS].00", Shows::Duration),
            ("[Red]0.00", Shows::Number),
            ("0.00\" days\"", Shows::Number),
            ("0\\d", Shows::Number),
            ("#,##0_d;[Red]d", Shows::Number),
            ("General", Shows::Number),
            ("0.00E+00", Shows::Number),
            ("@", Shows::Number),
        ];
        for (code, shows) in codes {
            assert_eq!(coded(code), shows, "{code}");
        }
    }

    #[test]
    fn a_cell_finds_its_format_by_number() {
        let text = br#"<styleSheet><numFmts><numFmt numFmtId="165" formatCode="yyyy&quot;d&quot;"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="165"><a/></xf><xf numFmtId="46"/></cellXfs></styleSheet>"#;
        let styles = styles(text).expect("sound");
        let all: Vec<Shows> = (0..4).map(|style| styles.shows(style)).collect();
        assert_eq!(all, [Shows::Number, Shows::Date, Shows::Duration, Shows::Number]);
    }
}
