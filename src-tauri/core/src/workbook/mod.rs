//! A submission as an Excel workbook: `layout` says where each thing stands and is used both ways.
//!
//! Refuses to know: the file and its database; it sees values.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::submission::Answer;

/// The layout version every workbook carries from the first day.
pub const LAYOUT: u32 = 1;

/// Who a return is from and what it answers; stands in several places of the workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Born once.
    pub submission: Uuid,
    /// Round and setting, if it was issued by a partnership.
    pub issue: Option<Uuid>,
    /// This very export.
    pub export: Uuid,
    /// Grows with every export.
    pub revision: u32,
    /// Template id.
    pub template: String,
    /// Template version.
    pub version: String,
    /// Digest of the canonical TOML.
    pub digest: String,
    /// Label of the round.
    pub round: String,
}

/// A submission as it travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Return {
    /// Who and what.
    pub identity: Identity,
    /// Name of the setting.
    pub setting: String,
    /// Identifiers: scheme (`urn`, `laestab`...) to value.
    pub identifiers: BTreeMap<String, String>,
    /// Facts: name to value (`yes`, `no`, or a choice).
    pub facts: BTreeMap<String, String>,
    /// Answers, in the template's order; questions not asked are left out.
    pub answers: Vec<Answer>,
}
