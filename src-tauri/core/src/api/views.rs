//! What screens are given. Words are the page's; here stand facts, counts and what people typed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::action::ActionItem;
use super::challenge::ChallengeLine;
use super::check::{GapCounts, RemarkLine};
use super::evidence::EvidenceItem;
use super::plan::PlanLine;
use super::returned::Beside;
use super::sign_off::MovedLine;
pub use crate::intake::VerdictKind;
pub use crate::panel::FindingKind;
use crate::panel::further::Further;
use crate::problem::Problem;
pub use crate::round::register::Standing;
use crate::round::{RoundId, RoundState};
use crate::setting::SettingId;
use crate::store::{FileKind, Revision};
pub use crate::submission::Kind as Extent;
pub use crate::submission::progress::{Progress, Ratings};
use crate::submission::signoff::Signature;
use crate::submission::{Answer, State, SubmissionId};
use crate::template::{
    Audience, Came, Duty, Fact, Level, LevelCode, Meaning, QuestionId, QuestionKind, StandardId, Status,
};

/// Declares views: plain values that screens are given.
macro_rules! view {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[allow(missing_docs)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }
    )*};
}
pub(super) use view;

view! {
    /// The state of the open file; comes with every reply while a file is open.
    FileState {
        name: String,
        kind: FileKind,
        revision: Revision,
        /// Name of the operation that undo takes back.
        undo: Option<String>,
        /// What that operation was done to: a question's id, for example.
        undo_target: Option<String>,
        redo: Option<String>,
        redo_target: Option<String>,
        /// Who has the file, when it can only be read.
        read_only: Option<String>,
        /// What a person should know although work goes on: that no backup could be kept, for example.
        remark: Option<String>,
    }
    /// First screen.
    Start { version: String, recent: Vec<RecentFile>, templates: Vec<TemplateChoice>, }
    /// A file was opened: which side's screens to show.
    Opened { kind: FileKind, }
    /// The operation that was undone or done again.
    Named { name: String, }
    /// In how many places a text was redacted.
    Places {
        places: u32,
        /// In how many backups besides.
        backups: u32,
        /// Backups that could not be changed and may still hold it.
        left: Vec<String>,
    }
    RecentFile { id: u32, name: String, folder: String, kind: FileKind, opened: String, there: bool, }
    TemplateChoice {
        /// `school@2025.1`
        key: String,
        title: String,
        version: String,
        edition: String,
        legal_position: String,
        audience: Audience,
        status: Status,
        status_note: String,
        questions: u32,
    }
    /// A setting's home: its audit as a task list.
    Home {
        submission: SubmissionId,
        setting: SettingView,
        round: RoundView,
        template: TemplateChoice,
        standards: Vec<StandardTask>,
        progress: Progress,
        ratings: Ratings,
        facts: Vec<Fact>,
        state: State,
        /// Whether its answers stay as they are: signing or signed.
        read_only: bool,
        /// The audit that it goes on from.
        earlier: Option<EarlierView>,
        /// The steps of the year with their dates.
        plan: Vec<PlanLine>,
        switched_off: SwitchedOff,
        to_confirm: ToConfirm,
        open_actions: u32,
        overdue_actions: u32,
        stale_evidence: u32,
        gaps: GapCounts,
    }
    EarlierView { submission: SubmissionId, round: String, }
    /// Questions that are not asked, and what was answered to them before they were switched off: kept, not counted.
    SwitchedOff {
        questions: u32,
        answered: u32,
        /// Titles of the standards in which such answers are kept.
        standards: Vec<String>,
    }
    /// Carried answers that wait: to unchanged questions (they can be confirmed together), and to others.
    ToConfirm { same: u32, others: u32, }
    SettingView { id: SettingId, kind: String, name: String, identifiers: BTreeMap<String, String>, facts: BTreeMap<String, String>, }
    RoundView { id: RoundId, label: String, template: String, opens: Option<String>, governors: Option<String>, due: Option<String>, return_to: String, days_to_governors: Option<i32>, days_to_due: Option<i32>, }
    StandardTask { id: StandardId, number: String, title: String, state: TaskState, progress: Progress, ratings: Ratings, }
    /// One standard with all its questions.
    StandardView { id: StandardId, number: String, title: String, introduction: String, governors: Vec<String>, questions: Vec<QuestionView>, previous: Option<StandardId>, next: Option<StandardId>, }
    QuestionView {
        id: QuestionId,
        number: String,
        text: String,
        kind: QuestionKind,
        duty: Duty,
        priority: bool,
        /// References as they may be printed (unchecked paragraph numbers left out).
        references: Vec<String>,
        guidance: String,
        evidence: Vec<String>,
        levels: Vec<LevelView>,
        choices: Vec<String>,
        fields: Vec<FieldView>,
        answer: Answer,
        /// What this answer still asks for: sentences.
        gaps: Vec<String>,
        /// Items of evidence behind it.
        evidence_items: Vec<EvidenceItem>,
        /// Actions that grew out of it.
        actions: Vec<ActionItem>,
        /// What the template's checks say of it.
        remarks: Vec<RemarkLine>,
        /// What governors asked of it.
        challenges: Vec<ChallengeLine>,
        /// Why the partnership sent it back, until it has been looked at again.
        sent_back: Option<String>,
        /// How it came from last round, while it is unconfirmed; none where it was copied from another audit.
        carried_how: Option<Came>,
        /// What was said in the round before, also once this round's answer is confirmed.
        last_round: Option<LastRound>,
    }
    LevelView {
        level: Level,
        /// The digit that picks it: 1 for the first judgement, 0 for not applicable.
        key: String,
        /// What it looks like for this question; empty where the template says nothing.
        looks_like: String,
    }
    FieldView { name: String, label: String, }
    /// An answer of the round before. Where several questions became one: their texts, and the rating if all had the same.
    LastRound { round: String, label: Option<String>, meaning: Option<Meaning>, note: String, area: String, how: Option<Came>, }
    /// A file that was written.
    Written { name: String, folder: String, sentence: String, problems: Vec<Problem>, }
    /// The history, newest first.
    HistoryLine {
        seq: u32,
        at: String,
        who: String,
        name: String,
        target: String,
        undone: bool,
        /// What was done, in words: `Rated C4`.
        done: String,
        /// Name of the setting, where the file holds several.
        setting: String,
        question: Option<QuestionId>,
        number: String,
        text: String,
        changes: Vec<HistoryChange>,
    }
    /// What it was before and after, in words; empty is nothing.
    HistoryChange { what: String, before: String, after: String, }
    BackupLine { id: u32, at: String, size: u32, }
    /// How a job stands.
    JobView { name: String, done: u32, total: u32, state: JobState, message: String, hint: String, }
    /// A partnership's round: response and its register.
    RoundOverview { round: RoundView, template: TemplateChoice, expected: u32, exempt: u32, received: u32, accepted: u32, sent_back: u32, not_received: u32, settings: Vec<RegisterLine>, batches: Vec<BatchLine>, findings: u32, }
    /// One of the rounds of a file.
    RoundLine { round: RoundId, label: String, template_title: String, audience: Audience, state: RoundState, due: Option<String>, returned: u32, expected: u32, current: bool, }
    RegisterLine {
        setting: SettingId,
        kind: String,
        name: String,
        phase: String,
        status: String,
        locality: String,
        trust: String,
        urn: String,
        identifiers: BTreeMap<String, String>,
        state: ReturnState,
        /// How it stands on the register, whatever came back.
        standing: Standing,
        /// Why it is not expected.
        reason: String,
        /// The name of the setting whose return covers it.
        covered_by: String,
        /// When its own return is due, extensions and groups counted in.
        due: Option<String>,
        extended_to: Option<String>,
        /// Whether a workbook was issued to it.
        issued: bool,
        submission: Option<SubmissionId>, on: Option<String>, pct_met: Option<Share>, }
    /// A share with its base; never without.
    Share { count: u32, base: u32, }
    BatchLine {
        id: String,
        at: String,
        label: String,
        state: String,
        files: u32,
        /// The day on which its files were received.
        on: String,
        /// Files that were here already, under the same name.
        known: u32,
        /// Whether its folder is remembered and can be looked in again.
        again: bool,
    }
    /// An intake: one line a file.
    IntakeView { batch: BatchLine, lines: Vec<IntakeLine>, }
    IntakeLine {
        original: String,
        name: String,
        sha256: String,
        verdict: VerdictKind,
        /// It came after its due date.
        late: bool,
        /// Whether the officer is asked something about it.
        asks: bool,
        message: String,
        problems: Vec<Problem>,
        setting: Option<String>,
        /// Whether it answers everything; none where it is no return of this round.
        extent: Option<Extent>,
        submission: Option<SubmissionId>,
        state: Option<ReturnState>,
        /// Another file of the same setting that it can be set beside.
        beside: Option<String>,
    }
    /// A return, question by question, with what a panel said beside it.
    ReturnView { submission: SubmissionId, setting: SettingView, state: ReturnState, round: String, standards: Vec<ReturnStandard>, findings: Vec<FindingView>, sign_off: Option<ReturnSignOff>, progress: Progress, ratings: Ratings, beside: Beside, }
    /// The sign-off that a return came in with, and whether what came in is what was signed.
    ReturnSignOff { code: String, complete: bool, matches: Option<bool>, signatures: Vec<Signature>, differs: Vec<MovedLine>, }
    ReturnStandard { id: StandardId, number: String, title: String, lines: Vec<ReturnLine>, }
    ReturnLine { question: QuestionId, number: String, text: String, levels: Vec<Level>, self_rating: Option<LevelCode>, moderated: Option<LevelCode>, note: String, impact: String, area: String, reason: String, source: String, last_round: Option<LastRound>, }
    FindingView { id: String, submission: SubmissionId, setting: String, question: Option<QuestionId>, number: String, kind: FindingKind, text: String, agency: String, on: String, self_rating: Option<String>, moderated: Option<String>, reason: String, agreed: bool, further: Further, }
    /// A table of figures: self-describing, with its base.
    TableView { title: String, caption: String, as_at: String, columns: Vec<ColumnView>, rows: Vec<Vec<CellView>>, notes: Vec<String>, }
    ColumnView { label: String, numeric: bool, }
    CellView { text: String, count: Option<u32>, base: Option<u32>, range: String, opens: bool, }
}

/// How far a standard is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum TaskState {
    NotStarted,
    Incomplete,
    Done,
}

/// How a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum JobState {
    Running,
    Done,
    Stopped,
    Failed,
}

/// Where a return stands at the partnership.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum ReturnState {
    Expected,
    Exempt,
    Received,
    Checked,
    Accepted,
    SentBack,
    Replaced,
    Withdrawn,
}

/// The meaning of a level, once more, so that the page's types have it.
pub type MeaningView = Meaning;
