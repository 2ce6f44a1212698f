//! Case audits as screens are given them.

use chrono::NaiveDate;

use super::ground::Ground;
use super::tools;
use crate::api::session::Session;
use crate::api::table::table_view;
use crate::api::views::{TableView, view};
use crate::case_audit::came_of::CameOf;
use crate::case_audit::case::Agreed;
use crate::case_audit::{
    self, Approved, AuditState, AuditedCase, CaseAudit, CaseAuditId, CaseId, CaseNoteId, Focus, Item, Plan,
    Point, Sitting,
};
use crate::error::Result;
use crate::partnership::{agency, group};
use crate::plan::recommendation::Stance;
use crate::report::case_audit as paper;
use crate::store::AuditFile;
use crate::template::{Level, LevelCode};

view! {
    /// Every case audit of the file.
    CaseAuditList { audits: Vec<CaseAuditLine>, tools: Vec<CaseTool>, }
    CaseAuditLine {
        id: CaseAuditId,
        title: String,
        state: AuditState,
        lead: String,
        begins: Option<String>,
        due: Option<String>,
        done_on: Option<String>,
        planned: u32,
        cases: u32,
        closed: u32,
        /// Agencies of which a form or a note is in.
        back: u32,
        agencies: u32,
        fed_back: u32,
        approved: bool,
        /// Title of the audit that it looks at again.
        earlier: Option<String>,
    }
    /// A tool that an audit can be begun from.
    CaseTool { key: String, title: String, areas: Vec<String>, }
    /// One case audit.
    CaseAuditView {
        id: CaseAuditId,
        title: String,
        state: AuditState,
        tool: String,
        scale: Vec<Level>,
        plan: Plan,
        focus: Vec<Focus>,
        agencies: Vec<String>,
        sittings: Vec<Sitting>,
        points: Vec<Point>,
        /// Recommendations that were made from it.
        came_of: Vec<CaseCameOf>,
        /// What somebody typed, and what stands where nobody does.
        words: Vec<CaseFedWords>,
        approved: Option<Approved>,
        /// What the summary lacks before it can be approved.
        missing: Vec<String>,
        done_on: Option<String>,
        cases: Vec<CaseView>,
        backs: Vec<CaseBack>,
        done: TableView,
        attendance: TableView,
        /// The audit that it looks at again, beside it.
        beside: Option<TableView>,
        earlier: Option<CaseOther>,
        earlier_points: Vec<Point>,
        /// Agencies and groups of the partnership, to choose from.
        known_agencies: Vec<String>,
        known_groups: Vec<String>,
    }
    CaseFedWords { key: String, typed: String, fed: Vec<String>, }
    CaseCameOf { reference: String, text: String, stance: Stance, actions: Vec<String>, }
    CaseOther { id: CaseAuditId, title: String, }
    /// An agency: whether its form is in, and whether it fed back.
    CaseBack {
        agency: String,
        authors: Vec<String>,
        on: Option<String>,
        by: String,
        how: String,
    }
    CaseView {
        id: CaseId,
        number: String,
        closed: Option<String>,
        voice: String,
        discussion: String,
        items: Vec<CaseItemView>,
    }
    CaseItemView { item: Item, called: String, notes: Vec<CaseNoteView>, agreed: Agreed, }
    CaseNoteView {
        id: CaseNoteId,
        agency: String,
        author: String,
        grade: Option<LevelCode>,
        saw: String,
        good: String,
        develop: String,
        source: String,
    }
}

/// Every audit, and the tools that another can be begun from.
pub(super) fn list(session: &Session, file: &AuditFile) -> Result<CaseAuditList> {
    let all = case_audit::all(file.reader())?;
    let audits = all.iter().map(|audit| line(file, audit)).collect::<Result<_>>()?;
    let tools = tools(session, |tools| {
        let tool = |one: &&crate::template::Template| CaseTool {
            key: one.key(),
            title: one.title.clone(),
            areas: case_audit::from_tool("", one).focus.into_iter().map(|area| area.name).collect(),
        };
        Ok(tools.iter().map(tool).collect())
    })?;
    Ok(CaseAuditList { audits, tools })
}

