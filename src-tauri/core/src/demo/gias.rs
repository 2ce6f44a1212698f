//! The register of the made-up partnership as the national list of schools gives it: a CSV in Windows-1252.
//!
//! Refuses to know: how such a list is read.

use std::fmt::Write as _;

use super::settings::School;

/// The columns, named as the national list names them.
const HEAD: &str = "URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),\
EstablishmentTypeGroup (name),EstablishmentStatus (name),OpenDate,CloseDate,PhaseOfEducation (name),\
NumberOfPupils,UKPRN,DistrictAdministrative (name),Trusts (name),HeadPreferredJobTitle";

/// The list: the partnership's schools, a school of theirs that has closed, and two of another authority.
pub fn list(schools: &[School]) -> Vec<u8> {
    let mut text = format!("{HEAD}\r\n");
    for school in schools {
        let line = Line {
            urn: number(school, "urn"),
            authority: ("998", "Sampleshire"),
            establishment: number(school, "laestab").get(3..).unwrap_or_default(),
            name: &school.name,
            kind: kind(school),
            state: ("Open", ""),
            phase: phase(school),
            pupils: school.pupils,
            ukprn: number(school, "ukprn"),
            district: school.locality,
            trust: school.trust,
        };
        line.put(&mut text);
    }
    for other in OTHERS {
        other.put(&mut text);
    }
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect()
}

struct Line<'a> {
    urn: &'a str,
    authority: (&'a str, &'a str),
    establishment: &'a str,
    name: &'a str,
    kind: (&'a str, &'a str),
    state: (&'a str, &'a str),
    phase: &'a str,
    pupils: i32,
    ukprn: &'a str,
    district: &'a str,
    trust: &'a str,
}

const OTHERS: [Line<'static>; 3] = [
    elsewhere(
        "989001",
        ("998", "Sampleshire"),
        "9001",
        "Former Sample Infant School",
        ("Closed", "31-08-2024"),
    ),
    elsewhere("989002", ("997", "Othershire"), "9002", "Otherton \u{c9}cole Primary School", ("Open", "")),
    elsewhere("989003", ("997", "Othershire"), "9003", "Otherby, Saint Example Primary School", ("Open", "")),
];

const fn elsewhere(
    urn: &'static str,
    authority: (&'static str, &'static str),
    establishment: &'static str,
    name: &'static str,
    state: (&'static str, &'static str),
) -> Line<'static> {
    let kind = ("Community school", "Local authority maintained schools");
    let (phase, pupils, ukprn, district, trust) = ("Primary", 120, "", authority.1, "");
    Line { urn, authority, establishment, name, kind, state, phase, pupils, ukprn, district, trust }
}

impl Line<'_> {
    fn put(&self, text: &mut String) {
        let pupils = self.pupils.to_string();
        let cells = [
            self.urn,
            self.authority.0,
            self.authority.1,
            self.establishment,
            self.name,
            self.kind.0,
            self.kind.1,
            self.state.0,
            "01-09-1994",
            self.state.1,
            self.phase,
            &pupils,
            self.ukprn,
            self.district,
            self.trust,
            "Headteacher",
        ];
        let quoted =
            cells.map(|cell| if cell.contains(',') { format!("\"{cell}\"") } else { cell.to_owned() });
        // Writing to a text cannot fail.
        let _ = write!(text, "{}\r\n", quoted.join(","));
    }
}

fn number<'a>(school: &'a School, scheme: &str) -> &'a str {
    school.identifiers.get(scheme).map_or("", String::as_str)
}

fn kind(school: &School) -> (&'static str, &'static str) {
    match (school.phase, school.status) {
        ("Post-16", _) => ("Sixth form centres", "Colleges"),
        (_, "Independent") => ("Other independent school", "Independent schools"),
        ("Special", "Maintained") => ("Community special school", "Special schools"),
        ("Special", _) => ("Academy special converter", "Academies"),
        ("Alternative provision", "Maintained") => {
            ("Pupil referral unit", "Local authority maintained schools")
        }
        ("Alternative provision", _) => ("Academy alternative provision converter", "Academies"),
        (_, "Maintained") => ("Community school", "Local authority maintained schools"),
        _ => ("Academy converter", "Academies"),
    }
}

fn phase(school: &School) -> &'static str {
    match school.phase {
        "Special" | "Alternative provision" => "Not applicable",
        "All-through" => "Not applicable",
        "Post-16" => "16 plus",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::settings::settings;

    #[test]
    fn a_line_a_school_and_some_that_do_not_belong() {
        let bytes = list(&settings(12, 3));
        let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count();
        assert_eq!(lines, 1 + 12 + 3);
        assert!(bytes.contains(&0xc9), "it is in Windows-1252");
    }
}
