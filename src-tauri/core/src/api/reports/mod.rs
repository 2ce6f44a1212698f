//! The reports of the round in view: which there are, each to read, to put in other words, to circulate and approve.
//!
//! Refuses to know: how a figure is worked out, and how a paper is composed.

pub mod charts;
pub mod feedback;
pub(super) mod gather;
mod part;
pub mod remake;
pub mod views;
pub mod write;

use std::collections::BTreeMap;

use super::call::Nothing;
use super::figures::Readers;
use super::figures::before::before;
use super::round;
use super::session::Session;
use crate::error::{Error, Kind, Result};
use crate::publication::{self, Added, Approved, Listed, Of, Recipe, Source};
use crate::report::account::headlines::{Headline, headlines, kept_as};
use crate::report::account::{Headings, Leaves, Paper, compose, is_whole};
use crate::store::AuditFile;
use crate::template::Audience;
use crate::{template, text};
use gather::{Gathered, readers_of};
use views::{
    HeadlineView, ReportApproved, ReportArranged, ReportChosen, ReportLine, ReportState, ReportText,
    ReportView, ReportWords, WritingLine,
};

/// `report.list`: gathers figures only for papers that could hang on them, since most are neither approved nor reworded.
pub fn list(session: &Session, _: Nothing) -> Result<Vec<ReportLine>> {
    let mut figures = session.figures();
    session.file(|file| {
        let (round, template) = round::current(session, file)?;
        let added = |paper: Paper| publication::added(file.reader(), round.id, paper.code());
        let papers: Vec<(Paper, Added)> =
            Paper::ALL.into_iter().map(|paper| Ok((paper, added(paper)?))).collect::<Result<_>>()?;
        let writings = publication::listed(file.reader(), round.id)?;
        let grid = figures.grid_at(file, round.id, &template, None)?;
        let was = before(file.reader(), &round)?;
        let earlier = was.map(|was| {
            let tool = template::load(file.reader(), &was.template)?;
            figures.grid_at(file, was.id, &tool, None)
        });
        let earlier = earlier.transpose()?;
        let of = Of { round: &round, template: &template, grid: &grid, earlier: earlier.as_deref() };
        let recipe = publication::now(file, of, Readers::Officers.code(), file.world().today())?;
        let stale = stale(session, file, &papers)?;
        let line = |(paper, added): &(Paper, Added)| {
            Ok(ReportLine {
                paper: *paper,
                state: state(&gather::of_paper(recipe.clone(), *paper, added)?, *paper, added),
                restricted: matches!(paper, Paper::Assurance),
                shared: paper.is_for_others(),
                stale: stale.get(paper.code()).copied().unwrap_or_default(),
                written: writings
                    .iter()
                    .find(|one| one.paper == paper.code())
                    .map(|one| writing(one, template.audience)),
            })
        };
        papers.iter().map(line).collect()
    })
}

/// How many sentences of each paper stand for figures that have changed since somebody put them in other words.
fn stale(
    session: &Session,
    file: &AuditFile,
    papers: &[(Paper, Added)],
) -> Result<BTreeMap<&'static str, u32>> {
    let (others, officers): (Vec<_>, Vec<_>) = papers
        .iter()
        .filter(|(paper, added)| paper.has_headlines() && !added.sentences.is_empty())
        .partition(|(paper, _)| paper.is_for_others());
    let mut stale = BTreeMap::new();
    if others.is_empty() && officers.is_empty() {
        return Ok(stale);
    }
    let mut count = |gathered: &Gathered, (paper, added): &(Paper, Added)| {
        let told = told(gathered, *paper, added);
        let many = told.iter().filter(|one| one.is_stale()).count();
        stale.insert(paper.code(), u32::try_from(many).unwrap_or(u32::MAX));
    };
    let gathered = Gathered::of(session, file, Readers::Officers)?;
    officers.into_iter().for_each(|one| count(&gathered, one));
    if !others.is_empty() {
        match gathered.for_others(file) {
            Ok(gathered) => others.into_iter().for_each(|one| count(&gathered, one)),
            // What they say is not known where a recipe cannot be read: such a paper says why when it is opened.
            Err(error) if error.kind == Kind::File => {}
            Err(error) => return Err(error),
        }
    }
    Ok(stale)
}

