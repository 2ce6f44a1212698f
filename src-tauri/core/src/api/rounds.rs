//! The settings of the round in view, further rounds, and the questions that a partnership adds.

mod local;

use serde::{Deserialize, Serialize};

use super::audit::date;
use super::begin::new_round;
use super::call::Nothing;
use super::round as rounds;
use super::session::Session;
use super::template::begun_with;
use super::views::{RoundOverview, TemplateChoice, view};
use crate::error::{Error, Result};
use crate::round::dates::{self, GroupBy, GroupDate};
use crate::round::settings::{self, Settings};
use crate::round::{self, Replacing, RoundId, RoundState, next, register};
use crate::setting::{self, SettingId};
use crate::store::{AuditFile, Reader};
use crate::submission;
use crate::template::{Status, Template};

pub use local::{LocalChosen, LocalQuestion, LocalTyped, add_question, remove_question};

view! {
    /// What a round is set to.
    RoundSettings {
        round: RoundId,
        label: String,
        template: TemplateChoice,
        state: RoundState,
        opens: Option<String>,
        due: Option<String>,
        return_to: String,
        instructions: String,
        signs: String,
        threshold: u32,
        replacing: Replacing,
        groups: Vec<GroupDateView>,
        /// What groups there are to choose from on the register.
        choices: Vec<GroupChoice>,
        /// The label of the round it was made from.
        earlier: Option<String>,
        /// The standards of its template, to put questions under.
        standards: Vec<StandardName>,
        local: Vec<LocalQuestion>,
        /// Whether its questions stand: a workbook went out, or a return came in.
        fixed: bool,
    }
    GroupDateView { by: GroupBy, value: String, settings: Vec<SettingId>, due: String, count: u32, }
    GroupChoice { by: GroupBy, value: String, count: u32, }
    StandardName { id: String, number: String, title: String, }
}

/// The settings of a round as they are typed.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RoundTyped {
    pub label: String,
    pub opens: Option<String>,
    pub due: Option<String>,
    pub return_to: String,
    pub instructions: String,
    pub signs: String,
    pub threshold: u32,
    pub replacing: Replacing,
}

/// The due dates of groups as they are typed.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct GroupDates {
    pub groups: Vec<GroupDateTyped>,
}

/// One group's due date.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct GroupDateTyped {
    pub by: GroupBy,
    pub value: String,
    #[serde(default)]
    pub settings: Vec<SettingId>,
    pub due: String,
}

/// How far the round is said to be.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct StateSaid {
    pub state: RoundState,
}

/// A further round.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct FurtherRound {
    pub label: String,
    pub template: String,
    #[serde(default)]
    pub scale: Option<String>,
    /// The status of a draft or preview that the person has understood.
    #[serde(default)]
    pub understood: Option<Status>,
    #[serde(default)]
    pub due: Option<String>,
    /// The round whose register, settings and returns it goes on from.
    #[serde(default)]
    pub from: Option<RoundId>,
}

/// `round.settings`.
pub fn show(session: &Session, _: Nothing) -> Result<RoundSettings> {
    session.file(|file| {
        let (round, template) = rounds::current(session, file)?;
        view(file.reader(), round, &template)
    })
}

/// `round.save`.
pub fn save(session: &Session, typed: RoundTyped) -> Result<RoundSettings> {
    let settings = Settings {
        label: typed.label,
        opens: date(typed.opens.as_deref())?,
        due: date(typed.due.as_deref())?,
        return_to: typed.return_to,
        instructions: typed.instructions,
        signs: typed.signs,
        threshold: typed.threshold,
        replacing: typed.replacing,
    };
    change(session, |file, round| {
        file.transact(settings::SAVE, &round.label, |tx| settings::save(tx, round.id, &settings))
    })
}

/// `round.group_dates`: the due dates of groups, in place of those before.
pub fn group_dates(session: &Session, typed: GroupDates) -> Result<RoundSettings> {
    let group = |one: GroupDateTyped| {
        let none = || {
            Error::input(format!(
                "No due date was given for \u{201c}{}\u{201d}.",
                crate::text::short(&one.value)
            ))
        };
        let due =
            date(Some(&one.due))?.ok_or_else(|| none().hint("Type the day, or leave the group out."))?;
        Ok(GroupDate { by: one.by, value: one.value, settings: one.settings.into_iter().collect(), due })
    };
    let groups: Vec<GroupDate> = typed.groups.into_iter().map(group).collect::<Result<_>>()?;
    change(session, |file, round| {
        file.transact(dates::SET, &round.label, |tx| dates::set_groups(tx, round.id, &groups))
    })
}

