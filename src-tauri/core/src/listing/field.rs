//! The fields of a list that an audit has a use for, what they are called elsewhere, and which columns of the
//! national register hold them.

use serde::{Deserialize, Serialize};

/// What a column of a list may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Field {
    Name,
    Urn,
    Laestab,
    Ukprn,
    Charity,
    Ofsted,
    Local,
    Authority,
    State,
    Type,
    Group,
    Phase,
    Status,
    Locality,
    Ward,
    Town,
    Trust,
    Head,
    Email,
    Address,
    Postcode,
    Pupils,
    LowAge,
    Nursery,
    Boarding,
    SixthForm,
    Opened,
    Closed,
    WhyClosed,
    Predecessor,
    Successor,
}

/// A field's name elsewhere: in other lists (folded), and in the national register.
type Names = (&'static [&'static str], &'static [&'static str]);

impl Field {
    /// Every field, in the order in which they are asked for.
    pub const ALL: [Self; 31] = [
        Self::Name,
        Self::Urn,
        Self::Laestab,
        Self::Ukprn,
        Self::Charity,
        Self::Ofsted,
        Self::Local,
        Self::Authority,
        Self::State,
        Self::Type,
        Self::Group,
        Self::Phase,
        Self::Status,
        Self::Locality,
        Self::Ward,
        Self::Town,
        Self::Trust,
        Self::Head,
        Self::Email,
        Self::Address,
        Self::Postcode,
        Self::Pupils,
        Self::LowAge,
        Self::Nursery,
        Self::Boarding,
        Self::SixthForm,
        Self::Opened,
        Self::Closed,
        Self::WhyClosed,
        Self::Predecessor,
        Self::Successor,
    ];

    /// Identifiers, with the name of their scheme.
    pub const IDENTIFIERS: [(Self, &'static str); 6] = [
        (Self::Urn, "urn"),
        (Self::Laestab, "laestab"),
        (Self::Ukprn, "ukprn"),
        (Self::Charity, "charity"),
        (Self::Ofsted, "ofsted"),
        (Self::Local, "local"),
    ];

    pub(super) fn place(self) -> usize {
        self as usize
    }

    /// What stands between the columns of a field that has several.
    pub(super) fn between(self) -> &'static str {
        match (self == Self::Laestab, self == Self::Address) {
            (true, _) => "",
            (_, true) => ", ",
            (false, false) => " ",
        }
    }

    /// What other lists call it, folded.
    pub(super) fn synonyms(self) -> &'static [&'static str] {
        self.names().0
    }

    /// The columns of the national register that hold it.
    pub(super) fn national(self) -> &'static [&'static str] {
        self.names().1
    }

    fn names(self) -> Names {
        NAMES[self.place()]
    }
}

/// What each field is called elsewhere, in the order of [`Field::ALL`].
const NAMES: [Names; 31] = [
    // Name
    (
        &[
            "name",
            "school",
            "school name",
            "setting",
            "setting name",
            "organisation",
            "organisation name",
            "establishment",
            "establishment name",
            "agency",
        ],
        &["EstablishmentName"],
    ),
    // Urn
    (&["urn", "unique reference number"], &["URN"]),
    // Laestab
    (
        &["laestab", "la estab", "dfe number", "dfe no", "dfes number", "establishment number", "estab"],
        &["LA (code)", "EstablishmentNumber"],
    ),
    // Ukprn
    (&["ukprn"], &["UKPRN"]),
    // Charity
    (&["charity number", "charity no"], &["CHNumber"]),
    // Ofsted
    (&["ofsted number", "ofsted urn", "ofsted reference"], &[]),
    // Local
    (&["local number", "local reference", "reference", "ref", "id"], &[]),
    // Authority
    (&["local authority", "la", "la name", "authority"], &["LA (name)"]),
    // State
    (&["establishment status", "open or closed", "state"], &["EstablishmentStatus (name)"]),
    // Type
    (
        &["type", "school type", "type of establishment", "establishment type"],
        &["TypeOfEstablishment (name)"],
    ),
    // Group
    (&["type group", "establishment type group"], &["EstablishmentTypeGroup (name)"]),
    // Phase
    (&["phase", "phase of education"], &["PhaseOfEducation (name)"]),
    // Status
    (&["status", "governance"], &[]),
    // Locality
    (&["locality", "area", "district", "cluster"], &["DistrictAdministrative (name)"]),
    // Ward
    (&["ward"], &["AdministrativeWard (name)"]),
    // Town
    (&["town", "city"], &["Town"]),
    // Trust
    (
        &["trust", "trust name", "multi academy trust", "multi-academy trust", "mat", "group name"],
        &["Trusts (name)"],
    ),
    // Head
    (
        &["head", "headteacher", "head teacher", "principal", "lead", "contact", "manager"],
        &["HeadTitle (name)", "HeadFirstName", "HeadLastName"],
    ),
    // Email
    (
        &[
            "email",
            "e-mail",
            "email address",
            "e-mail address",
            "main email",
            "school email",
            "contact email",
            "mail",
        ],
        &["MainEmail"],
    ),
    // Address
    (&["address", "postal address"], &["Street", "Locality", "Address3", "Town", "County (name)"]),
    // Postcode
    (&["postcode", "post code"], &["Postcode"]),
    // Pupils
    (
        &[
            "pupils",
            "number of pupils",
            "pupils on roll",
            "number on roll",
            "nor",
            "headcount",
            "roll",
            "children",
        ],
        &["NumberOfPupils"],
    ),
    // LowAge
    (&["statutory low age", "low age", "age from"], &["StatutoryLowAge"]),
    // Nursery
    (&["nursery", "nursery provision"], &["NurseryProvision (name)"]),
    // Boarding
    (&["boarding", "boarders"], &["Boarders (name)"]),
    // SixthForm
    (&["sixth form", "official sixth form"], &["OfficialSixthForm (name)"]),
    // Opened
    (&["opened", "open date", "date opened"], &["OpenDate"]),
    // Closed
    (&["closed", "close date", "date closed"], &["CloseDate"]),
    // WhyClosed
    (&["reason closed", "why closed"], &["ReasonEstablishmentClosed (name)"]),
    // Predecessor
    (&["predecessor", "predecessor urn", "former urn", "old urn", "previous urn"], &["PredecessorURN"]),
    // Successor
    (&["successor", "successor urn", "new urn"], &["SuccessorURN"]),
];
