//! Trying a template out with answers of no account, and setting two versions beside each other.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::super::audit::date;
use super::super::session::Session;
use crate::error::Result;
use crate::template::check::{Given, Occasion, run};
use crate::template::propose::{self, Proposal, alike};
use crate::template::{Change, Facts, QuestionId, Template, Weight};

/// Facts and answers to try a template with.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Trial {
    /// Key of the template.
    pub key: String,
    /// Name of a fact to its value.
    #[serde(default)]
    pub facts: BTreeMap<String, String>,
    /// Question to a level's code, or another value.
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
    /// When the return would be due.
    #[serde(default)]
    pub due: Option<String>,
}

/// What would be asked, and what the checks would say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Tried {
    /// The questions that would be asked.
    pub asked: Vec<QuestionId>,
    /// What the checks would say.
    pub remarks: Vec<TriedRemark>,
}

/// What one check would say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TriedRemark {
    /// The check.
    pub check: String,
    /// The question, where it is asked of each.
    pub question: Option<QuestionId>,
    /// How much it matters.
    pub weight: Weight,
    /// The sentence.
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// Two versions by their keys.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Versions {
    /// The one before.
    pub earlier: String,
    /// The one after.
    pub now: String,
}

/// What became of each question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct VersionComparison {
    /// Whether the later version says so itself; else it is proposed from ids and wording.
    pub told: bool,
    /// A row for each change, those that stayed the same included.
    pub rows: Vec<VersionChange>,
}

/// What became of one question, or of some together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct VersionChange {
    /// How.
    pub change: Change,
    /// Questions before.
    pub from: Vec<VersionQuestion>,
    /// Questions now.
    pub to: Vec<VersionQuestion>,
    /// Why.
    pub note: String,
    /// How alike the wording is, of 100.
    pub alike: u32,
}

/// A question as it is named.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct VersionQuestion {
    /// Its id.
    pub id: QuestionId,
    /// Its printed number.
    pub number: String,
    /// Its statement.
    pub text: String,
}

/// What would be asked with these facts, and what the checks would say of these answers.
pub fn tried(session: &Session, template: &Template, trial: Trial) -> Result<Tried> {
    let facts: Facts = trial.facts;
    let given = |(id, value): (String, String)| {
        (QuestionId(id), Given { value: Some(value), note: "Tried out".to_owned(), ..Given::default() })
    };
    let asked = template.asked(&facts).iter().map(|question| question.id.clone()).collect();
    let occasion = Occasion {
        facts,
        answers: trial.answers.into_iter().filter(|(_, value)| !value.is_empty()).map(given).collect(),
        today: session.world().today(),
        due: date(trial.due.as_deref())?,
    };
    let remarks = run(template, &occasion).into_iter().map(|remark| TriedRemark {
        check: remark.check,
        question: remark.question,
        weight: remark.weight,
        message: remark.message,
        hint: remark.hint,
    });
    Ok(Tried { asked, remarks: remarks.collect() })
}

/// What became of each question from one version to the other.
pub fn compared(earlier: &Template, now: &Template) -> VersionComparison {
    let follows = now.id == earlier.id && now.follows.as_deref() == Some(earlier.version.as_str());
    let told = follows && !now.lineage.is_empty();
    let rows: Vec<Proposal> = if told {
        now.lineage.iter().map(|row| Proposal { row: row.clone(), alike: 0.0 }).collect()
    } else {
        propose::lineage(earlier, now)
    };
    VersionComparison { told, rows: rows.iter().map(|row| line(earlier, now, row)).collect() }
}

fn line(earlier: &Template, now: &Template, proposal: &Proposal) -> VersionChange {
    let named = |template: &Template, ids: &[QuestionId]| -> Vec<VersionQuestion> {
        let found = ids.iter().filter_map(|id| template.question(id));
        found
            .map(|one| VersionQuestion {
                id: one.id.clone(),
                number: one.number.clone(),
                text: one.text.clone(),
            })
            .collect()
    };
    let (from, to) = (named(earlier, &proposal.row.from), named(now, &proposal.row.to));
    let pairs = from.iter().flat_map(|before| to.iter().map(|after| alike(&before.text, &after.text)));
    let best = pairs.fold(0.0, f64::max);
    VersionChange {
        change: proposal.row.change,
        from,
        to,
        note: proposal.row.note.clone(),
        alike: (best * 100.0).round() as u32,
    }
}
