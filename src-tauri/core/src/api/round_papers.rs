//! The papers of a round: the handover page, the response on a day, the non-return log.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::audit::date;
use super::chase_view::{ChaseLine, DueWhen, shown as chased};
use super::chasing::Chasing;
use super::figures::again::{named, word};
use super::figures::gather::Register;
use super::figures::{self, Readers, shared};
use super::handover::{self, HandoverView, NextStep, NextWhat};
use super::paper_format::{self, PaperFormat};
use super::reports::gather::people;
use super::save;
use super::session::Session;
use super::views::{ReturnState, Written};
use crate::analysis::Grid;
use crate::analysis::group::By;
use crate::analysis::judged::day;
use crate::analysis::returns::{Before, Returns};
use crate::chase::Step;
use crate::error::Result;
use crate::publication::{self, Of, Recipe, Single, Source, Wrote};
use crate::report::handover::Handover;
use crate::report::non_return::{self, NonReturn, NonReturns};
use crate::report::recipe::Printed;
use crate::report::response::ResponseReport;
use crate::report::{self, Document};
use crate::round::Round;
use crate::round::base::Since;
use crate::round::dates::GroupBy;
use crate::round::register::Frozen;
use crate::store::{AuditFile, Moment, Reader};
use crate::template::Status;
use crate::world::{end_of, london_date};

/// A paper of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RoundPaper {
    /// For whoever takes over.
    Handover,
    /// Who has returned, by type and week by week.
    Response,
    /// Who has not, and what was done.
    NonReturn,
}

impl RoundPaper {
    /// The paper of a word in the file.
    pub(in crate::api) fn of(code: &str) -> Option<Self> {
        [Self::Handover, Self::Response, Self::NonReturn].into_iter().find(|one| one.code() == code)
    }

    /// Its word in the file.
    fn code(self) -> &'static str {
        match self {
            Self::Handover => "handover",
            Self::Response => "response",
            Self::NonReturn => "non_return",
        }
    }
}

/// A paper of a round that is asked for.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RoundPaperChosen {
    pub paper: RoundPaper,
    /// Of the response: by what settings are grouped.
    #[serde(default)]
    pub by: Option<GroupBy>,
    /// Of the response: the day that is looked at; today where none is said.
    #[serde(default)]
    pub on: Option<String>,
}

/// The same, and how it is to be written.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RoundPaperWanted {
    pub paper: RoundPaper,
    #[serde(default)]
    pub by: Option<GroupBy>,
    #[serde(default)]
    pub on: Option<String>,
    pub format: PaperFormat,
}

/// `round_paper.show`.
pub fn show(session: &Session, chosen: RoundPaperChosen) -> Result<Document> {
    let on = date(chosen.on.as_deref())?;
    session.file(|file| Ok(composed(session, file, chosen.paper, chosen.by, on)?.0))
}

/// `round_paper.write`: none where the dialog was dismissed.
pub fn write(session: &Session, wanted: RoundPaperWanted) -> Result<Option<Written>> {
    let on = date(wanted.on.as_deref())?;
    let (document, recipe, round) = session.file(|file| {
        let (document, recipe) = composed(session, file, wanted.paper, wanted.by, on)?;
        Ok((document, recipe, session.round(file)?))
    })?;
    let name = save::file_name(&[&document.title, &round.label], wanted.format.ending());
    let written = paper_format::offer(session, ("Save the paper", &name), &document, wanted.format)?;
    if written.is_some() {
        let kind = (wanted.paper.code(), document.title.as_str(), wanted.format.ending());
        session.file(|file| shared::keep_each(file, &round, kind, &recipe))?;
    }
    Ok(written)
}

