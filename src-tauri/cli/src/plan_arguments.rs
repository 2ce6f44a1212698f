//! What may be typed after `attest plan`.

use std::path::PathBuf;

use clap::Subcommand;

use crate::arguments::FormatName;

#[derive(Debug, Subcommand)]
pub enum PlanCommand {
    /// Print the plan: recommendations, their actions, and themes that come again.
    Show {
        file: PathBuf,
        /// Only what is past its date.
        #[arg(long)]
        overdue: bool,
    },
    /// Write the tracker, as it stands today or as it stood at a meeting.
    Tracker {
        file: PathBuf,
        /// The day of a meeting at which the plan was written down (2027-03-31).
        #[arg(long)]
        meeting: Option<String>,
        #[arg(long, value_enum, default_value = "docx")]
        format: FormatName,
        /// The file to write; beside the partnership's file if not given.
        #[arg(long)]
        out: Option<PathBuf>,
        /// To be shared: only the actions that may be, and nothing said at meetings.
        #[arg(long)]
        share: bool,
    },
    /// Write reply forms into a folder: one for each agency that has something to do.
    Forms {
        file: PathBuf,
        folder: PathBuf,
        /// For this agency alone.
        #[arg(long)]
        agency: Option<String>,
    },
    /// Take filled-in reply forms in; taking one in again changes nothing.
    Take {
        file: PathBuf,
        #[arg(required = true)]
        forms: Vec<PathBuf>,
    },
}
