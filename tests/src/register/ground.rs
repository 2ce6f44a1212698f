//! A national register made by code, a list in it, and a seat at which it is read.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::gateway::seat::Seat;

/// One school of a made-up register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct School {
    pub urn: u32,
    pub name: String,
    pub phase: &'static str,
    pub ward: &'static str,
    pub authority: &'static str,
    pub open: bool,
}

/// A school of Sampleshire.
pub fn school(urn: u32, name: &str) -> School {
    School {
        urn,
        name: name.to_owned(),
        phase: "Primary",
        ward: "Upper",
        authority: "Sampleshire",
        open: true,
    }
}

const BEFORE: [&str; 11] = [
    "URN",
    "LA (code)",
    "LA (name)",
    "EstablishmentNumber",
    "EstablishmentName",
    "TypeOfEstablishment (name)",
    "EstablishmentTypeGroup (name)",
    "EstablishmentStatus (name)",
    "OpenDate",
    "CloseDate",
    "PhaseOfEducation (name)",
];

/// A register as the national one is published: some 130 columns, of which an audit needs a few.
pub fn national(schools: &[School], padding: usize) -> Vec<u8> {
    let mut text = BEFORE.join(",");
    text.push_str(",DistrictAdministrative (name),NumberOfPupils");
    for column in 0..padding {
        let _ = write!(text, ",Column{column}");
    }
    text.push_str("\r\n");
    for one in schools {
        let (state, closed) = if one.open { ("Open", "") } else { ("Closed", "31-08-2026") };
        let School { urn, name, phase, ward, authority, .. } = one;
        let number = urn % 10_000;
        let _ = write!(
            text,
            "{urn},999,{authority},{number:04},\"{name}\",Community school,Local authority maintained schools,{state},01-09-1990,{closed},{phase},{ward},211"
        );
        for column in 0..padding {
            let _ = write!(text, ",{}", if column % 3 == 0 { "Not applicable" } else { "" });
        }
        text.push_str("\r\n");
    }
    // As it is published: Windows-1252.
    text.chars()
        .map(|c| if c == '\u{2019}' { 0x92 } else { u8::try_from(u32::from(c)).unwrap_or(b'?') })
        .collect()
}

/// A seat with a new partnership's file open.
pub fn seat() -> Seat {
    let seat = Seat::new();
    seat.next_dialog("partnership.attest");
    seat.done(
        "start.new_partnership",
        json!({ "name": "Sampleshire Safeguarding Partnership", "round_label": "2026/27", "template": "school@2025.1" }),
    );
    seat
}

/// Reads a list and waits until it is there.
pub fn read(seat: &Seat, name: &str, bytes: &[u8]) -> Value {
    std::fs::write(seat.folder.path().join(name), bytes).expect("written");
    seat.next_dialog(name);
    seat.done("register.open_list", json!({}));
    loop {
        let job = seat.done("job.show", json!({}));
        match job["state"].as_str() {
            Some("running") => std::thread::yield_now(),
            Some("done") => return seat.done("register.list", json!({})),
            _ => panic!("{job}"),
        }
    }
}

/// Takes every change that is shown, or those suggested; gives the round.
pub fn take(seat: &Seat, which: impl Fn(&Value) -> bool) -> Value {
    let difference = seat.done("register.difference", json!({}));
    let changes = difference["changes"].as_array().expect("a list");
    let ids: Vec<&Value> =
        changes.iter().filter(|change| which(change)).map(|change| &change["id"]).collect();
    seat.done("register.take", json!({ "changes": ids }))
}

/// What is on the register: URN, name, phase, locality, how it stands.
pub fn standing(round: &Value) -> Vec<[String; 5]> {
    let text = |line: &Value, field: &str| line[field].as_str().unwrap_or_default().to_owned();
    let lines = round["settings"].as_array().expect("a list").iter();
    let mut lines: Vec<_> = lines
        .map(|line| ["urn", "name", "phase", "locality", "standing"].map(|field| text(line, field)))
        .collect();
    lines.sort();
    lines
}
