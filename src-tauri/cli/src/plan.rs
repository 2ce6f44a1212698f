//! `attest plan`: the partnership's action plan, its tracker as it stands or stood at a meeting, reply forms out and in.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use attest::api::tracking::{
    ActionView, MeetingsView, RecommendationView, RepliesTaken, RepliesView, TrackingView,
};
use attest::api::views::Written;
use attest::error::{Error, Result};
use attest::world::World;
use clap::ValueEnum;
use serde_json::json;

use crate::Status;
use crate::desk::Desk;
use crate::plan_arguments::PlanCommand;
use crate::print::Printer;

/// Runs `attest plan`.
pub fn run(command: PlanCommand, world: Arc<dyn World>, printer: &mut Printer<'_>) -> Result<Status> {
    match command {
        PlanCommand::Show { file, overdue } => show(&Desk::at(world, &file)?, overdue, printer),
        PlanCommand::Tracker { file, meeting, format, out, share } => {
            let desk = Desk::at(world, &file)?;
            let meeting = meeting.map(|on| held(&desk, &on)).transpose()?;
            let readers = if share { "others" } else { "partnership" };
            desk.next_dialog(&out.unwrap_or_else(|| beside(&file, "action plan", &typed(format))));
            let asked = json!({ "meeting": meeting, "readers": readers, "format": typed(format) });
            let written: Option<Written> = desk.ask("plan.tracker", asked)?;
            printer.value(&whole(written)?, |it| vec![format!("{}: {}", it.name, it.sentence)])?;
            Ok(Status::Done)
        }
        PlanCommand::Forms { file, folder, agency } => {
            forms(&Desk::at(world, &file)?, &folder, agency, printer)
        }
        PlanCommand::Take { file, forms } => take(&Desk::at(world, &file)?, &forms, printer),
    }
}

fn show(desk: &Desk, overdue: bool, printer: &mut Printer<'_>) -> Result<Status> {
    let mut view: TrackingView = desk.ask("plan.show", json!({}))?;
    if overdue {
        view.recommendations.iter_mut().for_each(|one| one.actions.retain(|action| action.overdue));
        view.recommendations.retain(|one| !one.actions.is_empty());
    }
    printer.value(&view, |view| {
        let mut lines: Vec<String> = view.recommendations.iter().flat_map(recommendation).collect();
        if lines.is_empty() {
            lines.push(if overdue { "No action is overdue." } else { "The plan is empty." }.to_owned());
        }
        for theme in view.themes.iter().filter(|one| one.comes_again() && !overdue) {
            let rounds: Vec<&str> = theme.rounds.iter().map(|one| one.round.as_str()).collect();
            lines.push(format!("Comes again: {}, in {}", theme.name, rounds.join(", ")));
        }
        lines
    })?;
    Ok(Status::Done)
}

fn recommendation(one: &RecommendationView) -> Vec<String> {
    let head = format!("{} {} ({})", one.reference, one.said.text, one.said.stance.label());
    std::iter::once(head).chain(one.actions.iter().map(action)).collect()
}

fn action(one: &ActionView) -> String {
    let due = one.said.due.map_or_else(|| "no date".to_owned(), |due| format!("due {due}"));
    let parts = [one.stage.label(), one.rag.label(), &due, &one.said.owner, &one.said.agency];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("  {} {} ({})", one.reference, one.said.title, parts.join("; "))
}

/// The id of the meeting that was held on a day.
fn held(desk: &Desk, on: &str) -> Result<String> {
    let view: MeetingsView = desk.ask("meeting.list", json!({}))?;
    let met = view.meetings.iter().find(|one| one.said.on.to_string() == on && one.held.is_some());
    met.map(|one| one.id.to_string()).ok_or_else(|| {
        let days: Vec<String> = view
            .meetings
            .iter()
            .filter(|one| one.held.is_some())
            .map(|one| format!("{} ({})", one.said.on, one.group))
            .collect();
        let hint = if days.is_empty() {
            "The plan was not written down at any meeting yet.".to_owned()
        } else {
            format!("It was written down on {}.", days.join(", "))
        };
        Error::missing(format!("The plan was not written down at a meeting on {on}.")).hint(hint)
    })
}

/// A reply form for each agency with something to do, or for one.
fn forms(desk: &Desk, folder: &Path, agency: Option<String>, printer: &mut Printer<'_>) -> Result<Status> {
    let view: TrackingView = desk.ask("plan.show", json!({}))?;
    std::fs::create_dir_all(folder).map_err(|_| {
        Error::input(format!("The folder {} cannot be made.", folder.display())).hint("Name another folder.")
    })?;
    let all = view.recommendations.iter().flat_map(|one| &one.actions).filter(|one| one.stage.is_live());
    let mut agencies: Vec<String> =
        all.map(|one| one.said.agency.clone()).filter(|name| !name.is_empty()).collect();
    agencies.sort();
    agencies.dedup();
    let mut written = Vec::new();
    for agency in agency.map_or(agencies, |one| vec![one]) {
        let name: String = agency.chars().map(|it| if it.is_alphanumeric() { it } else { ' ' }).collect();
        desk.next_dialog(&folder.join(format!("Reply form {}.xlsx", name.trim())));
        written.push(whole(desk.ask::<Option<Written>>("plan.form", json!({ "agency": agency }))?)?);
    }
    printer.value(&written, |written| {
        if written.is_empty() {
            vec!["No agency has an action that is still to do.".to_owned()]
        } else {
            written.iter().map(|one| format!("{}: {}", one.name, one.sentence)).collect()
        }
    })?;
    Ok(Status::Done)
}

fn take(desk: &Desk, forms: &[PathBuf], printer: &mut Printer<'_>) -> Result<Status> {
    let mut taken = Vec::new();
    for form in forms {
        desk.next_dialog(form);
        let view: Option<RepliesView> = desk.ask("plan.replies", json!({}))?;
        taken.extend(view.map(|view| view.taken).unwrap_or_default());
    }
    printer.value(&taken, |taken| {
        let told = |one: &RepliesTaken| {
            let head = format!("{}: {} new, {} known already", one.file, one.new, one.known);
            std::iter::once(head).chain(one.unread.iter().map(|said| format!("  {said}"))).collect::<Vec<_>>()
        };
        taken.iter().flat_map(told).collect()
    })?;
    let clean = taken.iter().all(|one| one.unread.is_empty());
    Ok(if clean { Status::Done } else { Status::Problems })
}

fn whole(written: Option<Written>) -> Result<Written> {
    written.ok_or_else(|| Error::fault("The paper was not written."))
}

fn beside(file: &Path, what: &str, ending: &str) -> PathBuf {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!("{stem} {what}.{ending}"))
}

fn typed(name: impl ValueEnum) -> String {
    name.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}
