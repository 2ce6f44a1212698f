//! What may be typed after `attest`.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

/// Safeguarding self-assessment audits, without a window.
#[derive(Debug, Parser)]
#[command(name = "attest", version, about)]
pub struct Arguments {
    /// Print JSON instead of sentences.
    #[arg(long, global = true)]
    pub json: bool,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make up a partnership: its file, the list of its schools, and a folder of returned workbooks.
    Demo {
        /// The folder to write to; it must be new or empty.
        #[arg(default_value = "attest-demo")]
        folder: PathBuf,
        /// How many schools.
        #[arg(long, default_value_t = 380)]
        settings: u32,
        /// The same number makes the same partnership.
        #[arg(long, default_value_t = 2026)]
        seed: u32,
    },
    /// Look at an audit template.
    #[command(subcommand)]
    Template(TemplateCommand),
    /// Write a return as an Excel workbook, or read one.
    #[command(subcommand)]
    Return(ReturnCommand),
    /// Write a paper of a setting's file: a pack to read and print, or a list as a workbook.
    Paper {
        file: PathBuf,
        paper: PaperName,
        /// The file to write; beside the setting's file if not given.
        #[arg(long)]
        out: Option<PathBuf>,
        #[arg(long, value_enum, default_value = "html")]
        format: FormatName,
    },
    /// Take the workbooks of folders into a partnership's file, and say the verdict on each.
    ///
    /// A run that was stopped goes on when it is started again. Ends with 1 where somebody has to look at a file.
    Intake {
        file: PathBuf,
        #[arg(required = true)]
        folders: Vec<PathBuf>,
    },
    /// Write the workbooks of a partnership's round into a folder, with a mail-merge sheet and a covering text.
    ///
    /// Nothing is sent. A run that was stopped goes on with the rest. Ends with 1 while somebody asked has no workbook.
    Issue {
        file: PathBuf,
        folder: PathBuf,
        /// Issue to one alone, once more if it has a workbook: its URN or other number.
        #[arg(long)]
        only: Option<String>,
        /// Issue to everybody once more: the same issue, a new export.
        #[arg(long, conflicts_with = "only")]
        again: bool,
        /// Leave last round's answers out.
        #[arg(long)]
        blank: bool,
        /// Issue although the audit tool is a draft, a preview or not reviewed.
        #[arg(long)]
        unreviewed: bool,
    },
    /// Multi-agency case audits, dip samples and the audit programme.
    #[command(subcommand)]
    Case(crate::case::CaseCommand),
    /// Look after the register of a partnership's round.
    #[command(subcommand)]
    Register(RegisterCommand),
    /// Write a paper of a partnership's round, feedback sheets or slides; or check whether figures can still be made.
    Report {
        file: PathBuf,
        /// Which paper.
        paper: ReportName,
        /// As what kind of file.
        #[arg(long, default_value = "docx")]
        format: FormatName,
        /// Where to write it: a file, or of feedback and slides a folder.
        #[arg(long, short)]
        out: Option<PathBuf>,
        /// To be shared: small numbers are hidden, and what they could be worked out from.
        #[arg(long)]
        share: bool,
        /// For officers alone, where the paper would go to others unless said: nothing is hidden.
        #[arg(long, conflicts_with = "share")]
        officers: bool,
        /// The one that was written last, made again as the file stood then; or the one whose log head code begins so.
        #[arg(long, value_name = "CODE", num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["share", "officers"])]
        again: Option<String>,
    },
    /// Print a table of a partnership's round, or save it, or all of them, as workbooks.
    Analyse {
        file: PathBuf,
        /// Which table: response, over_time, quality, standards, questions, standards_by, questions_by, ends, changes,
        /// matched, breaks, numbers, actions, support, sample, self_and_panel, finding_types, themes, asked_for, surveys,
        /// good_practice, action_plan, earlier_actions, non_return or settings.
        #[arg(long, default_value = "standards")]
        table: String,
        /// What settings are told apart by: phase, status, locality or trust.
        #[arg(long, default_value = "phase")]
        by: String,
        /// To be shared: small numbers are hidden, and what they could be worked out from.
        #[arg(long)]
        share: bool,
        /// As at the end of a past day (2027-03-31), or at a past instant: exactly what it was then.
        #[arg(long)]
        as_at: Option<String>,
        /// The workbook to write; with --all, the folder for all of them.
        #[arg(long)]
        out: Option<PathBuf>,
        /// Every table that there is, each as a workbook.
        #[arg(long, requires = "out")]
        all: bool,
        /// The table as it was shared last, made again as the file stood then; or as of the log head code that begins so.
        #[arg(long, value_name = "CODE", num_args = 0..=1, default_missing_value = "", requires = "out", conflicts_with_all = ["share", "as_at", "all"])]
        again: Option<String>,
        /// What stands out in the returns, in place of a table: reasons to ask, never verdicts.
        #[arg(long, conflicts_with_all = ["table", "by", "share"])]
        signals: bool,
        /// Words to look for in all that the returns say.
        #[arg(long, conflicts_with_all = ["table", "by", "share", "signals"])]
        find: Option<String>,
        /// Words that are used more than in the round before, with sentences.
        #[arg(long, conflicts_with_all = ["table", "by", "share", "signals", "find"])]
        terms: bool,
    },
    /// The partnership's action plan: what stands in it, its tracker, and reply forms of agencies.
    #[command(subcommand)]
    Plan(crate::plan_arguments::PlanCommand),
    /// Draw the settings that panels meet, or show who was drawn.
    ///
    /// Frame, rules and seed are kept in the file, so that the same list can be drawn again for ever.
    Sample(SampleArguments),
    /// Give rounds to other partnerships, read theirs in, and set them side by side.
    #[command(subcommand)]
    Pack(crate::pack::PackCommand),
    /// Look after an Attest file.
    #[command(subcommand)]
    File(FileCommand),
    /// Call any command by name with its request as JSON, as the window does.
    Call {
        file: PathBuf,
        name: String,
        #[arg(default_value = "{}")]
        input: String,
        /// The file or folder that its dialog would ask for.
        #[arg(long)]
        at: Option<PathBuf>,
    },
    /// Serve the built page to a browser on this computer, for tests.
    #[cfg(feature = "loopback")]
    Serve {
        #[arg(long, default_value_t = 0)]
        port: u16,
        #[arg(long)]
        page: PathBuf,
        #[arg(long)]
        folder: PathBuf,
    },
}

