//! Every command once: name, request, answer, function. Only hosts use this.

pub mod action;
pub mod answer;
mod audit;
pub mod audits;
pub mod begin;
mod call;
pub mod case_audit;
mod case_side;
pub mod challenge;
pub mod check;
pub mod demo;
pub mod dip_sample;
pub mod drawing;
pub mod evidence;
pub mod changes;
pub mod chase;
pub mod chase_view;
mod chasing;
pub mod compare;
mod counted;
pub mod dialog;
mod earlier;
pub mod feedback;
mod figure_side;
pub mod figures;
pub mod file;
pub mod finding;
mod form_files;
mod gone_through;
pub mod handover;
pub mod history;
pub mod home;
pub mod intake;
pub mod intake_view;
pub mod issue;
pub mod issue_view;
pub mod job;
pub mod own_workbook;
pub mod packs;
pub mod panel;
mod pending;
pub mod leaving;
pub mod lists;
mod person;
pub mod partnership;
pub mod past;
mod plan;
pub mod needs;
pub mod paper_format;
pub mod papers;
pub mod preferences;
pub mod programme;
pub mod read_back;
mod read_back_line;
pub mod register;
pub mod reports;
pub mod returned;
pub mod returns;
pub mod returns_view;
pub mod round;
pub mod round_papers;
pub mod rounds;
pub mod sample;
mod save;
pub mod send;
mod setting_side;
pub mod search;
pub mod sent;
pub mod session;
pub mod share;
pub mod shown;
pub mod sign_off;
pub mod signals;
pub mod standard;
pub mod standing;
pub mod start;
pub mod surveys;
pub mod table;
pub mod template;
pub mod tracking;
pub mod views;
mod whose;
pub mod wordings;
pub mod written;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod types;

use packs::merged as merged_report;
use panel::{agreement, forms, letters, papers as panel_papers, room as panel_room, workshop};
use reports::{
    charts as report_charts, feedback as report_feedback, remake as report_again, write as report_files,
};
use serde_json::Value;
use workshop::{papers as workshop_papers, sessions as workshop_sessions};

pub use call::{Failure, Nothing, Reply};
pub use session::{Desktop, Session};
use views::{
    BackupLine, FindingView, HistoryLine, Home, IntakeView, JobView, Named, Opened, Places, ReturnView,
    RoundLine, RoundOverview, Start, TableView, TemplateChoice, Written,
};

use crate::error::Result;

/// Declares commands: a line each, `"noun.verb" => function: Request -> Answer`.
macro_rules! commands {
    ($($name:literal => $room:ident :: $verb:ident : $request:ty => $answer:ty,)*) => {
        /// The names of these commands.
        pub(in crate::api) const LISTED: &[&str] = &[$($name),*];

        /// Runs one of them.
        pub(in crate::api) fn listed(session: &Session, name: &str, input: Value) -> Result<Value> {
            match name {
                $($name => crate::api::call::run::<$request, $answer>(session, name, input, $room::$verb),)*
                unknown => Err(crate::api::call::unknown(unknown)),
            }
        }

        #[cfg(test)]
        pub(in crate::api) fn declare_listed(page: &mut crate::api::types::Page) {
            $(page.command::<$request, $answer>($name);)*
        }
    };
}
use commands;

