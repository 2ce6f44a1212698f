//! Papers as files, each kept with the recipe of its figures; and whether the same figures can still be made.

use super::gather::{Gathered, again, readers_of};
use super::part::Alone;
use super::state;
use super::views::{RecipeView, ReportAgain, ReportState, ReportWanted, ReportWritten};
use crate::api::leaving::Leaving;
use crate::api::paper_format;
use crate::api::save;
use crate::api::session::Session;
use crate::api::views::Written;
use crate::error::{Error, Result};
use crate::publication::{self, PublicationId, Recipe, Wrote};
use crate::report::Document;
use crate::report::account::{Leaves, Paper, compose};
use crate::store::AuditFile;

/// `report.write`: none where the dialog was dismissed.
pub fn write(session: &Session, wanted: ReportWanted) -> Result<Option<Written>> {
    let readers = readers_of(wanted.paper, wanted.readers);
    let (document, leaving) = session.file(|file| {
        let gathered = Gathered::of(session, file, readers)?;
        let added = gathered.added(file, wanted.paper)?;
        if wanted.paper.leaves() == Leaves::Approved
            && state(&gathered.recipe, wanted.paper, &added) != ReportState::Approved
        {
            return Err(Error::state(format!(
                "The {} is locked until it is approved as it stands.",
                wanted.paper.title()
            ))
            .hint("Write every part, have it approved, and then save it."));
        }
        let gathered = gathered.made_into(wanted.paper, &added)?;
        let document = compose(wanted.paper, &gathered.ground(&added));
        let leaving = Leaving::of_paper(gathered, wanted.paper, &document.title)?;
        Ok((document, leaving))
    })?;
    let name = save::file_name(&[&document.title, &leaving.round.label], wanted.format.ending());
    let written = paper_format::offer(session, ("Save the paper", &name), &document, wanted.format)?;
    if written.is_some() {
        leaving.kept(session, wanted.format.ending())?;
    }
    Ok(written)
}

/// `report.check`: whether the figures of something that was written can be made again, today or as the file stood then.
pub fn check(session: &Session, wanted: ReportWritten) -> Result<RecipeView> {
    session.file(|file| {
        let then = written(session, file, wanted.publication)?;
        let now = again::remade(session, file, &then)?;
        let changed: Vec<String> =
            then.recipe.against(&now).iter().map(publication::Differs::sentence).collect();
        let past = if changed.is_empty() { None } else { again::stood(session, file, &then)? };
        let whole = Alone::of(&then).is_none_or(|alone| alone.can_be(&then.recipe, &now));
        let again = whole && past.is_some_and(|past| then.recipe.against(&past).is_empty());
        let without = again::left_out(&then.recipe, &now);
        Ok(RecipeView {
            same: changed.is_empty(),
            again,
            sentence: sentence(&then.recipe, &now, (changed.is_empty(), again), &without),
            changed,
        })
    })
}

/// `report.again`: the figures of something that was written, made again as the file stood then; none where the dialog was
/// dismissed.
pub fn again(session: &Session, wanted: ReportAgain) -> Result<Option<Written>> {
    let (document, label) = session.file(|file| {
        let then = written(session, file, wanted.publication)?;
        let mut document = match (again::paper(&then), Alone::of(&then)) {
            (Some(paper), _) => paper_again(session, file, (&then, paper))?,
            (None, Some(alone)) => alone_again(session, file, (&then, alone))?,
            (None, None) => {
                return Err(Error::state(
                    "Only papers of the round, tables and charts are made again as they stood.",
                )
                .hint("Of a list on the screen, of sheets and of packs keep the file that was written."));
            }
        };
        let without = again::left_out(&then.recipe, &again::remade(session, file, &then)?);
        if !without.is_empty() {
            document.about.push(format!("Left out, since changed: {}.", listed(&without)));
        }
        Ok((document, then.recipe.round))
    })?;
    let name = save::file_name(&[&document.title, &label, "again"], wanted.format.ending());
    paper_format::offer(session, ("Save the figures made again", &name), &document, wanted.format)
}

fn paper_again(session: &Session, file: &AuditFile, (then, paper): (&Wrote, Paper)) -> Result<Document> {
    if paper.leaves() == Leaves::Approved {
        return Err(Error::state(
            "That paper is made of words, so there are no figures of it to make again.",
        )
        .hint("Open the copy that was kept when it was approved."));
    }
    let past = Gathered::again(session, file, then)?;
    let past = past.filter(|past| then.recipe.against(&past.recipe).is_empty()).ok_or_else(cannot_be_made)?;
    let added = again::words(file, &past, then)?;
    let ground = past.ground(&added);
    let mut document = compose(paper, &ground);
    document.draft = format!("Figures made again as at {}", ground.as_at());
    Ok(document)
}

fn alone_again(session: &Session, file: &AuditFile, (then, alone): (&Wrote, Alone)) -> Result<Document> {
    let (now, past) = (again::remade(session, file, then)?, again::stood(session, file, then)?);
    let same = past.is_some_and(|past| then.recipe.against(&past).is_empty());
    let moment = again::moment_of(file, then)?.filter(|_| same && alone.can_be(&then.recipe, &now));
    let moment = moment.ok_or_else(cannot_be_made)?;
    alone.again(session, file, (then, moment))?.ok_or_else(cannot_be_made)
}

fn cannot_be_made() -> Error {
    Error::state("The same figures cannot be made again from this file.")
        .hint("Check the figures: it is said what changed.")
}

fn written(session: &Session, file: &AuditFile, id: PublicationId) -> Result<Wrote> {
    let round = session.round(file)?.id;
    publication::writings(file.reader(), round)?.into_iter().find(|one| one.id == id).ok_or_else(|| {
        Error::missing("That paper is not among those written in this round.").hint("Look at the list again.")
    })
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
