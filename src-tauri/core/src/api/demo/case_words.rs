//! What agencies see and learn in the sample's case audits: words alone. No case stands for anybody.

use crate::case_audit::Learnt;

/// Who takes part, as the tool names them.
pub(super) const AGENCIES: [&str; 4] =
    ["Children\u{2019}s social care", "Police", "Health: community or general practice", "School or college"];

/// Who fills in the form of each.
pub(super) const AUTHORS: [&str; 4] =
    ["Head of service", "Detective Sergeant", "Named nurse", "Safeguarding lead"];

/// What was looked at: what it is called, what to look for, seen where it is good (two ways), and where it is not.
pub(super) const FOCUS: [[&str; 6]; 4] = [
    [
        "Seeing neglect early",
        "Whether small signs were written down and brought together before they became large.",
        "Small signs were written down as they came, and somebody read them together each month.",
        "The first worry led to a talk with the family within days.",
        "Each sign stands alone in the record; nobody set them side by side for five months.",
        "Missed appointments were closed one by one, without asking what they meant together.",
    ],
    [
        "Understanding the neglect",
        "Whether the record says what daily life is like, and what stands behind it.",
        "A graded tool was used with the parents, and they have a copy of it.",
        "The record says plainly what a day in the home is like.",
        "The word stands in the record often; what it means for this child does not.",
        "No tool was used, and three workers describe the home in three ways.",
    ],
    [
        "Helping the family to change",
        "Whether the plan asks for change that a family can make, and whether somebody sees it.",
        "The plan has four steps, each with a day, and the family wrote two of them.",
        "Help came to the house when it was needed, in the mornings.",
        "The plan lists services and not what is to be different at home.",
        "Two plans ran beside each other, and the family was asked the same things twice.",
    ],
    [
        "Agencies together, and drift",
        "Whether agencies told each other, met when it was agreed, and acted when nothing changed.",
        "Every meeting took place, and who did not come sent word.",
        "When nothing had changed after six weeks, the team manager was told the same day.",
        "The review was put off twice, and nobody asked why.",
        "We were told of the decision three weeks after it was made.",
    ],
];

/// What each agency knows of the child's voice.
pub(super) const VOICES: [&str; 4] = [
    "Seen alone at each visit; the child drew the house and who sleeps where.",
    "Spoken to at the house, apart from the adults; the words are in the officer\u{2019}s record.",
    "The school nurse asked what mornings are like, and was told.",
    "Told a teaching assistant that breakfast at school is the best part of the day.",
];

/// What was heard of the child together, case by case.
pub(super) const HEARD: [&str; 3] = [
    "The child said that weekends are long and cold, and that things are better since the heating works. Known from \
     talks at school and from the social worker\u{2019}s visits.",
    "A very young child: what daily life is like is known from the health visitor, who saw the child at home and at \
     play. The child now reaches out to both parents.",
    "The young person told two workers that nobody had asked before. What was said changed the plan: a bed of one\u{2019}s \
     own came first.",
];

/// What was discussed, case by case.
pub(super) const DISCUSSED: [&str; 3] = [
    "Agencies agree that the signs were there in autumn and were read together in spring. What changed it was one \
     worker who drew up a timeline.",
    "Work was good from the first visit. Health would have liked to be asked sooner.",
    "Agencies see this case differently. The plan was drawn up well and then drifted for ten weeks.",
];

/// What was learnt: which kind, in words, the place of its focus area, which agencies it is for (none is all).
pub(super) const LEARNT: [(Learnt, &str, usize, &[usize]); 6] = [
    (Learnt::GoodPractice, "A timeline on one page, kept by whoever knows the family best.", 0, &[]),
    (Learnt::GoodPractice, "Parents hold a copy of the graded tool and fill in part of it.", 1, &[0, 2]),
    (Learnt::GoodPractice, "School writes down what a child says in the child\u{2019}s own words.", 3, &[3]),
    (Learnt::AreaForDevelopment, "Missed appointments are read together, at least once a month.", 0, &[0, 2]),
    (Learnt::AreaForDevelopment, "A plan says what is to be different at home, and by when.", 2, &[]),
    (
        Learnt::AreaForDevelopment,
        "Who is not at a meeting hears of its decision within two days.",
        3,
        &[0, 1],
    ),
];

/// Texts of its papers, by key.
pub(super) const TEXTS: [(&str, &str); 5] = [
    (
        "voices",
        "Children told of cold rooms, of hunger at weekends, and of one adult who listened. Where somebody had asked, \
         the plan was another one.",
    ),
    ("happened_since", "The timeline on a page was shown to all teams in the month after the audit."),
    (
        "point_background",
        "Neglect is the reason named most often in the county\u{2019}s plans. The partnership asked four agencies to look \
         at three cases together.",
    ),
    (
        "point_do_now",
        "Set the last six months of one record side by side.\nAsk what a day is like, and write down the answer.\nTell \
         those who were not in the room.",
    ),
    (
        "point_find_out_more",
        "The graded tool and the one-page timeline are on the partnership\u{2019}s page.",
    ),
];

/// What is recommended.
pub(super) const RECOMMENDED: &str =
    "Use one graded tool for neglect in every agency, and give the parents a copy of it.";

/// How each agency took it back to its people; the last has not yet.
pub(super) const FED_BACK: [&str; 3] = [
    "Team meetings in all localities",
    "Briefing at the start of the shift",
    "Newsletter and a lunch-hour talk",
];
