//! What tables need besides the grid: who returned, actions, findings, numbers.

use std::collections::{BTreeMap, BTreeSet};

use super::before::{before, now};
use super::make::Ground;
use crate::analysis::Grid;
use crate::analysis::chased::NotReturned;
use crate::analysis::grid::{self, GridRow, OnRegister};
use crate::analysis::group::{By, NOT_SAID};
use crate::analysis::judged::day;
use crate::analysis::numbers as numbered;
use crate::analysis::panels::{Agreed, Beside, Found, Sat};
use crate::analysis::profile::Besides;
use crate::analysis::quality::{Quality, Version, WayHere};
use crate::analysis::response::Line;
use crate::analysis::returns::{Before, Returns};
use crate::analysis::support::Request;
use crate::api::chasing::Chasing;
use crate::api::table::in_words;
use crate::chase::Step;
use crate::error::Result;
use crate::intake::kept;
use crate::panel::FindingKind;
use crate::panel::finding::{self, Standing};
use crate::panel::session::{self, PanelSession, PanelSessionId, agencies_present};
use crate::round::register::{self, Expected, Frozen, Standing as Stands};
use crate::round::{Round, RoundId, cut_off, stood};
use crate::store::{AuditFile, Moment, Reader};
use crate::submission::action::{self, Planned};
use crate::submission::{self, State, SubmissionId, signoff};
use crate::template::{Asks, Meaning, Question, QuestionId, Template};
use crate::world::london_date;

/// Who has returned in this round, and in the one before, as they stood at the moment.
pub(super) fn returns(ground: &Ground<'_>, by: By) -> Result<(Returns, Option<Before>)> {
    let then = ground.then.map_or_else(|| now(ground.file), Ok)?;
    let today = ground.caption.as_at;
    let mut returns = of_round(ground.file, ground.round, by, then)?;
    returns.day = today;
    let earlier = before(ground.file.reader(), ground.round)?;
    let earlier = earlier.map(|round| -> Result<Before> {
        let mut returns = of_round(ground.file, &round, by, then)?;
        returns.day = today;
        Ok(Before { label: round.label, returns })
    });
    Ok((returns, earlier.transpose()?))
}

/// Who was asked to return in a round, told apart by something, with what had happened up to a moment.
pub(in crate::api) fn of_round(file: &AuditFile, round: &Round, by: By, then: Moment) -> Result<Returns> {
    Ok(Register::of(file, round, then)?.by(by))
}

/// The register of a round that counts at a moment, to be told apart by one thing after another.
pub(in crate::api) struct Register {
    known: OnRegister,
    returns: Returns,
}

impl Register {
    /// Reads it.
    pub fn of(file: &AuditFile, round: &Round, then: Moment) -> Result<Self> {
        let known = grid::asked(file, round.id, then)?;
        let (opened, due) = stood::days(file, round.id, then)?;
        let (day, frozen, outside) = (london_date(then.at), known.frozen.clone(), known.outside);
        let named = cut_off::named_at(file, round.id, then)?;
        let returns = Returns { day, opened, due, named, frozen, outside, ..Returns::default() };
        Ok(Self { known, returns })
    }

    /// Its returns, told apart by what tables are made by.
    pub fn by(&self, by: By) -> Returns {
        self.grouped(&|line| by.of(&grid::who_of(line)).to_owned())
    }

    /// Whether anything is known by which settings are told apart so.
    pub fn tells(&self, by: By) -> bool {
        let asked = self.known.asked.iter().filter(|one| one.line.standing == Stands::Expected);
        asked.map(|one| grid::who_of(&one.line)).any(|who| !matches!(by.of(&who), "" | NOT_SAID))
    }

    /// The same by anything that a register says of a setting.
    pub fn grouped(&self, group: &dyn Fn(&Frozen) -> String) -> Returns {
        let mut returns = self.returns.clone();
        for one in &self.known.asked {
            let group = group(&one.line);
            if one.line.standing == Stands::Expected {
                let (setting, due) = (Some(one.line.setting), one.line.due);
                returns.lines.push(Line { group, due, events: one.events.clone(), setting });
            } else {
                *returns.exempt.entry(group).or_default() += 1;
            }
        }
        returns
    }
}

