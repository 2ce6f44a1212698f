//! What writing a full return costs beside the same cells written bare, in one run: `bench_workbook [FILE]`.
//!
//! With a file's name, a return with long texts everywhere is written there, to be looked at.
#![allow(clippy::print_stdout, reason = "the figures are its result")]
#![allow(clippy::disallowed_methods, reason = "a bench reads files; the product does not")]

use attest::sheet::{self, Book};
use attest::template::{Template, library};
use attest::workbook;
use attest_tests::returns::{Length, full, signed};
use rust_xlsxwriter::Workbook;

/// Turns of each kind; the clock of the processor counts in hundredths of a second.
const TURNS: u32 = 60;
/// What a return may cost, in milliseconds.
const MOST: f64 = 20.0;

fn main() {
    let template = core(126);
    if let Some(path) = std::env::args().nth(1) {
        let written = workbook::write(&full(&template, Length::Long), &template).expect("written");
        std::fs::write(path, written.value).expect("saved");
        return;
    }
    let returned = signed(&template, full(&template, Length::Usual));
    let bytes = workbook::write(&returned, &template).expect("written").value;
    let book = sheet::read(sheet::guard::open(&bytes).expect("sound").value).expect("read").value;
    let cells: usize = book.sheets.iter().flat_map(|sheet| sheet.rows.values()).map(|row| row.len()).sum();
    bare(&book);
    let ours = spent(|| drop(workbook::write(&returned, &template).expect("written")));
    let floor = spent(|| drop(bare(&book)));
    println!(
        "write a return of {} questions ({cells} cells, {} KB): {ours:.1} ms of processor time, the same cells bare: {floor:.1} ms, ratio {:.2}",
        returned.answers.len(),
        bytes.len() / 1024,
        ours / floor
    );
    if ours >= MOST {
        println!("  more than the {MOST} ms that a return may cost on a quiet machine");
    }
}

/// The school template with so many of its questions.
fn core(questions: usize) -> Template {
    let mut template = library::find("school@2025.1").expect("it ships").clone();
    let mut room = questions;
    for standard in &mut template.standards {
        standard.questions.truncate(room);
        room -= standard.questions.len();
    }
    template.standards.retain(|standard| !standard.questions.is_empty());
    template
}

/// The same texts in the same cells, with nothing else.
fn bare(book: &Book) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for sheet in &book.sheets {
        let to = workbook.add_worksheet();
        for (row, cells) in &sheet.rows {
            for (column, cell) in cells {
                let column = u16::try_from(*column).expect("few columns");
                to.write_string(*row, column, cell.text()).expect("written");
            }
        }
    }
    workbook.save_to_buffer().expect("saved")
}

/// Milliseconds of processor time of one turn, over all threads.
fn spent(work: impl Fn()) -> f64 {
    let before = ticks();
    (0..TURNS).for_each(|_| work());
    f64::from(ticks() - before) * 10.0 / f64::from(TURNS)
}

/// Hundredths of a second that this process has used.
fn ticks() -> u32 {
    let stat = std::fs::read_to_string("/proc/self/stat").expect("Linux says what a process has used");
    let after = stat.rsplit_once(')').expect("a name in brackets").1;
    let fields: Vec<&str> = after.split_whitespace().collect();
    // Counted from the state: the 12th and the 13th are user and system time.
    [11, 12].iter().map(|at| fields[*at].parse::<u32>().expect("a number")).sum()
}
