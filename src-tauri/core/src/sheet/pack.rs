//! A book as bytes, for the way from one process to another: each text once, and nothing spelt out.
//!
//! Refuses to know: pipes, and versions: both ends are the same program.

use std::collections::HashMap;
use std::sync::Arc;

use super::book::{Area, Book, Cell, Cells, Content, Name, Ranges, Sheet};
use super::place::{ERRORS, Place};
use super::sorted::Sorted;

/// A book as bytes.
pub fn pack(book: &Book) -> Vec<u8> {
    let mut out = Out::default();
    out.list(&book.sheets, Out::sheet);
    out.count(book.properties.len());
    book.properties.iter().for_each(|(name, value)| {
        out.text(name);
        out.text(value);
    });
    out.list(&book.names, |out, name| {
        out.text(&name.name);
        out.text(&name.sheet);
        out.area(&name.area);
    });
    out.bytes
}

/// The book of such bytes; none where they are not.
pub fn unpack(bytes: &[u8]) -> Option<Book> {
    let mut from = In { bytes, texts: Vec::new() };
    let sheets = from.list(In::sheet)?;
    let properties = from.list(|from| Some((from.text()?, from.text()?)))?;
    let names =
        from.list(|from| Some(Name { name: from.text()?, sheet: from.text()?, area: from.area()? }))?;
    Some(Book { sheets, properties: properties.into_iter().collect(), names })
}

#[derive(Default)]
struct Out {
    bytes: Vec<u8>,
    texts: HashMap<Arc<str>, usize>,
}

impl Out {
    /// A number in as few bytes as it needs.
    fn count(&mut self, number: usize) {
        let mut rest = number;
        while rest >= 0x80 {
            self.bytes.push((rest & 0x7f) as u8 | 0x80);
            rest >>= 7;
        }
        self.bytes.push(rest as u8);
    }

    fn list<T>(&mut self, things: &[T], mut one: impl FnMut(&mut Self, &T)) {
        self.count(things.len());
        things.iter().for_each(|thing| one(self, thing));
    }

    fn text(&mut self, text: &str) {
        self.count(text.len());
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn number(&mut self, number: u32) {
        self.count(number as usize);
    }

    fn real(&mut self, number: f64) {
        self.bytes.extend_from_slice(&number.to_le_bytes());
    }

    fn area(&mut self, area: &Area) {
        for number in [area.from.row, area.from.column, area.to.row, area.to.column] {
            self.number(number);
        }
    }

    fn ranges(&mut self, ranges: &Ranges) {
        let all: Vec<(u32, u32)> = ranges.iter().collect();
        self.list(&all, |out, (from, to)| {
            out.number(*from);
            out.number(*to);
        });
    }

    fn sheet(&mut self, sheet: &Sheet) {
        self.text(&sheet.name);
        self.bytes.push(u8::from(sheet.hidden));
        self.ranges(&sheet.hidden_rows);
        self.ranges(&sheet.hidden_columns);
        self.list(&sheet.merged, Self::area);
        self.count(sheet.rows.len());
        for (row, cells) in &sheet.rows {
            self.number(*row);
            self.count(cells.len());
            for (column, cell) in cells {
                self.number(*column);
                self.cell(cell);
            }
        }
    }

    fn cell(&mut self, cell: &Cell) {
        let mark = |kind: u8| kind << 1 | u8::from(cell.formula);
        match &cell.content {
            Content::Text(text) => self.shared(text, mark(0)),
            Content::Number(number) => {
                self.bytes.push(mark(1));
                self.real(*number);
            }
            Content::Truth(truth) => self.bytes.extend([mark(2), u8::from(*truth)]),
            Content::Date(days) => {
                self.bytes.push(mark(3));
                self.real(*days);
            }
            Content::IsoDate(text) => {
                self.bytes.push(mark(4));
                self.text(text);
            }
            Content::Duration(text) => {
                self.bytes.push(mark(5));
                self.text(text);
            }
            Content::Error(name) => {
                let place = ERRORS.iter().position(|it| it == name).unwrap_or(0);
                self.bytes.push(mark(6));
                self.count(place);
            }
        }
    }

    /// A text by its number; itself only where it comes for the first time.
    fn shared(&mut self, text: &Arc<str>, mark: u8) {
        self.bytes.push(mark);
        let next = self.texts.len();
        let number = *self.texts.entry(Arc::clone(text)).or_insert(next);
        self.count(number);
        if number == next {
            self.text(text);
        }
    }
}

struct In<'a> {
    bytes: &'a [u8],
    texts: Vec<Arc<str>>,
}

