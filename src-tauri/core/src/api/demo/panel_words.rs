//! Who sits on the sample's panels, and what they see and find: words alone.

use crate::panel::FindingKind;
use crate::panel::session::{Duty, Person, Presence, Seen, Side};

/// The members: name, agency, role.
pub(super) const PANEL: [[&str; 3]; 3] = [
    ["Drew Sample", "police", "Sergeant, safeguarding"],
    ["Ash Example", "health", "Named nurse"],
    ["Alex Example", "local_authority", "Education officer"],
];

/// Why a panel rates lower.
pub(super) const LOWER: [&str; 5] = [
    "The log shows no entry after March.",
    "Two of the three files that were looked at were not up to date.",
    "Staff on duty at lunch could not say what the policy asks of them.",
    "It is in place for the main site and not yet for the nursery.",
    "The review is planned; nobody has done one yet.",
];

/// What is found at a session: what kind, the words, a theme, who speaks.
pub(super) type Found = (FindingKind, &'static str, &'static str, &'static str);

/// What is found at each session, in turn.
pub(super) const FOUND: [[Found; 2]; 5] = [
    [
        (
            FindingKind::GoodPractice,
            "A weekly ten minutes in which staff talk through one scenario; every member of staff could tell us the last.",
            "Staff training",
            "health",
        ),
        (
            FindingKind::SupportRequest,
            "Records of pupils who move in mid-year arrive late; the school asks partners to agree one contact.",
            "Records transfer",
            "local_authority",
        ),
    ],
    [
        (
            FindingKind::AreaForDevelopment,
            "The filter is tested by the network company alone; the safeguarding lead has not seen it done.",
            "Filtering",
            "police",
        ),
        (
            FindingKind::Theme,
            "Schools hear nothing for weeks after they pass a worry on to another agency.",
            "Word back from agencies",
            "health",
        ),
    ],
    [
        (
            FindingKind::GoodPractice,
            "Pupils wrote the page that says whom to tell, and they read it out to every new class.",
            "Voice of pupils",
            "local_authority",
        ),
        (
            FindingKind::Challenge,
            "Small worries about adults are spoken of and not written down; the head will start a log this month.",
            "Small worries",
            "police",
        ),
    ],
    [
        (
            FindingKind::AreaForDevelopment,
            "Governors read the termly report; what they asked about it stands in no minute.",
            "Governors",
            "local_authority",
        ),
        (
            FindingKind::SupportRequest,
            "The deputy lead has had no training since taking over, and the next course is full.",
            "Staff training",
            "health",
        ),
    ],
    [
        (
            FindingKind::GoodPractice,
            "A neighbouring school walks round once a term and says what it would ask as an inspector.",
            "Peer visits",
            "police",
        ),
        (
            FindingKind::Theme,
            "Records of pupils who move reach schools late, and from three different offices.",
            "Records transfer",
            "local_authority",
        ),
    ],
];

/// The heads who are met, in turn.
const HEADS: [&str; 6] =
    ["Nic Example", "Jamie Sample", "Chris Pattern", "Robin Model", "Terry Specimen", "Lou Instance"];

/// Those of a session.
pub(super) fn people(place: usize) -> Vec<Person> {
    let member = |(place, [name, agency, role]): (usize, [&str; 3])| Person {
        name: name.to_owned(),
        agency: agency.to_owned(),
        role: role.to_owned(),
        duty: if place == 2 { Duty::Chair } else { Duty::Member },
        ..Person::default()
    };
    let head = Person {
        name: HEADS[place % HEADS.len()].to_owned(),
        role: "Headteacher".to_owned(),
        side: Side::Setting,
        ..Person::default()
    };
    PANEL.into_iter().enumerate().map(member).chain([head]).collect()
}

/// At the second session the nurse could not come.
pub(super) fn came(mut person: Person, place: usize) -> Person {
    let away = place == 1 && person.agency == "health";
    person.presence = if away { Presence::Absent } else { Presence::Present };
    if away {
        person.why = "Called to court that morning.".to_owned();
    }
    person
}

/// What the panel asked to see.
pub(super) fn seen() -> Vec<Seen> {
    let item =
        |what: &str, seen: bool, note: &str| Seen { what: what.to_owned(), seen, note: note.to_owned() };
    vec![
        item("Training log", true, "Up to date for everybody on site."),
        item("Minutes of the governing board", true, "Safeguarding at every meeting; one challenge noted."),
        item("Single central record: result of its last check", false, ""),
    ]
}
