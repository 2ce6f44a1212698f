//! What settings wrote, from the command line: what stands out in a round's returns.

use std::path::Path;
use std::sync::Arc;

use attest::analysis::signals::{Signal, SignalKind};
use attest::api::signals::SignalsView;
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
