//! Random rounds of a handful of settings or of some hundred, and every paper, table and sheet of them as others are given it.

use std::collections::{BTreeMap, BTreeSet};

use attest::analysis::between::{Beside, Earlier, matched};
use attest::analysis::grid::{Absent, Grid, GridRow, columns};
use attest::analysis::group::{By, Who};
use attest::analysis::judged::Caption;
use attest::analysis::quality::{self, Quality, Version, WayHere};
use attest::analysis::response::{Came, Event, Line};
use attest::analysis::returns::{self, Returns};
use attest::analysis::sharing::{SharedBefore, Sharing, Shown};
use attest::analysis::themes::{self, Spoken};
use attest::analysis::triangle::{Asked as Survey, Surveys};
use attest::analysis::{Table, matrix, questions, rises, standards};
use attest::publication::{Added, Recipe, Returned};
use attest::report::Document;
use attest::report::account::feedback::Sheets;
use attest::report::account::{Asked, Before, Ground, Own, Paper, compose, slides};
use attest::report::document::Section;
use attest::setting::SettingId;
use attest::submission::SubmissionId;
use attest::template::{QuestionId, Template};
use attest::text;
use uuid::Uuid;

/// So few are hidden.
pub const THRESHOLD: u32 = 5;
/// What the round before is called.
pub const BEFORE: &str = "2025/26";

/// Numbers that come again from the same seed.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// One number below this.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("it fits") % most
    }

    fn one<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.below(of.len())]
    }
}

/// Four standards of four questions that count, on two scales, and one that does not count.
pub fn template() -> Template {
    let level = |code: &str, meaning: &str| serde_json::json!({"code": code, "label": code, "definition": "", "meaning": meaning});
    let four = [level("e", "exceeds"), level("m", "met"), level("p", "partly"), level("n", "not_met")];
    let five = [
        level("m", "met"),
        level("y", "mostly"),
        level("p", "partly"),
        level("n", "not_met"),
        level("x", "not_applicable"),
    ];
    let standard = |place: usize| {
        let scale = if place.is_multiple_of(2) { "four" } else { "five" };
        let question = |it: usize| {
            let id = format!("q{place}.{it}");
            serde_json::json!({"id": id, "number": id, "text": format!("Question {id}"), "scale": scale, "duty": "must"})
        };
        serde_json::json!({"id": format!("s{place}"), "number": place.to_string(), "title": format!("Standard {place}"),
            "scored": place < 4, "questions": (0..4).map(question).collect::<Vec<_>>()})
    };
    serde_json::from_value(serde_json::json!({
        "id": "school", "version": "2025.1", "title": "Example audit", "publisher": "x", "audience": "school",
        "edition": "2025", "legal_position": "2025-09-01", "status": "unreviewed",
        "scales": [{"id": "four", "title": "Four", "levels": four}, {"id": "five", "title": "Five", "levels": five}],
        "standards": (0..5).map(standard).collect::<Vec<_>>(),
    }))
    .expect("a template")
}

/// The groups in which settings are; the more often one is named, the more settings are in it.
#[derive(Clone, Copy)]
pub struct Groups {
    phases: &'static [&'static str],
    statuses: &'static [&'static str],
    localities: &'static [&'static str],
    trusts: &'static [&'static str],
}

/// Of a handful of settings.
pub const FEW: Groups = Groups {
    phases: &["Primary", "Primary", "Secondary", ""],
    statuses: &["Academy", "Maintained", "Maintained"],
    localities: &["North", "North", "South", "East"],
    trusts: &["Trust one", "Trust two"],
};

