//! Attest without a window: every command goes through the same gateway as the page's.
//!
//! Ends with 0 when done, 1 when done with problems to look at, 2 when it could not be done.

mod analyse;
mod arguments;
mod case;
mod demo;
mod desk;
mod file;
pub mod host;
mod issue;
#[cfg(feature = "loopback")]
pub mod loopback;
mod own_workbook;
mod pack;
mod paper;
mod partnership;
mod plan;
mod plan_arguments;
mod print;
mod read_back;
mod register;
mod report;
mod returns;
mod sample;
mod template;
mod voices;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

use attest::error::Error;
use attest::world::World;
use clap::Parser;

use arguments::{Arguments, Command};
use print::Printer;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Done.
    Done,
    /// Done, with problems that somebody should look at.
    Problems,
    /// Could not be done.
    Failed,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Done => Self::SUCCESS,
            Status::Problems => Self::from(1),
            Status::Failed => Self::from(2),
        }
    }
}

/// Runs with the arguments, time and streams of this process.
pub fn run_as_program() -> ExitCode {
    let (mut out, mut err) = (std::io::stdout(), std::io::stderr());
    run(std::env::args_os(), Arc::new(host::HostWorld::here()), &mut out, &mut err).into()
}

/// Runs one command line, in the world that is given.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    world: Arc<dyn World>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Status {
    match Arguments::try_parse_from(arguments) {
        Ok(arguments) => {
            let mut printer = Printer::new(out, arguments.json);
            obey(arguments.command, world, &mut printer)
                .unwrap_or_else(|error| said(&error, arguments.json, err))
        }
        Err(usage) => usage_said(&usage, out, err),
    }
}

fn obey(command: Command, world: Arc<dyn World>, printer: &mut Printer<'_>) -> Result<Status, Error> {
    match command {
        Command::Demo { folder, settings, seed } => demo::run(world, &folder, settings, seed, printer),
        Command::Template(command) => template::run(command, world.as_ref(), printer),
        Command::Return(command) => returns::run(command, world, printer),
        Command::Paper { file, paper, out, format } => {
            paper::write(world, &file, paper, format, out, printer)
        }
        Command::Intake { file, folders } => partnership::intake(world, &file, &folders, printer),
        Command::Issue { file, folder, only, again, blank, unreviewed } => {
            let wanted = issue::Wanted { only, again, blank, unreviewed };
            issue::run(world, &file, &folder, &wanted, printer)
        }
        Command::Register(command) => register::run(command, world, printer),
        Command::Report { file, paper, format, out, share, officers, again } => {
            let readers = match (share, officers) {
                (true, _) => Some("others"),
                (false, true) => Some("officers"),
                (false, false) => None,
            };
            report::run(world, &file, report::Wanted { paper, format, out, readers, again }, printer)
        }
        Command::Analyse { file, signals: true, .. } => voices::signals(world, &file, printer),
        Command::Analyse { file, find: Some(words), .. } => voices::find(world, &file, &words, printer),
        Command::Analyse { file, terms: true, .. } => voices::terms(world, &file, printer),
        Command::Analyse { file, table, by, share, as_at, out, all, again, .. } => {
            let readers = if share { "others" } else { "officers" };
            let wanted = analyse::Wanted { table, by, readers, as_at, out };
            if let Some(code) = again {
                analyse::again(world, &file, (&wanted, &code), printer)
            } else if all {
                analyse::all(world, &file, &wanted, printer)
            } else {
                analyse::one(world, &file, &wanted, printer)
            }
        }
        Command::Case(command) => case::run(command, world, printer),
        Command::Plan(command) => plan::run(command, world, printer),
        Command::Sample(wanted) => sample::run(world, &wanted, printer),
        Command::Pack(command) => pack::run(command, world, printer),
        Command::File(command) => file::run(command, world, printer),
        Command::Call { file, name, input, at } => {
            file::call(world, &file, (&name, &input), at.as_deref(), printer)
        }
        #[cfg(feature = "loopback")]
        Command::Serve { port, page, folder } => {
            loopback::run(world, port, page, folder, printer.out()).map(|()| Status::Done)
        }
    }
}

fn said(error: &Error, json: bool, err: &mut dyn Write) -> Status {
    let text = if json {
        serde_json::to_string(error).unwrap_or_else(|_| error.message.clone())
    } else {
        [error.message.as_str(), error.hint.as_str()].join("\n")
    };
    // Where even this cannot be written, the exit code still says it.
    let _ = writeln!(err, "{}", text.trim_end());
    Status::Failed
}

fn usage_said(usage: &clap::Error, out: &mut dyn Write, err: &mut dyn Write) -> Status {
    let text = usage.render();
    if usage.use_stderr() {
        let _ = write!(err, "{text}");
        return Status::Failed;
    }
    let _ = write!(out, "{text}");
    Status::Done
}
