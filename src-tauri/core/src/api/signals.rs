//! What stands out in the round in view, for its officers: reasons to ask, never verdicts.
//!
//! Refuses to know: how a signal is found.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::call::Nothing;
use super::figures::before::{before, same_questions};
use super::gone_through::GoneThrough;
use super::session::Session;
use super::table::caption;
use super::{job, round};
use crate::analysis::Grid;
use crate::analysis::grid::Of;
use crate::analysis::judged::{Caption, caption_of};
use crate::analysis::signals::{Heard, Hearing, LastRound, Signal, StandsOut};
use crate::error::Result;
use crate::progress::Progress;
use crate::round::Round;
use crate::setting::SettingId;
use crate::store::{Reader, Revision};
use crate::submission::accepted::{self, Stretch};
use crate::submission::action::{self, Planned};
use crate::submission::{self, SubmissionId};
use crate::template::{Facts, Template};

/// What stands out in a round.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SignalsView {
    /// Whose returns, of which round.
    pub caption: String,
    /// The last round of this tool; empty where it is not in the file.
    pub last: String,
    /// The standards, in the order printed.
    pub standards: Vec<String>,
    /// What stands out.
    pub signals: Vec<Signal>,
    /// Signals that are not among them, because there are too many to show.
    pub left_out: u32,
}

/// Everything that stands out in the accepted returns of the round; watched and stopped as a job where it is not known.
pub fn show(session: &Session, _: Nothing) -> Result<SignalsView> {
    let (ground, kept) = gathered(session)?;
    let found = match kept {
        Some(found) => found,
        None => job::here(session, "signals.show", |progress| worked_out(session, &ground, progress))?,
    };
    let named = ground.template.standards.iter();
    Ok(SignalsView {
        caption: caption_of(&ground.grid, &ground.template, &ground.caption),
        last: found.last.clone(),
        standards: named.map(|standard| format!("{} {}", standard.number, standard.title)).collect(),
        signals: found.signals.clone(),
        left_out: found.left_out,
    })
}

/// The round in view at a revision of its file.
struct Ground {
    round: Round,
    template: Arc<Template>,
    grid: Arc<Grid>,
    caption: Caption,
    of: Of,
    revision: Revision,
}

fn gathered(session: &Session) -> Result<(Ground, Option<Arc<StandsOut>>)> {
    let mut figures = session.figures();
    session.file(|file| {
        let (round, template) = round::current(session, file)?;
        let grid = figures.grid_at(file, round.id, &template, None)?;
        let (caption, of) = (caption(file, &round), (round.id, file.world().today()));
        let kept = figures.stands_out(file, of)?;
        Ok((Ground { round, template, grid, caption, of, revision: file.revision() }, kept))
    })
}

/// Hears the last round and then this one, and keeps what stands out for as long as the file stands as it does.
fn worked_out(session: &Session, ground: &Ground, progress: &Progress) -> Result<Arc<StandsOut>> {
    let walk = GoneThrough::at(session, progress, ground.revision);
    let now = walk.step(|file| accepted::stretches(file.reader(), ground.round.id))?;
    let earlier = walk.step(|file| Earlier::of(file.reader(), ground))?;
    walk.expect(now.iter().chain(earlier.iter().flat_map(|one| &one.stretches)));
    let last = earlier.map_or_else(|| Ok(LastRound::default()), |one| one.heard(&walk))?;
    let label = last.label.clone();
    let signals = heard(&walk, ground, &now, last)?;
    let found = Arc::new(StandsOut::of(label, signals));
    let mut figures = session.figures();
    walk.step(|file| figures.keep_stands_out(file, ground.of, &found))?;
    Ok(found)
}

/// The round before, as far as its answers are compared.
struct Earlier {
    round: Round,
    last: LastRound,
    settings: Settings,
    stretches: Vec<Stretch>,
}

impl Earlier {
    fn of(reader: Reader<'_>, ground: &Ground) -> Result<Option<Self>> {
        let Some(round) = before(reader, &ground.round)? else { return Ok(None) };
        let last = LastRound::of(&round.label, same_questions(reader, &round, &ground.template)?);
        let (settings, stretches) = (settings(reader, &round)?, accepted::stretches(reader, round.id)?);
        Ok(Some(Self { round, last, settings, stretches }))
    }

