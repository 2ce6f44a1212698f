//! What reading a register of 50,000 schools in 60 MB costs beside the bare CSV reader, in one run.
#![allow(clippy::print_stdout, reason = "the figures are its result")]
#![allow(clippy::disallowed_methods, reason = "a bench reads the clock; the product does not")]

use std::fmt::Write as _;
use std::time::Instant;

use attest::listing;
use attest::progress::Progress;

const SCHOOLS: u32 = 50_000;
/// Columns as the national register has them, most of which mean nothing here.
const COLUMNS: u32 = 135;
const TURNS: u32 = 5;

fn main() {
    let bytes = register();
    let (mut bare, mut ours) = (f64::MAX, f64::MAX);
    for _ in 0..TURNS {
        bare = bare.min(timed(|| assert_eq!(bare_rows(&bytes), SCHOOLS)));
        ours = ours.min(timed(|| assert_eq!(rows(&bytes), SCHOOLS as usize)));
    }
    println!(
        "register of {SCHOOLS} schools, {} MB: {ours:.2} s; the bare CSV reader {bare:.2} s, ratio {:.1}",
        bytes.len() / 1_000_000,
        ours / bare
    );
}

fn timed(work: impl FnOnce()) -> f64 {
    let begun = Instant::now();
    work();
    begun.elapsed().as_secs_f64()
}

fn rows(bytes: &[u8]) -> usize {
    let size = u64::try_from(bytes.len()).expect("it fits");
    listing::read_csv(bytes, size, |_| None, &Progress::default()).expect("a list").entries.len()
}

fn bare_rows(bytes: &[u8]) -> u32 {
    let mut reader = csv::ReaderBuilder::new().from_reader(bytes);
    let (mut record, mut count) = (csv::ByteRecord::new(), 0);
    while reader.read_byte_record(&mut record).expect("a row") {
        count += 1;
    }
    count
}

fn register() -> Vec<u8> {
    let mut text = String::from(
        "URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),EstablishmentTypeGroup (name),EstablishmentStatus (name),PhaseOfEducation (name)",
    );
    for column in 0..COLUMNS {
        let _ = write!(text, ",Column{column}");
    }
    text.push_str("\r\n");
    for school in 0..SCHOOLS {
        let _ = write!(
            text,
            "{},999,Sampleshire,{:04},\"Example School {school}, Sampleton\",Community school,Local authority maintained schools,Open,Primary",
            100_000 + school,
            school % 10_000
        );
        for column in 0..COLUMNS {
            text.push_str(if column % 2 == 0 { ",Not applicable" } else { ",12" });
        }
        text.push_str("\r\n");
    }
    text.into_bytes()
}
