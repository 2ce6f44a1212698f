//! `attest sample`: the settings that panels meet, drawn by rules and a seed that are kept; the same as the window's.

use std::sync::Arc;

use attest::api::drawing::{DrawView, PreviewView, SampleView, StratumView};
use attest::error::{Error, Result};
use attest::panel::sample::{Base, Bearing, Criterion, Rule, Rules, Seat, Size, Trait};
use attest::world::World;
use serde_json::json;

use crate::Status;
use crate::arguments::SampleArguments;
use crate::desk::Desk;
use crate::print::{Printer, table};

/// Runs `attest sample`.
pub fn run(world: Arc<dyn World>, wanted: &SampleArguments, printer: &mut Printer<'_>) -> Result<Status> {
    let rules = rules(wanted)?;
    let desk = Desk::at(world, &wanted.file)?;
    if wanted.preview {
        let view: PreviewView = desk.ask("draw.preview", json!({ "rules": rules }))?;
        printer.value(&view, previewed)?;
        return Ok(Status::Done);
    }
    let view: DrawView = if wanted.show {
        desk.ask("draw.show", json!({}))?
    } else {
        desk.ask("draw.make", json!({ "name": wanted.name, "rules": rules, "seed": wanted.seed }))?
    };
    let sample = view.samples.first().ok_or_else(|| {
        Error::missing("No sample was drawn in this round.").hint("Run it without --show to draw one.")
    })?;
    printer.value(sample, words)?;
    Ok(if sample.same_again { Status::Done } else { Status::Problems })
}

fn rules(wanted: &SampleArguments) -> Result<Rules> {
    let size = match wanted.number {
        Some(number) => Size::Number(number),
        None => Size::Share(share(&wanted.share)?),
    };
    let strata = wanted.by.iter().filter(|by| *by != "none").map(|by| named(by)).collect::<Result<_>>()?;
    let mut rules: Vec<Rule> = wanted.leave_out.iter().map(|typed| left_out(typed)).collect::<Result<_>>()?;
    rules.extend(wanted.not_met_within.map(|years| Rule {
        bearing: Bearing::LeavesOut,
        of: Criterion::MetWithin(years),
        reason: format!("Met by a panel within {years} years"),
    }));
    Ok(Rules {
        base: if wanted.returned { Base::Returned } else { Base::Register },
        rules,
        strata,
        merge_below: wanted.merge_below,
        size,
        minimum: wanted.minimum,
        cycle: wanted.cycle,
        ..Rules::default()
    })
}

/// A share in per cent as hundredths of one: `2.5` is 250.
fn share(typed: &str) -> Result<u32> {
    let wrong = || {
        Error::input(format!("\u{201c}{typed}\u{201d} is not a share in per cent."))
            .hint("Type one such as 3 or 2.5.")
    };
    let (whole, part) = typed.trim().trim_end_matches('%').split_once('.').unwrap_or((typed.trim(), "0"));
    let part: String = part.chars().chain("00".chars()).take(2).collect();
    let whole: u32 = whole.trim_end_matches('%').trim().parse().map_err(|_| wrong())?;
    let part: u32 = part.parse().map_err(|_| wrong())?;
    whole.checked_mul(100).and_then(|whole| whole.checked_add(part)).ok_or_else(wrong)
}

fn named(typed: &str) -> Result<Trait> {
    Trait::named(typed).ok_or_else(|| {
        Error::input(format!("\u{201c}{typed}\u{201d} is nothing that groups are made by.")).hint(
            "Use phase, status, locality, trust, kind, size, rating, \u{201c}fact nursery\u{201d} or none.",
        )
    })
}

/// `status=Independent: reason`.
fn left_out(typed: &str) -> Result<Rule> {
    let parts = typed.split_once('=').and_then(|(by, rest)| Some((by, rest.split_once(':')?)));
    let Some((by, (value, reason))) = parts else {
        return Err(Error::input(format!("\u{201c}{typed}\u{201d} does not say whom to leave out and why."))
            .hint("Write it as status=Independent: the reason."));
    };
    let of = Criterion::Is(named(by.trim())?, value.trim().to_owned());
    Ok(Rule { bearing: Bearing::LeavesOut, of, reason: reason.trim().to_owned() })
}

fn previewed(view: &PreviewView) -> Vec<String> {
    let mut lines = vec![format!("{} of {} who could be drawn.", view.places, view.population)];
    lines.extend(view.strata.iter().map(group));
    lines.extend(view.remarks.iter().cloned());
    lines
}

fn group(one: &StratumView) -> String {
    format!("  {}: {} of {}", one.name, one.places, one.population)
}

fn words(sample: &SampleView) -> Vec<String> {
    let mut lines = vec![
        format!("{}, drawn by {}, seed {}.", sample.name, sample.who, sample.seed),
        format!(
            "Frame of {}: {} on the register, {} could be drawn.",
            sample.on, sample.register, sample.population
        ),
        if sample.same_again {
            "Drawn again just now from its frame, rules and seed: the same list.".to_owned()
        } else {
            "Drawn again just now, the list differs from the one that was kept.".to_owned()
        },
    ];
    for stratum in &sample.strata {
        lines.push(group(stratum));
        let of = sample.chosen.iter().filter(|chosen| chosen.stratum == stratum.name);
        lines.extend(of.map(|chosen| {
            let seat = match &chosen.seat {
                Seat::Drawn => String::new(),
                Seat::Reserve(of) => format!(" (in the place of {of})"),
                Seat::Declined(reason, _) => format!(" (not met: {reason})"),
            };
            format!("    {}. {}{seat}", chosen.place, chosen.name)
        }));
        let reserves: Vec<&str> = stratum.reserves.iter().map(|one| one.name.as_str()).collect();
        lines.push(format!(
            "    Reserves: {}",
            if reserves.is_empty() { "none".to_owned() } else { reserves.join("; ") }
        ));
    }
    lines.extend(sample.remarks.iter().cloned());
    lines.extend(table(&sample.balance));
    lines
}