fn composed(
    session: &Session,
    file: &AuditFile,
    paper: RoundPaper,
    by: Option<GroupBy>,
    on: Option<NaiveDate>,
) -> Result<(Document, Recipe)> {
    let chasing = Chasing::of(session, file)?;
    let on = on.filter(|_| paper == RoundPaper::Response).unwrap_or(chasing.today).min(chasing.today);
    let mut recipe = recipe(&chasing, file, (paper, on))?;
    let by = by.unwrap_or(GroupBy::Phase);
    if paper == RoundPaper::Response {
        recipe.part = Some(Single { name: word(by), by: By::default(), as_at: None });
    }
    Ok((document(&chasing, file, (paper, by, on), &recipe)?, recipe))
}

/// A paper that was written, made again of a file as it stood at that moment.
pub(in crate::api) fn again(
    session: &Session,
    file: &AuditFile,
    (wrote, paper): (&Wrote, RoundPaper),
    then: Moment,
) -> Result<Document> {
    let today = wrote.at.parse().map_or_else(|_| file.world().today(), london_date);
    let chasing = Chasing::of(session, file)?.at(file, (then, today))?;
    let by = wrote.recipe.part.as_ref().and_then(|part| named(&part.name)).unwrap_or(GroupBy::Phase);
    let on = wrote.recipe.as_at.parse().unwrap_or(today);
    let mut made = document(&chasing, file, (paper, by, on), &wrote.recipe)?;
    made.draft = format!("Figures made again as at {}", day(on));
    Ok(made)
}

fn document(
    chasing: &Chasing,
    file: &AuditFile,
    (paper, by, on): (RoundPaper, GroupBy, NaiveDate),
    recipe: &Recipe,
) -> Result<Document> {
    let code = recipe.head.clone();
    let mut document = match paper {
        RoundPaper::Handover => handed_over(chasing, file, code),
        RoundPaper::NonReturn => missing(chasing, file.reader(), code),
        RoundPaper::Response => response(chasing, file, by, on, code),
    }?;
    let returns = returns(file, &chasing.round, GroupBy::Phase, (on, chasing.today))?;
    let printed =
        Printed { recipe, people: people(&chasing.template), frozen: returns.frozen.as_ref(), shared: false };
    document.sections.push(printed.section());
    Ok(document)
}

/// What figures of response are made of: who was asked, what came, and what was done about the rest.
fn recipe(chasing: &Chasing, file: &AuditFile, (paper, on): (RoundPaper, NaiveDate)) -> Result<Recipe> {
    let Chasing { round, template, today, .. } = chasing;
    let then = (on < *today).then(|| file.moment(end_of(on))).transpose()?;
    let grid = match then {
        Some(then) => Grid::read_at(file, round.id, template, then)?,
        None => Grid::read(file.reader(), round.id, template)?,
    };
    let of = Of { round, template, grid: &grid, earlier: None };
    let mut recipe = publication::of(file, of, Readers::Officers.code(), (then, on))?;
    recipe.sources.retain(|source, _| match source {
        Source::Response | Source::Names => true,
        Source::Issued | Source::Settings => paper != RoundPaper::Response,
        Source::Comparisons
        | Source::Themes
        | Source::Surveys
        | Source::Panels
        | Source::Plan
        | Source::Words
        | Source::Contacts
        | Source::Steps
        | Source::Waiting => false,
    });
    if paper == RoundPaper::Handover {
        recipe.sources.extend(publication::handed_over(file, round.id, file.moment(file.world().now())?)?);
    }
    Ok(recipe)
}

