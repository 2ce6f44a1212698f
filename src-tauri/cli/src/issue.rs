//! `attest issue`: the workbooks of a round into a folder; stopped half-way, it goes on with the rest.

use std::path::Path;
use std::sync::Arc;

use attest::api::issue_view::{IssueLine, IssueState, IssueView};
use attest::api::views::JobView;
use attest::error::{Error, Result};
use attest::world::World;
use serde_json::{Value, json};

use crate::Status;
use crate::desk::Desk;
use crate::partnership::wait;
use crate::print::Printer;

/// What was asked for.
pub struct Wanted {
    /// Number of the only one.
    pub only: Option<String>,
    /// Everybody once more.
    pub again: bool,
    /// Without last round's answers.
    pub blank: bool,
    /// Although the audit tool is not reviewed.
    pub unreviewed: bool,
}

/// Runs `attest issue`.
pub fn run(
    world: Arc<dyn World>,
    file: &Path,
    folder: &Path,
    wanted: &Wanted,
    printer: &mut Printer<'_>,
) -> Result<Status> {
    std::fs::create_dir_all(folder).map_err(|_| {
        Error::input(format!("The folder {} cannot be made.", folder.display()))
            .hint("Name a folder that you may write to.")
    })?;
    let desk = Desk::at(world, file)?;
    let before: IssueView = desk.ask("issue.show", json!({}))?;
    let message = if nothing_left(&before, wanted) {
        "Everybody who is asked to return has a workbook already; --again writes them once more.".to_owned()
    } else {
        written(&desk, folder, request(&before, wanted)?)?
    };
    let after: IssueView = desk.ask("issue.show", json!({}))?;
    let said = json!({
        "message": message, "expected": after.expected, "issued": after.issued, "waiting": after.waiting,
        "without_email": after.without_email,
    });
    printer.value(&said, |_| lines(&message, &after))?;
    Ok(if after.issued == after.expected && after.waiting == 0 { Status::Done } else { Status::Problems })
}

fn nothing_left(view: &IssueView, wanted: &Wanted) -> bool {
    let all = view.expected > 0 && view.issued == view.expected && view.waiting == 0;
    all && !wanted.again && wanted.only.is_none()
}

fn written(desk: &Desk, folder: &Path, request: Value) -> Result<String> {
    desk.next_dialog(folder);
    desk.call("issue.write", request)?;
    wait(desk)?;
    let job: Option<JobView> = desk.ask("job.show", json!({}))?;
    Ok(job.map(|job| job.message).unwrap_or_default())
}

fn request(view: &IssueView, wanted: &Wanted) -> Result<Value> {
    let answers = if wanted.blank { "blank" } else { "carried" };
    let understood = wanted.unreviewed.then_some(view.template.status);
    let (whom, settings) = match (&wanted.only, wanted.again) {
        (Some(number), _) => ("these", vec![one(view, number)?.setting]),
        (None, true) => ("again", Vec::new()),
        (None, false) => ("not_yet", Vec::new()),
    };
    Ok(json!({ "whom": whom, "settings": settings, "answers": answers, "understood": understood }))
}

fn one<'a>(view: &'a IssueView, number: &str) -> Result<&'a IssueLine> {
    let bare = |text: &str| text.trim_start_matches("URN").trim().to_owned();
    view.lines.iter().find(|line| bare(&line.number) == bare(number)).ok_or_else(|| {
        Error::missing(format!("Nobody with the number {number} is asked to return in this round."))
            .hint("Look at the number on the register.")
    })
}

fn lines(message: &str, view: &IssueView) -> Vec<String> {
    let mut lines = vec![message.to_owned()];
    lines.push(format!("{} of {} asked to return have a workbook.", view.issued, view.expected));
    if view.without_email > 0 {
        lines.push(format!("{} have no e-mail address on the register.", view.without_email));
    }
    let left = view.lines.iter().filter(|line| line.state != IssueState::Issued);
    lines.extend(left.take(20).map(|line| format!("  not written: {}", line.name)));
    lines
}
