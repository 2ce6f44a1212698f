//! What a rating with all its checks costs, and opening a file of ten schools and ten years: `bench_year [FOLDER]`.
#![allow(clippy::print_stdout, reason = "the figures are its result")]
#![allow(clippy::disallowed_methods, reason = "a bench reads the clock; the product does not")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use attest::api::{Desktop, Session, dispatch};
use attest::error::Result;
use attest::round::NewRound;
use attest::setting::Details;
use attest::store::{AuditFile, FileKind};
use attest::submission::answer;
use attest::submission::confirm::confirm_same;
use attest::submission::next::next_audit;
use attest::submission::start::{NewAudit, new_audit};
use attest::template::{Facts, Template, library};
use attest::world::FixedWorld;
use serde_json::{Value, json};

const SCHOOLS: u32 = 10;
const YEARS: u32 = 10;

fn main() {
    let at = std::env::args().nth(1).map_or_else(std::env::temp_dir, PathBuf::from);
    let folder = tempfile::tempdir_in(at).expect("a folder");
    let path = folder.path().join("bench.attest");
    let world = Arc::new(FixedWorld::new("2017-05-03T09:00:00Z".parse().expect("a time"), 1));
    let template = library::find("school@2025.1").expect("it ships");
    fill(&path, &world, template);
    let size = std::fs::metadata(&path).expect("it is there").len();
    println!("{SCHOOLS} schools, {YEARS} years each, {:.1} MB", size as f64 / 1e6);
    let least = median(5, || drop(std::fs::read(&path).expect("reads")));
    let opened = median(5, || drop(AuditFile::open(&path, world.clone()).expect("opens")));
    println!("open: {opened:.2?}, reading its bytes: {least:.2?}, ratio {:.1}", ratio(opened, least));
    let session = Session::new(world, Arc::new(Nobody(path)));
    told(&session, "start.open", json!({}));
    let question = template.questions().next().expect("it has questions").id.clone();
    let mut turn = 0;
    let rated = median(51, || {
        turn += 1;
        let level = if turn % 2 == 0 { "met" } else { "mostly" };
        told(&session, "answer.rate", json!({ "question": question, "level": level }));
    });
    let flagged = median(51, || {
        turn += 1;
        let put = |file: &mut AuditFile| file.transact(PUT, "bench", |tx| tx.put(row(turn)));
        session.file(put).expect("saves");
    });
    println!(
        "rating with its checks: {rated:.2?}, a bare step saved: {flagged:.2?}, ratio {:.1}",
        ratio(rated, flagged)
    );
    for (name, input) in [
        ("home.show", json!({})),
        ("audit.list", json!({})),
        ("check.show", json!({})),
        ("standard.show", json!({ "standard": "school.f" })),
        ("search.find", json!({ "text": "training" })),
        ("papers.show", json!({ "paper": "governor_pack" })),
    ] {
        let took = median(5, || drop(told(&session, name, input.clone())));
        println!("{name}: {took:.2?}, beside a bare step saved: ratio {:.1}", ratio(took, flagged));
    }
}

const PUT: attest::store::Operation = attest::store::Operation::ordinary("home.facts");

fn row(turn: u32) -> attest::store::Row {
    attest::store::Row::new("setting", "bench").text("kind", "school").text("name", format!("Example {turn}"))
}

/// Each school answers its first year whole, and goes on from it year after year.
fn fill(path: &Path, world: &Arc<FixedWorld>, template: &Template) {
    let mut file = AuditFile::create(path, FileKind::Setting, world.clone()).expect("a new file");
    for school in 0..SCHOOLS {
        let round =
            |year: u32| NewRound { label: format!("{}/{}", 2017 + year, 18 + year), ..NewRound::default() };
        let details =
            Details { kind: "school".into(), name: format!("Example School {school}"), ..Details::default() };
        let new = NewAudit { setting: details, identifiers: [].into(), round: round(0) };
        let mut id = new_audit(&mut file, template, &new).expect("begun");
        for question in template.asked(&Facts::new()) {
            let level = template.scale_of(question).and_then(|scale| scale.levels.first());
            if let Some(level) = level {
                answer::rate(&mut file, id, &question.id, Some(level.code.as_str())).expect("rated");
                answer::write(
                    &mut file,
                    id,
                    &question.id,
                    "note",
                    "Minutes of the board; kept in the office.",
                )
                .expect("written");
            }
        }
        for year in 1..YEARS {
            world.pass(31_536_000);
            id = next_audit(&mut file, id, template, &round(year)).expect("begun");
            confirm_same(&mut file, id, None).expect("confirmed");
        }
        world.pass(1);
    }
}

fn told(session: &Session, name: &str, input: Value) -> Value {
    dispatch(session, name, input)
        .map_or_else(|failure| panic!("{name}: {}", failure.message), |reply| reply.value)
}

/// A desktop that opens the one file.
struct Nobody(PathBuf);

impl Desktop for Nobody {
    fn pick_files(&self, _: &str, _: &[&str]) -> Option<Vec<PathBuf>> {
        Some(vec![self.0.clone()])
    }
    fn pick_folder(&self, _: &str) -> Option<PathBuf> {
        None
    }
    fn pick_save(&self, _: &str, _: &str) -> Option<PathBuf> {
        None
    }
    fn reveal(&self, _: &Path) -> Result<()> {
        Ok(())
    }
}

fn median(turns: usize, mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..turns)
        .map(|_| {
            let begun = Instant::now();
            work();
            begun.elapsed()
        })
        .collect();
    times.sort();
    times[turns / 2]
}

fn ratio(ours: Duration, least: Duration) -> f64 {
    ours.as_secs_f64() / least.as_secs_f64()
}