/// `report.writings`: everything of the round that was written or shared, the latest first.
pub fn writings(session: &Session, _: Nothing) -> Result<Vec<WritingLine>> {
    session.file(|file| {
        let (round, template) = round::current(session, file)?;
        let written = publication::listed(file.reader(), round.id)?;
        Ok(written.iter().map(|one| writing(one, template.audience)).collect())
    })
}

/// `report.show`.
pub fn show(session: &Session, chosen: ReportChosen) -> Result<ReportView> {
    session.file(|file| view(session, file, chosen))
}

/// `report.sentence`: puts a sentence made from data in other words.
pub fn sentence(session: &Session, wanted: ReportWords) -> Result<ReportView> {
    let chosen = ReportChosen { paper: wanted.paper, readers: wanted.readers };
    session.file(|file| {
        let gathered = Gathered::of(session, file, readers_of(wanted.paper, wanted.readers))?;
        let added = gathered.added(file, wanted.paper)?;
        let found = told(&gathered, wanted.paper, &added).into_iter().find(|one| one.key == wanted.key);
        let figures = found.map(|one| one.figures).ok_or_else(|| {
            Error::missing("That sentence is not in this paper any more.").hint("Look at the paper again.")
        })?;
        let at = (gathered.round.id, wanted.paper.code());
        let key = kept_as(&wanted.key, gathered.ground(&added).is_shared());
        file.transact(publication::WORDS, wanted.paper.title(), |tx| {
            publication::put_sentence(tx, at, &key, wanted.words.as_deref(), &figures)
        })?;
        view(session, file, chosen)
    })
}

/// `report.text`: puts a text that only a person can write.
pub fn text(session: &Session, wanted: ReportWords) -> Result<ReportView> {
    let chosen = ReportChosen { paper: wanted.paper, readers: wanted.readers };
    session.file(|file| {
        let round = session.round(file)?.id;
        if !wanted.paper.texts().contains(&wanted.key.as_str()) {
            return Err(
                Error::input("This paper has no such text.").hint("Choose one of the texts that it lists.")
            );
        }
        file.transact(publication::WORDS, wanted.paper.title(), |tx| {
            let words = wanted.words.as_deref().unwrap_or_default();
            publication::put_text(tx, (round, wanted.paper.code()), &wanted.key, words)
        })?;
        view(session, file, chosen)
    })
}

/// `report.arrange`: to whom it goes, and under which headings it stands.
pub fn arrange(session: &Session, wanted: ReportArranged) -> Result<ReportView> {
    session.file(|file| {
        let round = session.round(file)?.id;
        file.transact(publication::ARRANGE, wanted.paper.title(), |tx| {
            let at = (round, wanted.paper.code());
            publication::arrange(tx, at, &wanted.circulation, wanted.headings.code())
        })?;
        view(session, file, ReportChosen { paper: wanted.paper, readers: wanted.readers })
    })
}

/// `report.approve`: approves a paper as it stands, or opens it again.
pub fn approve(session: &Session, wanted: ReportApproved) -> Result<ReportView> {
    session.file(|file| {
        let gathered = Gathered::of(session, file, readers_of(wanted.paper, wanted.readers))?;
        let added = gathered.added(file, wanted.paper)?;
        if wanted.by.is_some() && !is_whole(wanted.paper, &gathered.ground(&added)) {
            return Err(Error::state("Parts of this paper are not written yet, so it cannot be approved.")
                .hint("Write every part first."));
        }
        let gathered = gathered.made_into(wanted.paper, &added)?;
        let on = file.world().today().to_string();
        let content = content(&gathered.recipe, wanted.paper, &added);
        let approved = wanted.by.map(|by| Approved { by: text::normal(&by).trim().to_owned(), on, content });
        file.transact(publication::APPROVE, wanted.paper.title(), |tx| {
            publication::approve(tx, (gathered.round.id, wanted.paper.code()), approved)
        })?;
        view(session, file, ReportChosen { paper: wanted.paper, readers: wanted.readers })
    })
}

