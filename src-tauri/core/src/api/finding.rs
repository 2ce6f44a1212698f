//! What panels found on returns: recording it, and the list of a round.

use serde::{Deserialize, Serialize};

use super::call::Nothing;
use super::returns_view::{self, Submission};
use super::round;
use super::session::Session;
use super::table;
use super::views::{FindingView, ReturnView};
use crate::error::{Error, Result};
use crate::panel::finding::{FindingId, Moderation, NewFinding, Standing};
use crate::panel::further::Further;
use crate::panel::record::{AMEND, amend as amended};
use crate::panel::{self, FindingKind};
use crate::submission::{self, State, SubmissionId};
use crate::template::{self, LevelCode, QuestionId};

/// A finding as it is typed.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Typed {
    pub submission: SubmissionId,
    pub question: Option<QuestionId>,
    pub kind: FindingKind,
    pub text: String,
    #[serde(default)]
    pub agency: String,
    pub level: Option<LevelCode>,
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub agreed: bool,
    #[serde(default)]
    pub further: Further,
}

/// What else is kept of a finding, changed.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct FindingAmended {
    pub finding: FindingId,
    pub further: Further,
}

/// Every finding of the round, in the order recorded.
pub fn list(session: &Session, _: Nothing) -> Result<Vec<FindingView>> {
    session.file(|file| {
        let (round, template) = round::current(session, file)?;
        table::findings(file.reader(), &round, &template)
    })
}

/// Records a finding, with a rating beside the setting's own where the panel gave one.
pub fn record(session: &Session, typed: Typed) -> Result<ReturnView> {
    let id = typed.submission;
    session.file(|file| {
        let submission = submission::load(file.reader(), id)?;
        if submission.state != State::Accepted {
            return Err(Error::state("Findings are recorded on accepted returns only.")
                .hint("Accept the return first."));
        }
        let template = template::load(file.reader(), &submission.template)?;
        let new = NewFinding {
            submission: id,
            round: submission.round,
            question: typed.question,
            kind: typed.kind,
            text: typed.text,
            agency: typed.agency,
            moderation: typed.level.map(|level| Moderation {
                level,
                reason: typed.reason,
                standing: if typed.agreed { Standing::Agreed } else { Standing::Dissent },
            }),
            further: typed.further,
        };
        panel::record(file, &template, &new)
    })?;
    returns_view::show(session, Submission { submission: id })
}

/// Changes themes, permission and what children say of a finding.
pub fn amend(session: &Session, typed: FindingAmended) -> Result<Vec<FindingView>> {
    session.file(|file| {
        let (round, template) = round::current(session, file)?;
        file.transact(AMEND, &typed.finding.to_string(), |tx| amended(tx, typed.finding, &typed.further))?;
        table::findings(file.reader(), &round, &template)
    })
}
