//! Four made-up neighbours of the sample: each has held a Section 11 round with a peer review, and sends a pack of it.
//!
//! Packs are written and read by the core's own ways; a neighbour's own file is not kept. Refuses to know: the merged report.

use std::path::Path;

use super::desk::{Desk, register_of};
use super::folder::put;
use super::school_year::{Plan, days_before};
use super::{NAME, PACKS, reviewed};
use crate::api::packs::Nameless;
use crate::demo::returned::workbook;
use crate::demo::settings::School;
use crate::error::{Error, Kind, Result};
use crate::intake::Lends;
use crate::pack::compose;
use crate::pack::file::{self, Manifest, Pack};
use crate::pack::{Naming, PackRound, kept};
use crate::partnership::{self, Partnership};
use crate::publication;
use crate::round::RoundId;
use crate::store::AuditFile;

/// A neighbour: its place, what its organisations are, and whether its pack tells them by name.
type Neighbour = (&'static str, &'static [&'static str], Naming);

const NEIGHBOURS: [Neighbour; 4] = [
    ("Northsample", &["Police", "Health Trust", "Children\u{2019}s Services", "Housing"], Naming::Named),
    ("Exampleton", &["Police", "Health Trust", "Children\u{2019}s Services"], Naming::Named),
    ("Instanceshire", &["Police", "Hospital", "Children\u{2019}s Services", "Youth Justice"], Naming::Named),
    (
        "Southpattern",
        &["Police", "Health Trust", "Hospital", "Children\u{2019}s Services", "Probation", "Fire and Rescue"],
        Naming::Nameless,
    ),
];

/// Takes in a pack of each neighbour, and gives one of last year's round to the first.
pub(super) fn exchange(desk: &Desk, given: Option<RoundId>, folder: &Path, plan: &Plan) -> Result<()> {
    let packs = folder.join(PACKS);
    for (place, neighbour) in NEIGHBOURS.iter().enumerate() {
        let path = packs.join(format!("From {}.attestpack", called(neighbour)));
        put(&path, &file::write(&pack(neighbour, place, &packs, plan)?)?)?;
        let read = std::fs::read(&path).map_err(unread)?;
        desk.file(|file| taken(file, &file::read(&read)?))?;
    }
    match given {
        Some(round) => desk.file(|file| give(file, round, &packs)),
        None => Ok(()),
    }
}

fn called((place, _, _): &Neighbour) -> String {
    format!("{place} Safeguarding Partnership")
}

fn unread(error: std::io::Error) -> Error {
    Error::new(Kind::Disk, format!("A file of the sample could not be read or removed: {error}."))
        .hint("Choose another folder.")
}

fn taken(file: &mut AuditFile, pack: &Pack) -> Result<()> {
    file.transact(kept::READ, &pack.manifest.partnership, |tx| {
        pack.rounds.iter().try_for_each(|round| kept::place(tx, round).map(drop))
    })
}

fn give(file: &mut AuditFile, round: RoundId, packs: &Path) -> Result<()> {
    let to = called(&NEIGHBOURS[0]);
    let shared = Nameless::of(file, round)?;
    let rounds = vec![shared.round(file)?];
    let manifest = Manifest::exchange(NAME, file.world().today(), Naming::Nameless);
    let pack = Pack { manifest, rounds };
    put(&packs.join(format!("To {to}.attestpack")), &file::write(&pack)?)?;
    file.transact(kept::GIVE, "", |tx| kept::give(tx, &to, Naming::Nameless, &pack.rounds))?;
    shared.keep(file, (publication::WRITE, "pack", "Pack of counts", "attestpack"))
}

fn round_of(file: &AuditFile, round: RoundId, naming: Naming) -> Result<PackRound> {
    match naming {
        Naming::Named => compose::named(file, round),
        Naming::Nameless => Nameless::of(file, round)?.round(file),
    }
}

/// A neighbour's year in a file that is gone afterwards, and its pack.
fn pack(neighbour: &Neighbour, place: usize, packs: &Path, plan: &Plan) -> Result<Pack> {
    let (area, organisations, naming) = *neighbour;
    let work = packs.join("being made");
    std::fs::create_dir_all(&work).map_err(unread)?;
    let seed = plan.seed.wrapping_add(u64::try_from(place + 1).unwrap_or(1));
    let mut desk = Desk::new(&work.join("neighbour.attest"), days_before(plan.today, 60), seed)?;
    let pack = made(&mut desk, (area, organisations), naming, &work, plan);
    drop(desk);
    std::fs::remove_dir_all(&work).map_err(unread)?;
    pack
}

fn made(
    desk: &mut Desk,
    (area, organisations): (&str, &[&str]),
    naming: Naming,
    work: &Path,
    plan: &Plan,
) -> Result<Pack> {
    let all: Vec<School> = (0..).zip(organisations).map(|(at, name)| organisation(area, at, name)).collect();
    let said = Partnership {
        name: format!("{area} Safeguarding Partnership"),
        short_name: area.to_lowercase(),
        address: format!("1 Placename Street\n{area}"),
        return_to: format!("returns@{}.example", area.to_lowercase()),
    };
    let asked = desk.file(|file| {
        file.transact(partnership::SAVE, area, |tx| partnership::save(tx, &said))?;
        register_of(file, &all)
    })?;
    let round = desk.begin(plan.section_11, &plan.now, plan.due().0, &asked)?;
    let mut paths = Vec::new();
    for one in &all {
        let path = work.join(format!("{}.xlsx", one.name));
        put(&path, &workbook(&plan.organisation(one), plan.section_11)?)?;
        paths.push(path);
    }
    desk.take_in(days_before(plan.today, 20), &paths)?;
    let accepted = desk.accept(days_before(plan.today, 18), 0)?;
    let on = days_before(plan.today, 12);
    desk.world.turn_to(on);
    desk.file(|file| {
        reviewed::peer_review(file, round, (&asked, &accepted), plan.section_11, on)?;
        let manifest = Manifest::exchange(&said.name, on, naming);
        Ok(Pack { manifest, rounds: vec![round_of(file, round, naming)?] })
    })
}

fn organisation(area: &str, place: usize, name: &str) -> School {
    School {
        place,
        kind: "organisation",
        name: format!("{area} {name}"),
        phase: "",
        status: "Organisation",
        locality: "Sampleshire",
        trust: "",
        identifiers: [("local".to_owned(), format!("{}{}", area.to_uppercase(), place + 1))].into(),
        pupils: 0,
    }
}