/// `round.state`: opened, closed, or taken back to preparation.
pub fn state(session: &Session, said: StateSaid) -> Result<RoundSettings> {
    change(session, |file, round| {
        file.transact(settings::STATE, &round.label, |tx| settings::stand(tx, &round, said.state))
    })
}

/// `round.add`: a further round in the same file, of the last one's audit or of another; it comes into view.
pub fn add(session: &Session, further: FurtherRound) -> Result<RoundOverview> {
    session.refuse_while_working()?;
    session.file(|file| rounds::partnership(file))?;
    let new = new_round(&further.label, None, further.due.as_deref())?;
    let template = at_hand(session, &further)?;
    let id = session.file(|file| {
        let before = further.from.map(|id| round::load(file.reader(), id)).transpose()?;
        file.transact(next::ADD, &new.label, |tx| next::add(tx, &template, &new, before.as_ref()))
    })?;
    session.look_at_round(id);
    rounds::show(session, Nothing {})
}

/// The template of a further round: one that the file holds already, or one at hand.
fn at_hand(session: &Session, further: &FurtherRound) -> Result<std::sync::Arc<Template>> {
    let asked = begun_with(session, &further.template, further.scale.as_deref(), further.understood);
    match asked {
        Err(error) if error.kind == crate::error::Kind::Missing => {
            session.file(|file| crate::template::load(file.reader(), &further.template)).map_err(|_| error)
        }
        whatever => whatever,
    }
}

fn change(
    session: &Session,
    work: impl FnOnce(&mut AuditFile, round::Round) -> Result<()>,
) -> Result<RoundSettings> {
    session.file(|file| {
        let (round, _) = rounds::current(session, file)?;
        work(file, round)
    })?;
    show(session, Nothing {})
}

/// Whether the questions of a round stand: a workbook went out, or a return came in.
fn is_fixed(reader: Reader<'_>, round: RoundId) -> Result<bool> {
    let issued = register::lines(reader, round)?.iter().any(|line| line.issue.is_some());
    Ok(issued || !submission::of_round(reader, round)?.is_empty())
}

fn view(reader: Reader<'_>, round: round::Round, template: &Template) -> Result<RoundSettings> {
    let settings = setting::all(reader)?;
    let lines = register::lines(reader, round.id)?;
    let held: Vec<(SettingId, &setting::Details)> =
        lines.iter().filter_map(|line| Some((line.setting, &settings.get(&line.setting)?.details))).collect();
    let groups = dates::groups(reader, round.id)?.into_iter().map(|group| {
        let count = held.iter().filter(|(id, details)| group.holds(*id, details)).count();
        let (settings, due) = (group.settings.into_iter().collect(), group.due.to_string());
        GroupDateView { by: group.by, value: group.value, settings, due, count: number(count) }
    });
    let earlier = round.earlier.map(|id| round::load(reader, id)).transpose()?;
    Ok(RoundSettings {
        round: round.id,
        groups: groups.collect(),
        choices: choices(&held),
        earlier: earlier.map(|round| round.label),
        standards: template.standards.iter().map(name_of).collect(),
        local: local::questions(template),
        fixed: is_fixed(reader, round.id)?,
        template: super::start::choice(template),
        label: round.label,
        state: round.state,
        opens: round.opens.map(|date| date.to_string()),
        due: round.due.map(|date| date.to_string()),
        return_to: round.return_to,
        instructions: round.instructions,
        signs: round.signs,
        threshold: round.threshold,
        replacing: round.replacing,
    })
}

fn name_of(standard: &crate::template::Standard) -> StandardName {
    let (id, number, title) = (standard.id.to_string(), standard.number.clone(), standard.title.clone());
    StandardName { id, number, title }
}

/// Every group that the register holds, with its size.
fn choices(held: &[(SettingId, &setting::Details)]) -> Vec<GroupChoice> {
    let of = |by: GroupBy| {
        let mut counts = std::collections::BTreeMap::<&str, u32>::new();
        for (_, details) in held {
            *counts.entry(by.of(details)).or_default() += 1;
        }
        let named = counts.into_iter().filter(|(value, _)| !value.is_empty());
        named
            .map(move |(value, count)| GroupChoice { by, value: value.to_owned(), count })
            .collect::<Vec<_>>()
    };
    GroupBy::ALL.into_iter().filter(|by| *by != GroupBy::Picked).flat_map(of).collect()
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
