//! The seeded set: some hundreds of texts, about half of them with something to find, drawn again from their seed.

use super::grammar::Draw;
use super::quiet::QUIET;
use super::score::{Labelled, score, table};

/// Templates of texts in which something is to be found.
const LOUD: &[&str] = &[
    "UPN {upn:<upn>} is on the transfer form.",
    "{upn:<upn>}.pdf is in the archive",
    "File {upn:<upn>} was sent by recorded delivery.",
    "The upn was given as {upn:<not_upn>} by mistake.",
    "NHS number {nhs:<nhs>}",
    "School nurse quotes {nhs:<nhs>} on the form.",
    "Health visitor's reference is {nhs:<nhs>}, see letter.",
    "DOB {dob:<birth>}",
    "d.o.b. {dob:<birth>}, lives with an aunt",
    "Born {dob:<birth>} and new to the country.",
    "{pupil:<name>} ({dob:<birth>}) has a plan",
    "{pupil:<name>}, {dob:<birth>}, is a young carer",
    "{dob:<birth>} {pupil:<name>} young carers group",
    "Date of birth: {dob:<birth>}",
    "Family moved to {postcode:<post>} in the summer.",
    "Home address is in {postcode:<post>}",
    "Lives with gran, {postcode:<post>}.",
    "Mum writes from {email:<rare>.<last>@example.com} only.",
    "reply to {email:<initial>.mumbleford<year>@pupils.example.sch.uk}",
    "Messages came from {email:zac_<year>@example.org}, printed and kept.",
    "Mother's number {phone:<mobile>}",
    "Rang dad on {phone:<fixed>} twice",
    "{phone:<close_mobile>} is the carer's",
    "Text sent to {phone:<mobile>}, no reply.",
    "{pupil:Pupil: <name>} reported it.",
    "{pupil:Pupil: <odd>} reported it.",
    "We looked at {pupil:child <letter>} and the chronology.",
    "{pupil:<Child> <letter>} now has a mentor.",
    "{pupil:Child <letter>. <last>} - sealed envelope",
    "The {pupil:<child> <name>} was spoken to alone.",
    "The {pupil:<child> <odd>} was spoken to alone.",
    "A {pupil:<child> called <rare>} was in the incident.",
    "{pupil:<name>} (Year <year>) was supported by the pastoral team.",
    "{pupil:<name>}, Y<year>, has a safety plan.",
    "{pupil:<first>} in <class> told a friend.",
    "Year <year> pupil {pupil:<odd>} was sent home.",
    "{pupil:<first>}'s <kin> asked for the record.",
    "We met the <kin> of {pupil:<name>} twice.",
    "<case> for {pupil:<name>} closed in May.",
    "Re {pupil:<name>}: see locked cabinet",
    "Records/{pupil:<last>_<first>_Y<year>}.docx",
    "{pupil:<name>} disclosed to a lunchtime supervisor.",
];

fn set() -> Vec<Labelled> {
    let mut draw = Draw::new(20_261_121);
    let loud = LOUD.iter().cycle().take(LOUD.len() * 8).map(|one| draw.fill(one)).collect::<Vec<_>>();
    let quiet = QUIET.iter().cycle().take(QUIET.len() * 6).map(|one| draw.fill(one)).collect::<Vec<_>>();
    [loud, quiet].concat()
}

#[test]
fn a_seeded_set_is_read_with_high_precision_and_recall() {
    let texts = set();
    let loud = texts.iter().filter(|one| !one.wanted.is_empty()).count();
    assert!(
        texts.len() >= 400 && loud * 5 > texts.len() * 2 && loud * 5 < texts.len() * 3,
        "{loud} of {}",
        texts.len()
    );
    let (kinds, all, wrong) = score(&texts);
    let table = format!("{} texts, {loud} loud\n{}", texts.len(), table("seeded", &kinds, &all));
    println!("{table}{}", wrong.join("\n"));
    assert!(all.precision() >= 0.97 && all.recall() >= 0.97, "{table}");
    for (what, count) in kinds {
        assert!(count.precision() >= 0.97 && count.recall() >= 0.97, "{what:?}\n{table}");
    }
}