impl<'a> In<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*first)
    }

    fn count(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0_usize, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f).checked_shl(shift)?;
            shift += 7;
            if byte < 0x80 {
                return Some(number);
            }
        }
    }

    fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        (0..self.count()?).map(|_| one(self)).collect()
    }

    fn borrowed(&mut self) -> Option<&'a str> {
        let length = self.count()?;
        let (text, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        std::str::from_utf8(text).ok()
    }

    fn text(&mut self) -> Option<String> {
        self.borrowed().map(str::to_owned)
    }

    fn number(&mut self) -> Option<u32> {
        u32::try_from(self.count()?).ok()
    }

    fn real(&mut self) -> Option<f64> {
        let (number, rest) = self.bytes.split_first_chunk()?;
        self.bytes = rest;
        Some(f64::from_le_bytes(*number))
    }

    fn area(&mut self) -> Option<Area> {
        let from = Place::new(self.number()?, self.number()?);
        Some(Area { from, to: Place::new(self.number()?, self.number()?) })
    }

    fn ranges(&mut self) -> Option<Ranges> {
        self.list(|from| Some((from.number()?, from.number()?))).map(Ranges::of)
    }

    fn sheet(&mut self) -> Option<Sheet> {
        Some(Sheet {
            name: self.text()?,
            hidden: self.byte()? == 1,
            hidden_rows: self.ranges()?,
            hidden_columns: self.ranges()?,
            merged: self.list(Self::area)?,
            rows: self.rows()?,
        })
    }

    fn rows(&mut self) -> Option<Sorted<Cells>> {
        let mut rows = Sorted::default();
        for _ in 0..self.count()? {
            let (row, mut cells) = (self.number()?, Sorted::default());
            for _ in 0..self.count()? {
                cells.insert(self.number()?, self.cell()?);
            }
            rows.insert(row, cells);
        }
        Some(rows)
    }

    fn cell(&mut self) -> Option<Cell> {
        let mark = self.byte()?;
        let content = match mark >> 1 {
            0 => Content::Text(self.shared()?),
            1 => Content::Number(self.real()?),
            2 => Content::Truth(self.byte()? == 1),
            3 => Content::Date(self.real()?),
            4 => Content::IsoDate(self.text()?),
            5 => Content::Duration(self.text()?),
            6 => Content::Error(ERRORS.get(self.count()?)?),
            _ => return None,
        };
        Some(Cell { content, formula: mark & 1 == 1 })
    }

    fn shared(&mut self) -> Option<Arc<str>> {
        let number = self.count()?;
        if number == self.texts.len() {
            let text = Arc::from(self.borrowed()?);
            self.texts.push(text);
        }
        self.texts.get(number).cloned()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    fn content() -> impl Strategy<Value = Content> {
        prop_oneof![
            "[a-c]{0,2}|.{0,40}".prop_map(|text| Content::Text(Arc::from(text))),
            (-1e9_f64..1e9).prop_map(Content::Number),
            any::<bool>().prop_map(Content::Truth),
            (0.0_f64..90_000.0).prop_map(Content::Date),
            ".{0,20}".prop_map(Content::IsoDate),
            ".{0,20}".prop_map(Content::Duration),
            (0..ERRORS.len()).prop_map(|place| Content::Error(ERRORS[place])),
        ]
    }

    fn sheet() -> impl Strategy<Value = Sheet> {
        let cell = (content(), any::<bool>()).prop_map(|(content, formula)| Cell { content, formula });
        let cells = proptest::collection::vec((0_u32..2_000_000, 0_u32..20_000, cell), 0..12);
        (".{0,9}", any::<bool>(), cells, 0_u32..900).prop_map(|(name, hidden, cells, number)| {
            let mut sheet = Sheet { name, hidden, ..Sheet::default() };
            sheet.hidden_rows = Ranges::of(vec![(number, number + 300), (9, 9)]);
            sheet.merged.push(Area { from: Place::new(1, number), to: Place::new(number + 1, 70_000) });
            for (row, column, cell) in cells {
                sheet.rows.or_insert_with(row, Sorted::default).insert(column, cell);
            }
            sheet
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_book_comes_out_as_it_went_in_and_no_end_of_it_does(sheets in proptest::collection::vec(sheet(), 0..4), cut in 1_usize..50) {
            let area = Area { from: Place::new(0, 0), to: Place::new(9, 9) };
            let names = vec![Name { name: "rating".to_owned(), sheet: "A".to_owned(), area }];
            let book = Book { sheets, names, properties: BTreeMap::from([("a".to_owned(), "b".to_owned())]) };
            let bytes = pack(&book);
            prop_assert_eq!(unpack(&bytes[..bytes.len() - cut.min(bytes.len())]), None);
            prop_assert_eq!(unpack(&bytes), Some(book));
        }
    }
}
