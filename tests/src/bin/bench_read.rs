//! What reading one return costs beside inflating its parts and beside calamine's bare streaming read, in one run.
#![allow(clippy::print_stdout, reason = "the figures are its result")]
#![allow(clippy::disallowed_methods, reason = "a bench reads the clock; the product does not")]

use std::io::{Cursor, Read as _};
use std::sync::Arc;
use std::time::Instant;

use attest::sheet;
use attest::template::{Template, library};
use attest::workbook::{self, Listener, Reads as _, Templates};
use attest_tests::returns::{Length, full, signed};
use attest_worker::Worker;
use calamine::{Reader as _, Xlsx};
use libdeflater::Decompressor;

/// Turns of each way, one after the other, so that a busy moment falls on all of them.
const TURNS: usize = 400;

/// A way of reading, by its name.
type Way<'a> = (&'a str, Box<dyn FnMut() + 'a>);

fn main() {
    attest_worker::branch_off();
    let template = core(120);
    let returned = signed(&template, full(&template, Length::Usual));
    let bytes = workbook::write(&returned, &template).expect("written").value;
    let known = Templates::new([Arc::new(template)]);
    let parts = parts(&bytes);
    let worker = Worker::new(std::env::current_exe().expect("this program"));
    let mut child = Listener::default();
    child.serve(&workbook::tell(&known).expect("told"));
    let question = [&workbook::ask(), &bytes[..]].concat();
    let mut ways: [Way<'_>; 6] = [
        ("inflating its parts only", Box::new(|| inflate(&parts))),
        ("calamine, bare streaming read", Box::new(|| assert!(streamed(&bytes) > 500))),
        ("guard and reader (cells)", Box::new(|| drop(sheet::open(&bytes).expect("cells")))),
        ("guard, reader and answers", Box::new(|| drop(workbook::read(&bytes, &known).expect("read")))),
        (
            "the same and the wire, in one process",
            Box::new(|| drop(workbook::hear(&child.serve(&question), &known).expect("heard"))),
        ),
        (
            "guard, reader, answers and worker",
            Box::new(|| drop(worker.read("", &bytes, &known).expect("read"))),
        ),
    ];
    let times = timed(&mut ways);
    println!(
        "read a return of {} questions, {} KB, {TURNS} turns each:",
        returned.answers.len(),
        bytes.len() / 1024
    );
    for ((name, _), time) in ways.iter().zip(&times) {
        println!(
            "  {name}: {:.3} ms, {:.2} of inflating only, {:.2} of calamine",
            time * 1e3,
            time / times[0],
            time / times[1]
        );
    }
}

/// The lower quartile of each way: what it takes when nothing else is in the way.
fn timed(ways: &mut [Way<'_>]) -> Vec<f64> {
    let mut times = vec![Vec::new(); ways.len()];
    for _ in 0..TURNS {
        for ((_, work), times) in ways.iter_mut().zip(&mut times) {
            let begun = Instant::now();
            work();
            times.push(begun.elapsed().as_secs_f64());
        }
    }
    times
        .iter_mut()
        .map(|times| {
            times.sort_by(f64::total_cmp);
            times[TURNS / 4]
        })
        .collect()
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

/// Every part that a reader of cells needs, deflated, with its length.
fn parts(bytes: &[u8]) -> Vec<(Vec<u8>, usize)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut parts = Vec::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index_raw(place).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let aside = ["xl/drawings", "xl/charts", "xl/theme", "docProps/app", "docProps/core"];
        if aside.iter().any(|it| name.starts_with(it)) {
            continue;
        }
        let (mut packed, length) = (Vec::new(), usize::try_from(part.size()).expect("small"));
        part.read_to_end(&mut packed).expect("read");
        parts.push((packed, length));
    }
    parts
}

fn inflate(parts: &[(Vec<u8>, usize)]) {
    for (packed, length) in parts {
        let mut out = vec![0; *length];
        Decompressor::new().deflate_decompress(packed, &mut out).expect("inflates");
    }
}

fn streamed(bytes: &[u8]) -> usize {
    let mut xlsx: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let mut count = 0;
    for name in xlsx.sheet_names() {
        let mut cells = xlsx.worksheet_cells_reader(&name).expect("a sheet");
        while cells.next_cell().expect("a cell").is_some() {
            count += 1;
        }
    }
    count
}