fn about(chasing: &Chasing, on: NaiveDate) -> Vec<String> {
    let lines = [
        chasing.partnership.clone(),
        format!("{}, {}", chasing.template.title, chasing.round.label),
        format!("As at {}", day(on)),
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

fn missing(chasing: &Chasing, reader: Reader<'_>, code: String) -> Result<Document> {
    let view = chased(chasing, reader)?;
    Ok(non_return::compose(&NonReturns {
        about: about(chasing, chasing.today),
        expected: view.expected,
        lines: view.lines.into_iter().map(|line| not_returned(chasing, line)).collect(),
        code,
    }))
}

fn not_returned(chasing: &Chasing, line: ChaseLine) -> NonReturn {
    let due = chasing.dues.get(&line.setting).copied();
    let extension = chasing.lines.iter().find(|one| one.setting == line.setting).and_then(|one| {
        let until = one.extended_to?;
        Some(format!("until {}: {}", day(until), one.extension_reason))
    });
    let done = chasing.chased.iter().filter(|one| one.setting == line.setting).map(|one| {
        let what = match one.step {
            Step::Reminder => "reminder written".to_owned(),
            Step::Spoken => format!("spoken to: {}", one.note),
            Step::Extension => "more time given".to_owned(),
            Step::Escalated => format!("escalated to {} {}", one.rung, one.note).trim_end().to_owned(),
        };
        format!("{}: {what} ({})", day(one.on), one.who)
    });
    let issued =
        line.issued.as_deref().and_then(|on| on.parse().ok()).map(|on| format!("{}: issued", day(on)));
    NonReturn {
        name: line.name,
        number: line.number,
        phase: line.phase,
        state: if line.state == ReturnState::SentBack { "Sent back" } else { "Not received" }.to_owned(),
        due,
        days_over: (line.when == DueWhen::Overdue).then_some(line.days.map(i64::from)).flatten(),
        extension: extension.unwrap_or_default(),
        done: issued.into_iter().chain(done).collect(),
    }
}

fn response(
    chasing: &Chasing,
    file: &AuditFile,
    by: GroupBy,
    on: NaiveDate,
    code: String,
) -> Result<Document> {
    let returns = returns(file, &chasing.round, by, (on, chasing.today))?;
    let first = returns.lines.iter().flat_map(|line| line.events.iter().map(|event| event.on)).min();
    Ok(report::response::compose(&ResponseReport {
        about: about(chasing, on),
        group: grouped(by).0.to_owned(),
        first: returns.opened.or(first).unwrap_or(on).min(on),
        base: returns.frozen.as_ref().map_or_else(|| stood(on, chasing.today), Since::register),
        before: returns_before(file, chasing, by, on)?,
        returns,
        code,
    }))
}

type Grouping = fn(&Frozen) -> &str;

fn grouped(by: GroupBy) -> (&'static str, Grouping) {
    match by {
        GroupBy::Picked | GroupBy::Phase => ("Phase", |line| &line.phase),
        GroupBy::Status => ("Status", |line| &line.status),
        GroupBy::Locality => ("Locality", |line| &line.locality),
        GroupBy::Trust => ("Trust", |line| &line.trust),
        GroupBy::Kind => ("Kind", |line| &line.kind),
    }
}

/// The returns of a round as they are counted on a day: who was asked as the register stood then, with what happened to
/// their returns, and how many were not asked.
fn returns(
    file: &AuditFile,
    round: &Round,
    by: GroupBy,
    (on, today): (NaiveDate, NaiveDate),
) -> Result<Returns> {
    let then = if on < today { file.moment(end_of(on))? } else { file.moment(file.world().now())? };
    let group = grouped(by).1;
    let returns = Register::of(file, round, then)?.grouped(&|line| group(line).to_owned());
    Ok(Returns { day: on, ..returns })
}

/// The round before, looked at on the day; none where there is none.
fn returns_before(file: &AuditFile, chasing: &Chasing, by: GroupBy, on: NaiveDate) -> Result<Option<Before>> {
    let Some(was) = figures::before::before(file.reader(), &chasing.round)? else { return Ok(None) };
    let returns = returns(file, &was, by, (on, chasing.today))?;
    Ok(Some(Before { label: was.label, returns }))
}

fn stood(on: NaiveDate, today: NaiveDate) -> String {
    let stood = if on < today { "stood" } else { "stands" };
    format!("Base: the register as it {stood} on {}.", day(on))
}

fn handed_over(chasing: &Chasing, file: &AuditFile, code: String) -> Result<Document> {
    let view = handover::shown(chasing, file)?;
    let stands = &view.stands;
    let figure = |count: u32, base: u32, label: &str, note: &str| {
        (format!("{count} of {base}"), label.to_owned(), note.to_owned())
    };
    let warning = match view.template.status {
        Status::Reviewed => String::new(),
        Status::Draft | Status::Preview => warned("a ", &view),
        Status::Unreviewed => warned("", &view),
    };
    Ok(report::handover::compose(&Handover {
        round: view.round.label.clone(),
        about: about(chasing, chasing.today),
        what: what(&view),
        warning,
        stands: vec![
            figure(stands.issued, stands.expected, "Issued", "of those asked to return"),
            figure(stands.returned, stands.expected, "Returned", "of those asked to return"),
            figure(stands.accepted, stands.returned, "Accepted", "of those returned"),
            figure(stands.overdue, stands.missing + stands.sent_back, "Overdue", "of those not returned"),
        ],
        next: view.next.iter().map(sentence).collect(),
        lately: view.lately.iter().map(lately).collect(),
        people: view.people.into_iter().map(|one| [one.role, one.name, one.reach]).collect(),
        code,
    }))
}

/// How far the audit tool was looked at, in a sentence.
fn warned(article: &str, view: &HandoverView) -> String {
    let (name, note) = (view.template.status.name(), view.template.status_note.trim_end_matches('.'));
    let note = if note.is_empty() { String::new() } else { format!("; {note}") };
    format!("The audit tool is {article}{name}{note}.")
}

fn lately(line: &handover::LatelyLine) -> [String; 3] {
    let times = if line.times > 1 { format!(" ({} times)", line.times) } else { String::new() };
    let of = if line.of.is_empty() || line.times > 1 { String::new() } else { format!(": {}", line.of) };
    [super::chasing::on_day(&line.at), line.who.clone(), format!("{}{of}{times}", line.done)]
}

fn what(view: &HandoverView) -> Vec<(String, String)> {
    let date = |text: &Option<String>| {
        let known = text.as_deref().and_then(|text| text.parse::<NaiveDate>().ok());
        known.map_or_else(|| "not set".to_owned(), day)
    };
    let said = |text: &str| if text.is_empty() { "not said".to_owned() } else { text.to_owned() };
    let mut what = vec![
        ("Round".to_owned(), view.round.label.clone()),
        ("Audit tool".to_owned(), format!("{}, version {}", view.template.title, view.template.version)),
        ("Opened".to_owned(), date(&view.round.opens)),
        ("Returns due".to_owned(), date(&view.round.due)),
    ];
    what.extend(
        view.group_dates
            .iter()
            .map(|group| (format!("Due, {}", group.group), date(&Some(group.due.clone())))),
    );
    what.push(("Returns go to".to_owned(), said(&view.round.return_to)));
    what.push(("Who signs".to_owned(), said(&view.signs)));
    what.push(("Smallest number shown to others".to_owned(), view.threshold.to_string()));
    what
}

fn sentence(step: &NextStep) -> String {
    let count = step.count;
    match step.what {
        NextWhat::Register => "Put on the register who is asked to return.".to_owned(),
        NextWhat::SetDue => format!("Set the date by which returns are due: {count} have none."),
        NextWhat::SetReturnTo => "Say where returns go: it stands on every workbook.".to_owned(),
        NextWhat::ReviewTool => "Have the audit tool reviewed by a safeguarding professional.".to_owned(),
        NextWhat::GoOnIssuing => format!("Go on issuing: {count} named workbooks are not written yet."),
        NextWhat::Issue => format!("Issue workbooks: {count} asked to return have none."),
        NextWhat::NeedsYou => format!("Answer what was asked about {count} files that came in."),
        NextWhat::Accept => format!("Look at {count} returns that wait to be accepted."),
        NextWhat::Chase => format!("Chase {count} returns that are overdue."),
        NextWhat::Remind => format!("Remind {count} whose returns are due within a week."),
        NextWhat::Results => "Every return is in and accepted: look at the results.".to_owned(),
    }
}
