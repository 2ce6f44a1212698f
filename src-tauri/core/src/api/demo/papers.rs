//! What the sample's partnership wrote into its papers: what figures cannot say.
//!
//! It names no figure, so that nothing in it can grow old. Refuses to know: how a paper is composed.

use crate::error::Result;
use crate::publication::{ARRANGE, WORDS, arrange, put_text};
use crate::report::account::Paper;
use crate::round::RoundId;
use crate::store::AuditFile;

const INTRODUCTION: &str = "This is what schools told the partnership in this year\u{2019}s safeguarding \
    self-assessment. The round is still open: the figures are of the day named above, and they will be made again \
    after the last date.";
const STRENGTHS: &str = "- The role of the safeguarding lead is clear in most schools: who leads, who stands in, and \
    how much time there is for it.\n- Policies are read and known, and not only kept.\n- Checks before people start \
    work are in good order.";
const AREAS: &str = "- Filtering and monitoring is done by those who run the network more than by those who know the \
    pupils.\n- Small worries about adults are not always written down.\n- Records of pupils who move in the middle of \
    a year come late.";
const RECOMMENDATIONS: &str = "- Name one contact in each agency for the records of pupils who move.\n- Offer a short \
    session on small worries about adults to every school before the summer.\n- Ask each school to test its filter \
    with its safeguarding lead in the room.";
const NEXT_STEPS: &str = "- Every school whose return counts gets a feedback sheet of its own.\n- Panels meet the \
    schools that were drawn, and those picked by hand.\n- The recommendations go to the next meeting of the \
    Executive, and into the plan.";
const TOLD: &str = "Two officers read what schools wrote and coded it by theme. A theme counts a school once, \
    however often it speaks of it.";
const PANELS: &str = "A panel is three people: police, health and the local authority. A session lasts ninety \
    minutes. The panel\u{2019}s view stands beside the school\u{2019}s own rating and never in its place.";
const VOICES: &str = "Staff, pupils and practitioners were asked in the same term. People and schools are two \
    different things to count: a gap is a reason to ask, and no result.";
const IMPACT: &str = "After the last round the partnership paid for training on filtering and monitoring and wrote a \
    guide to keeping a log of small worries. Whether that helped is asked six months later, in the survey of staff and \
    in the panels.";
const SAMPLE: &str = "Schools for the panels were drawn by chance within their phase; the draw can be made again from \
    its number. Those picked by hand stand apart from them and are in no rate of the sample.";
const CONCERNS: &str = "- Response of independent schools: reminders were sent, and one school is being spoken to.\n- \
    Pupils in alternative provision: fewer schools than elsewhere can say who checks on them each day.";

type Texts = &'static [(&'static str, &'static str)];

const PAPERS: [(Paper, Texts); 8] = [
    (
        Paper::Full,
        &[
            ("introduction", INTRODUCTION),
            ("strengths", STRENGTHS),
            ("areas", AREAS),
            ("told", TOLD),
            ("panels", PANELS),
            ("voices", VOICES),
            ("impact", IMPACT),
            ("recommendations", RECOMMENDATIONS),
            ("next_steps", NEXT_STEPS),
            ("sample", SAMPLE),
        ],
    ),
    (Paper::Executive, &[("recommendations", RECOMMENDATIONS)]),
    (Paper::DslBriefing, &[("strengths", STRENGTHS), ("areas", AREAS), ("next_steps", NEXT_STEPS)]),
    (Paper::Governors, &[("introduction", INTRODUCTION), ("next_steps", NEXT_STEPS)]),
    (Paper::Public, &[("introduction", INTRODUCTION), ("next_steps", NEXT_STEPS)]),
    (
        Paper::Assurance,
        &[
            ("introduction", INTRODUCTION),
            ("concerns", CONCERNS),
            ("impact", IMPACT),
            ("recommendations", RECOMMENDATIONS),
        ],
    ),
    (
        Paper::SevenPoints,
        &[
            (
                "point_background",
                "Each year every school in the county looks at its own safeguarding and sends the partnership what it \
                 finds.",
            ),
            ("point_working_well", STRENGTHS),
            ("point_to_improve", AREAS),
            ("point_happened_since", IMPACT),
            (
                "point_do_now",
                "- Ask a colleague what they would do if a pupil got round the filter.\n- Write the next small worry \
                 down, however small.\n- Ring the school that a new pupil came from.",
            ),
            (
                "point_find_out_more",
                "The partnership\u{2019}s page holds the public summary, and the guide to a log of small worries.",
            ),
        ],
    ),
    (
        Paper::Learning,
        &[("good_practice", STRENGTHS), ("areas_for_development", AREAS), ("happened_since", IMPACT)],
    ),
];

/// Writes the texts, and to whom the two longest papers go.
pub(super) fn written(file: &mut AuditFile, round: RoundId) -> Result<()> {
    for (paper, texts) in PAPERS {
        file.transact(WORDS, paper.title(), |tx| {
            texts.iter().try_for_each(|(key, words)| put_text(tx, (round, paper.code()), key, words))
        })?;
    }
    let circulation = ["Executive of the partnership", "Chairs of the subgroups", "Independent scrutineer"];
    for paper in [Paper::Full, Paper::Executive] {
        file.transact(ARRANGE, paper.title(), |tx| {
            arrange(tx, (round, paper.code()), &circulation.map(str::to_owned), "")
        })?;
    }
    Ok(())
}
