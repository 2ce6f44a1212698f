//! The folder of returned workbooks as it lies on an officer's disk: sound ones, odd ones, and what is no return.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::school_year::Plan;
use crate::demo::answers::Manner;
use crate::demo::conduct::{Conduct, file_name};
use crate::demo::returned::workbook;
use crate::demo::spoilt;
use crate::error::{Error, Kind, Result};
use crate::progress::Progress;
use crate::workbook::Return;

/// Fills the folder; says how many files it holds.
pub(super) fn fill(folder: &Path, plan: &Plan, progress: &Progress) -> Result<usize> {
    let count = AtomicUsize::new(0);
    (0..plan.schools.len()).into_par_iter().try_for_each(|place| {
        progress.step(1)?;
        for (name, bytes) in files(plan, place)? {
            put(&folder.join(name), &bytes)?;
            count.fetch_add(1, Ordering::Relaxed);
        }
        Ok::<(), Error>(())
    })?;
    let others = if plan.schools.len() < 8 { Vec::new() } else { strange(plan)? };
    for (name, bytes) in &others {
        put(&folder.join(name), bytes)?;
    }
    Ok(count.into_inner() + others.len())
}

/// Writes a file, and the folder it lies in.
pub(super) fn put(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder).and_then(|()| std::fs::write(path, bytes)).map_err(|error| {
        Error::new(Kind::Disk, format!("A file of the sample could not be written: {error}."))
            .hint("Make room on the disk, or choose another folder.")
    })
}

type Named = (String, Vec<u8>);

/// What a school's return comes to in the folder.
fn files(plan: &Plan, place: usize) -> Result<Vec<Named>> {
    let (school, conduct) = (&plan.schools[place], plan.conducts[place]);
    let name = file_name(school, conduct, &plan.now);
    let again = |words: &str| name.replace(".xlsx", &format!(" {words}.xlsx"));
    let written = |returned: &Return| workbook(returned, plan.template);
    let made = || written(&plan.returned(place, conduct.manner(), 1));
    Ok(match conduct {
        Conduct::TakenIn | Conduct::TakenInLate | Conduct::Missing => Vec::new(),
        Conduct::Sound | Conduct::OverRated | Conduct::Renamed | Conduct::Blank | Conduct::Begun => {
            vec![(name, made()?)]
        }
        Conduct::Resaved => vec![(name, spoilt::resaved(&made()?)?)],
        Conduct::OwnWords => vec![(name, spoilt::in_own_words(&made()?, plan.template)?)],
        Conduct::Twice => {
            let bytes = made()?;
            vec![(again("(1)"), bytes.clone()), (name, bytes)]
        }
        Conduct::Corrected => {
            let second = written(&plan.returned(place, Manner::Honest, 2))?;
            vec![(again("corrected"), second), (name, made()?)]
        }
        Conduct::Damaged => vec![(name, spoilt::damaged(&made()?))],
        Conduct::Copied => vec![(name, written(&over_another(plan, place))?)],
    })
}

/// A school that filled in its neighbour's workbook: its own name over the neighbour's numbers.
fn over_another(plan: &Plan, place: usize) -> Return {
    let mut made = plan.returned(place, Manner::Honest, 1);
    let neighbour = (place + 1) % plan.schools.len();
    let issue = plan.issues[neighbour];
    made.identity.issue = Some(issue);
    made.identity.submission = plan.returned(neighbour, Manner::Blank, 1).identity.submission;
    made
}

/// What does not belong: no returns, a school that nobody knows, an organisation's audit.
fn strange(plan: &Plan) -> Result<Vec<Named>> {
    let mut files: Vec<Named> =
        spoilt::strays()?.into_iter().map(|(name, bytes)| (format!("Other e-mails/{name}"), bytes)).collect();
    let mut unlisted = plan.returned(0, Manner::Honest, 1);
    unlisted.setting = "Newly Opened Sample Primary School".to_owned();
    unlisted.identifiers = [("urn".to_owned(), "988777".to_owned())].into();
    unlisted.identity.issue = None;
    unlisted.identity.submission = crate::demo::chance::Chance::of(plan.seed, "unlisted").id(plan.today);
    files.push(("New school safeguarding audit.xlsx".to_owned(), workbook(&unlisted, plan.template)?));
    let section_11 = plan.organisation(&plan.agencies[2]);
    files.push((
        "Section 11 return, sent here by mistake.xlsx".to_owned(),
        workbook(&section_11, plan.section_11)?,
    ));
    Ok(files)
}