/// Of some hundred settings: trusts from one school to thirty, and kinds of schools of which there are few.
#[rustfmt::skip]
pub const MANY: Groups = Groups {
    phases: &[
        "Primary", "Primary", "Primary", "Primary", "Primary", "Primary", "Primary", "Primary", "Primary", "Primary",
        "Secondary", "Secondary", "Secondary", "Secondary", "Special", "Nursery", "All-through", "",
    ],
    statuses: &["Academy", "Academy", "Academy", "Maintained", "Maintained", "Maintained", "Independent"],
    localities: &["North", "North", "North", "South", "South", "East", "East", "West", "Coast", "Hills"],
    trusts: &[
        "Trust A", "Trust A", "Trust A", "Trust A", "Trust A", "Trust A", "Trust A", "Trust A", "Trust B", "Trust B",
        "Trust B", "Trust B", "Trust B", "Trust C", "Trust C", "Trust C", "Trust D", "Trust D", "Trust D", "Trust E",
        "Trust E", "Trust F", "Trust F", "Trust G", "Trust G", "Trust H", "Trust I", "Trust J", "Trust K", "Trust L",
        "Trust M", "Trust N", "Trust O", "Trust P",
    ],
};

/// One return with random ratings, of a setting in some groups; most rate as most do, so that groups are often of one mind.
pub fn one(dice: &mut Dice, number: usize, groups: Groups) -> GridRow {
    let status = dice.one(groups.statuses).to_owned();
    let trust = if status == "Academy" { dice.one(groups.trusts) } else { "" }.to_owned();
    let id = Uuid::from_u128(u128::try_from(number).expect("it fits") + 1);
    let rating = |dice: &mut Dice| match dice.below(10) {
        0..4 => 4,
        4..7 => 5,
        7 => 6,
        8 => 7,
        _none => u8::try_from(dice.below(4)).expect("few"),
    };
    let ratings = (0..20).map(|_| rating(dice)).collect();
    let who = Who {
        name: format!("Example School {number}").into(),
        phase: dice.one(groups.phases).into(),
        status: status.into(),
        locality: dice.one(groups.localities).into(),
        trust: trust.into(),
    };
    GridRow { submission: SubmissionId(id), setting: SettingId(id), ratings, moderated: 0, who }
}

/// A round of so many returns; some of its questions were asked of a few.
pub fn grid(dice: &mut Dice, many: usize, groups: Groups) -> Grid {
    let mut rows: Vec<GridRow> = (0..many).map(|number| one(dice, number, groups)).collect();
    for column in 0..16 {
        if dice.below(4) == 0 {
            let judged = dice.below(8);
            rows.iter_mut().skip(judged).for_each(|row| row.ratings[column] = 1);
        }
    }
    let absent = |number: usize, dice: &mut Dice| {
        let GridRow { setting, who, .. } = one(dice, 900 + number, groups);
        Absent { setting, came: Came::Missing, submission: None, who }
    };
    let absent: Vec<Absent> = (0..dice.below(6)).map(|number| absent(number, dice)).collect();
    let expected = u32::try_from(rows.len() + absent.len()).expect("few");
    Grid { columns: columns(&template()), rows, expected, absent, outside: Vec::new() }
}

/// A round with the one before it, and what else its papers are made of.
pub struct Round {
    pub groups: Groups,
    pub template: Template,
    pub grid: Grid,
    pub before: Grid,
    caption: Caption,
    same: BTreeMap<QuestionId, Beside>,
    asked: Vec<Asked>,
    pub spoken: Vec<Spoken>,
    own: Own,
    surveys: Surveys,
    recipe: Recipe,
}

impl Round {
    pub fn new(dice: &mut Dice, groups: Groups, grid: Grid, before: Grid) -> Self {
        let template = template();
        let caption =
            Caption { round: "Round 2026/27".to_owned(), as_at: "2026-11-21".parse().expect("a date") };
        let with =
            |id: &QuestionId| Beside::With { then: id.clone(), number: id.to_string(), said: String::new() };
        let same = template.questions().map(|one| (one.id.clone(), with(&one.id))).collect();
        let speak = |name: &str, one_in: usize, dice: &mut Dice| Spoken {
            name: name.to_owned(),
            word: name.to_owned(),
            returns: grid.rows.iter().filter(|_| dice.below(one_in) == 0).map(|row| row.submission).collect(),
            ..Spoken::default()
        };
        let spoken = vec![speak("Attendance", 2, dice), speak("Online", 5, dice)];
        let own = Own { quality: known(&grid, dice, &caption), ..Own::default() };
        let survey = Survey {
            topic: "0 Standard 0".to_owned(),
            columns: (0..4).collect(),
            survey: "Staff".to_owned(),
            text: "I know whom to tell".to_owned(),
            share: (30, 40),
            before: None,
            panel: (0, 0),
            seen: 0,
        };
        Self {
            groups,
            asked: asked(&grid, &caption),
            recipe: recipe(&grid, &caption),
            surveys: Surveys { asked: vec![survey], earlier: None },
            same,
            spoken,
            own,
            template,
            grid,
            before,
            caption,
        }
    }

