//! The commands of figures and of what settings wrote, each once.

use serde_json::Value;

use super::call::Nothing;
use super::session::Session;
use super::views::{TableView, Written};
use super::{commands, figures, leaving, shown, signals, surveys, written};
use crate::error::Result;

commands! {
    "table.list" => figures::list: Nothing => Vec<figures::FiguresChoice>,
    "heat.show" => figures::heat: figures::HeatWanted => crate::analysis::heat::Heat,
    "heat.save" => figures::save_heat: figures::HeatSaved => Option<Written>,
    "table.show" => figures::show: figures::FiguresWanted => TableView,
    "table.copy" => figures::copy: figures::FiguresWanted => TableView,
    "table.save" => figures::save: figures::FiguresWanted => Option<Written>,
    "shown.copy" => leaving::copy: leaving::CopyWanted => leaving::Copied,
    "shown.save" => shown::save: shown::ListShown => Option<Written>,
    "figure.behind" => figures::look_behind: figures::behind::FigureChosen => figures::behind::BehindView,
    "comparison.list" => figures::comparisons: Nothing => Vec<figures::before::ComparisonLine>,
    "comparison.say" => figures::compare: figures::before::ComparisonSaid => Vec<figures::before::ComparisonLine>,
    "text.find" => written::find: written::find::TextSought => written::find::TextFound,
    "theme.list" => written::themes: Nothing => Vec<written::codes::ThemeLine>,
    "theme.save" => written::save_theme: written::codes::ThemeSaved => Vec<written::codes::ThemeLine>,
    "theme.remove" => written::remove_theme: written::codes::ThemeChosen => Vec<written::codes::ThemeLine>,
    "coding.set" => written::code: written::codes::TextCoded => Vec<written::codes::ThemeLine>,
    "coding.quote" => written::quote: written::quotes::QuoteChosen => Vec<written::quotes::QuoteLine>,
    "quote.list" => written::quotations: Nothing => Vec<written::quotes::QuoteLine>,
    "terms.show" => written::more_used: Nothing => written::terms::TermsView,
    "survey.take" => surveys::take: surveys::SurveyTaken => Option<surveys::SurveysView>,
    "survey.list" => surveys::list: Nothing => surveys::SurveysView,
    "survey.save" => surveys::save: surveys::SurveySaid => surveys::SurveysView,
    "survey.map" => surveys::map: surveys::ItemMapped => surveys::SurveysView,
    "survey.remove" => surveys::remove: surveys::SurveyChosen => surveys::SurveysView,
    "signals.show" => signals::show: Nothing => signals::SignalsView,
}