    /// What was answered then.
    fn heard(mut self, walk: &GoneThrough<'_>) -> Result<LastRound> {
        walk.each(&self.stretches, |reader, stretch| {
            accepted::of(reader, self.round.id, stretch, |id, answers| {
                if let Some((setting, _)) = self.settings.get(&id) {
                    self.last.hear(*setting, &answers);
                }
                Ok(())
            })
        })?;
        Ok(self.last)
    }
}

type Settings = BTreeMap<SubmissionId, (SettingId, Facts)>;

fn settings(reader: Reader<'_>, round: &Round) -> Result<Settings> {
    let all = submission::of_round(reader, round.id)?;
    Ok(all.into_iter().map(|one| (one.id, (one.setting, one.facts))).collect())
}

fn heard(
    walk: &GoneThrough<'_>,
    ground: &Ground,
    stretches: &[Stretch],
    last: LastRound,
) -> Result<Vec<Signal>> {
    let Ground { round, template, grid, of, .. } = ground;
    let settings = walk.step(|file| settings(file.reader(), round))?;
    let backed = walk.step(|file| accepted::backed(file.reader(), round.id))?;
    let planned = walk.step(|file| action::of_round(file.reader(), round.id))?;
    let mut actions: BTreeMap<SubmissionId, Vec<&Planned>> = BTreeMap::new();
    planned.iter().for_each(|one| actions.entry(one.submission).or_default().push(one));
    let rows: BTreeMap<_, _> = grid.rows.iter().map(|row| (row.submission, &row.who)).collect();
    let mut hearing = Hearing::of(template, of.1, round.due, last);
    let (no_evidence, no_actions) = (BTreeMap::new(), Vec::new());
    walk.each(stretches, |reader, stretch| {
        accepted::of(reader, round.id, stretch, |submission, answers| {
            if let (Some((setting, facts)), Some(who)) = (settings.get(&submission), rows.get(&submission)) {
                hearing.hear(&Heard {
                    submission,
                    setting: *setting,
                    who,
                    facts,
                    answers: &answers,
                    evidence: backed.get(&submission).unwrap_or(&no_evidence),
                    actions: actions.get(&submission).unwrap_or(&no_actions),
                });
            }
            Ok(())
        })
    })?;
    Ok(hearing.end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::signals::SignalKind;
    use crate::api::testing::{RETURNS, two_rounds};
    use crate::error::Kind;

    #[test]
    fn what_stands_out_is_kept_until_the_file_changes_and_a_stop_keeps_nothing() {
        let (_folder, session) = two_rounds();
        let (ground, kept) = gathered(&session).expect("gathered");
        assert_eq!(kept, None);
        let stopped = Progress::default();
        stopped.stop();
        let found = worked_out(&session, &ground, &stopped).map_err(|error| error.kind);
        assert_eq!((found, gathered(&session).expect("gathered").1), (Err(Kind::Stopped), None));

        let progress = Progress::default();
        let found = worked_out(&session, &ground, &progress).expect("worked out");
        let all = u64::try_from(2 * RETURNS).expect("few");
        assert_eq!(progress.seen(), (all, all), "both rounds");
        let same = found.signals.iter().find(|signal| signal.kind == SignalKind::SameText);
        assert_eq!(same.expect("the same text").cells.len(), RETURNS, "in every stretch");
        let view = show(&session, Nothing {}).expect("shown");
        assert_eq!((view.signals, view.last), (found.signals.clone(), "2025/26".to_owned()));
        let (_, kept) = gathered(&session).expect("gathered");
        assert!(Arc::ptr_eq(&kept.expect("kept"), &found), "shown without being worked out again");

        let change = |tx: &mut crate::store::Tx<'_>| {
            crate::round::set_return_to(tx, ground.round.id, "Example Partnership")
        };
        session.file(|file| file.transact(crate::round::DATES, "", change)).expect("changed");
        assert_eq!(gathered(&session).expect("gathered").1, None, "another file by now");
        let moved = worked_out(&session, &ground, &Progress::default()).map_err(|error| error.kind);
        assert_eq!(moved, Err(Kind::State));
    }
}