fn view(session: &Session, file: &AuditFile, chosen: ReportChosen) -> Result<ReportView> {
    let readers = readers_of(chosen.paper, chosen.readers);
    let gathered = Gathered::of(session, file, readers)?;
    let added = gathered.added(file, chosen.paper)?;
    let gathered = gathered.made_into(chosen.paper, &added)?;
    let paper = chosen.paper;
    let writings = publication::listed(file.reader(), gathered.round.id)?;
    let audience = gathered.template.audience;
    let texts = paper.texts().iter().map(|key| ReportText {
        key: (*key).to_owned(),
        words: added.texts.get(*key).cloned().unwrap_or_default(),
    });
    Ok(ReportView {
        paper,
        readers,
        state: state(&gathered.recipe, paper, &added),
        approved_by: added.approved.as_ref().map(|one| one.by.clone()).unwrap_or_default(),
        approved_on: added.approved.as_ref().map(|one| one.on.clone()),
        headings: Headings::of(&added.headings),
        circulation: added.circulation.clone(),
        headlines: told(&gathered, paper, &added).into_iter().map(headline).collect(),
        texts: texts.collect(),
        writings: writings
            .iter()
            .filter(|one| one.paper == paper.code())
            .take(10)
            .map(|one| writing(one, audience))
            .collect(),
        document: compose(paper, &gathered.ground(&added)),
    })
}

fn told(gathered: &Gathered, paper: Paper, added: &Added) -> Vec<Headline> {
    if paper.has_headlines() { headlines(&gathered.ground(added)) } else { Vec::new() }
}

fn headline(one: Headline) -> HeadlineView {
    let (stale, waits) = (one.is_stale(), one.waits());
    HeadlineView { key: one.key.to_owned(), stale, waits, made: one.made, put: one.put }
}

/// What was written, as a person calls it.
fn named(kind: &str, audience: Audience) -> &str {
    let paper = Paper::ALL.into_iter().find(|paper| paper.code() == kind);
    match (paper, kind) {
        (Some(paper), _) => paper.titled(audience),
        (None, "tables") => "Tables and lists",
        (None, "charts") => "Charts",
        (None, "screen") => "Copied from the screen",
        (None, "merged") => "Merged report",
        (None, "feedback") => "Feedback sheets",
        (None, "pack") => "Pack of counts",
        (None, "response") => "Response",
        (None, "non_return") => "Non-return log",
        (None, "handover") => "Handover",
        (None, other) => other,
    }
}

fn writing(one: &Listed, audience: Audience) -> WritingLine {
    let (recipe, unread) = match &one.recipe {
        Ok(recipe) => (Some(recipe), None),
        Err(error) => (None, Some(format!("{} {}", error.message, error.hint))),
    };
    WritingLine {
        id: one.id,
        kind: one.paper.clone(),
        name: named(&one.paper, audience).to_owned(),
        at: one.at.clone(),
        who: one.who.clone(),
        format: one.format.clone(),
        readers: recipe.map(|it| it.readers.clone()).unwrap_or_default(),
        returns: recipe.map_or(0, |it| u32::try_from(it.returns.len()).unwrap_or(u32::MAX)),
        head: recipe.map(|it| it.head.clone()).unwrap_or_default(),
        part: recipe.and_then(|it| it.part.clone()),
        again: one.clone().wrote().is_ok_and(|wrote| remake::is_made_again(&wrote)),
        unread,
    }
}

/// How far a paper is.
fn state(recipe: &Recipe, paper: Paper, added: &Added) -> ReportState {
    match (&added.approved, paper.leaves()) {
        (Some(approved), _) if approved.content == content(recipe, paper, added) => ReportState::Approved,
        (Some(_), _) => ReportState::Moved,
        (None, Leaves::Approved) => ReportState::Locked,
        (None, Leaves::Freely) => ReportState::Draft,
    }
}

/// The digest of what is approved: the words, and what is behind the figures; of a paper that others may read as well,
/// what is behind those that they are given.
fn content(recipe: &Recipe, paper: Paper, added: &Added) -> String {
    let words: Vec<(&String, &String)> = added.texts.iter().collect();
    let put: Vec<(&String, &String)> = added.sentences.iter().map(|(key, one)| (key, &one.text)).collect();
    let besides: Vec<_> = recipe
        .sources
        .iter()
        .filter(|(source, _)| **source != Source::Words && paper.draws_on(**source, !paper.is_in_full()))
        .collect();
    let all = serde_json::json!([words, put, recipe.digest, recipe.expected, added.headings, besides]);
    text::digest(all.to_string().as_bytes())
}
