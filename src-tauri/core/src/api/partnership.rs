//! The partnership's own page: its details, people, groups and agencies.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::audit::date;
use super::call::Nothing;
use super::round as rounds;
use super::session::Session;
use super::views::view;
use crate::error::Result;
use crate::partnership::agency::{self, Agency, AgencyId, AgencyKind};
use crate::partnership::contact::{self, Contact, ContactId};
use crate::partnership::group::{self, Group, GroupId, GroupKind, GroupTyped};
use crate::partnership::{self, Partnership};
use crate::store::{Operation, Tx};

view! {
    /// The partnership as its page shows it.
    PartnershipView {
        name: String,
        short_name: String,
        address: String,
        return_to: String,
        contacts: Vec<ContactLine>,
        groups: Vec<GroupLine>,
        agencies: Vec<AgencyLine>,
    }
    ContactLine { id: ContactId, role: String, name: String, organisation: String, email: String, telephone: String, }
    GroupLine {
        id: GroupId,
        kind: GroupKind,
        name: String,
        chair: String,
        from: Option<String>,
        to: Option<String>,
        /// What it was called before, and until when.
        earlier: Vec<EarlierName>,
    }
    EarlierName { name: String, until: String, }
    AgencyLine { id: AgencyId, kind: AgencyKind, name: String, from: Option<String>, to: Option<String>, }
}

/// Declares requests: plain values that screens send.
macro_rules! request {
    ($($(#[$doc:meta])* $name:ident { $($(#[$attr:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Serialize, Deserialize)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[serde(deny_unknown_fields)]
        #[allow(missing_docs)]
        pub struct $name { $($(#[$attr])* pub $field: $type,)* }
    )*};
}

request! {
    /// The details as they are typed.
    PartnershipTyped { name: String, #[serde(default)] short_name: String, #[serde(default)] address: String, #[serde(default)] return_to: String, }
    /// A person as typed; without an id a new one.
    ContactTyped {
        #[serde(default)] id: Option<ContactId>,
        role: String,
        name: String,
        #[serde(default)] organisation: String,
        #[serde(default)] email: String,
        #[serde(default)] telephone: String,
    }
    ContactChosen { id: ContactId, }
    /// A group as typed; without an id a new one.
    GroupSaved {
        #[serde(default)] id: Option<GroupId>,
        kind: GroupKind,
        name: String,
        #[serde(default)] chair: String,
        #[serde(default)] from: Option<String>,
        #[serde(default)] to: Option<String>,
    }
    /// A new name from a day on.
    GroupRenamed { id: GroupId, name: String, from: String, }
    GroupChosen { id: GroupId, }
    /// An agency as typed; without an id a new one.
    AgencyTyped {
        #[serde(default)] id: Option<AgencyId>,
        kind: AgencyKind,
        name: String,
        #[serde(default)] from: Option<String>,
        #[serde(default)] to: Option<String>,
    }
    AgencyChosen { id: AgencyId, }
}

/// `partnership.show`.
pub fn show(session: &Session, _: Nothing) -> Result<PartnershipView> {
    session.file(|file| {
        rounds::partnership(file)?;
        let reader = file.reader();
        let Partnership { name, short_name, address, return_to } = partnership::load(reader)?;
        Ok(PartnershipView {
            name,
            short_name,
            address,
            return_to,
            contacts: contact::all(reader)?.into_iter().map(contact_line).collect(),
            groups: group::all(reader)?.into_iter().map(group_line).collect(),
            agencies: agency::all(reader)?.into_iter().map(agency_line).collect(),
        })
    })
}

/// `partnership.save`.
pub fn save(session: &Session, typed: PartnershipTyped) -> Result<PartnershipView> {
    let PartnershipTyped { name, short_name, address, return_to } = typed;
    let details = Partnership { name, short_name, address, return_to };
    change(session, partnership::SAVE, &details.name, |tx| partnership::save(tx, &details))
}

/// `contact.save`.
pub fn save_contact(session: &Session, typed: ContactTyped) -> Result<PartnershipView> {
    let ContactTyped { id, role, name, organisation, email, telephone } = typed;
    let contact = Contact { role, name, organisation, email, telephone };
    change(session, contact::SAVE, &contact.role, |tx| contact::save(tx, id, &contact))
}

/// `contact.remove`.
pub fn remove_contact(session: &Session, chosen: ContactChosen) -> Result<PartnershipView> {
    change(session, contact::REMOVE, "", |tx| contact::remove(tx, chosen.id))
}

/// `group.save`.
pub fn save_group(session: &Session, typed: GroupSaved) -> Result<PartnershipView> {
    let (from, to) = (date(typed.from.as_deref())?, date(typed.to.as_deref())?);
    let group = GroupTyped { kind: typed.kind, name: typed.name, chair: typed.chair, from, to };
    change(session, group::SAVE, &group.name, |tx| group::save(tx, typed.id, &group))
}

/// `group.rename`: the name until then is kept.
pub fn rename_group(session: &Session, renamed: GroupRenamed) -> Result<PartnershipView> {
    let from = date(Some(&renamed.from))?.ok_or_else(|| {
        crate::error::Error::input("The day from which the group is called so is missing.").hint("Type it.")
    })?;
    change(session, group::RENAME, &renamed.name, |tx| group::rename(tx, renamed.id, &renamed.name, from))
}

/// `group.remove`.
pub fn remove_group(session: &Session, chosen: GroupChosen) -> Result<PartnershipView> {
    change(session, group::REMOVE, "", |tx| group::remove(tx, chosen.id))
}

/// `agency.save`.
pub fn save_agency(session: &Session, typed: AgencyTyped) -> Result<PartnershipView> {
    let (from, to) = (date(typed.from.as_deref())?, date(typed.to.as_deref())?);
    let agency = Agency { name: typed.name, kind: typed.kind, from, to };
    change(session, agency::SAVE, &agency.name, |tx| agency::save(tx, typed.id, &agency))
}

/// `agency.remove`.
pub fn remove_agency(session: &Session, chosen: AgencyChosen) -> Result<PartnershipView> {
    change(session, agency::REMOVE, "", |tx| agency::remove(tx, chosen.id))
}

fn change(
    session: &Session,
    operation: Operation,
    target: &str,
    work: impl FnOnce(&mut Tx<'_>) -> Result<()>,
) -> Result<PartnershipView> {
    session.file(|file| {
        rounds::partnership(file)?;
        file.transact(operation, target, work)
    })?;
    show(session, Nothing {})
}

fn contact_line((id, contact): (ContactId, Contact)) -> ContactLine {
    let Contact { role, name, organisation, email, telephone } = contact;
    ContactLine { id, role, name, organisation, email, telephone }
}

fn group_line(group: Group) -> GroupLine {
    let earlier = group.earlier.into_iter();
    GroupLine {
        id: group.id,
        kind: group.kind,
        name: group.name,
        chair: group.chair,
        from: day(group.from),
        to: day(group.to),
        earlier: earlier.map(|(name, until)| EarlierName { name, until: until.to_string() }).collect(),
    }
}

fn agency_line((id, agency): (AgencyId, Agency)) -> AgencyLine {
    AgencyLine { id, kind: agency.kind, name: agency.name, from: day(agency.from), to: day(agency.to) }
}

fn day(date: Option<NaiveDate>) -> Option<String> {
    date.map(|date| date.to_string())
}
