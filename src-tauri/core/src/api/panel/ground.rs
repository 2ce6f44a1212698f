//! What a session is shown with: the setting's accepted return, if there is one, and what was recorded.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::api::returns_view;
use crate::api::views::ReturnView;
use crate::error::Result;
use crate::panel::agreed::{self, Agreed};
use crate::panel::finding::{self, Finding};
use crate::panel::note::{self, Note};
use crate::panel::session::{PanelSession, PanelSessionId, RatedBy};
use crate::panel::view::{self, View};
use crate::round::{self, Round};
use crate::setting::{self, Setting};
use crate::store::Reader;
use crate::submission::{self, State, SubmissionId};
use crate::template::{self, QuestionId, Template};

/// A session with all that is shown of it.
pub(in crate::api) struct Ground {
    pub met: PanelSession,
    pub round: Round,
    pub template: Arc<Template>,
    pub setting: Setting,
    /// The accepted return, as it is read.
    pub returned: Option<ReturnView>,
    pub views: BTreeMap<QuestionId, View>,
    /// Every note; those who may not be seen yet are taken out by who shows them.
    pub notes: Vec<Note>,
    pub agreed: Vec<Agreed>,
    pub findings: Vec<Finding>,
}

impl Ground {
    /// Gathers a session.
    pub fn of(reader: Reader<'_>, met: &PanelSession) -> Result<Self> {
        let round = round::load(reader, met.round)?;
        let submission = accepted(reader, met)?;
        let key = match submission {
            Some(id) => submission::load(reader, id)?.template,
            None => round.template.clone(),
        };
        Ok(Self {
            template: template::load(reader, &key)?,
            setting: setting::load(reader, met.setting)?,
            returned: submission.map(|id| returns_view::view(reader, id)).transpose()?,
            views: view::of_session(reader, met.id)?,
            notes: note::of_session(reader, met.id)?,
            agreed: agreed::of_session(reader, met.id)?,
            findings: finding::of_session(reader, met.id)?,
            met: met.clone(),
            round,
        })
    }

    /// Whether what members rate alone is still to be hidden.
    pub fn is_blind(&self) -> bool {
        self.met.plan.rated_by == RatedBy::AloneFirst && self.met.revealed.is_none()
    }
}

/// The accepted return of the setting that a session meets.
pub(in crate::api) fn accepted(reader: Reader<'_>, met: &PanelSession) -> Result<Option<SubmissionId>> {
    let all = submission::of_setting(reader, met.round, met.setting)?;
    Ok(all.into_iter().find(|one| one.state == State::Accepted).map(|one| one.id))
}

/// Whether anything is recorded of a session besides its plan.
pub(super) fn has_records(reader: Reader<'_>, id: PanelSessionId) -> Result<bool> {
    Ok(!note::of_session(reader, id)?.is_empty()
        || !view::of_session(reader, id)?.is_empty()
        || !agreed::of_session(reader, id)?.is_empty()
        || !finding::of_session(reader, id)?.is_empty())
}
