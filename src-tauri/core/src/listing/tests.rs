//! Lists as they come: the national register, own lists, broken ones.

use proptest::prelude::*;

use super::{Candidate, Columns, Field, Filter, List, LocalityBy, read_csv};
use crate::error::Kind;
use crate::progress::Progress;

fn read(bytes: &[u8]) -> List {
    read_csv(bytes, bytes.len() as u64, |_| None, &Progress::default()).expect("it is a list")
}

fn refused(bytes: &[u8]) -> String {
    read_csv(bytes, bytes.len() as u64, |_| None, &Progress::default()).expect_err("no list").message
}

const NATIONAL: &str = "LA (name),URN,LA (code),EstablishmentNumber,EstablishmentName,\
    EstablishmentStatus (name),TypeOfEstablishment (name),EstablishmentTypeGroup (name),PhaseOfEducation (name),\
    DistrictAdministrative (name),AdministrativeWard (name),Town,NumberOfPupils,StatutoryLowAge,OfficialSixthForm (name),\
    Boarders (name),OpenDate,CloseDate,HeadTitle (name),HeadFirstName,HeadLastName,Trusts (name)\n";

fn national(row: &str) -> Candidate {
    let list = read(format!("{NATIONAL}{row}\n").as_bytes());
    assert_eq!(list.problems, []);
    Candidate::of(&list.entries[0], "school", &Filter::default())
}

#[test]
fn the_national_register_is_read_by_the_names_of_its_columns() {
    let row = "Sampleshire,100001,999,2001,Example Primary School,Open,Academy converter,Academies,Primary,Northexample,Upper Ward,Sampleton,211,3,Does not have a sixth form,No boarders,01-09-2016,,Ms,A,Person,The Example Trust";
    let school = national(row);
    assert_eq!(school.urn(), Some("100001"));
    assert_eq!(school.identifiers["laestab"], "9992001");
    let details = &school.details;
    assert_eq!(
        [&details.phase, &details.status, &details.locality, &details.trust].map(String::as_str),
        ["Primary", "Academy or free school", "Northexample", "The Example Trust"]
    );
    assert_eq!(school.about.head, "Ms A Person");
    assert_eq!((school.about.pupils, school.about.opened), (Some(211), "2016-09-01".parse().ok()));
    let facts: Vec<(&str, &str)> =
        school.about.facts.iter().map(|(name, said)| (name.as_str(), said.as_str())).collect();
    assert_eq!(
        facts,
        [
            ("academy", "yes"),
            ("boarding", "no"),
            ("early_years", "yes"),
            ("independent", "no"),
            ("sixth_form", "no")
        ]
    );
    assert!(school.open);
}

#[test]
fn special_schools_units_and_colleges_are_grouped_as_partnerships_do() {
    for (kind, group, phase, expected) in [
        ("Community special school", "Special schools", "Not applicable", ("Special", "Maintained")),
        ("Academy special converter", "Academies", "Not applicable", ("Special", "Academy or free school")),
        (
            "Pupil referral unit",
            "Local authority maintained schools",
            "Not applicable",
            ("Alternative provision", "Maintained"),
        ),
        (
            "Other independent school",
            "Independent schools",
            "Not applicable",
            ("Not applicable", "Independent"),
        ),
        ("Further education", "Colleges", "16 plus", ("16 plus", "College")),
        (
            "Foundation school",
            "Local authority maintained schools",
            "Middle deemed secondary",
            ("Secondary", "Maintained"),
        ),
    ] {
        let school =
            national(&format!("Sampleshire,100001,999,2001,Name,Open,{kind},{group},{phase},,,,,,,,,,,,,"));
        assert_eq!((school.details.phase.as_str(), school.details.status.as_str()), expected, "{kind}");
    }
}

#[test]
fn columns_in_any_order_old_letters_quotes_and_line_ends_are_read() {
    let list = read(
        b"\xef\xbb\xbfURN;Name;Phase\r\n100001;\"St Anne\x92s; \"\"the\r\nlower\"\" school\";Primary\r\n",
    );
    assert_eq!(list.entries[0].get(Field::Name), "St Anne\u{2019}s; \"the lower\" school");
    assert_eq!(list.entries[0].get(Field::Phase), "Primary");
    let list = read("Phase\tName\nPrimary\tYsgol Llŷn\n".as_bytes());
    assert_eq!(list.entries[0].get(Field::Name), "Ysgol Llŷn");
}