commands! {
    "start.show" => start::show: Nothing => Start,
    "start.new_setting" => begin::new_setting: begin::BeginSetting => Option<Home>,
    "start.new_partnership" => begin::new_partnership: begin::BeginPartnership => Option<RoundOverview>,
    "start.read_workbook" => sent::read: Nothing => Option<sent::SentWorkbook>,
    "start.unlock_workbook" => sent::unlock: read_back::PasswordTyped => sent::SentWorkbook,
    "start.begin_from_workbook" => sent::begin_from: Nothing => Option<Home>,
    "start.open" => start::open: Nothing => Option<Opened>,
    "start.open_recent" => start::open_recent: start::Recent => Opened,
    "start.forget_recent" => start::forget_recent: start::Recent => Start,
    "sample.open" => sample::open: Nothing => Opened,
    "sample.partnership" => demo::make: demo::SampleWanted => Option<JobView>,
    "sample.open_partnership" => demo::open: Nothing => Opened,
    "file.close" => file::close: Nothing => Start,
    "file.undo" => file::undo: Nothing => Named,
    "file.redo" => file::redo: Nothing => Named,
    "file.history" => history::show: history::Before => Vec<HistoryLine>,
    "file.backups" => file::backups: Nothing => Vec<BackupLine>,
    "file.restore" => file::restore: file::Restore => Option<Opened>,
    "file.redact" => file::redact: file::Redact => Places,
    "round.show" => round::show: Nothing => RoundOverview,
    "round.list" => round::list: Nothing => Vec<RoundLine>,
    "round.choose" => round::choose: round::ChosenRound => RoundOverview,
    "round.settings" => rounds::show: Nothing => rounds::RoundSettings,
    "round.save" => rounds::save: rounds::RoundTyped => rounds::RoundSettings,
    "round.group_dates" => rounds::group_dates: rounds::GroupDates => rounds::RoundSettings,
    "round.state" => rounds::state: rounds::StateSaid => rounds::RoundSettings,
    "round.add" => rounds::add: rounds::FurtherRound => RoundOverview,
    "round.add_question" => rounds::add_question: rounds::LocalTyped => rounds::RoundSettings,
    "round.remove_question" => rounds::remove_question: rounds::LocalChosen => rounds::RoundSettings,
    "round.write" => table::write: Nothing => Option<Written>,
    "register.add" => register::add: register::NewSetting => RoundOverview,
    "register.exempt" => register::exempt: register::Exempt => RoundOverview,
    "register.setting" => standing::show: standing::OnRegister => standing::SettingCard,
    "register.people" => standing::people: standing::PeopleSaid => standing::SettingCard,
    "register.also" => standing::also: standing::AlsoSaid => standing::SettingCard,
    "register.edit" => standing::edit: standing::Edit => RoundOverview,
    "register.cover" => standing::cover: standing::Cover => RoundOverview,
    "register.close" => standing::close: standing::Close => RoundOverview,
    "register.ask" => standing::ask: standing::OnRegister => RoundOverview,
    "register.extend" => standing::extend: standing::Extend => RoundOverview,
    "register.leave" => standing::leave: standing::OnRegister => RoundOverview,
    "register.freeze" => standing::freeze: standing::Freeze => Vec<standing::CutOffLine>,
    "register.cut_offs" => standing::cut_offs: Nothing => Vec<standing::CutOffLine>,
    "register.open_list" => lists::open: Nothing => Option<JobView>,
    "register.list" => lists::show: lists::ListChosen => Option<lists::ListView>,
    "register.columns" => lists::columns: lists::ListColumns => JobView,
    "register.difference" => lists::difference: Nothing => lists::RegisterDifference,
    "register.take" => lists::take: lists::Taken => RoundOverview,
    "register.close_list" => lists::close: Nothing => Option<lists::ListView>,
    "partnership.show" => partnership::show: Nothing => partnership::PartnershipView,
    "partnership.save" => partnership::save: partnership::PartnershipTyped => partnership::PartnershipView,
    "contact.save" => partnership::save_contact: partnership::ContactTyped => partnership::PartnershipView,
    "contact.remove" => partnership::remove_contact: partnership::ContactChosen => partnership::PartnershipView,
    "group.save" => partnership::save_group: partnership::GroupSaved => partnership::PartnershipView,
    "group.rename" => partnership::rename_group: partnership::GroupRenamed => partnership::PartnershipView,
    "group.remove" => partnership::remove_group: partnership::GroupChosen => partnership::PartnershipView,
    "agency.save" => partnership::save_agency: partnership::AgencyTyped => partnership::PartnershipView,
    "agency.remove" => partnership::remove_agency: partnership::AgencyChosen => partnership::PartnershipView,
    "intake.files" => intake::files: Nothing => Option<JobView>,
    "intake.folder" => intake::folder: Nothing => Option<JobView>,
    "intake.dropped" => intake::dropped: Nothing => Option<JobView>,
    "intake.latest" => intake::latest: Nothing => Option<IntakeView>,
    "intake.show" => intake::show: intake::Batch => IntakeView,
    "intake.accept" => intake::accept: intake::Returns => RoundOverview,
    "intake.accept_clean" => intake::accept_clean: intake::Batch => RoundOverview,
    "intake.again" => intake::look_again: intake::Batch => IntakeView,
    "intake.folder_again" => intake::folder_again: intake::Batch => JobView,
    "intake.difference" => intake_view::difference: intake_view::TwoFiles => intake_view::DifferenceView,
    "intake.withdraw" => intake::withdraw: intake::Batch => RoundOverview,
    "needs.list" => needs::list: Nothing => needs::NeedsView,
    "needs.answer" => needs::answer: needs::NeedAnswer => needs::NeedsView,
    "needs.revoke" => needs::revoke: needs::Answered => needs::NeedsView,
    "needs.unlock" => needs::unlock: needs::Password => needs::NeedsView,
    "needs.settings" => needs::settings: needs::SettingSought => Vec<needs::SettingFound>,
    "issue.show" => issue::show: Nothing => issue_view::IssueView,
    "issue.preview" => issue::preview: issue::IssueOne => issue_view::IssuePreview,
    "issue.try_one" => issue::try_one: issue::IssueOne => Option<Written>,
    "issue.write" => issue::write: issue::IssueWanted => Option<JobView>,
    "issue.sheet" => issue::sheet_again: Nothing => Option<Written>,
    "wording.list" => wordings::list: Nothing => wordings::WordingsView,
    "wording.show" => wordings::show: wordings::LetterTo => crate::report::Document,
    "wording.save" => wordings::save: crate::round::wording::Wording => wordings::WordingsView,
    "wording.reset" => wordings::reset: wordings::WhichWording => wordings::WordingsView,
    "chase.show" => chase::show: Nothing => chase_view::ChaseView,
    "chase.history" => chase::history: chase::ChaseOf => Vec<chase_view::ChasePast>,
    "chase.letters" => chase::letters: chase::LettersWanted => Option<JobView>,
    "chase.spoken" => chase::spoken: chase::SpokenTo => chase_view::ChaseView,
    "chase.extend" => chase::extend: chase::MoreTime => chase_view::ChaseView,
    "chase.escalate" => chase::escalate: chase::StepUp => chase_view::ChaseView,
    "handover.show" => handover::show: Nothing => handover::HandoverView,
    "round_paper.show" => round_papers::show: round_papers::RoundPaperChosen => crate::report::Document,
    "report.list" => reports::list: Nothing => Vec<reports::views::ReportLine>,
    "report.show" => reports::show: reports::views::ReportChosen => reports::views::ReportView,
    "report.sentence" => reports::sentence: reports::views::ReportWords => reports::views::ReportView,
    "report.text" => reports::text: reports::views::ReportWords => reports::views::ReportView,
    "report.arrange" => reports::arrange: reports::views::ReportArranged => reports::views::ReportView,
    "report.approve" => reports::approve: reports::views::ReportApproved => reports::views::ReportView,
    "report.write" => report_files::write: reports::views::ReportWanted => Option<Written>,
    "report.writings" => reports::writings: Nothing => Vec<reports::views::WritingLine>,
    "report.check" => report_again::check: reports::views::ReportWritten => reports::views::RecipeView,
    "report.again" => report_again::again: reports::views::ReportAgain => Option<Written>,
    "report.slides" => report_charts::slides_written: reports::views::ReadBy => Option<Written>,
    "chart.list" => report_charts::list: reports::views::ReadBy => Vec<crate::report::account::Picture>,
    "chart.show" => report_charts::show: reports::views::ChartChosen => reports::views::ChartShown,
    "chart.write" => report_charts::write: reports::views::ChartWanted => Option<Written>,
    "feedback.show" => report_feedback::show: Nothing => reports::views::FeedbackView,
    "feedback.write" => report_feedback::write: Nothing => Option<JobView>,
    "round_paper.write" => round_papers::write: round_papers::RoundPaperWanted => Option<Written>,
    "return.show" => returns_view::show: returns_view::Submission => ReturnView,
    "return.list" => returned::list: Nothing => Vec<returned::ReturnRow>,
    "return.check" => returned::check: returned::Returns => u32,
    "return.accept" => returned::accept: returned::Returns => u32,
    "return.send_back" => returned::send_back: returned::SendBack => Option<returned::SentBack>,
    "return.save_original" => returned::save_original: returned::OriginalChosen => Option<Written>,
    "note.write" => returned::note: returned::NewNote => ReturnView,
    "note.remove" => returned::note_remove: returned::NoteChosen => ReturnView,
    "finding.record" => finding::record: finding::Typed => ReturnView,
    "finding.list" => finding::list: Nothing => Vec<FindingView>,
    "draw.show" => drawing::show: Nothing => drawing::DrawView,
    "draw.preview" => drawing::preview: drawing::RulesTried => drawing::PreviewView,
    "draw.make" => drawing::make: drawing::DrawWanted => drawing::DrawView,
    "draw.decline" => drawing::decline: drawing::Declined => drawing::DrawView,
    "draw.pick" => drawing::pick: drawing::Picked => drawing::DrawView,
    "draw.unpick" => drawing::unpick: drawing::PickChosen => drawing::DrawView,
    "draw.write" => drawing::write: drawing::SamplePaperWanted => Option<Written>,
    "panel.list" => panel::list: Nothing => panel::PanelList,
    "panel.begin" => panel::begin: panel::PanelBegun => panel::PanelView,
    "panel.show" => panel::show: panel::PanelChosen => panel::PanelView,
    "panel.plan" => panel::plan: panel::PanelPlanned => panel::PanelView,
    "panel.people" => panel::people: panel::PanelPeople => panel::PanelView,
    "panel.enquiries" => panel::enquiries: panel::PanelEnquiries => panel::PanelView,
    "panel.seen" => panel::seen: panel::PanelEvidence => panel::PanelView,
    "panel.notes" => panel::notes: panel::PanelNotes => panel::PanelView,
    "panel.outcome" => panel::outcome: panel::PanelCame => panel::PanelView,
    "panel.refer" => panel::refer: panel::PanelReferred => panel::PanelView,
    "panel.hold" => panel::hold: panel::PanelChosen => panel::PanelView,
    "panel.close" => panel::close: panel::PanelChosen => panel::PanelView,
    "panel.reopen" => panel::reopen: panel::PanelChosen => panel::PanelView,
    "panel.remove" => panel::remove: panel::PanelChosen => panel::PanelList,
    "panel.view" => panel_room::view: panel_room::PanelViewSaid => panel::PanelView,
    "panel.note" => panel_room::note: panel_room::PanelNoted => panel::PanelView,
    "panel.note_remove" => panel_room::note_remove: panel_room::PanelNoteChosen => panel::PanelView,
    "panel.reveal" => panel_room::reveal: panel::PanelChosen => panel::PanelView,
    "panel.action" => panel_room::action: panel_room::AgreedTyped => panel::PanelView,
    "panel.action_remove" => panel_room::action_remove: panel_room::AgreedChosen => panel::PanelView,
    "panel.paper" => panel_papers::write: panel_papers::PanelPaperWanted => Option<Written>,
    "panel.member_pack" => panel_papers::member_pack: panel_papers::MemberPackWanted => Option<Written>,
    "panel.forms" => forms::write: forms::PanelFormsWanted => Option<Written>,
    "panel.read_forms" => forms::read: Nothing => Option<forms::FormsRead>,
    "panel.letters" => letters::write: letters::PanelLettersWanted => Option<JobView>,
    "panel.agreement" => agreement::show: Nothing => Vec<TableView>,
    "workshop.list" => workshop::list: Nothing => workshop::WorkshopsView,
    "workshop.save" => workshop::save: workshop::WorkshopSaved => workshop::WorkshopsView,
    "workshop.remove" => workshop::remove: workshop::WorkshopChosen => workshop::WorkshopsView,
    "workshop.sessions" => workshop_sessions::plan: workshop::WorkshopChosen => workshop::WorkshopsView,
    "workshop.forms" => workshop_sessions::write: workshop_sessions::WorkshopFormsWanted => Option<Written>,
    "workshop.paper" => workshop_papers::write: workshop_papers::WorkshopPaperWanted => Option<Written>,
    "workshop.challenge" => workshop::challenge: workshop::PutTyped => workshop::WorkshopsView,
    "workshop.challenge_remove" => workshop::challenge_remove: workshop::PutChosen => workshop::WorkshopsView,
    "pack.list" => packs::list: Nothing => packs::PacksView,
    "pack.write" => packs::write: packs::PackWanted => Option<Written>,
    "pack.read" => packs::read: Nothing => Option<Vec<packs::PackRead>>,
    "pack.remove" => packs::remove: packs::PackRoundChosen => packs::PacksView,
    "merged.show" => merged_report::show: merged_report::MergedWanted => crate::report::Document,
    "merged.write" => merged_report::write: merged_report::MergedFile => Option<Written>,
    "merged.copy" => merged_report::copy: merged_report::MergedWanted => leaving::Copied,
    "feedback.take" => feedback::take: Nothing => Option<feedback::FeedbackTaken>,
    "finding.amend" => finding::amend: finding::FindingAmended => Vec<FindingView>,
    "plan.show" => tracking::show: Nothing => tracking::TrackingView,
    "recommendation.save" => tracking::save_recommendation: tracking::RecommendationSaved => tracking::TrackingView,
    "recommendation.remove" => tracking::remove_recommendation: tracking::RecommendationChosen => tracking::TrackingView,
    "plan.save" => tracking::save: tracking::PlannedSaved => tracking::TrackingView,
    "plan.update" => tracking::update: tracking::PlannedUpdated => tracking::TrackingView,
    "plan.remove" => tracking::remove: tracking::PlannedChosen => tracking::TrackingView,
    "plan.tracker_show" => tracking::tracker: tracking::TrackerWanted => crate::report::Document,
    "plan.tracker" => tracking::write: tracking::TrackerWanted => Option<Written>,
    "plan.form" => tracking::forms: tracking::FormWanted => Option<Written>,
    "plan.replies" => tracking::replies: Nothing => Option<tracking::RepliesView>,
    "meeting.list" => tracking::meetings: Nothing => tracking::MeetingsView,
    "meeting.save" => tracking::save_meeting: tracking::MeetingSaved => tracking::MeetingsView,
    "meeting.remove" => tracking::remove_meeting: tracking::MeetingChosen => tracking::MeetingsView,
    "meeting.hold" => tracking::hold: tracking::MeetingChosen => tracking::MeetingsView,
    "meeting.matter" => tracking::put_matter: tracking::MatterSaved => tracking::MeetingsView,
    "template.list" => template::list: Nothing => Vec<TemplateChoice>,
    "template.show" => template::show: template::TemplateKey => template::TemplateSheet,
    "template.open" => template::open: Nothing => Option<template::TemplateOpened>,
    "template.try_out" => template::try_out: template::Trial => template::Tried,
    "template.compare" => template::compare: template::Versions => template::VersionComparison,
    "template.adopt" => template::adopt: template::Adopt => Option<template::TemplateOpened>,
    "template.confirm" => template::confirm: template::Confirm => template::TemplateOpened,
    "template.save" => template::save: template::SaveTemplate => Option<Written>,
    "own_workbook.open" => own_workbook::open: Nothing => Option<own_workbook::WorkbookView>,
    "own_workbook.show" => own_workbook::show: Nothing => Option<own_workbook::WorkbookView>,
    "own_workbook.sheet" => own_workbook::sheet: own_workbook::WhichSheet => own_workbook::SheetPicture,
    "own_workbook.correct" => own_workbook::correct: own_workbook::Correcting => own_workbook::WorkbookView,
    "own_workbook.undo" => own_workbook::undo: Nothing => own_workbook::WorkbookView,
    "own_workbook.afresh" => own_workbook::afresh: Nothing => own_workbook::WorkbookView,
    "own_workbook.make" => own_workbook::make: Nothing => template::TemplateOpened,
    "own_workbook.offered" => own_workbook::offered: Nothing => Option<own_workbook::OwnWorkbookOffer>,
    "own_workbook.write" => own_workbook::write: Nothing => Option<Written>,
    "job.show" => job::show: Nothing => Option<JobView>,
    "job.stop" => job::stop: Nothing => Option<JobView>,
    "dialog.show" => dialog::show: Nothing => bool,
    "preferences.show" => preferences::show: Nothing => preferences::Preferences,
    "preferences.set" => preferences::set: preferences::Preferences => preferences::Preferences,
    "preferences.pick_backup_folder" => preferences::pick_backup_folder: Nothing => preferences::Preferences,
    "preferences.drop_backup_folder" => preferences::drop_backup_folder: Nothing => preferences::Preferences,
}

