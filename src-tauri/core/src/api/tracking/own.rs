//! What papers and tables say of the partnership's own work: its plan now and then, good practice, what was decided.
//!
//! Refuses to know: how it is laid out.

use chrono::NaiveDate;

use crate::analysis::judged::{Caption, caption_of_round};
use crate::analysis::practice::Practice;
use crate::analysis::{Grid, Table, chased};
use crate::api::chasing::Chasing;
use crate::api::drawing;
use crate::api::figures::gather;
use crate::error::Result;
use crate::panel::{FindingKind, finding};
use crate::plan::meeting::last_held;
use crate::plan::recommendation::{self, Stance};
use crate::plan::standing::{Standing, standing};
use crate::plan::{matter, raised};
use crate::report::account::Own;
use crate::round::Round;
use crate::setting::SettingId;
use crate::store::{AuditFile, Reader};
use crate::submission;
use crate::template::Template;

/// All of it, for a round that was gathered.
pub(in crate::api) fn own(file: &AuditFile, chasing: &Chasing) -> Result<Own> {
    let (reader, today, template, round) = (file.reader(), chasing.today, &chasing.template, &chasing.round);
    let mut recommendations = recommendation::all(reader)?;
    recommendations.retain(|one| one.round == round.id || one.said.stance == Stance::Waiting);
    Ok(Own {
        plan: standing(reader, today)?,
        before: before(reader, round, today)?,
        recommendations,
        matters: matter::all(reader)?,
        practice: practice(reader, (round, template), &|id| Ok(chasing.name(id).to_owned()))?,
        not_returned: not_returned(chasing),
        samples: drawing::papers(file, chasing)?,
        drawn: drawing::balances(reader, round.id, &of_round(chasing))?,
        quality: gather::quality(reader, round, (template, &Grid::read(reader, round.id, template)?))?,
        numbers: gather::numbers(reader, round, template)?,
        themes: raised::all(reader)?,
    })
}

/// T18; none where everybody has returned.
fn not_returned(chasing: &Chasing) -> Option<Table> {
    let (lines, expected) = gather::missing(chasing);
    (!lines.is_empty()).then(|| chased::log(&lines, expected, &of_round(chasing), chasing.today))
}

/// Of which round and tool, as at which day.
fn of_round(chasing: &Chasing) -> String {
    let round = format!("Round {}", chasing.round.label);
    caption_of_round(&chasing.template, &Caption { round, as_at: chasing.today })
}

/// The plan as it stood at the last meeting before the round opened; at the last before today where there was none.
pub(in crate::api) fn before(
    reader: Reader<'_>,
    round: &Round,
    today: NaiveDate,
) -> Result<Option<(NaiveDate, Vec<Standing>)>> {
    let opened = round.opens.map(|opened| last_held(reader, opened)).transpose()?.flatten();
    let last = match opened {
        Some(held) => Some(held),
        None => last_held(reader, today)?,
    };
    Ok(last.and_then(|held| Some((held.said.on, held.snapshot?.actions))))
}

/// The good practice that panels found in a round.
pub(in crate::api) fn practice(
    reader: Reader<'_>,
    (round, template): (&Round, &Template),
    name: &dyn Fn(SettingId) -> Result<String>,
) -> Result<Vec<Practice>> {
    let found = finding::of_round(reader, round.id)?;
    let good = found.into_iter().filter(|one| one.kind == FindingKind::GoodPractice);
    let of = |one: finding::Finding| -> Result<Practice> {
        let about = template.standards.iter().find(|standard| {
            one.further.standard.as_ref() == Some(&standard.id)
                || standard.questions.iter().any(|question| Some(&question.id) == one.question.as_ref())
        });
        Ok(Practice {
            text: one.text,
            standard: about.map(|it| format!("{} {}", it.number, it.title)).unwrap_or_default(),
            setting: name(submission::load(reader, one.submission)?.setting)?,
            of: one.submission,
            permission: one.further.permission,
            by: one.further.permission_by,
        })
    };
    good.map(of).collect()
}