#[test]
fn broken_rows_are_left_out_and_said_by_line() {
    let list = read(b"Name,URN,Name\nA,100001,x\nB\nC,100001,x\n,100002,x\nD,100003,x\n");
    let names: Vec<&str> = list.entries.iter().map(|entry| entry.get(Field::Name)).collect();
    assert_eq!(names, ["A", "D"]);
    let places: Vec<&str> = list.problems.iter().map(|problem| problem.place.as_str()).collect();
    assert_eq!(places, ["headings", "line 3", "line 4", "line 5"]);
    assert!(list.problems[2].message.contains("line 2"), "{}", list.problems[2].message);
}

#[test]
fn what_is_no_list_is_refused_by_what_it_is() {
    assert!(refused(b"").contains("empty"));
    assert!(refused(b"\xff\xfeN\0a\0").contains("Unicode text"));
    assert!(refused(b"PK\x03\x04").contains("packed"));
    assert!(refused(b"a\0b").contains("text"));
    assert!(refused(b",,\n1,2,3\n").contains("headings"));
}

#[test]
fn a_list_whose_names_nobody_knows_waits_for_its_columns() {
    let bytes = b"Bezeichnung,Nummer\nExample,100001\n";
    let list = read(bytes);
    assert!(!list.columns.suffice() && list.entries.is_empty());
    assert_eq!(list.sample, [["Example", "100001"]]);
    let named = Columns([(Field::Name, vec!["Bezeichnung".to_owned()])].into());
    let said = |_: &[String]| Some(named.clone());
    let list = read_csv(&bytes[..], 40, said, &Progress::default()).expect("read");
    assert_eq!(list.entries[0].get(Field::Name), "Example");
    let wrong = Columns([(Field::Name, vec!["Nowhere".to_owned()])].into());
    let refused =
        read_csv(&bytes[..], 40, |_| Some(wrong), &Progress::default()).expect_err("no such column");
    assert!(refused.message.contains("Nowhere"));
}

#[test]
fn reading_stops_when_asked_and_counts_as_it_goes() {
    let rows: String = (0..5_000).map(|row| format!("School {row},{}\n", 100_000 + row)).collect();
    let bytes = format!("Name,URN\n{rows}");
    let progress = Progress::default();
    read_csv(bytes.as_bytes(), bytes.len() as u64, |_| None, &progress).expect("read");
    assert_eq!(progress.seen(), (bytes.len() as u64, bytes.len() as u64));
    progress.stop();
    let stopped = read_csv(bytes.as_bytes(), 1, |_| None, &progress).map_err(|error| error.kind);
    assert_eq!(stopped, Err(Kind::Stopped));
}

#[test]
fn what_a_list_holds_is_counted_under_the_other_choices() {
    let list = read(b"Name,LA,Establishment status,Phase,Ward\nA,X,Open,Primary,w\nB,X,Closed,Primary,w\nC,Y,Open,Secondary,v\n");
    let open = Filter::open(&list.entries);
    let filter = Filter { authorities: ["X".to_owned()].into(), locality: LocalityBy::Ward, ..open };
    let holdings = filter.holdings(&list.entries);
    assert_eq!(holdings.chosen, 1);
    let counts = |of: &[super::Counted]| of.iter().map(|one| one.count).collect::<Vec<_>>();
    assert_eq!(counts(&holdings.authorities), [1, 1]);
    assert_eq!(counts(&holdings.states), [1, 1]);
    let taken: Vec<_> = list.entries.iter().filter(|entry| filter.takes(entry)).collect();
    assert_eq!(Candidate::of(taken[0], "school", &filter).details.locality, "w");
}

proptest! {
    #[test]
    fn whatever_bytes_come_a_list_or_a_sentence_comes_of_them(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut whole = b"Name,URN\n".to_vec();
        whole.extend(&bytes);
        for bytes in [bytes, whole] {
            match read_csv(bytes.as_slice(), bytes.len() as u64, |_| None, &Progress::default()) {
                Ok(list) => prop_assert!(list.entries.iter().all(|entry| !entry.get(Field::Name).is_empty())),
                Err(error) => prop_assert!(error.message.ends_with('.')),
            }
        }
    }
}