/// How many commands there are.
const COUNT: usize =
    LISTED.len() + setting_side::LISTED.len() + case_side::LISTED.len() + figure_side::LISTED.len();

/// The names of all commands.
pub const NAMES: &[&str] = &joined([LISTED, setting_side::LISTED, case_side::LISTED, figure_side::LISTED]);

const fn joined(parts: [&[&'static str]; 4]) -> [&'static str; COUNT] {
    let (mut all, mut at, mut part) = ([""; COUNT], 0, 0);
    while part < parts.len() {
        let mut one = 0;
        while one < parts[part].len() {
            all[at] = parts[part][one];
            (at, one) = (at + 1, one + 1);
        }
        part += 1;
    }
    all
}

fn run(session: &Session, name: &str, input: Value) -> Result<Value> {
    if setting_side::LISTED.contains(&name) {
        return setting_side::listed(session, name, input);
    }
    if case_side::LISTED.contains(&name) {
        return case_side::listed(session, name, input);
    }
    if figure_side::LISTED.contains(&name) {
        return figure_side::listed(session, name, input);
    }
    listed(session, name, input)
}

#[cfg(test)]
fn declare(page: &mut types::Page) {
    declare_listed(page);
    setting_side::declare_listed(page);
    case_side::declare_listed(page);
    figure_side::declare_listed(page);
}

/// Runs one command. Whatever is given, a reply or a failure with a sentence comes back, never a panic.
pub fn dispatch(session: &Session, name: &str, input: Value) -> std::result::Result<Reply, Failure> {
    call::guarded(std::panic::AssertUnwindSafe(|| {
        let value = run(session, name, input)?;
        Ok(Reply { value, file: session.file_state() })
    }))
}
