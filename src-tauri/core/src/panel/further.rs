//! What else is kept of a finding: its session, themes, for whom it is, whether the setting may be named, what children say.

use rusqlite::Row as Line;
use serde::{Deserialize, Serialize};

use super::session::PanelSessionId;
use crate::error::{Error, Result};
use crate::store::Row;
use crate::template::StandardId;
use crate::text::normal;

/// The most themes of one finding.
const MOST_THEMES: usize = 3;

/// For whom a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Whom {
    /// For the setting.
    #[default]
    Setting,
    /// For an agency.
    Agency,
    /// For the partnership.
    Partnership,
}

/// Whether a setting may be named with its good practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// Nobody has asked: it is not named.
    #[default]
    NotAsked,
    /// It was asked and has not answered: it is not named.
    Asked,
    /// It may be named.
    Given,
    /// It is not to be named.
    Refused,
}

/// What else is kept of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "FindingFurther"))]
#[serde(default, deny_unknown_fields)]
pub struct Further {
    /// The session at which it was found.
    pub session: Option<PanelSessionId>,
    /// The standard, where it is of one and of no one question.
    pub standard: Option<StandardId>,
    /// One to three themes.
    pub themes: Vec<String>,
    /// For whom it is.
    pub whom: Whom,
    /// Whether the setting may be named.
    pub permission: Permission,
    /// Who said so.
    pub permission_by: String,
    /// What children say; nobody by name.
    pub voice: String,
}

impl Whom {
    const ALL: [Self; 3] = [Self::Setting, Self::Agency, Self::Partnership];

    fn code(self) -> &'static str {
        match self {
            Self::Setting => "setting",
            Self::Agency => "agency",
            Self::Partnership => "partnership",
        }
    }
}

impl Permission {
    const ALL: [Self; 4] = [Self::NotAsked, Self::Asked, Self::Given, Self::Refused];

    fn code(self) -> &'static str {
        match self {
            Self::NotAsked => "",
            Self::Asked => "asked",
            Self::Given => "given",
            Self::Refused => "refused",
        }
    }
}

impl Further {
    /// The same in normal form; refused where it is too much or nobody gave a permission.
    pub(super) fn sound(&self) -> Result<Self> {
        let tidy = |text: &str| normal(text).trim().to_owned();
        let mut themes: Vec<String> =
            self.themes.iter().map(|theme| tidy(theme)).filter(|theme| !theme.is_empty()).collect();
        themes.dedup();
        if themes.len() > MOST_THEMES {
            return Err(Error::input("The finding has more than three themes.")
                .hint("Keep those under which people will look for it."));
        }
        let by = tidy(&self.permission_by);
        if self.permission == Permission::Given && by.is_empty() {
            return Err(Error::input("Nobody is named who gave permission.")
                .hint("Type who said that the setting may be named."));
        }
        Ok(Self { themes, permission_by: by, voice: tidy(&self.voice), ..self.clone() })
    }

    /// A row with all of it.
    pub(super) fn put(&self, row: Row) -> Result<Row> {
        let themes = serde_json::to_string(&self.themes)
            .map_err(|_| Error::fault("The themes could not be written down."))?;
        let row = row.set("session_id", self.session.map(|id| id.to_string())).text("themes", themes);
        let row = row.set("standard_id", self.standard.as_ref().map(ToString::to_string));
        let row = row.text("whom", self.whom.code()).text("permission", self.permission.code());
        Ok(row.text("permission_by", &self.permission_by).text("voice", &self.voice))
    }

    /// Reads seven columns from one on.
    pub(super) fn read(line: &Line<'_>, at: usize) -> rusqlite::Result<Self> {
        let word = |at: usize| line.get::<_, String>(at);
        let (themes, whom, permission) = (word(at + 2)?, word(at + 3)?, word(at + 4)?);
        Ok(Self {
            session: line.get(at)?,
            standard: line.get::<_, Option<String>>(at + 1)?.map(StandardId),
            themes: serde_json::from_str(&themes).unwrap_or_default(),
            whom: Whom::ALL.into_iter().find(|one| one.code() == whom).unwrap_or_default(),
            permission: Permission::ALL.into_iter().find(|one| one.code() == permission).unwrap_or_default(),
            permission_by: word(at + 5)?,
            voice: word(at + 6)?,
        })
    }
}