    /// The same some time later: what was known of a return is as it was.
    pub fn later(&self, dice: &mut Dice, grid: Grid) -> Self {
        let mut later = Self::new(dice, self.groups, grid, self.before.clone());
        later.own.quality.extend(self.own.quality.iter().map(|(id, known)| (*id, *known)));
        let was: BTreeSet<SubmissionId> = self.grid.rows.iter().map(|row| row.submission).collect();
        for (now, then) in later.spoken.iter_mut().zip(&self.spoken) {
            now.returns.retain(|id| !was.contains(id));
            now.returns.extend(then.returns.iter().copied());
        }
        later
    }

    /// The returns of it as they are kept when it is shared.
    pub fn returned(&self) -> Vec<Returned> {
        let short = |ratings: &[u8]| text::digest(ratings).chars().take(16).collect();
        let one = |row: &GridRow| Returned {
            submission: row.submission,
            revision: 1,
            ratings: short(&row.ratings),
            groups: By::ALL.iter().map(|by| by.of(&row.who).to_owned()).collect(),
            file: String::new(),
        };
        self.grid.rows.iter().map(one).collect()
    }

    fn earlier<'g>(&'g self, shared: &'g [SharedBefore]) -> Earlier<'g> {
        Earlier { label: BEFORE, grid: &self.before, questions: &self.same, shared }
    }

    /// Every paper that others may be given, the charts for slides, the feedback sheets, and every table that is shared.
    pub fn shared(&self, shown: Shown<'_>, then: &[SharedBefore]) -> Vec<Document> {
        let mut all = Vec::new();
        let headings: [(Paper, &str); 3] =
            [(Paper::Full, ""), (Paper::Full, "overview"), (Paper::Full, "thematic")];
        let others = Paper::ALL.into_iter().filter(|paper| !paper.is_in_full()).map(|paper| (paper, ""));
        for (paper, headings) in headings.into_iter().chain(others) {
            let added = Added { headings: headings.to_owned(), ..Added::default() };
            all.push(compose(paper, &self.ground((shown, then), &added)));
        }
        let added = Added::default();
        let ground = self.ground((shown, then), &added);
        let charts = slides(&ground).into_iter().fold(Section::new("Slides"), Section::chart);
        let tables = self.tables(shown, then).into_iter().fold(Section::new("Tables"), Section::table);
        all.push(Document { sections: vec![charts, tables], ..Document::default() });
        let (sizes, asked) = (BTreeMap::new(), BTreeSet::new());
        let sheets = Sheets::new(&ground, &self.grid, (&sizes, &asked));
        all.extend(sheets.all().into_iter().take(3).map(|whose| sheets.sheet(whose)));
        all
    }

    /// One table that slipped out as officers read it.
    pub fn slip(&self) -> Document {
        let by = By::Locality;
        let table = matrix::questions(&self.grid, &self.template, &self.caption, by, Shown::ToOfficers);
        Document { sections: vec![Section::new("Slip").table(table)], ..Document::default() }
    }

    /// What `table.copy`, `table.save` and `analyse --share` give.
    pub fn tables(&self, shown: Shown<'_>, then: &[SharedBefore]) -> Vec<Table> {
        let (grid, template, caption) = (&self.grid, &self.template, &self.caption);
        let earlier = self.earlier(then);
        let mut tables = vec![
            standards::results_beside(grid, template, caption, Some(&earlier), shown),
            questions::results_beside(grid, template, caption, Some(&earlier), shown),
            questions::ends(grid, template, caption, shown),
            rises::changes(grid, template, caption, &earlier, shown),
            matched(grid, template, caption, &earlier, shown),
        ];
        for by in By::ALL {
            tables.push(matrix::standards(grid, template, caption, by, shown));
            tables.push(matrix::questions(grid, template, caption, by, shown));
            tables.push(quality::table(grid, template, caption, (by, &self.own.quality), shown));
            let beside = (by, themes::Beside::Quotation);
            tables.push(themes::table(grid, template, caption, beside, &self.spoken, shown));
        }
        tables
    }

