//! A document as an Excel workbook: a sheet a section, real tables, numbers as numbers, ready to print.
//!
//! Refuses to know: what the report is about.

mod cells;
mod charts;
mod formulas;
mod sheets;
#[cfg(test)]
mod tests;

use rust_xlsxwriter::{
    Color, DocProperties, Format, FormatAlign, Table as SheetTable, TableColumn, TableStyle, Workbook,
    Worksheet, XlsxError,
};

use super::chart::from_bars;
use super::document::{Block, Document, Pair, Section, SignaturePlace};
use super::pages::short_code;
use crate::analysis::table::{Column, ColumnKind, Table};
use crate::error::{Error, Result};
use crate::progress::{Progress, count};
use sheets::{apart, sheet_names, together, widths};

const NAVY: u32 = 0x0B_25_45;
const LINE: u32 = 0xB1_B4_B6;
/// A table of so many rows runs over a page, so that its head is printed again.
const A_PAGE: u32 = 30;
/// The most characters at the head of a page.
const AT_THE_HEAD: usize = 240;
/// So far down a head is still kept in view while the rows below it are looked through.
const IN_VIEW: u32 = 12;
/// The width of a sheet that holds no table, and the least over which a paragraph may run.
const PAGE: usize = 90;
/// A page holds so much of a sheet, in points, if that is no wider than so many characters; of a wider one, set smaller, more.
const PAGE_HIGH: f64 = 495.0;
const PAGE_WIDE: f64 = 140.0;
/// The height of a line.
const LINE_HIGH: f64 = 15.0;
/// So much of a table stands on the page on which it begins: its head and a few rows.
const BEGINS: f64 = 100.0;

/// Writes a document as a workbook.
pub fn write(document: &Document) -> Result<Vec<u8>> {
    write_watched(document, &Progress::default())
}

/// The same, counted piece by piece, so that a long one can be stopped.
pub fn write_watched(document: &Document, progress: &Progress) -> Result<Vec<u8>> {
    workbook(document, progress, |_| Ok(()))
}

/// The same, with pages after those of the document.
pub(super) fn write_with(
    document: &Document,
    more: impl FnOnce(&mut Workbook) -> Written,
) -> Result<Vec<u8>> {
    workbook(document, &Progress::default(), more)
}

type Written = std::result::Result<(), XlsxError>;

fn workbook(
    document: &Document,
    progress: &Progress,
    more: impl FnOnce(&mut Workbook) -> Written,
) -> Result<Vec<u8>> {
    let fault = |error: XlsxError| {
        Error::fault(format!("The report \u{201c}{}\u{201d} could not be written: {error}.", document.title))
    };
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(&document.title).set_author(&document.author));
    let sections = together(document.sections.iter().flat_map(apart));
    let names = sheet_names(&sections);
    progress.expect(count(sections.len()) + 1);
    for (at, (section, name)) in sections.iter().zip(names).enumerate() {
        let sheet = book.add_worksheet();
        set_up(sheet, document, (section, &name)).map_err(fault)?;
        let wide = widths(section);
        let page = wide.iter().sum::<usize>().max(PAGE);
        let mut sheet =
            Sheet { sheet, row: 0, page, wide, heads: Vec::new(), breaks: Vec::new(), used: 0.0, led: false };
        if at == 0 {
            sheet.opening(document).map_err(fault)?;
        }
        sheet.blocks(section).map_err(fault)?;
        progress.step(1)?;
    }
    more(&mut book).map_err(fault)?;
    book.save_to_buffer().map_err(fault)
}

fn set_up(
    sheet: &mut Worksheet,
    document: &Document,
    (section, name): (&Section, &str),
) -> std::result::Result<(), XlsxError> {
    let plain = |text: &str| text.replace('&', "&&");
    sheet.set_name(name)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    let code = short_code(&document.code);
    let footer = format!("&L&8{}&C&8Page &P of &N&R&8Log code {}", plain(&document.title), plain(&code));
    sheet.set_footer(footer);
    if let Some(whose) = document.about.first() {
        let whose = whose.chars().take(AT_THE_HEAD / 2).collect::<String>();
        let marks = marks(document).collect::<Vec<_>>().join(" \u{b7} ");
        let marks = marks.chars().take(AT_THE_HEAD / 2).collect::<String>();
        sheet.set_header(format!("&L&8{}&R&8&B{}", plain(&whose), plain(&marks)));
    }
    sheet.set_screen_gridlines(false);
    for (place, width) in widths(section).into_iter().enumerate() {
        sheet.set_column_width(column(place), chars(width))?;
    }
    Ok(())
}