/// What a table is of that speaks of no ratings.
pub(super) fn plain_caption(ground: &Ground<'_>) -> String {
    let Ground { caption, template, .. } = ground;
    let (title, version) = (&template.title, &template.version);
    format!("{}, {title} version {version}. As at {}.", caption.round, day(caption.as_at))
}

/// What is known of each accepted return besides its ratings.
pub(in crate::api) fn quality(
    reader: Reader<'_>,
    round: &Round,
    (template, grid): (&Template, &Grid),
) -> Result<BTreeMap<SubmissionId, Quality>> {
    let round = round.id;
    let signed = signoff::signed_on(reader, round)?;
    let dues = register::dues(reader, round)?;
    let claims = kept::claims(reader, round)?;
    let back = submission::ever(reader, round, State::SentBack)?;
    let mut unbacked: BTreeMap<SubmissionId, u32> = BTreeMap::new();
    for (of, question, value) in submission::unbacked(reader, round)? {
        let level = template.question(&question).and_then(|it| template.level(it, &value));
        if level.is_some_and(|level| level.asks_for(Asks::Evidence)) {
            *unbacked.entry(of).or_default() += 1;
        }
    }
    let quality = |row: &GridRow| {
        let other = claims.get(&row.submission).is_some_and(|version| *version != template.version);
        let quality = Quality {
            signed: signed.get(&row.submission).copied(),
            due: dues.get(&row.setting).copied(),
            unbacked: unbacked.get(&row.submission).copied().unwrap_or_default(),
            version: if other { Version::Another } else { Version::TheRounds },
            way: if back.contains(&row.submission) { WayHere::SentBack } else { WayHere::Straight },
        };
        (row.submission, quality)
    };
    Ok(grid.rows.iter().map(quality).collect())
}

/// Who has not returned and what was done about it, with how many are asked.
pub(super) fn not_returned(ground: &Ground<'_>) -> Result<(Vec<NotReturned>, u32)> {
    Ok(missing(&Chasing::of(ground.session, ground.file)?))
}

/// Who has not returned in a round, with how many are asked.
pub(in crate::api) fn missing(chasing: &Chasing) -> (Vec<NotReturned>, u32) {
    let line = |line: &Expected| {
        let done: Vec<_> = chasing.chased.iter().filter(|one| one.setting == line.setting).collect();
        let of = |step: Step| done.iter().filter(move |one| one.step == step);
        let sent_back = chasing.states.get(&line.setting) == Some(&State::SentBack);
        let known = chasing.settings.get(&line.setting);
        let until = line.extended_to.map(|until| format!("until {}: {}", day(until), line.extension_reason));
        NotReturned {
            setting: line.setting,
            name: chasing.name(line.setting).to_owned(),
            phase: known.map(|it| it.details.phase.clone()).unwrap_or_default(),
            state: if sent_back { "Sent back" } else { "Not received" }.to_owned(),
            due: chasing.dues.get(&line.setting).copied(),
            reminded: of(Step::Reminder).map(|one| one.on).collect(),
            said: of(Step::Spoken).map(|one| (one.on, one.note.clone())).collect(),
            escalated: of(Step::Escalated)
                .map(|one| (one.on, format!("{} {}", one.rung, one.note).trim_end().to_owned()))
                .collect(),
            outcome: until.unwrap_or_default(),
        }
    };
    let lines = chasing.missing().map(line).collect();
    (lines, u32::try_from(chasing.asked().count()).unwrap_or(u32::MAX))
}

/// The requests for support that panels recorded.
pub(super) fn requests(ground: &Ground<'_>) -> Result<Vec<Request>> {
    let found = finding::of_round(ground.file.reader(), ground.round.id)?;
    let asked = found.into_iter().filter(|one| one.kind == FindingKind::SupportRequest);
    Ok(asked.map(|one| Request { submission: one.submission, question: one.question }).collect())
}

