//! What was written, made again: whether the same figures come out today or as the file stood then, and the same as a file.
//!
//! Refuses to know: how any of it is composed.

use super::feedback::{self, FEEDBACK};
use super::gather::{Gathered, again};
use super::part::Alone;
use super::views::{RecipeView, ReportAgain, ReportWritten};
use crate::api::figures::of_then::moment_of;
use crate::api::packs;
use crate::api::round_papers::{self, RoundPaper};
use crate::api::session::Session;
use crate::api::views::Written;
use crate::api::{job, paper_format, save};
use crate::error::{Error, Result};
use crate::publication::{self, PublicationId, Recipe, Wrote};
use crate::report::Document;
use crate::report::account::{Paper, compose};
use crate::store::AuditFile;

/// What was written, by how it is made again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Paper(Paper),
    Alone(Alone),
    Round(RoundPaper),
    Sheets,
    Pack,
}

impl Kind {
    /// None where it is not made again: a list as it stood on a screen, a report of several partnerships.
    fn of(wrote: &Wrote) -> Option<Self> {
        let paper = again::paper(wrote).map(Self::Paper).or_else(|| Alone::of(wrote).map(Self::Alone));
        paper.or_else(|| RoundPaper::of(&wrote.paper).map(Self::Round)).or(match wrote.paper.as_str() {
            FEEDBACK => Some(Self::Sheets),
            packs::PACK => Some(Self::Pack),
            _other => None,
        })
    }

    /// Whether all of it can be made again, as far as it is known what is another one at the moment that is looked at.
    fn can_be(self, then: &Recipe, now: &Recipe) -> bool {
        match self {
            Self::Alone(alone) => alone.can_be(then, now),
            Self::Sheets | Self::Round(_) | Self::Pack => again::left_out(then, now).is_empty(),
            Self::Paper(_) => true,
        }
    }
}

/// Whether something that was written is among what is made again.
pub(super) fn is_made_again(wrote: &Wrote) -> bool {
    Kind::of(wrote).is_some()
}

/// `report.check`: whether the figures of something that was written can be made again, today or as the file stood then.
pub fn check(session: &Session, wanted: ReportWritten) -> Result<RecipeView> {
    session.file(|file| {
        let then = written(session, file, wanted.publication)?;
        let now = again::remade(session, file, &then)?;
        let changed = changed(&then, &now);
        let (again, without) = match changed.is_empty() {
            true => (false, Vec::new()),
            false => then_made(session, file, &then)?,
        };
        Ok(RecipeView {
            same: changed.is_empty(),
            again,
            sentence: sentence(&then.recipe, &now, (changed.is_empty(), again), &without),
            changed,
        })
    })
}

/// Whether it can be made again as the file stood then, and what would be left out of it.
fn then_made(session: &Session, file: &mut AuditFile, then: &Wrote) -> Result<(bool, Vec<&'static str>)> {
    if Kind::of(then) == Some(Kind::Round(RoundPaper::Handover)) && has_gaps(file, then)? {
        return Ok((false, Vec::new()));
    }
    again::as_it_stood(file, then, |file| {
        let (now, past) = (again::remade(session, file, then)?, again::stood(session, file, then)?);
        let whole = Kind::of(then).is_none_or(|of| of.can_be(&then.recipe, &now));
        let same = past.is_some_and(|past| then.recipe.against(&past).is_empty());
        Ok((whole && same, again::left_out(&then.recipe, &now)))
    })
}

/// What changed since, each in a sentence.
fn changed(then: &Wrote, now: &Recipe) -> Vec<String> {
    then.recipe.against(now).iter().map(publication::Differs::sentence).collect()
}

/// `report.again`: the figures of something that was written, made again as the file stood then; none where the dialog was
/// dismissed.
pub fn again(session: &Session, wanted: ReportAgain) -> Result<Option<Written>> {
    let then = session.file(|file| written(session, file, wanted.publication))?;
    match Kind::of(&then).ok_or_else(never_made)? {
        Kind::Sheets => sheets_again(session, &then),
        Kind::Pack => pack_again(session, &then),
        of @ (Kind::Paper(_) | Kind::Alone(_) | Kind::Round(_)) => {
            let document = session.file(|file| document_again(session, file, (&then, of)))?;
            let label = &then.recipe.round;
            let name = save::file_name(&[&document.title, label, "again"], wanted.format.ending());
            paper_format::offer(session, ("Save the figures made again", &name), &document, wanted.format)
        }
    }
}

fn document_again(session: &Session, file: &mut AuditFile, (then, of): (&Wrote, Kind)) -> Result<Document> {
    let gaps = has_gaps(file, then)?;
    let made = again::as_it_stood(file, then, |file| {
        let document = match of {
            Kind::Paper(paper) => paper_again(session, file, (then, paper)),
            Kind::Alone(alone) => alone_again(session, file, (then, alone)),
            Kind::Round(RoundPaper::Handover) if gaps => Ok(None),
            Kind::Round(paper) => round_again(session, file, (then, paper)),
            Kind::Sheets | Kind::Pack => Ok(None),
        }?;
        let Some(mut document) = document else { return Ok(None) };
        let without = again::left_out(&then.recipe, &again::remade(session, file, then)?);
        if !without.is_empty() {
            document.about.push(format!("Left out, since changed: {}.", listed(&without)));
        }
        Ok(Some(document))
    })?;
    made.map_or_else(|| Err(cannot_be_made(session, file, (then, gaps))?), Ok)
}

