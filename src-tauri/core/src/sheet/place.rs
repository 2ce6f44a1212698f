//! Where a cell stands, as a person would say it: `D14`.

/// The last column of a sheet, `XFD`, counted from 0.
pub const LAST_COLUMN: u32 = 16_383;
/// The last row of a sheet, 1048576, counted from 0.
pub const LAST_ROW: u32 = 1_048_575;

/// The errors that a cell may show.
pub const ERRORS: [&str; 13] = [
    "#REF!",
    "#VALUE!",
    "#DIV/0!",
    "#N/A",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#GETTING_DATA",
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#BLOCKED!",
    "#CONNECT!",
];

/// A cell's row and column, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Place {
    /// The row, counted from 0.
    pub row: u32,
    /// The column, counted from 0.
    pub column: u32,
}

impl Place {
    /// A cell by row and column, counted from 0.
    pub fn new(row: u32, column: u32) -> Self {
        Self { row, column }
    }

    /// The cell of a reference such as `D14`; none if there is no such cell in a sheet.
    pub fn parse(reference: &str) -> Option<Self> {
        let bytes = reference.as_bytes();
        let letters = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let (letters, digits) = bytes.split_at(letters);
        let plain = digits.iter().all(u8::is_ascii_digit);
        if !plain || !(1..=3).contains(&letters.len()) || !(1..=7).contains(&digits.len()) {
            return None;
        }
        let column = letters.iter().fold(0, |sum, byte| sum * 26 + letter(*byte));
        let row = digits.iter().fold(0, |sum, byte| sum * 10 + u32::from(byte - b'0'));
        let inside = (1..=LAST_COLUMN + 1).contains(&column) && (1..=LAST_ROW + 1).contains(&row);
        inside.then(|| Self::new(row - 1, column - 1))
    }
}

fn letter(byte: u8) -> u32 {
    u32::from(byte.to_ascii_uppercase() - b'A') + 1
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut letters = Vec::new();
        let mut rest = self.column + 1;
        while rest > 0 {
            letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
            rest = (rest - 1) / 26;
        }
        let letters: String = letters.iter().rev().collect();
        write!(f, "{letters}{}", self.row + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_and_written() {
        for text in ["A1", "Z9", "AA10", "AZ2", "XFD1048576"] {
            assert_eq!(Place::parse(text).expect("inside a sheet").to_string(), text);
        }
    }

    #[test]
    fn references_outside_a_sheet_are_none() {
        for text in ["", "A", "1", "A0", "XFE1", "A1048577", "A4294967298", "AAAA1", "A-1", "É1"] {
            assert_eq!(Place::parse(text), None, "{text}");
        }
    }
}