/// For whom a document is, and that it is a draft, as far as either is said.
fn marks(document: &Document) -> impl Iterator<Item = &str> {
    [document.marking.as_str(), document.draft.as_str()].into_iter().filter(|words| !words.is_empty())
}

struct Sheet<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
    page: usize,
    /// How wide its columns are.
    wide: Vec<usize>,
    /// The rows in which heads of tables stand, and how many rows are below each.
    heads: Vec<(u32, u32)>,
    /// The rows above which a page ends.
    breaks: Vec<u32>,
    /// How far down its page the next row is about.
    used: f64,
    /// Whether it stands right below a heading.
    led: bool,
}

impl Sheet<'_> {
    fn blocks(mut self, section: &Section) -> std::result::Result<(), XlsxError> {
        for block in &section.blocks {
            self.block(block)?;
        }
        self.kept_in_view()
    }

    /// What the document is, of what and for whom, above its first section.
    fn opening(&mut self, document: &Document) -> std::result::Result<(), XlsxError> {
        self.headed(&document.title, (18, 28))?;
        for line in &document.about {
            self.sheet.write(self.row, 0, line)?;
            self.down(LINE_HIGH);
            self.row += 1;
        }
        let bold = Format::new().set_bold();
        for words in marks(document) {
            self.sheet.write_with_format(self.row, 0, words, &bold)?;
            self.down(LINE_HIGH);
            self.row += 1;
        }
        self.down(LINE_HIGH);
        self.row += 1;
        Ok(())
    }

    /// The head of the only table of a sheet, above it on every page and, where it stands high enough, on the screen.
    fn kept_in_view(&mut self) -> std::result::Result<(), XlsxError> {
        if !self.breaks.is_empty() {
            self.sheet.set_page_breaks(&self.breaks)?;
        }
        if let [(top, below)] = self.heads[..] {
            if below >= A_PAGE {
                self.sheet.set_repeat_rows(top, top)?;
            }
            if top < IN_VIEW {
                self.sheet.set_freeze_panes(top + 1, 1)?;
            }
        }
        Ok(())
    }

    /// Sets the height of a row.
    fn high(&mut self, row: u32, points: f64) -> std::result::Result<(), XlsxError> {
        self.sheet.set_row_height(row, points)?;
        self.down(points);
        Ok(())
    }

    /// Goes so far down the page, or onto the next.
    fn down(&mut self, points: f64) {
        self.used = if self.used + points > self.page_high() { points } else { self.used + points };
    }

    /// What stands next is not torn: a page ends above it where so much does not fit.
    fn needs(&mut self, points: f64) {
        if self.used > 0.0 && self.used + points > self.page_high() {
            self.breaks.push(self.row);
            self.used = 0.0;
        }
    }

    fn page_high(&self) -> f64 {
        PAGE_HIGH * (chars(self.wide.iter().sum()) / PAGE_WIDE).max(1.0)
    }

    fn block(&mut self, block: &Block) -> std::result::Result<(), XlsxError> {
        match block {
            Block::Heading(text) => self.heading(text),
            Block::Subheading(text) => self.subheading(text),
            Block::Text(text) => self.paragraph(text),
            Block::Notice(notice) => self.paragraph(&notice.text),
            Block::List(items) => {
                items.iter().try_for_each(|item| self.paragraph(&format!("\u{2022} {item}")))
            }
            Block::Pairs(pairs) => self.pairs(pairs),
            Block::Figures(figures) => figures.iter().try_for_each(|figure| {
                self.paragraph(&format!("{}: {} {}", figure.label, figure.value, figure.note))
            }),
            Block::Table(table) => self.titled(table),
            Block::Bars(bars) => self.charted(&from_bars(bars)),
            Block::Chart(chart) => self.charted(chart),
            Block::Signatures(places) => places.iter().try_for_each(|place| self.place(place)),
        }
    }

    fn pairs(&mut self, pairs: &[Pair]) -> std::result::Result<(), XlsxError> {
        pairs.iter().try_for_each(|pair| self.paragraph(&format!("{}: {}", pair.name, pair.said)))
    }

    fn place(&mut self, place: &SignaturePlace) -> std::result::Result<(), XlsxError> {
        self.heading(&place.role)?;
        self.paragraph(&place.statement)?;
        match &place.signed {
            Some(pairs) => self.pairs(pairs),
            None => self.paragraph("Not signed."),
        }
    }

    /// A table under its title and caption, with its notes below.
    fn titled(&mut self, table: &Table) -> std::result::Result<(), XlsxError> {
        self.above(table)?;
        if table.rows.is_empty() {
            self.paragraph("None recorded.")?;
        } else {
            self.table(table)?;
        }
        table.notes.iter().try_for_each(|note| self.paragraph(note))
    }

    /// A title and a caption.
    fn above(&mut self, table: &Table) -> std::result::Result<(), XlsxError> {
        if !self.led {
            self.needs(BEGINS + 2.0 * LINE_HIGH);
        }
        if !table.title.is_empty() {
            self.subheading(&table.title)?;
        }
        if !table.caption.is_empty() {
            self.paragraph(&table.caption)?;
        }
        Ok(())
    }

    fn heading(&mut self, text: &str) -> std::result::Result<(), XlsxError> {
        self.needs(BEGINS + 4.0 * LINE_HIGH);
        self.headed(text, (15, 24))
    }

    fn subheading(&mut self, text: &str) -> std::result::Result<(), XlsxError> {
        self.headed(text, (12, 20))
    }

    fn headed(&mut self, text: &str, (size, high): (u32, u32)) -> std::result::Result<(), XlsxError> {
        let format = Format::new().set_bold().set_font_size(size).set_font_color(Color::RGB(NAVY));
        self.sheet.write_with_format(self.row, 0, text, &format)?;
        self.high(self.row, f64::from(high))?;
        self.row += 1;
        self.led = true;
        Ok(())
    }

    /// A paragraph runs over the cells to its right; a long one is broken into lines, each a row of its own.
    fn paragraph(&mut self, text: &str) -> std::result::Result<(), XlsxError> {
        for line in broken(text, self.page) {
            self.sheet.write(self.row, 0, line)?;
            self.down(LINE_HIGH);
            self.row += 1;
        }
        self.high(self.row, 6.0)?;
        self.row += 1;
        self.led = false;
        Ok(())
    }

    fn table(&mut self, table: &Table) -> std::result::Result<u32, XlsxError> {
        let top = self.row;
        let last = top + rows(table.rows.len());
        let heading = |(at, column): (usize, &Column)| {
            heading_of(column, follows_number(table, at)).set_header(head(&table.columns, at))
        };
        let columns: Vec<TableColumn> = table.columns.iter().enumerate().map(heading).collect();
        let frame = SheetTable::new().set_columns(&columns).set_style(TableStyle::None).set_autofilter(false);
        self.sheet.add_table(top, 0, last, column(table.columns.len().saturating_sub(1)), &frame)?;
        let broken =
            |(at, column): (usize, &Column)| broken(&column.label, self.wide[at].saturating_sub(2)).len();
        let lines = table.columns.iter().enumerate().map(broken).max().unwrap_or(1).max(2);
        self.high(top, chars(lines) * LINE_HIGH + 6.0)?;
        for place in 0..table.rows.len() {
            self.line(top, place, table)?;
        }
        self.heads.push((top, rows(table.rows.len())));
        self.row = last + 2;
        self.down(LINE_HIGH);
        self.led = false;
        Ok(top)
    }
}