fn paper_again(
    session: &Session,
    file: &AuditFile,
    (then, paper): (&Wrote, Paper),
) -> Result<Option<Document>> {
    let past = Gathered::again(session, file, then)?;
    let Some(past) = past.filter(|past| then.recipe.against(&past.recipe).is_empty()) else {
        return Ok(None);
    };
    let added = again::words(file, &past, (then, paper))?;
    let ground = past.ground(&added);
    let mut document = compose(paper, &ground);
    document.draft = format!("Figures made again as at {}", ground.as_at());
    Ok(Some(document))
}

fn alone_again(
    session: &Session,
    file: &AuditFile,
    (then, alone): (&Wrote, Alone),
) -> Result<Option<Document>> {
    let now = again::remade(session, file, then)?;
    let moment = moment_of(file, then)?.filter(|_| alone.can_be(&then.recipe, &now));
    match moment {
        Some(moment) if is_same(session, file, then)? => alone.again(session, file, (then, moment)),
        Some(_) | None => Ok(None),
    }
}

fn round_again(
    session: &Session,
    file: &AuditFile,
    (then, paper): (&Wrote, RoundPaper),
) -> Result<Option<Document>> {
    let now = again::remade(session, file, then)?;
    let Some(moment) = file.moment_of(&then.recipe.head)? else { return Ok(None) };
    if !is_same(session, file, then)? || !again::left_out(&then.recipe, &now).is_empty() {
        return Ok(None);
    }
    round_papers::again(session, file, (then, paper), moment).map(Some)
}

/// Whether the ratings and all else that has a past come out as they were.
fn is_same(session: &Session, file: &AuditFile, then: &Wrote) -> Result<bool> {
    Ok(again::stood(session, file, then)?.is_some_and(|past| then.recipe.against(&past).is_empty()))
}

fn sheets_again(session: &Session, then: &Wrote) -> Result<Option<Written>> {
    let made = session.file(|file| {
        let gaps = has_gaps(file, then)?;
        let made = again::as_it_stood(file, then, |file| feedback::again(session, file, then))?;
        made.map_or_else(|| Err(cannot_be_made(session, file, (then, gaps))?), Ok)
    })?;
    let title = "Choose a folder for the feedback sheets made again";
    let Some(folder) = session.desktop().pick_folder(title) else { return Ok(None) };
    let sentence =
        job::beside(session, "feedback.write", |progress| made.written(progress, &folder, |_| Ok(())))?;
    Ok(Some(save::written(&folder, sentence, Vec::new())))
}

fn pack_again(session: &Session, then: &Wrote) -> Result<Option<Written>> {
    let (bytes, name) = session.file(|file| {
        let gaps = has_gaps(file, then)?;
        let made = again::as_it_stood(file, then, |file| packs::again(session, file, then))?;
        made.map_or_else(|| Err(cannot_be_made(session, file, (then, gaps))?), Ok)
    })?;
    let Some(path) = session.desktop().pick_save("Save the pack made again", &name) else { return Ok(None) };
    let path = path.with_extension(packs::ENDING);
    save::whole(&path, &bytes)?;
    Ok(Some(save::written(&path, "The counts of the round are saved as they were given.", Vec::new())))
}

/// Whether something was done since of which the log keeps no images.
fn has_gaps(file: &AuditFile, then: &Wrote) -> Result<bool> {
    file.moment_of(&then.recipe.head)?.map_or(Ok(true), |moment| file.has_gaps_since(moment))
}

fn never_made() -> Error {
    Error::state("A list as it stood on a screen and a report of several partnerships are not made again.")
        .hint("Keep the file that was written.")
}

/// Why something cannot be made again: what changed, by name.
fn cannot_be_made(session: &Session, file: &AuditFile, (then, gaps): (&Wrote, bool)) -> Result<Error> {
    let mut why = changed(then, &again::remade(session, file, then)?);
    if file.moment_of(&then.recipe.head)?.is_none() {
        why = vec!["The log of this file never had the code that its recipe names.".to_owned()];
    } else if gaps {
        why.push("Since then returns were taken in, workbooks written or texts taken out for good, of which a file keeps no past.".to_owned());
    }
    Ok(Error::state("The same figures cannot be made again from this file.").hint(why.join(" ")))
}

fn written(session: &Session, file: &AuditFile, id: PublicationId) -> Result<Wrote> {
    let round = session.round(file)?.id;
    let found = publication::listed(file.reader(), round)?.into_iter().find(|one| one.id == id);
    let found = found.ok_or_else(|| {
        Error::missing("That paper is not among those written in this round.").hint("Look at the list again.")
    });
    found?.wrote()
}

fn sentence(then: &Recipe, now: &Recipe, (same, again): (bool, bool), without: &[&str]) -> String {
    let returns = |recipe: &Recipe| match recipe.returns.len() {
        1 => "1 return".to_owned(),
        many => format!("{many} returns"),
    };
    let code: String = then.head.chars().take(16).collect();
    if same {
        return format!("The same figures come out: {} with the digest {}.", returns(now), now.digest);
    }
    if !again {
        return format!("The same figures cannot be made from this file. Log code then: {code}.");
    }
    let but = match without {
        [] => String::new(),
        some => {
            format!(" What it said of {} is not among them, since that has no past in a file.", listed(some))
        }
    };
    format!(
        "The file has changed since. As it stood then (log code {code}) the same figures come out: {} with the digest {}.{but}",
        returns(then),
        then.digest
    )
}

/// `themes, surveys and plan`.
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
