//! E-mail addresses and postcodes, but for shared mailboxes and the addresses of offices.

use super::staff;
use super::words::Words;
use super::{Sighting, What};

/// The areas with which a postcode begins; ZZ stands for no fixed abode.
const AREAS: &str = " AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC \
    EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N \
    NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR \
    TS TW UB W WA WC WD WF WN WR WS WV YO ZE ZZ ";

/// What the name of a shared mailbox is made of, as a whole word.
const SHARED: &[&str] = &[
    "admin",
    "admissions",
    "attendance",
    "bursar",
    "chair",
    "clerk",
    "contact",
    "dpo",
    "dsl",
    "ddsl",
    "enquiries",
    "enquiry",
    "finance",
    "head",
    "headteacher",
    "hello",
    "help",
    "helpdesk",
    "hr",
    "ict",
    "info",
    "inclusion",
    "it",
    "lado",
    "mail",
    "mash",
    "noreply",
    "office",
    "parents",
    "pastoral",
    "post",
    "principal",
    "privacy",
    "recruitment",
    "reception",
    "referrals",
    "safeguarding",
    "school",
    "secretary",
    "send",
    "senco",
    "senior",
    "leadership",
    "staff",
    "support",
    "team",
    "welfare",
    "duty",
    "primary",
    "secondary",
    "academy",
    "college",
    "nursery",
    "data",
    "website",
    "complaints",
    "governance",
    "governors",
    "executive",
    "partnership",
    "board",
    "deputy",
    "pa",
    "to",
];
/// What shows a shared mailbox wherever it stands in the name.
const SHARED_PARTS: &[&str] = &[
    "safeguard",
    "enquir",
    "admin",
    "office",
    "contact",
    "support",
    "service",
    "referral",
    "governor",
    "earlyhelp",
    "frontdoor",
    "children",
    "clerkto",
    "reception",
    "helpline",
    "headteacher",
    "complaint",
    "firstresponse",
];
/// Words of places that are no home.
const OFFICES: &[&str] = &[
    "school",
    "academy",
    "college",
    "council",
    "office",
    "offices",
    "hall",
    "centre",
    "headquarters",
    "station",
    "library",
    "church",
    "hub",
    "trust",
    "campus",
    "site",
    "depot",
    "hospital",
    "clinic",
    "university",
    "ltd",
    "nursery",
    "archive",
    "archives",
    "registry",
    "department",
    "po",
];
/// Words of homes, which outweigh those of offices.
const HOMES: &[&str] = &[
    "lives", "living", "home", "family", "moved", "mother", "father", "mum", "dad", "flat", "pupil", "child",
    "gran",
];

/// E-mail addresses of persons.
pub(super) fn emails(text: &str) -> Vec<Sighting> {
    text.match_indices('@').filter_map(|(at, _)| email(text, at)).collect()
}

fn email(text: &str, at: usize) -> Option<Sighting> {
    let local = |c: char| c.is_alphanumeric() || "._%+-'".contains(c);
    let after = |c: char| !(c.is_alphanumeric() || c == '.' || c == '-');
    let before = text[..at]
        .rfind(|c: char| !local(c))
        .and_then(|found| Some(found + text[found..].chars().next()?.len_utf8()));
    let name = text[before.unwrap_or(0)..at].trim_start_matches(['.', '\'', '-']);
    let end = text[at + 1..].find(after).map_or(text.len(), |length| at + 1 + length);
    let domain = text[at + 1..end].trim_end_matches(['.', '-']);
    let (_, top) = domain.rsplit_once('.')?;
    let sound = !name.is_empty() && top.len() >= 2 && top.chars().all(char::is_alphabetic);
    let sighting = Sighting { what: What::Email, start: at - name.len(), end: at + 1 + domain.len() };
    (sound && !is_shared(name, domain)).then_some(sighting)
}

/// Whether a mailbox is a role's: it names nobody.
fn is_shared(name: &str, domain: &str) -> bool {
    let name = name.to_lowercase();
    let letters = |c: char| !c.is_alphabetic();
    let mut parts = name.split(letters).filter(|part| !part.is_empty());
    let own = domain.split('.').next().unwrap_or_default().to_lowercase();
    SHARED_PARTS.iter().any(|part| name.contains(part))
        || parts.all(|part| SHARED.contains(&part) || (part.len() > 3 && own.contains(part)))
}

/// Postcodes, but for those of offices.
pub(super) fn postcodes(words: &Words<'_>) -> Vec<Sighting> {
    (0..words.all.len()).filter_map(|at| postcode(words, at)).collect()
}

fn postcode(words: &Words<'_>, at: usize) -> Option<Sighting> {
    let (first, next) = (words.as_is(at), words.as_is(at + 1));
    let spaced = matches!(words.gap(at), " " | "\u{a0}" | "_") && is_outward(first) && is_inward(next, first);
    let count = match spaced && is_cased(first, next) {
        true => 2,
        false if is_whole(first) => 1,
        false => return None,
    };
    (!is_office(words, at)).then(|| words.sighting(What::Postcode, at..at + count)).flatten()
}

/// A postcode without its space, in capitals.
fn is_whole(text: &str) -> bool {
    if !text.is_ascii() || text.len() < 5 || text != text.to_uppercase() {
        return false;
    }
    let (outward, inward) = text.split_at(text.len() - 3);
    is_outward(outward) && is_inward(inward, outward)
}

/// Both halves in one case, and the second no ordinal and no length of time: `2nd`, `3hr`.
fn is_cased(first: &str, next: &str) -> bool {
    let both = format!("{first}{next}");
    let one_case = both == both.to_uppercase() || both == both.to_lowercase();
    let small = next != next.to_uppercase();
    let ending = ["st", "nd", "rd", "th", "hr", "yr"].iter().any(|ending| next.ends_with(ending));
    one_case && !(small && ending)
}

/// The first half: an area and a district.
fn is_outward(text: &str) -> bool {
    let text = text.to_ascii_uppercase();
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (area, district) = text.split_at(letters);
    let mut digits = district.bytes();
    let first = digits.next().is_some_and(|byte| byte.is_ascii_digit());
    let second = digits.next().is_none_or(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    first && second && digits.next().is_none() && AREAS.contains(&format!(" {area} "))
}

/// The second half: a digit and two letters, of those that postcodes have there; any where nobody lives.
fn is_inward(text: &str, outward: &str) -> bool {
    let bytes = text.as_bytes();
    let nowhere = outward.to_ascii_uppercase().starts_with("ZZ");
    let used = |byte: &u8| nowhere || !b"CIKMOV".contains(&byte.to_ascii_uppercase());
    let letter = |byte: &u8| byte.is_ascii_alphabetic() && used(byte);
    bytes.len() == 3 && bytes[0].is_ascii_digit() && bytes[1..].iter().all(letter)
}

/// Whether the address is that of an office: one of its words stands a little before, and no word of a home.
fn is_office(words: &Words<'_>, at: usize) -> bool {
    let sentence = words.sentence(at);
    let near = sentence.start.max(at.saturating_sub(6))..at;
    let office = near.clone().any(|before| OFFICES.contains(&words.lower(before)));
    let home = sentence.into_iter().any(|any| HOMES.contains(&words.lower(any)));
    office && !home || near.into_iter().any(|before| staff::is_helpline(words.lower(before)))
}
