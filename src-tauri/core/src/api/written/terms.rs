//! Terms that the round's returns use more than last round's, with the sentences in which they stand.
//!
//! Refuses to know: how much more is more.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::worded;
use crate::analysis::Grid;
use crate::analysis::grid::Of;
use crate::analysis::terms::{MoreUsed, Sentences, Term, Usage, more_than_before};
use crate::api::call::Nothing;
use crate::api::figures::before::before;
use crate::api::gone_through::GoneThrough;
use crate::api::session::Session;
use crate::api::{job, round};
use crate::error::{Error, Result};
use crate::progress::Progress;
use crate::round::{Round, RoundId};
use crate::store::{AuditFile, Revision};
use crate::submission::SubmissionId;
use crate::submission::accepted::{self, Stretch};
use crate::submission::written::{self, WrittenAt, WrittenIn};
use crate::template::{self, QuestionId, Template};

/// Terms that are used more than before.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct TermsView {
    pub now: String,
    pub then: String,
    /// Words that were written in each.
    pub words_now: u32,
    pub words_then: u32,
    pub terms: Vec<TermLine>,
}

/// A term that is used more than before.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct TermLine {
    pub term: String,
    pub now: u32,
    pub returns_now: u32,
    pub then: u32,
    pub returns_then: u32,
    /// Log-likelihood, to one place.
    pub likelihood: String,
    pub sentences: Vec<TermSentence>,
}

/// A sentence in which a term stands.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct TermSentence {
    pub submission: SubmissionId,
    pub setting: String,
    pub text: String,
}

/// Compares what was written with what was written in the round before; watched and stopped as a job where it is not
/// known.
pub fn show(session: &Session, _: Nothing) -> Result<TermsView> {
    let (ground, kept) = gathered(session)?;
    let found = match kept {
        Some(found) => found,
        None => job::here(session, "terms.show", |progress| worked_out(session, &ground, progress))?,
    };
    // Texts of a return that is in no figure are heard too.
    let heard = ground.grid.rows.iter().chain(&ground.grid.outside);
    let named = heard.map(|row| (row.submission, row.who.name.as_str()));
    let names: Names<'_> = named.collect();
    let (words_now, words_then) = found.words;
    let terms = found.terms.iter().map(|(term, sentences)| line(term, sentences, &names)).collect();
    Ok(TermsView { now: ground.round.label, then: found.then.clone(), words_now, words_then, terms })
}

type Names<'n> = BTreeMap<SubmissionId, &'n str>;

/// The round in view and the one before at a revision of their file.
struct Ground {
    round: Round,
    template: Arc<Template>,
    earlier: Round,
    grid: Arc<Grid>,
    of: Of,
    revision: Revision,
}

fn gathered(session: &Session) -> Result<(Ground, Option<Arc<MoreUsed>>)> {
    let mut figures = session.figures();
    session.file(|file| {
        let (round, template) = round::current(session, file)?;
        let earlier = before(file.reader(), &round)?.ok_or_else(|| {
            Error::missing("There is no earlier round of this audit tool in the file.")
                .hint("Begin the next round from this one; then the words of the two stand side by side.")
        })?;
        let grid = figures.grid_at(file, round.id, &template, None)?;
        let of = (round.id, file.world().today());
        let kept = figures.more_used(file, of)?;
        Ok((Ground { round, template, earlier, grid, of, revision: file.revision() }, kept))
    })
}