fn line(file: &AuditFile, audit: &CaseAudit) -> Result<CaseAuditLine> {
    let ground = Ground::of(file, audit)?;
    let back = backs(&ground).iter().filter(|one| !one.authors.is_empty()).count();
    Ok(CaseAuditLine {
        id: audit.id,
        title: audit.title.clone(),
        state: audit.state,
        lead: audit.plan.lead.clone(),
        begins: day(audit.plan.begins),
        due: day(audit.plan.due),
        done_on: day(audit.done_on),
        planned: audit.plan.cases,
        cases: count(ground.cases.len()),
        closed: count(ground.cases.iter().filter(|one| one.closed.is_some()).count()),
        back: count(back),
        agencies: count(audit.agencies.len()),
        fed_back: count(ground.fed_back.len()),
        approved: audit.approved.is_some(),
        earlier: ground.earlier.map(|(earlier, _)| earlier.title),
    })
}

/// One audit.
pub(super) fn view(file: &AuditFile, audit: &CaseAudit) -> Result<CaseAuditView> {
    let ground = Ground::of(file, audit)?;
    let account = ground.account();
    let words = paper::fed(&account).into_iter().map(|(key, fed)| {
        let typed = audit.texts.get(&key).cloned().unwrap_or_default();
        CaseFedWords { key, typed, fed }
    });
    let earlier = ground.earlier.as_ref();
    Ok(CaseAuditView {
        id: audit.id,
        title: audit.title.clone(),
        state: audit.state,
        tool: audit.tool.clone(),
        scale: audit.scale.clone(),
        plan: audit.plan.clone(),
        focus: audit.focus.clone(),
        agencies: audit.agencies.clone(),
        sittings: audit.sittings.clone(),
        points: audit.points.clone(),
        came_of: ground.came_of.iter().map(came_of).collect(),
        words: words.collect(),
        approved: audit.approved.clone(),
        missing: paper::missing(&account).into_iter().map(str::to_owned).collect(),
        done_on: day(audit.done_on),
        cases: ground.cases.iter().map(|one| case(&ground, one)).collect(),
        backs: backs(&ground),
        done: table_view(paper::done(&account)),
        attendance: table_view(paper::attendance(&account)),
        beside: paper::beside(&account).map(table_view),
        earlier: earlier.map(|(one, _)| CaseOther { id: one.id, title: one.title.clone() }),
        earlier_points: earlier.map(|(one, _)| one.points.clone()).unwrap_or_default(),
        known_agencies: agency::all(file.reader())?.into_iter().map(|(_, one)| one.name).collect(),
        known_groups: group::all(file.reader())?.into_iter().map(|one| one.name).collect(),
    })
}

fn came_of(one: &CameOf) -> CaseCameOf {
    let action =
        |it: &crate::plan::action::Action| format!("A{} {}: {}", it.number, it.said.title, it.stage.label());
    CaseCameOf {
        reference: format!("R{}", one.recommendation.number),
        text: one.recommendation.said.text.clone(),
        stance: one.recommendation.said.stance,
        actions: one.actions.iter().map(action).collect(),
    }
}

fn backs(ground: &Ground) -> Vec<CaseBack> {
    let back = |agency: &String| {
        let said = ground.fed_back.iter().find(|one| one.agency == *agency);
        let authors =
            ground.notes.iter().filter(|note| note.agency == *agency).map(|note| note.author.clone());
        let authors: std::collections::BTreeSet<String> = authors.collect();
        CaseBack {
            agency: agency.clone(),
            authors: authors.into_iter().collect(),
            on: said.map(|one| one.on.to_string()),
            by: said.map(|one| one.by.clone()).unwrap_or_default(),
            how: said.map(|one| one.how.clone()).unwrap_or_default(),
        }
    };
    ground.audit.agencies.iter().map(back).collect()
}

fn case(ground: &Ground, one: &AuditedCase) -> CaseView {
    let item = |item: Item| {
        let notes = ground.notes.iter().filter(|note| note.case == one.number && note.item == item);
        CaseItemView {
            called: ground.audit.called(&item),
            notes: notes.map(|note| note_view(ground.audit.id, note)).collect(),
            agreed: one.said.agreed.get(&item).cloned().unwrap_or_default(),
            item,
        }
    };
    CaseView {
        id: one.id,
        number: one.number.to_string(),
        closed: day(one.closed),
        voice: one.said.voice.clone(),
        discussion: one.said.discussion.clone(),
        items: ground.audit.items().into_iter().map(item).collect(),
    }
}

fn note_view(audit: CaseAuditId, note: &case_audit::CaseNote) -> CaseNoteView {
    CaseNoteView {
        id: note.id(audit),
        agency: note.agency.clone(),
        author: note.author.clone(),
        grade: note.grade.clone(),
        saw: note.saw.clone(),
        good: note.good.clone(),
        develop: note.develop.clone(),
        source: note.source.clone(),
    }
}

fn day(on: Option<NaiveDate>) -> Option<String> {
    on.map(|on| on.to_string())
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
