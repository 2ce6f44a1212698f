//! From an open file to a ready grid, and each table from it: `bench_tables [RETURNS...]`, beside DuckDB where it is.
//!
//! DuckDB gets the same ratings as one row a rating, loaded and warm, and counts the same tables; what is compared is
//! processor time of a table. It comes from the environment that `scripts/bench` makes under `target/`.
#![allow(clippy::print_stdout, reason = "the figures are its result")]
#![allow(clippy::disallowed_methods, reason = "a bench reads the clock; the product does not")]

use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use attest::analysis::grid::Grid;
use attest::analysis::group::By;
use attest::analysis::judged::Caption;
use attest::analysis::sharing::{SharedBefore, Sharing, Shown};
use attest::analysis::{Table, heat, matrix, profile, questions, standards};
use attest::store::{AuditFile, FileKind};
use attest::submission::ratings::FIRST_LEVEL;
use attest::template::{Template, library};
use attest::world::FixedWorld;
use attest_tests::filled::{Notes, fill};

/// So many questions the goals speak of.
const NAMED: usize = 126;
const PYTHON: &str = "target/bench-python/bin/python";

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|it| it.parse().ok()).collect();
    let template = library::find("school@2025.1").expect("it ships");
    for returns in if asked.is_empty() { vec![380, 24_400] } else { asked } {
        bench(returns, template);
        bench(returns, &narrowed(template, NAMED));
    }
}

/// The tool with so many of its questions: the size that the goal names.
fn narrowed(template: &Template, questions: usize) -> Template {
    let mut narrow = template.clone();
    let mut left = questions;
    for standard in &mut narrow.standards {
        standard.questions.truncate(left);
        left -= standard.questions.len();
    }
    narrow
}

fn bench(returns: usize, template: &Template) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bench.attest");
    let world = Arc::new(FixedWorld::new("2027-03-31T12:00:00Z".parse().expect("a time"), 1));
    let mut file = AuditFile::create(&path, FileKind::Partnership, world).expect("created");
    let round = fill(&mut file, template, returns, Notes::None);
    let ready = median(9, || drop(Grid::read(file.reader(), round, template).expect("reads")));
    let grid = Grid::read(file.reader(), round, template).expect("reads");
    let cells = grid.rows.len() * grid.columns.len();
    println!(
        "{returns} returns, {} questions, {cells} ratings: open file to ready grid {ready:.2?}",
        grid.columns.len()
    );
    let plain = median(9, || {
        let sum: u64 = grid.rows.iter().flat_map(|row| &row.ratings).map(|byte| u64::from(*byte)).sum();
        std::hint::black_box(sum);
    });
    println!("  one plain read of the grid: {plain:.2?}");
    let caption = Caption { round: "Round 2026/27".into(), as_at: "2027-03-31".parse().expect("a day") };
    let to = Shown::ToOfficers;
    let tables: [(&str, &dyn Fn() -> Table); 7] = [
        ("standards", &|| standards::results(&grid, template, &caption, to)),
        ("questions", &|| questions::results(&grid, template, &caption, to)),
        ("standards by phase", &|| matrix::standards(&grid, template, &caption, By::Phase, to)),
        ("questions by phase", &|| matrix::questions(&grid, template, &caption, By::Phase, to)),
        ("questions by locality", &|| matrix::questions(&grid, template, &caption, By::Locality, to)),
        ("strongest and weakest", &|| questions::ends(&grid, template, &caption, to)),
        ("profile of settings", &|| profile::settings(&grid, template, &caption)),
    ];
    let theirs = duckdb(folder.path(), &grid);
    for (at, (name, make)) in tables.iter().enumerate() {
        let took = median(15, || drop(std::hint::black_box(make())));
        let beside = theirs.as_ref().and_then(|all| all.get(at)).map_or(String::new(), |duck| {
            format!(", DuckDB {duck:.1?}, {:.0} times", duck.as_secs_f64() / took.as_secs_f64())
        });
        println!("  {name}: {took:.2?}{beside}");
    }
    let letters = median(5, || drop(std::hint::black_box(heat::heat(&grid, template, &caption))));
    println!("  heatmap, as letters: {letters:.2?}");
    let shared = median(3, || drop(std::hint::black_box(Sharing::of(&grid, 5))));
    println!("  what may be shared: {shared:.2?}");
    for days in [1, 5] {
        let before = shared_before(&grid, days);
        let beside = median(1, || drop(std::hint::black_box(Sharing::of(&grid, 5).beside(&grid, &before))));
        println!("  the same beside {days} earlier: {beside:.2?}");
    }
    if theirs.is_none() {
        println!("  DuckDB is not there: scripts/bench makes its environment where it can be had");
    }
}

/// So many earlier papers, since each of which other returns came or were rated anew.
fn shared_before(grid: &Grid, days: usize) -> Vec<SharedBefore> {
    let hidden = Sharing::of(grid, 5).hidden();
    let before = |day: usize| {
        let other = |place: usize| place % 17 == day;
        let mut shared = SharedBefore { hidden: hidden.clone(), ..SharedBefore::default() };
        for (place, row) in grid.rows.iter().enumerate() {
            shared.whose.push(row.who.clone());
            if !other(place) {
                shared.same.insert(row.submission);
            } else if place % 2 == 0 {
                shared.rated.insert(row.submission);
                let mut then = row.ratings.clone();
                let column = place % then.len();
                then[column] = if then[column] == FIRST_LEVEL { FIRST_LEVEL + 1 } else { FIRST_LEVEL };
                shared.then.insert(row.submission, then);
            }
        }
        shared
    };
    (0..days).map(before).collect()
}

/// Processor time of the same tables in DuckDB, in the same order; nothing where it is not there.
fn duckdb(folder: &Path, grid: &Grid) -> Option<Vec<Duration>> {
    let csv = folder.join("ratings.csv");
    let mut out = std::io::BufWriter::new(std::fs::File::create(&csv).ok()?);
    writeln!(out, "setting,phase,locality,standard,question,rating").ok()?;
    for row in &grid.rows {
        for column in grid.scored() {
            let (who, rating) = (&row.who, row.ratings[column]);
            let standard = grid.columns[column].standard;
            writeln!(out, "{},{},{},{standard},{column},{rating}", who.name, who.phase, who.locality).ok()?;
        }
    }
    drop(out);
    let ran = Command::new(PYTHON).arg("tests/src/bin/bench_tables.py").arg(&csv).output().ok()?;
    if !ran.status.success() {
        return None;
    }
    let text = String::from_utf8(ran.stdout).ok()?;
    let seconds = text.split_whitespace().map(|it| it.parse::<f64>().ok());
    seconds.map(|it| it.map(Duration::from_secs_f64)).collect()
}

fn median(times: usize, mut work: impl FnMut()) -> Duration {
    let mut took: Vec<Duration> = (0..times)
        .map(|_| {
            let begun = Instant::now();
            work();
            begun.elapsed()
        })
        .collect();
    took.sort();
    took[times / 2]
}