/// Hears both rounds, and this one once more for its sentences; keeps what was found while the file stands as it does.
fn worked_out(session: &Session, ground: &Ground, progress: &Progress) -> Result<Arc<MoreUsed>> {
    let walk = GoneThrough::at(session, progress, ground.revision);
    let now = walk.step(|file| Texts::of(file, &ground.round, &ground.template))?;
    let was = walk.step(|file| template::load(file.reader(), &ground.earlier.template))?;
    let then = walk.step(|file| Texts::of(file, &ground.earlier, &was))?;
    let parts = || WrittenIn::ALL.iter();
    walk.expect(parts().flat_map(|_| now.stretches.iter().chain(&now.stretches).chain(&then.stretches)));
    let (used, before) = (now.usage(&walk)?, then.usage(&walk)?);
    let terms = more_than_before(&used, &before);
    let mut sentences = Sentences::of(&terms);
    now.each(&walk, |at, text| sentences.hear(&used, at.submission, text))?;
    let terms = terms.into_iter().map(|term| (term.clone(), sentences.take(&term.term))).collect();
    let words = (used.words(), before.words());
    let found = Arc::new(MoreUsed { then: ground.earlier.label.clone(), words, terms });
    let mut figures = session.figures();
    walk.step(|file| figures.keep_more_used(file, ground.of, &found))?;
    Ok(found)
}

/// The texts of a round, as they are gone through.
struct Texts {
    round: RoundId,
    worded: BTreeSet<QuestionId>,
    stretches: Vec<Stretch>,
}

impl Texts {
    fn of(file: &AuditFile, round: &Round, template: &Template) -> Result<Self> {
        let stretches = accepted::stretches(file.reader(), round.id)?;
        Ok(Self { round: round.id, worded: worded(template), stretches })
    }

    fn each(&self, walk: &GoneThrough<'_>, mut hear: impl FnMut(WrittenAt, &str)) -> Result<()> {
        WrittenIn::ALL.into_iter().try_for_each(|part| {
            walk.each(&self.stretches, |reader, stretch| {
                written::of(reader, self.round, (part, stretch), &self.worded, |at, text| {
                    hear(at, text);
                    Ok(())
                })
            })
        })
    }

    fn usage(&self, walk: &GoneThrough<'_>) -> Result<Usage> {
        let mut usage = Usage::new();
        self.each(walk, |at, text| usage.hear(at.submission, text))?;
        Ok(usage)
    }
}

fn line(term: &Term, sentences: &[(SubmissionId, String)], names: &Names<'_>) -> TermLine {
    let sentence = |(submission, text): &(SubmissionId, String)| TermSentence {
        setting: names.get(submission).copied().unwrap_or_default().to_owned(),
        submission: *submission,
        text: text.clone(),
    };
    TermLine {
        sentences: sentences.iter().map(sentence).collect(),
        now: term.now.0,
        returns_now: term.now.1,
        then: term.then.0,
        returns_then: term.then.1,
        likelihood: format!("{:.1}", term.likelihood),
        term: term.term.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::testing::{RETURNS, two_rounds};
    use crate::error::Kind;

    #[test]
    fn terms_are_kept_until_the_file_changes_and_a_stop_keeps_nothing() {
        let (_folder, session) = two_rounds();
        let (ground, kept) = gathered(&session).expect("gathered");
        assert_eq!(kept, None);
        let stopped = Progress::default();
        stopped.stop();
        let found = worked_out(&session, &ground, &stopped).map_err(|error| error.kind);
        assert_eq!((found, gathered(&session).expect("gathered").1), (Err(Kind::Stopped), None));

        let progress = Progress::default();
        let found = worked_out(&session, &ground, &progress).expect("worked out");
        let all = u64::try_from(3 * 3 * RETURNS).expect("few");
        assert_eq!(progress.seen(), (all, all), "three parts of this round twice and of the last once");
        let view = show(&session, Nothing {}).expect("shown");
        let term = view.terms.iter().find(|term| term.term == "vaping alerts").expect("used more");
        assert_eq!(
            (usize::try_from(term.now), usize::try_from(term.returns_now)),
            (Ok(RETURNS), Ok(RETURNS))
        );
        assert_eq!(term.then, 0);
        assert!(term.sentences[0].setting.starts_with("Example School "), "{}", term.sentences[0].setting);
        let (_, kept) = gathered(&session).expect("gathered");
        assert!(Arc::ptr_eq(&kept.expect("kept"), &found), "shown without being worked out again");
    }
}
