//! The commands of a setting's file, each once: its audits, its answers, its sign-off, what it sends and reads back.

use serde_json::Value;

use super::action::PlanView;
use super::audits::AuditLine;
use super::call::Nothing;
use super::challenge::ChallengeLine;
use super::check::CheckView;
use super::evidence::EvidenceView;
use super::session::Session;
use super::views::{Home, QuestionView, StandardView, Written};
use super::{
    action, answer, audits, challenge, changes, check, commands, compare, evidence, home, papers, past,
    read_back, returns, search, send, share, sign_off, standard,
};
use crate::error::Result;

commands! {
    "home.show" => home::show: Nothing => Home,
    "home.facts" => home::facts: home::FactsSaid => Home,
    "home.dates" => home::dates: home::Dates => Home,
    "audit.list" => audits::list: Nothing => Vec<AuditLine>,
    "audit.choose" => audits::choose: audits::Chosen => Home,
    "audit.add_setting" => audits::add_setting: audits::AddSetting => Home,
    "audit.next_year" => audits::next_year: audits::NextYear => Home,
    "audit.compare" => compare::compare: compare::Compared => compare::CompareView,
    "audit.copy" => compare::copy: compare::Copying => compare::CopiedView,
    "changes.show" => changes::show: Nothing => changes::ChangesView,
    "standard.show" => standard::show: standard::Which => StandardView,
    "answer.rate" => answer::rate: answer::Rate => QuestionView,
    "answer.write" => answer::write: answer::Write => QuestionView,
    "answer.flag" => answer::flag: answer::Flag => QuestionView,
    "evidence.list" => evidence::list: Nothing => EvidenceView,
    "evidence.save" => evidence::save: evidence::EvidenceTyped => EvidenceView,
    "evidence.link" => evidence::link: evidence::Backing => QuestionView,
    "evidence.unlink" => evidence::unlink: evidence::Backing => QuestionView,
    "evidence.retire" => evidence::retire: evidence::EvidenceChosen => EvidenceView,
    "evidence.restore" => evidence::restore: evidence::EvidenceChosen => EvidenceView,
    "action.list" => action::list: Nothing => PlanView,
    "action.save" => action::save: action::ActionTyped => PlanView,
    "action.review" => action::review: action::Reviewed => PlanView,
    "action.link" => action::link: action::Growth => QuestionView,
    "action.unlink" => action::unlink: action::Growth => QuestionView,
    "action.remove" => action::remove: action::ActionChosen => PlanView,
    "challenge.list" => challenge::list: Nothing => Vec<ChallengeLine>,
    "challenge.save" => challenge::save: challenge::ChallengeTyped => Vec<ChallengeLine>,
    "challenge.reply" => challenge::reply: challenge::ReplyTyped => Vec<ChallengeLine>,
    "challenge.remove" => challenge::remove: challenge::ChallengeChosen => Vec<ChallengeLine>,
    "check.show" => check::show: Nothing => CheckView,
    "answer.confirm" => answer::confirm: answer::Asked => QuestionView,
    "answer.confirm_same" => answer::confirm_same: answer::Together => answer::Confirmed,
    "answer.history" => past::history: answer::Asked => Vec<past::AnswerPast>,
    "search.find" => search::find: search::Sought => Vec<search::SearchHit>,
    "sign_off.show" => sign_off::show: Nothing => sign_off::SignOffView,
    "sign_off.sign" => sign_off::sign: sign_off::Sign => sign_off::SignOffView,
    "sign_off.void" => sign_off::void: sign_off::Void => sign_off::SignOffView,
    "sign_off.compare" => sign_off::compare: sign_off::TypedCode => sign_off::Comparison,
    "send.show" => send::show: Nothing => send::SendView,
    "papers.list" => papers::list: Nothing => Vec<papers::PaperLine>,
    "papers.show" => papers::show: papers::PaperChosen => crate::report::Document,
    "papers.write" => papers::write: papers::PaperWanted => Option<Written>,
    "return.write" => returns::write: Nothing => Option<Written>,
    "return.write_locked" => returns::write_locked: Nothing => Option<returns::Locked>,
    "share.list" => share::list: Nothing => share::ShareView,
    "share.write" => share::write: share::Sharing => Option<Written>,
    "share.call_off" => share::call_off: share::Shared => share::ShareView,
    "sent_back.settle" => read_back::settle: answer::Asked => QuestionView,
    "return.choose" => read_back::choose: Nothing => Option<read_back::ReadBackView>,
    "return.unlock" => read_back::unlock: read_back::PasswordTyped => read_back::ReadBackView,
    "return.compare" => read_back::compare: Nothing => Option<read_back::ReadBackView>,
    "return.take" => read_back::take: read_back::Taking => read_back::ReadBackView,
    "return.note_questions" => read_back::note: Nothing => read_back::ReadBackView,
    "return.put_away" => read_back::put_away: Nothing => Option<read_back::ReadBackView>,
}
