//! Groups of the partnership: subgroups, the Executive, groups of safeguarding leads, and what they were called when.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{in_order, limited, required};
use crate::error::{Error, Result};
use crate::id::row_id;
use crate::store::{Operation, Reader, Row, Tx, params};

row_id! {
    /// The id of a group.
    GroupId
}

row_id! {
    /// The id of a name that a group had.
    GroupNameId
}

/// A group was added or changed.
pub const SAVE: Operation = Operation::ordinary("group.save");
/// A group was renamed from a day on.
pub const RENAME: Operation = Operation::ordinary("group.rename");
/// A group was taken out.
pub const REMOVE: Operation = Operation::ordinary("group.remove");

/// What a group is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum GroupKind {
    /// Decides.
    Executive,
    /// Works, and tracks the plan.
    Subgroup,
    /// Safeguarding leads who meet.
    DslGroup,
    /// Any other.
    Other,
}

/// A group as it is now, with the names that it had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// What it is.
    pub kind: GroupKind,
    /// What it is called now.
    pub name: String,
    /// Who chairs it.
    pub chair: String,
    /// Since when it is there.
    pub from: Option<NaiveDate>,
    /// Until when it was there.
    pub to: Option<NaiveDate>,
    /// What it was called before, and until when, oldest first.
    pub earlier: Vec<(String, NaiveDate)>,
}

/// A group as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupTyped {
    /// What it is.
    pub kind: GroupKind,
    /// Its name.
    pub name: String,
    /// Who chairs it.
    pub chair: String,
    /// Since when.
    pub from: Option<NaiveDate>,
    /// Until when.
    pub to: Option<NaiveDate>,
}

impl GroupKind {
    const ALL: [Self; 4] = [Self::Executive, Self::Subgroup, Self::DslGroup, Self::Other];

    fn word(self) -> &'static str {
        match self {
            Self::Executive => "executive",
            Self::Subgroup => "subgroup",
            Self::DslGroup => "dsl_group",
            Self::Other => "other",
        }
    }
}

impl Group {
    /// What it was called on a day.
    pub fn called(&self, on: NaiveDate) -> &str {
        self.earlier.iter().find(|(_, until)| on < *until).map_or(&self.name, |(name, _)| name)
    }

    /// Whether it was there on a day.
    pub fn stood(&self, on: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= on) && self.to.is_none_or(|to| on <= to)
    }
}

/// Every group, the Executive first.
pub fn all(reader: Reader<'_>) -> Result<Vec<Group>> {
    let sql = "SELECT id, kind, name, chair, valid_from, valid_to FROM grouping ORDER BY name, id";
    let mut groups = reader.all(sql, [], group)?;
    for group in &mut groups {
        let sql = "SELECT name, until FROM grouping_name WHERE grouping_id = ?1 ORDER BY until, id";
        let names: Vec<(String, String)> =
            reader.all(sql, params![group.id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        group.earlier =
            names.into_iter().filter_map(|(name, until)| Some((name, until.parse().ok()?))).collect();
    }
    groups.sort_by_key(|group| group.kind);
    Ok(groups)
}

/// Adds a group, or puts right what is said of one.
pub fn save(tx: &mut Tx<'_>, id: Option<GroupId>, typed: &GroupTyped) -> Result<()> {
    in_order(typed.from, typed.to)?;
    let id = id.unwrap_or_else(|| GroupId::new(tx.world()));
    let day = |date: Option<NaiveDate>| date.map(|date| date.to_string());
    let row = Row::new("grouping", id).text("kind", typed.kind.word());
    let row = row.text("name", required("name of the group", &typed.name)?);
    let row = row.text("chair", limited("name of the chair", &typed.chair, 200)?);
    tx.put(row.set("valid_from", day(typed.from)).set("valid_to", day(typed.to)))
}

/// Calls a group otherwise from a day on; what it was called until then is kept.
pub fn rename(tx: &mut Tx<'_>, id: GroupId, name: &str, from: NaiveDate) -> Result<()> {
    let known = all(tx.reader())?.into_iter().find(|group| group.id == id);
    let known = known.ok_or_else(|| Error::missing("That group is not in this file."))?;
    let name = required("new name of the group", name)?;
    if known.earlier.last().is_some_and(|(_, until)| from <= *until) {
        return Err(Error::input("The group was renamed on that day or later already.")
            .hint("Choose a day after its last renaming."));
    }
    if known.name == name {
        return Err(Error::input("The group is called that already.").hint("Type the new name."));
    }
    let row = Row::new("grouping_name", GroupNameId::new(tx.world())).text("grouping_id", id);
    tx.put(row.text("name", known.name).text("until", from))?;
    tx.put(Row::new("grouping", id).text("name", name))
}

/// Takes a group out with its names.
pub fn remove(tx: &mut Tx<'_>, id: GroupId) -> Result<()> {
    let sql = "SELECT id FROM grouping_name WHERE grouping_id = ?1";
    for name in tx.reader().all(sql, params![id], |row| row.get::<_, GroupNameId>(0))? {
        tx.remove("grouping_name", name)?;
    }
    tx.remove("grouping", id)
}

fn group(row: &rusqlite::Row<'_>) -> rusqlite::Result<Group> {
    let day =
        |at: usize| row.get::<_, Option<String>>(at).map(|text| text.and_then(|text| text.parse().ok()));
    let word: String = row.get(1)?;
    let kind = GroupKind::ALL.into_iter().find(|kind| kind.word() == word).unwrap_or(GroupKind::Other);
    let (from, to) = (day(4)?, day(5)?);
    Ok(Group { id: row.get(0)?, kind, name: row.get(2)?, chair: row.get(3)?, from, to, earlier: Vec::new() })
}
