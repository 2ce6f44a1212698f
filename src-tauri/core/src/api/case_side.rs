//! The commands of case audits, dip samples and the audit programme, each once.

use serde_json::Value;

use super::call::Nothing;
use super::case_audit::{forms, learning, papers};
use super::session::Session;
use super::views::Written;
use super::{case_audit, commands, dip_sample, programme};
use crate::error::Result;
use crate::report::Document;

commands! {
    "case_audit.list" => case_audit::list: Nothing => case_audit::CaseAuditList,
    "case_audit.begin" => case_audit::begin: case_audit::CaseAuditBegun => case_audit::CaseAuditView,
    "case_audit.show" => case_audit::show: case_audit::CaseAuditChosen => case_audit::CaseAuditView,
    "case_audit.plan" => case_audit::plan: case_audit::CaseAuditPlanned => case_audit::CaseAuditView,
    "case_audit.sittings" => case_audit::sittings: case_audit::CaseSittings => case_audit::CaseAuditView,
    "case_audit.add_cases" => case_audit::add_cases: case_audit::CasesAdded => case_audit::CaseAuditView,
    "case_audit.remove_case" => case_audit::remove_case: case_audit::CaseChosen => case_audit::CaseAuditView,
    "case_audit.discuss" => case_audit::discuss: case_audit::CaseSaid => case_audit::CaseAuditView,
    "case_audit.close_case" => case_audit::close_case: case_audit::CaseChosen => case_audit::CaseAuditView,
    "case_audit.reopen_case" => case_audit::reopen_case: case_audit::CaseChosen => case_audit::CaseAuditView,
    "case_audit.note" => case_audit::note: case_audit::CaseNoted => case_audit::CaseAuditView,
    "case_audit.note_remove" => case_audit::note_remove: case_audit::CaseNoteChosen => case_audit::CaseAuditView,
    "case_audit.forms" => forms::write: forms::CaseFormsWanted => Option<Written>,
    "case_audit.read_forms" => forms::read: Nothing => Option<forms::CaseFormsRead>,
    "case_audit.recommend" => learning::recommend: learning::CaseRecommended => case_audit::CaseAuditView,
    "case_audit.points" => learning::points: learning::CasePoints => case_audit::CaseAuditView,
    "case_audit.words" => learning::words: learning::CaseWords => case_audit::CaseAuditView,
    "case_audit.approve" => learning::approve: learning::CaseApproval => case_audit::CaseAuditView,
    "case_audit.fed_back" => learning::fed_back: learning::CaseFedBackSaid => case_audit::CaseAuditView,
    "case_audit.paper_show" => papers::show: papers::CasePaperWanted => Document,
    "case_audit.paper" => papers::write: papers::CasePaperWanted => Option<Written>,
    "case_audit.extracts" => papers::extracts: case_audit::CaseAuditChosen => Option<Written>,
    "case_audit.finish" => case_audit::finish: case_audit::CaseAuditChosen => case_audit::CaseAuditView,
    "case_audit.reopen" => case_audit::reopen: case_audit::CaseAuditChosen => case_audit::CaseAuditView,
    "case_audit.remove" => case_audit::remove: case_audit::CaseAuditChosen => case_audit::CaseAuditList,
    "dip_sample.list" => dip_sample::list: Nothing => dip_sample::DipList,
    "dip_sample.begin" => dip_sample::begin: dip_sample::DipBegun => dip_sample::DipView,
    "dip_sample.show" => dip_sample::show: dip_sample::DipSampleChosen => dip_sample::DipView,
    "dip_sample.plan" => dip_sample::plan: dip_sample::DipPlanned => dip_sample::DipView,
    "dip_sample.draw" => dip_sample::draw: dip_sample::DipDraw => dip_sample::DipView,
    "dip_sample.add" => dip_sample::add: dip_sample::DipAdded => dip_sample::DipView,
    "dip_sample.answer" => dip_sample::answer: dip_sample::DipAnswered => dip_sample::DipView,
    "dip_sample.remove_case" => dip_sample::remove_case: dip_sample::DipCaseChosen => dip_sample::DipView,
    "dip_sample.finish" => dip_sample::finish: dip_sample::DipSampleChosen => dip_sample::DipView,
    "dip_sample.reopen" => dip_sample::reopen: dip_sample::DipSampleChosen => dip_sample::DipView,
    "dip_sample.remove" => dip_sample::remove: dip_sample::DipSampleChosen => dip_sample::DipList,
    "dip_sample.paper" => dip_sample::paper: dip_sample::DipPaperWanted => Option<Written>,
    "programme.show" => programme::show: programme::ProgrammeWanted => programme::ProgrammeView,
    "programme.save" => programme::save: programme::EntryTyped => programme::ProgrammeView,
    "programme.remove" => programme::remove: programme::EntryChosen => programme::ProgrammeView,
    "programme.paper" => programme::paper: programme::ProgrammePaperWanted => Option<Written>,
}
