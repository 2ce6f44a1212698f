//! Papers as files, each kept with the recipe of its figures; and whether the same figures can still be made.

use super::gather::{Gathered, again, readers_of};
use super::state;
use super::views::{RecipeView, ReportAgain, ReportState, ReportWanted, ReportWritten};
use crate::api::leaving::Leaving;
use crate::api::paper_format;
use crate::api::save;
use crate::api::session::Session;
use crate::api::views::Written;
use crate::error::{Error, Result};
use crate::publication::{self, PublicationId, Recipe, Wrote};
use crate::report::account::{Leaves, compose};
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
        let again = past.is_some_and(|past| then.recipe.against(&past).is_empty());
        let without = again::left_out(&then.recipe, &now);
        Ok(RecipeView {
            same: changed.is_empty(),
            again,
            sentence: sentence(&then.recipe, &now, (changed.is_empty(), again), &without),
            changed,
        })
    })
}

/// `report.again`: the figures of a paper that was written, made again as the file stood then; none where the dialog was
/// dismissed.
pub fn again(session: &Session, wanted: ReportAgain) -> Result<Option<Written>> {
    let (document, label) = session.file(|file| {
        let then = written(session, file, wanted.publication)?;
        let paper = again::paper(&then).ok_or_else(|| {
            Error::state("Only papers of the round are made again as they stood.")
                .hint("For a table or a chart, choose the day under As at in Analysis.")
        })?;
        if paper.leaves() == Leaves::Approved {
            return Err(Error::state(
                "That paper is made of words, so there are no figures of it to make again.",
            )
            .hint("Open the copy that was kept when it was approved."));
        }
        let past = Gathered::again(session, file, &then)?
            .filter(|past| then.recipe.against(&past.recipe).is_empty());
        let past = past.ok_or_else(|| {
            Error::state("The same figures cannot be made again from this file.")
                .hint("Check the figures of the paper: it is said what changed.")
        })?;
        let now = again::remade(session, file, &then)?;
        let added = again::words(file, &past, &then)?;
        let ground = past.ground(&added);
        let mut document = compose(paper, &ground);
        document.draft = format!("Figures made again as at {}", ground.as_at());
        let without = again::left_out(&then.recipe, &now);
        if !without.is_empty() {
            document.about.push(format!("Left out, since changed: {}.", listed(&without)));
        }
        Ok((document, past.round.label))
    })?;
    let name = save::file_name(&[&document.title, &label, "again"], wanted.format.ending());
    paper_format::offer(session, ("Save the figures made again", &name), &document, wanted.format)
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
