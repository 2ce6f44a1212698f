//! The templates at hand: those that ship, and those that were opened or made since Attest was started.

use std::sync::Arc;

use super::super::session::Session;
use super::super::start;
use super::super::views::TemplateChoice;
use crate::error::{Error, Result};
use crate::template::library::{self, Shipped};
use crate::template::{ScaleId, Status, Template, toml, variant};
use crate::text;

/// What was opened or made, the latest last.
#[derive(Default)]
pub struct Shelf(Vec<Arc<Template>>);

/// Puts a template on the shelf; another one under the key of a template that ships is refused.
pub fn put(session: &Session, template: &Template) -> Result<()> {
    let key = template.key();
    if library::find(&key).is_some_and(|shipped| toml::write(shipped) != toml::write(template)) {
        return Err(Error::state(format!(
            "{key} ships with Attest, and this file says something else under that name."
        ))
        .hint("Give the edited template a version of its own."));
    }
    let mut shelf = session.shelf();
    shelf.0.retain(|other| other.key() != key);
    if library::find(&key).is_none() {
        shelf.0.push(Arc::new(template.clone()));
    }
    Ok(())
}

/// The template at hand under a key.
pub fn find(session: &Session, key: &str) -> Result<Arc<Template>> {
    let own = session.shelf().0.iter().find(|template| template.key() == key).cloned();
    own.or_else(|| library::find(key).map(|template| Arc::new(template.clone()))).ok_or_else(|| {
        Error::missing(format!("There is no template “{}” in Attest.", text::short(key)))
            .hint("Choose one of the templates on the first screen.")
    })
}

/// The template that an audit is begun with: on another scale if one was chosen, and never a preview unawares.
pub fn begun_with(
    session: &Session,
    key: &str,
    scale: Option<&str>,
    understood: Option<Status>,
) -> Result<Arc<Template>> {
    let template = find(session, key)?;
    if matches!(template.status, Status::Draft | Status::Preview) && understood != Some(template.status) {
        let message = format!("“{}” is a {} and not in force.", template.title, template.status.name());
        return Err(Error::state(message)
            .hint("Confirm that you want to use it all the same, or choose another template."));
    }
    match scale.filter(|scale| !scale.is_empty()) {
        Some(scale) => variant::with_scale(&template, &ScaleId::from(scale)).map(Arc::new),
        None => Ok(template),
    }
}

/// What was opened or made here.
pub fn own(session: &Session) -> Vec<Arc<Template>> {
    session.shelf().0.clone()
}

/// Whether a template was opened or made here.
pub fn is_own(session: &Session, key: &str) -> bool {
    session.shelf().0.iter().any(|template| template.key() == key)
}

/// Every template at hand, as it is chosen.
pub fn choices(session: &Session) -> Vec<TemplateChoice> {
    let own: Vec<TemplateChoice> = session.shelf().0.iter().map(|template| start::choice(template)).collect();
    library::shipped().iter().map(shipped).chain(own).collect()
}

fn shipped(shipped: &Shipped) -> TemplateChoice {
    start::shipped_choice(shipped)
}