#[derive(Debug, clap::Args)]
pub struct SampleArguments {
    pub file: PathBuf,
    /// Show what was drawn and draw nothing.
    #[arg(long)]
    pub show: bool,
    /// Show the groups and their places and draw nothing.
    #[arg(long, conflicts_with = "show")]
    pub preview: bool,
    /// A share of all in per cent.
    #[arg(long, default_value = "3")]
    pub share: String,
    /// So many, instead of a share.
    #[arg(long, conflicts_with = "share")]
    pub number: Option<u32>,
    /// What groups are made by: phase, status, locality, trust, kind, size, rating, or "fact nursery". May be repeated.
    #[arg(long = "by", default_value = "phase")]
    pub by: Vec<String>,
    /// At least so many of each group.
    #[arg(long, default_value_t = 1)]
    pub minimum: u32,
    /// Groups smaller than this are drawn as one.
    #[arg(long, default_value_t = 20)]
    pub merge_below: u32,
    /// Speak for those whose return was accepted, not for all who are asked to return.
    #[arg(long)]
    pub returned: bool,
    /// Meet every setting within so many years.
    #[arg(long)]
    pub cycle: Option<u32>,
    /// Leave out, with the reason: "status=Independent: visited by their own inspectorate". May be repeated.
    #[arg(long)]
    pub leave_out: Vec<String>,
    /// Leave out whom a panel met within so many years.
    #[arg(long)]
    pub not_met_within: Option<u32>,
    /// A whole number of up to twelve digits; one is taken at random if none is given.
    #[arg(long)]
    pub seed: Option<String>,
    /// What the sample is called.
    #[arg(long, default_value = "Audit panels")]
    pub name: String,
}

