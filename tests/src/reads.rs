//! How a test reads files: as the app does, but for the cells that somebody typed, or for what a return is made of.

use attest::error::Result;
use attest::problem::Read;
use attest::sheet::{Book, Cell, Cells, Content, Seen};
use attest::template::Template;
use attest::workbook::{Found, InProcess, Reads, Templates};

/// A cell that somebody typed: row, column and text.
pub type Typed = (u32, u32, &'static str);

type AsReturn = dyn Fn(&[u8], &Templates) -> Result<Read<Found>> + Send + Sync;

/// Reads for a test.
pub struct TestReads {
    returned: Box<AsReturn>,
    typed: fn(&str) -> &'static [Typed],
}

impl TestReads {
    /// Types into the first sheet of each workbook, by its name, what somebody would.
    pub fn typing(typed: fn(&str) -> &'static [Typed]) -> Self {
        Self { returned: Box::new(|bytes, known| InProcess.read("", bytes, known)), typed }
    }

    /// Makes a return of a file's bytes in a way of its own.
    pub fn returning(
        read: impl Fn(&[u8], &Templates) -> Result<Read<Found>> + Send + Sync + 'static,
    ) -> Self {
        Self { returned: Box::new(read), typed: |_| &[] }
    }
}

impl Reads for TestReads {
    fn read(&self, _: &str, bytes: &[u8], known: &Templates) -> Result<Read<Found>> {
        (self.returned)(bytes, known)
    }

    fn template(&self, name: &str, bytes: &[u8]) -> Result<Read<Option<Template>>> {
        InProcess.template(name, bytes)
    }

    fn book(&self, name: &str, bytes: &[u8]) -> Result<Read<Book>> {
        let mut read = InProcess.book(name, bytes)?;
        for (row, column, text) in (self.typed)(name) {
            let cells = read.value.sheets[0].rows.or_insert_with(*row, Cells::default);
            cells.insert(*column, Cell { content: Content::Text((*text).into()), formula: false });
        }
        Ok(read)
    }

    fn see(&self, name: &str, bytes: &[u8]) -> Result<Read<Seen>> {
        InProcess.see(name, bytes)
    }
}