/// What a profile says of returns besides their ratings.
pub(super) fn besides(ground: &Ground<'_>) -> Result<Besides> {
    let today = ground.caption.as_at;
    let mut besides = Besides::default();
    for one in planned(ground)? {
        if one.state.is_live() && one.due.is_some_and(|due| due < today) {
            *besides.overdue.entry(one.submission).or_default() += 1;
        }
    }
    let found = finding::of_round(ground.file.reader(), ground.round.id)?;
    besides.panel = found.into_iter().map(|one| one.submission).collect();
    Ok(besides)
}

/// The actions that came in with the returns that count.
pub(super) fn planned(ground: &Ground<'_>) -> Result<Vec<Planned>> {
    planned_in(ground.file.reader(), ground.round.id, ground.grid)
}

/// The actions that came in with the returns of a grid.
pub(in crate::api) fn planned_in(reader: Reader<'_>, round: RoundId, grid: &Grid) -> Result<Vec<Planned>> {
    let rows: BTreeSet<SubmissionId> = grid.rows.iter().map(|row| row.submission).collect();
    let mut planned = action::of_round(reader, round)?;
    planned.retain(|one| rows.contains(&one.submission));
    Ok(planned)
}

/// What panels found.
pub(super) fn found(ground: &Ground<'_>) -> Result<Vec<Found>> {
    findings(ground.file.reader(), ground.round.id, ground.template)
}

/// What panels found in a round.
pub(in crate::api) fn findings(
    reader: Reader<'_>,
    round: RoundId,
    template: &Template,
) -> Result<Vec<Found>> {
    let mut all = Vec::new();
    let met: BTreeMap<PanelSessionId, Sat> =
        session::of_round(reader, round)?.into_iter().map(|one| (one.id, sat(&one))).collect();
    for one in finding::of_round(reader, round)? {
        let of = one.submission;
        let question = one.question.as_ref().and_then(|id| template.question(id));
        let own = match question {
            Some(question) => {
                submission::answers(reader, one.submission)?.remove(&question.id).and_then(|it| it.value)
            }
            None => None,
        };
        let beside = question.zip(one.moderation.as_ref()).map(|(question, moderation)| Beside {
            of,
            question: (question.number.clone(), question.text.clone()),
            own: meant(template, question, own.as_deref().unwrap_or_default()),
            panel: meant(template, question, moderation.level.as_str()),
            reason: moderation.reason.clone(),
            agreed: match moderation.standing {
                Standing::Agreed => Agreed::Yes,
                Standing::Dissent => Agreed::No,
            },
        });
        let sat = one.further.session.and_then(|id| met.get(&id).cloned());
        let (agency, themes) = (in_words(&one.agency), one.further.themes);
        all.push(Found { kind: one.kind, agency, of, themes, sat, beside });
    }
    Ok(all)
}

/// A session, with the agencies that were there.
fn sat(session: &PanelSession) -> Sat {
    let agencies = agencies_present(&session.people, session.state);
    Sat { session: session.id, agencies: agencies.iter().map(|agency| in_words(agency)).collect() }
}

/// A rating in its words, and what it means; a blank one means nothing.
fn meant(template: &Template, question: &Question, code: &str) -> (String, Meaning) {
    match template.level(question, code) {
        Some(level) => (level.label.clone(), level.meaning),
        None if code.is_empty() => ("Blank".to_owned(), Meaning::None),
        None => (code.to_owned(), Meaning::None),
    }
}

/// The numbers that were given.
pub(in crate::api) fn numbers(
    reader: Reader<'_>,
    round: &Round,
    template: &Template,
) -> Result<BTreeMap<QuestionId, Vec<(SubmissionId, f64)>>> {
    let mut given = BTreeMap::new();
    for question in numbered::asked(template) {
        let values = submission::given(reader, round.id, &question.id)?;
        let numbers = values.iter().filter_map(|(of, value)| Some((*of, value.parse::<f64>().ok()?)));
        given.insert(question.id.clone(), numbers.filter(|(_, number)| number.is_finite()).collect());
    }
    Ok(given)
}