#[derive(Debug, Subcommand)]
pub enum TemplateCommand {
    /// Say every fault of templates at once, by line or by sheet and cell, and their figures.
    Check {
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Write a template in TOML as an Excel workbook, or the other way round.
    Convert {
        file: PathBuf,
        /// The file to write; beside the template if not given.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Make an audit tool from a partnership's own workbook, in whatever layout.
    FromWorkbook {
        workbook: PathBuf,
        /// How the workbook is understood; where the file is not there yet, the guess is written to it.
        #[arg(long)]
        mapping: Option<PathBuf>,
        /// The tool to write, in TOML.
        #[arg(short, long)]
        out: PathBuf,
    },
    /// Say what became of each question from one version to another.
    Diff { earlier: PathBuf, now: PathBuf },
    /// Write a template's blank workbook, as a setting would be given it.
    Preview {
        file: PathBuf,
        /// The workbook to write; beside the template if not given.
        #[arg(long)]
        out: Option<PathBuf>,
        /// Facts to answer with yes, so that their modules are asked.
        #[arg(long, value_delimiter = ',')]
        yes: Vec<String>,
    },
}

/// How much of a workbook is taken into a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TakeName {
    /// Nothing; the differences are only shown.
    None,
    /// What only the workbook changed.
    Clear,
    /// Everything that the workbook says otherwise.
    All,
}

#[derive(Debug, Subcommand)]
pub enum ReturnCommand {
    /// Write the open audit of a setting's file as an Excel workbook.
    Write {
        file: PathBuf,
        /// The workbook to write; beside the file if not given.
        #[arg(long)]
        out: Option<PathBuf>,
        /// Fill in the partnership's own workbook that the audit tool was made from.
        #[arg(long)]
        own_workbook: bool,
    },
    /// Say what is in a returned workbook, or set it beside a setting's file and take it in.
    Read {
        workbook: PathBuf,
        /// The setting's file to set it beside; nothing is taken without --take.
        #[arg(long)]
        into: Option<PathBuf>,
        /// What to take into that file.
        #[arg(long, value_enum, default_value = "none", requires = "into")]
        take: TakeName,
        /// The passphrase of a locked workbook.
        #[arg(long)]
        password: Option<String>,
        /// How the partnership's own workbook is understood, where it is one that was filled in.
        #[arg(long)]
        mapping: Option<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
pub enum RegisterCommand {
    /// Show what a list (the national register as CSV, or any CSV or Excel list) would change; take it with --yes.
    ///
    /// Ends with 1 where a change is left for you to decide, or the list has faults.
    Import {
        file: PathBuf,
        list: PathBuf,
        /// Local authorities, as the list names them.
        #[arg(long)]
        la: Vec<String>,
        /// Statuses, as the list names them; whatever is open if not given.
        #[arg(long)]
        status: Vec<String>,
        /// Types, as the list names them.
        #[arg(long = "type")]
        kind: Vec<String>,
        /// Phases, as the list names them.
        #[arg(long)]
        phase: Vec<String>,
        /// Take what is suggested; what only a person can decide is left.
        #[arg(long)]
        yes: bool,
    },
}

#[derive(Debug, Subcommand)]
pub enum FileCommand {
    /// Check that the file is sound and its history unbroken.
    Verify { file: PathBuf },
    /// Print all that the file holds in a form in which two files can be compared, and its digest.
    Dump { file: PathBuf },
    /// Print the history, newest first.
    History { file: PathBuf },
    /// Print the automatic backups.
    Backups { file: PathBuf },
    /// Replace a text everywhere in the file, its history and its backups.
    Redact { file: PathBuf, text: String },
}

/// The papers by the names they are typed with.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum PaperName {
    /// For those who hold the setting to account.
    GovernorPack,
    /// For the day an inspection is announced.
    InspectionPack,
    /// What changed since the round before.
    WhatChanged,
    /// The actions as one list.
    Plan,
    /// What shows it, where it is kept, how old it is.
    EvidenceIndex,
    /// Every step of the file.
    History,
}

/// The papers of a round by the names they are typed with.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ReportName {
    /// Everything, in sixteen chapters.
    Full,
    /// Two pages for the Executive.
    Executive,
    /// What goes back to those who did the work.
    DslBriefing,
    /// For governors of every setting.
    Governors,
    /// For anybody.
    Public,
    /// A year's activity, themes, concerns and open actions.
    Assurance,
    /// How the figures are made.
    Method,
    /// Seven points on a page; only once approved.
    SevenPoints,
    /// Good practice, areas for development, what happened since; only once approved.
    Learning,
    /// What the Executive is asked to decide, and what became of what it decided.
    Decisions,
    /// For the independent scrutineer: full figures, method, sample, non-returns, what is overdue.
    Scrutineer,
    /// Who has not returned; restricted.
    NonReturn,
    /// Who has returned.
    Response,
    /// For whoever takes over.
    Handover,
    /// A feedback sheet for every setting whose return counts.
    Feedback,
    /// Every chart as PNG and SVG.
    Slides,
    /// A pack of counts that was given; only with --again.
    Pack,
    /// Whether what was written can still be made.
    Check,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum FormatName {
    Html,
    Docx,
    Pdf,
    Xlsx,
}
