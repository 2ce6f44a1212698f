//! The 7-point briefing and the learning summary: written by people under fixed headings, locked until approved.
//!
//! Refuses to know: figures, but those that set the scene.

use super::chapters::texted;
use super::ground::Ground;
use crate::analysis::judged::response as response_said;
use crate::report::document::Section;

/// The seven points, by key.
pub(in crate::report) const POINTS: &[&str] = &[
    "point_background",
    "point_looked_at",
    "point_working_well",
    "point_to_improve",
    "point_happened_since",
    "point_do_now",
    "point_find_out_more",
];

/// Over each point.
pub(in crate::report) const HEADINGS: [&str; 7] = [
    "1. Background",
    "2. What we looked at",
    "3. What is working well",
    "4. What needs to improve",
    "5. What has happened since",
    "6. What to do now",
    "7. Where to find out more",
];

/// The three parts of a learning summary, by key.
pub(in crate::report) const SUMMARY: &[&str] = &["good_practice", "areas_for_development", "happened_since"];

/// Over each part.
pub(in crate::report) const PARTS: [&str; 3] =
    ["Summary of Good Practice", "Summary of Areas for Development", "What\u{2019}s happened since?"];

/// Seven points.
pub(super) fn seven_points(ground: &Ground<'_>) -> Vec<Section> {
    let point = |(key, heading): (&&str, &str)| {
        let section = Section::new(heading).heading(heading);
        match (ground.text(key), *key) {
            (Some(_), _) => texted(section, ground, key),
            (None, "point_looked_at") => section.text(looked_at(ground)),
            (None, _) => section.text("Nobody has written this point yet."),
        }
    };
    ended(POINTS.iter().zip(HEADINGS).map(point).collect(), ground)
}

/// Good practice, areas for development, what happened since.
pub(super) fn summary(ground: &Ground<'_>) -> Vec<Section> {
    let part = |(key, heading): (&&str, &str)| {
        let section = Section::new(heading).heading(heading);
        if ground.text(key).is_some() {
            texted(section, ground, key)
        } else {
            section.text("Nobody has written this part yet.")
        }
    };
    ended(SUMMARY.iter().zip(PARTS).map(part).collect(), ground)
}

/// With its recipe in a line at the end.
fn ended(mut sections: Vec<Section>, ground: &Ground<'_>) -> Vec<Section> {
    if let Some(last) = sections.pop() {
        sections.push(last.text(ground.printed().line()));
    }
    sections
}

fn looked_at(ground: &Ground<'_>) -> String {
    format!("{}, {}. {} Self-assessed.", ground.template.title, ground.round, response_said(ground.grid))
}

/// Whether every part has been written that a person has to write.
pub fn is_whole(ground: &Ground<'_>, keys: &[&str]) -> bool {
    keys.iter().all(|key| *key == "point_looked_at" || ground.text(key).is_some())
}