/// Whether words stand right of a number, so that a gap has to part them.
fn follows_number(table: &Table, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| table.columns.get(before));
    before.is_some_and(|before| before.kind.is_number()) && !table.columns[at].kind.is_number()
}

/// What stands over a column: no two of a table on a sheet may be called the same.
fn head(columns: &[Column], at: usize) -> String {
    let label = columns[at].label.as_str();
    let same = |one: &&Column| !label.is_empty() && one.label.to_lowercase() == label.to_lowercase();
    match columns[..at].iter().filter(same).count() {
        0 => label.to_owned(),
        before => format!("{label} ({})", before + 1),
    }
}

fn heading_of(column: &Column, indented: bool) -> TableColumn {
    let side = match column.kind {
        ColumnKind::Text | ColumnKind::Short => FormatAlign::Left,
        ColumnKind::Count | ColumnKind::Share => FormatAlign::Right,
    };
    let format = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_align(side)
        .set_font_color(Color::White)
        .set_background_color(Color::RGB(NAVY));
    let format = if indented { format.set_indent(1) } else { format };
    TableColumn::new().set_header_format(format)
}

/// Text broken at spaces into lines of so many characters; a longer word has a line of its own.
pub(super) fn broken(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for part in text.split('\n') {
        let mut line = String::new();
        for word in part.split(' ') {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

fn column(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}

fn rows(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn chars(count: usize) -> f64 {
    f64::from(rows(count))
}