    fn ground<'g>(&'g self, (shown, then): (Shown<'g>, &'g [SharedBefore]), added: &'g Added) -> Ground<'g> {
        const FILES: &BTreeMap<SubmissionId, attest::intake::kept::CameFrom> = &BTreeMap::new();
        Ground {
            partnership: "Sampleton partnership",
            round: "2026/27",
            template: &self.template,
            grid: shown.grid(&self.grid),
            caption: &self.caption,
            shown,
            asked: &self.asked,
            first: self.caption.as_at - chrono::Duration::days(30),
            due: None,
            signs: "",
            chased: [1, 0, 0, 2],
            earlier: Some(Before { earlier: self.earlier(then), planned: &[] }),
            planned: &[],
            found: &[],
            rated: &[],
            spoken: &self.spoken,
            asked_for: &self.spoken,
            surveys: &self.surveys,
            own: &self.own,
            added,
            recipe: &self.recipe,
            files: FILES,
            people: "schools",
        }
    }

    /// The same with what counts settings.
    pub fn counting(&self, sharing: Sharing) -> Sharing {
        let of_returns = quality::counted(sharing.open(), &self.own.quality);
        sharing.counting(of_returns.into_iter().chain(themes::counted(self.spoken.iter())))
    }

    /// What is known of a return besides its ratings.
    pub fn quality(&self, of: SubmissionId) -> Quality {
        self.own.quality[&of]
    }
}

fn known(grid: &Grid, dice: &mut Dice, caption: &Caption) -> BTreeMap<SubmissionId, Quality> {
    let mut one = |row: &GridRow| {
        let quality = Quality {
            signed: (dice.below(4) > 0).then_some(caption.as_at),
            due: Some(caption.as_at - chrono::Duration::days(i64::try_from(dice.below(2)).expect("few"))),
            unbacked: u32::try_from(dice.below(3)).expect("few"),
            version: if dice.below(6) == 0 { Version::Another } else { Version::TheRounds },
            way: if dice.below(6) == 0 { WayHere::SentBack } else { WayHere::Straight },
        };
        (row.submission, quality)
    };
    grid.rows.iter().map(&mut one).collect()
}

fn asked(grid: &Grid, caption: &Caption) -> Vec<Asked> {
    let line = |who: &Who, by: By, came: Came| Line {
        group: by.of(who).to_owned(),
        due: Some(caption.as_at),
        setting: None,
        events: vec![Event { on: caption.as_at, came }],
    };
    let of = |by: By| {
        let here = grid.rows.iter().map(|row| line(&row.who, by, Came::Accepted));
        let gone = grid.absent.iter().map(|one| line(&one.who, by, Came::Missing));
        let lines = here.chain(gone).collect();
        let now = Returns { lines, day: caption.as_at, due: Some(caption.as_at), ..Returns::default() };
        let before = returns::Before { label: BEFORE.to_owned(), returns: now.clone() };
        let word = by.word();
        Asked { word: word[..1].to_uppercase() + &word[1..], now, before: Some(before) }
    };
    By::ALL.map(of).into()
}

fn recipe(grid: &Grid, caption: &Caption) -> Recipe {
    Recipe {
        earlier: Vec::new(),
        round: "2026/27".into(),
        tool: "Tool, version 1".into(),
        tool_digest: "t".into(),
        as_at: caption.as_at.to_string(),
        readers: "others".into(),
        threshold: THRESHOLD,
        expected: grid.expected,
        returns: Vec::new(),
        hidden: BTreeMap::new(),
        told: BTreeMap::new(),
        digest: "d".into(),
        sources: BTreeMap::new(),
        part: None,
        head: "HEAD".into(),
        program: "0".into(),
    }
}
