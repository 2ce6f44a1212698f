//! What a file that came in says of itself: which return it is, of whom, in which revision.
//!
//! Kept beside the file's bytes, so that verdicts are settled again without reading the file again.
//! Refuses to know: answers, and whether any of it is true.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::problem::Severity;
use crate::submission::{SubmissionId, receive};
use crate::text::folded;
use crate::workbook::{ExportKind, Identity, Return};

/// What a file says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The return it claims to be; made from the file where it lost its own.
    pub submission: SubmissionId,
    /// Identity, as it was read.
    pub identity: Identity,
    /// Name of the setting.
    pub name: String,
    /// Identifiers of the setting.
    pub identifiers: BTreeMap<String, String>,
    /// The heaviest that there is to say about its content.
    pub worst: Option<Severity>,
}

impl Claim {
    /// The claim of a return that was read from a file with this digest.
    pub fn of(returned: &Return, sha256: &str, worst: Option<Severity>) -> Self {
        let number = returned.identity.submission;
        let submission = if number.is_nil() { receive::id_from(sha256) } else { SubmissionId(number) };
        Self {
            submission,
            identity: returned.identity.clone(),
            name: returned.setting.clone(),
            identifiers: returned.identifiers.clone(),
            worst,
        }
    }

    /// Its revision.
    pub fn revision(&self) -> u32 {
        self.identity.revision
    }

    /// Whether it holds only the questions that were sent back in doubt.
    pub fn corrects(&self) -> bool {
        self.identity.kind == ExportKind::FixBack
    }

    /// What a later file of the same return has more of: its revision, then whether it corrects that revision.
    pub fn rank(&self) -> (u32, bool) {
        (self.identity.revision, self.corrects())
    }

    /// The case for which the officer says whose it is: the return, else the name, else this very file.
    pub fn case(&self, sha256: &str) -> String {
        if self.identity.submission != Uuid::nil() {
            return format!("return {}", self.submission);
        }
        match folded(&self.name) {
            name if name.is_empty() => format!("file {sha256}"),
            name => format!("name {name}"),
        }
    }

    /// The case of its version of the audit tool.
    pub fn version_case(&self) -> String {
        format!("{} {}", self.identity.version, self.identity.digest)
    }
}
