//! Who the sample partnership is: its address, its people by what they do, its groups and agencies. Nobody of them exists.

use chrono::NaiveDate;

use super::NAME;
use super::school_year::days_before;
use crate::demo::settings::School;
use crate::error::Result;
use crate::partnership::agency::{self, Agency, AgencyKind};
use crate::partnership::contact::{self, Contact};
use crate::partnership::group::{self, GroupId, GroupKind, GroupTyped};
use crate::partnership::{self, Partnership};
use crate::setting::{self, About, SettingId};
use crate::store::{AuditFile, Tx};

/// Where returns go.
pub(super) const RETURN_TO: &str = "returns@sampleshire.example";

/// Role, name, for whom they work, e-mail address, telephone number.
const PEOPLE: [[&str; 5]; 4] = [
    [
        "Business manager",
        "Sam Sample",
        "Sampleshire Council",
        "sam.sample@sampleshire.example",
        "01632 960101",
    ],
    [
        "Education officer",
        "Alex Example",
        "Sampleshire Council",
        "alex.example@sampleshire.example",
        "01632 960102",
    ],
    [
        "Chair of the Executive",
        "Robin Placename",
        "Sampleshire Council",
        "robin.placename@sampleshire.example",
        "",
    ],
    ["Independent scrutineer", "Kit Instance", "", "kit.instance@sampleshire.example", ""],
];

const GROUPS: [(GroupKind, &str, &str); 4] = [
    (GroupKind::Executive, "Executive", "Robin Placename"),
    (GroupKind::Subgroup, SCHOOLS_BEFORE, "Alex Example"),
    (GroupKind::Subgroup, "Quality and Learning Subgroup", "Kit Instance"),
    (GroupKind::DslGroup, "Safeguarding leads of the coast and the dales", "Jo Pattern"),
];

/// What the subgroup that looks at schools is called, and what it was called before.
const SCHOOLS_BEFORE: &str = "Schools Reference Group";
const SCHOOLS: &str = "Education Subgroup";

const AGENCIES: [(AgencyKind, &str); 5] = [
    (AgencyKind::LocalAuthority, "Sampleshire Council"),
    (AgencyKind::Health, "Sampleshire Integrated Care Board"),
    (AgencyKind::Police, "Sampleshire Police"),
    (AgencyKind::Relevant, "Sampleshire Youth Justice Service"),
    (AgencyKind::Relevant, "Sampleshire Fire and Rescue Service"),
];

/// Says who the partnership is, as it was when the file was begun.
pub(super) fn introduce(file: &mut AuditFile, today: NaiveDate) -> Result<()> {
    let since = days_before(today, 2_200);
    file.transact(partnership::SAVE, NAME, |tx| partnership::save(tx, &details()))?;
    for [role, name, organisation, email, telephone] in PEOPLE {
        let one = Contact {
            role: role.to_owned(),
            name: name.to_owned(),
            organisation: organisation.to_owned(),
            email: email.to_owned(),
            telephone: telephone.to_owned(),
        };
        file.transact(contact::SAVE, role, |tx| contact::save(tx, None, &one))?;
    }
    for (kind, name, chair) in GROUPS {
        let typed =
            GroupTyped { kind, name: name.to_owned(), chair: chair.to_owned(), from: Some(since), to: None };
        file.transact(group::SAVE, name, |tx| group::save(tx, None, &typed))?;
    }
    for (kind, name) in AGENCIES {
        let one = Agency { name: name.to_owned(), kind, from: Some(since), to: None };
        file.transact(agency::SAVE, name, |tx| agency::save(tx, None, &one))?;
    }
    Ok(())
}

/// The subgroup that looks at schools, by whatever name.
pub(super) fn schools_group(file: &AuditFile) -> Result<Option<GroupId>> {
    let groups = group::all(file.reader())?;
    let known = groups.into_iter().find(|one| [SCHOOLS, SCHOOLS_BEFORE].contains(&one.name.as_str()));
    Ok(known.map(|one| one.id))
}

/// Gives the subgroup for schools the name that it has now.
pub(super) fn rename_subgroup(file: &mut AuditFile, from: NaiveDate) -> Result<()> {
    let groups = group::all(file.reader())?;
    match groups.iter().find(|group| group.name == SCHOOLS_BEFORE).map(|group| group.id) {
        Some(id) => file.transact(group::RENAME, SCHOOLS, |tx| group::rename(tx, id, SCHOOLS, from)),
        None => Ok(()),
    }
}

/// How a school is reached; one in thirty never said.
pub(super) fn reach(tx: &mut Tx<'_>, id: SettingId, school: &School) -> Result<()> {
    let plain = |c: char| c.is_ascii_alphanumeric().then(|| c.to_ascii_lowercase());
    let name: String = school.name.chars().filter_map(plain).collect();
    if school.pupils == 0 || name.len() % 30 == 11 {
        return Ok(());
    }
    let about = About {
        email: format!("office@{name}.example"),
        pupils: u32::try_from(school.pupils).ok(),
        ..About::default()
    };
    setting::know(tx, id, &about)
}

fn details() -> Partnership {
    Partnership {
        name: NAME.to_owned(),
        short_name: "sampleshire".to_owned(),
        address: "Example House\n1 Placename Street\nSampleton".to_owned(),
        return_to: RETURN_TO.to_owned(),
    }
}
