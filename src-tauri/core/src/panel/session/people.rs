//! Who sits on a panel and whom it meets: by name, agency and role; who was missing and why; conflicts of interest.

use serde::{Deserialize, Serialize};

use super::SessionState;

/// On which side a person sits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "PanelSide"))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// On the panel.
    #[default]
    Panel,
    /// For the setting.
    Setting,
}

/// What a person does there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "PanelDuty"))]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    /// Takes part.
    #[default]
    Member,
    /// Leads.
    Chair,
    /// Takes the note.
    Notes,
}

/// Whether a person came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// Asked to come; nobody has said yet.
    #[default]
    Asked,
    /// Came.
    Present,
    /// Did not.
    Absent,
}

/// One person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "PanelPerson"))]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Name.
    pub name: String,
    /// Agency: a code such as `police`, or as it is typed; blank for the setting's people.
    #[serde(default)]
    pub agency: String,
    /// Role: Designated safeguarding lead, Detective Sergeant.
    #[serde(default)]
    pub role: String,
    /// On which side.
    #[serde(default)]
    pub side: Side,
    /// What the person does there.
    #[serde(default)]
    pub duty: Duty,
    /// Whether the person came.
    #[serde(default)]
    pub presence: Presence,
    /// Why not.
    #[serde(default)]
    pub why: String,
    /// A conflict of interest, in words; blank where there is none.
    #[serde(default)]
    pub conflict: String,
}

/// The agencies for which somebody without a conflict of interest is there: came, or before it is held is asked.
pub fn agencies_present(people: &[Person], state: SessionState) -> Vec<String> {
    let counts = |one: &&Person| {
        let there = match (one.presence, state) {
            (Presence::Present, _) | (Presence::Asked, SessionState::Planned) => true,
            (Presence::Asked, SessionState::Held | SessionState::Closed) | (Presence::Absent, _) => false,
        };
        one.side == Side::Panel && one.conflict.is_empty() && there && !one.agency.is_empty()
    };
    let mut agencies: Vec<String> = people.iter().filter(counts).map(|one| one.agency.clone()).collect();
    agencies.sort_unstable();
    agencies.dedup();
    agencies
}

/// Which of the agencies that must be there are not.
pub fn absent_agencies(quorum: &[String], people: &[Person], state: SessionState) -> Vec<String> {
    let there = agencies_present(people, state);
    quorum.iter().filter(|agency| !there.contains(agency)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(agency: &str, presence: Presence, conflict: &str) -> Person {
        Person {
            name: format!("Alex {agency}"),
            agency: agency.into(),
            presence,
            conflict: conflict.into(),
            ..Person::default()
        }
    }

    #[test]
    fn an_agency_is_there_by_a_person_who_came_and_has_no_conflict() {
        let quorum = ["police", "health", "local_authority"].map(String::from);
        let people = [
            person("police", Presence::Present, ""),
            person("health", Presence::Present, "Governor of this school"),
            person("local_authority", Presence::Asked, ""),
        ];
        assert_eq!(absent_agencies(&quorum, &people, SessionState::Planned), ["health"]);
        assert_eq!(absent_agencies(&quorum, &people, SessionState::Held), ["health", "local_authority"]);
    }
}
