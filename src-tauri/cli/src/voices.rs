//! What settings wrote, from the command line: what stands out, words looked for, words used more than before.

use std::path::Path;
use std::sync::Arc;

use attest::analysis::signals::{Signal, SignalKind};
use attest::api::signals::SignalsView;
use attest::api::written::find::TextFound;
use attest::api::written::terms::TermsView;
use attest::error::Result;
use attest::world::World;
use serde_json::json;

use crate::Status;
use crate::desk::Desk;
use crate::print::Printer;

/// Runs `attest analyse FILE --signals`.
pub fn signals(world: Arc<dyn World>, file: &Path, printer: &mut Printer<'_>) -> Result<Status> {
    let view: SignalsView = Desk::at(world, file)?.ask("signals.show", json!({}))?;
    printer.value(&view, |view| {
        let mut lines = vec![view.caption.clone()];
        lines.push("A signal is a reason to ask, never a verdict; it counts in no figure.".to_owned());
        lines.extend(SignalKind::ALL.into_iter().flat_map(|kind| of_kind(view, kind)));
        lines
    })?;
    Ok(Status::Done)
}

fn of_kind(view: &SignalsView, kind: SignalKind) -> Vec<String> {
    let mine: Vec<&Signal> = view.signals.iter().filter(|signal| signal.kind == kind).collect();
    let mut lines = vec![format!("{}: {}", kind.label(), mine.len())];
    lines.extend(mine.into_iter().flat_map(words));
    lines
}

fn words(signal: &Signal) -> Vec<String> {
    let mut lines = vec![format!("  {}", signal.said)];
    lines.extend(
        signal
            .cells
            .iter()
            .map(|cell| format!("    {} {}: {}", cell.setting, cell.number, cell.said).replace(" :", ":")),
    );
    lines
}

/// Runs `attest analyse FILE --find WORDS`.
pub fn find(world: Arc<dyn World>, file: &Path, words: &str, printer: &mut Printer<'_>) -> Result<Status> {
    let desk = Desk::at(world, file)?;
    let mut found: TextFound = desk.ask("text.find", json!({ "words": words }))?;
    while !found.texts.is_empty() && found.texts.len() < found.total as usize {
        let more: TextFound = desk.ask("text.find", json!({ "words": words, "from": found.texts.len() }))?;
        if more.texts.is_empty() {
            break;
        }
        found.texts.extend(more.texts);
    }
    printer.value(&found, |found| {
        let mut lines = vec![format!("{} of {} texts, in {} returns", found.total, found.all, found.returns)];
        lines.extend(found.texts.iter().flat_map(|text| {
            let head = format!("{} {}", text.setting, text.number);
            let places = text.places.iter().map(|at| format!("  {}[{}]{}", at.before, at.found, at.after));
            std::iter::once(head.trim_end().to_owned()).chain(places).collect::<Vec<_>>()
        }));
        lines
    })?;
    Ok(Status::Done)
}

/// Runs `attest analyse FILE --terms`.
pub fn terms(world: Arc<dyn World>, file: &Path, printer: &mut Printer<'_>) -> Result<Status> {
    let view: TermsView = Desk::at(world, file)?.ask("terms.show", json!({}))?;
    printer.value(&view, |view| {
        let mut lines = vec![format!("Used more in {} than in {}", view.now, view.then)];
        for term in &view.terms {
            lines.push(format!(
                "{}: {} times in {} returns; before {} in {} (log-likelihood {})",
                term.term, term.now, term.returns_now, term.then, term.returns_then, term.likelihood
            ));
            lines.extend(term.sentences.iter().map(|one| format!("  {} ({})", one.text, one.setting)));
        }
        lines
    })?;
    Ok(Status::Done)
}
