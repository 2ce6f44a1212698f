//! Hostile files through the guard, the worker and the reader: `hostile [COUNT] [SEED]`.
//!
//! Every file gets a sentence or an answer; nothing crashes or hangs; the memory of this process and its children
//! together is looked at a thousand times a second. Ends with a status that says whether all of it held.
#![allow(clippy::print_stdout, reason = "the figures are its result")]
#![allow(clippy::disallowed_methods, reason = "it reads the clock; the product does not")]

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use attest::template::library;
use attest::workbook::{self, Reads as _, Templates};
use attest_tests::hostile::{Dice, bombs, book, mutated, packed};
use attest_tests::returns::{Length, full, signed};
use attest_worker::Worker;

/// What app and children may take together.
const MOST_MEMORY: usize = 256 << 20;
/// What a file may take.
const MOST_TIME: Duration = Duration::from_secs(20);
/// So many files are read at once.
const AT_ONCE: usize = 4;

#[derive(Default)]
struct Seen {
    read: usize,
    refused: usize,
    unsafe_to_read: usize,
    wordless: usize,
    slowest: Duration,
    sentences: BTreeMap<String, usize>,
}

fn main() -> ExitCode {
    attest_worker::branch_off();
    let number = |place| std::env::args().nth(place).and_then(|text| text.parse::<u64>().ok());
    let (count, seed) = (number(1).unwrap_or(10_000), number(2).unwrap_or(1));
    let (done, peak) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let watch = watch(&done, &peak);
    let seen = Mutex::new(Seen::default());
    let worker = Worker::of_this_program().expect("this program");
    let known = Templates::new([Arc::clone(library::shipped()[0].shared())]);
    for (name, bomb) in bombs() {
        let (bytes, begun) = (bomb(), Instant::now());
        let before = seen.lock().expect("whole").unsafe_to_read;
        read(&worker, &bytes, &known, &seen);
        let died = seen.lock().expect("whole").unsafe_to_read > before;
        let told = if died { ", could not be read safely" } else { "" };
        println!(
            "  {name}: {} KB, {:.2?}{told}, peak so far {} MB",
            bytes.len() / 1024,
            begun.elapsed(),
            peak.load(Ordering::Relaxed) >> 20
        );
    }
    many(&worker, &known, &seen, count, seed);
    done.store(true, Ordering::Relaxed);
    watch.join().expect("watched");
    told(&seen.into_inner().expect("whole"), count, peak.load(Ordering::Relaxed))
}

fn many(worker: &Worker, known: &Templates, seen: &Mutex<Seen>, count: u64, seed: u64) {
    let sound = sound();
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if u64::try_from(number).unwrap_or(u64::MAX) >= count {
                        return;
                    }
                    let mut dice = Dice::new(seed * 1_000_003 + u64::try_from(number).unwrap_or(0));
                    let base = dice.below(sound.len());
                    read(worker, &mutated(&sound[base], &mut dice), known, seen);
                }
            });
        }
    });
}

/// Sound workbooks to damage: a signed return, and a small one as other programs write them.
fn sound() -> Vec<Vec<u8>> {
    let template = library::shipped()[0].template();
    let returned = signed(template, full(template, Length::Usual));
    let ours = workbook::write(&returned, template).expect("written").value;
    let rows = r#"<row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c></row><row r="3"><c r="A3" s="1"><v>45000.5</v></c><c r="C3"><f>A3</f><v>2</v></c><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c><c t="str"><f/><v>a_x000D_b</v></c></row>"#;
    let other = packed(&book(rows, "<si><t xml:space=\"preserve\"> Statement &amp; </t></si><si/>"));
    vec![ours, other]
}

fn read(worker: &Worker, bytes: &[u8], known: &Templates, seen: &Mutex<Seen>) {
    let begun = Instant::now();
    let book = worker.book("", bytes).map(drop);
    let error = worker.read("", bytes, known).map(drop).or(book.and(Ok(()))).err();
    let took = begun.elapsed();
    let mut seen = seen.lock().expect("whole");
    seen.slowest = seen.slowest.max(took);
    let Some(error) = error else {
        seen.read += 1;
        return;
    };
    let dies = error.message.contains("could not be read safely");
    seen.unsafe_to_read += usize::from(dies);
    seen.refused += usize::from(!dies);
    seen.wordless += usize::from(error.message.is_empty() || error.hint.is_empty());
    let bare: String = error.message.chars().filter(|letter| !letter.is_ascii_digit()).take(44).collect();
    *seen.sentences.entry(bare).or_default() += 1;
}

/// Looks at the memory of this process and its children, again and again.
fn watch(done: &Arc<AtomicBool>, peak: &Arc<AtomicUsize>) -> std::thread::JoinHandle<()> {
    let (done, peak) = (Arc::clone(done), Arc::clone(peak));
    std::thread::spawn(move || {
        while !done.load(Ordering::Relaxed) {
            peak.fetch_max(resident(), Ordering::Relaxed);
            std::thread::sleep(Duration::from_millis(1));
        }
    })
}

fn resident() -> usize {
    let own = std::process::id();
    let tasks = std::fs::read_dir(format!("/proc/{own}/task")).into_iter().flatten().flatten();
    let children = tasks.filter_map(|task| std::fs::read_to_string(task.path().join("children")).ok());
    let children: String = children.collect::<Vec<_>>().join(" ");
    let pages = |process: &str| -> Option<usize> {
        let held = std::fs::read_to_string(format!("/proc/{process}/statm")).ok()?;
        held.split(' ').nth(1)?.parse().ok()
    };
    let all = children.split_whitespace().filter_map(pages).sum::<usize>();
    (all + pages("self").unwrap_or(0)) * 4096
}

fn told(seen: &Seen, count: u64, peak: usize) -> ExitCode {
    println!(
        "{count} mutated workbooks and {} bombs: {} read, {} refused with a sentence, {} could not be read safely, {} without words; slowest {:.2?}; peak memory, app and workers together, {} MB",
        bombs().len(),
        seen.read,
        seen.refused,
        seen.unsafe_to_read,
        seen.wordless,
        seen.slowest,
        peak >> 20
    );
    let mut sentences: Vec<_> = seen.sentences.iter().collect();
    sentences.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    sentences.iter().for_each(|(sentence, count)| println!("  {count:>6}  {sentence}…"));
    let held = seen.wordless == 0 && seen.slowest < MOST_TIME && peak < MOST_MEMORY;
    if held { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
