//! A template in a file: its canonical text under its key, never changed.
//!
//! Refuses to know: which round or setting uses it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Template, Way, digest, key, library, toml};
use crate::error::{Error, Result};
use crate::store::{Reader, Row, Tx, params};
use crate::text;

/// Templates that were read before, by the digest of their text: a click must not pay for reading one again.
static READ: Mutex<BTreeMap<String, Arc<Template>>> = Mutex::new(BTreeMap::new());

/// How many versions back a way is looked for: more would be a template that follows itself.
const MOST: usize = 40;

/// Puts a template in the file; the same version with other content is refused with the first difference.
pub fn keep(tx: &mut Tx<'_>, template: &Template) -> Result<()> {
    let text = toml::write(template);
    match stored(tx.reader(), &template.key())? {
        Some(there) if there == text => Ok(()),
        Some(there) => Err(differs(template, &there, &text)),
        None => tx.put(
            Row::new("template", template.key())
                .text("template_id", &template.id)
                .text("version", &template.version)
                .text("title", &template.title)
                .text("status", template.status.name())
                .text("digest", digest(template))
                .text("toml", text),
        ),
    }
}

/// The template that the file holds under a key (`school@2025.1`).
pub fn load(reader: Reader<'_>, key: &str) -> Result<Arc<Template>> {
    let text = stored(reader, key)?.ok_or_else(|| {
        Error::missing(format!("This file holds no template {key}."))
            .hint("Open the file that the audit was begun in.")
    })?;
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    let name = text::digest(text.as_bytes());
    if let Some(template) = read.get(&name) {
        return Ok(Arc::clone(template));
    }
    let template = toml::read(&text)
        .map_err(|_| Error::fault(format!("The template {key} in this file cannot be read.")))?;
    Ok(Arc::clone(read.entry(name).or_insert_with(|| Arc::new(template))))
}

/// The way from an earlier template of the file to another: every version between is looked for in the file and
/// among those that ship. Nothing where the two are not of one family.
pub fn way(reader: Reader<'_>, earlier: &str, now: &Arc<Template>) -> Result<Option<Way>> {
    let first = load(reader, earlier)?;
    if first.id != now.id {
        return Ok(None);
    }
    let mut versions = vec![Arc::clone(now)];
    let mut before = now.follows.clone();
    while let Some(version) =
        before.filter(|version| now.version != first.version && *version != first.version)
    {
        let Some(between) = known(reader, &key(&now.id, &version))? else { break };
        if versions.len() > MOST {
            break;
        }
        before = between.follows.clone();
        versions.push(between);
    }
    if now.version != first.version {
        versions.push(first);
    }
    versions.reverse();
    Ok(Some(Way::over(versions)))
}

/// A template that the file holds, or that ships.
fn known(reader: Reader<'_>, key: &str) -> Result<Option<Arc<Template>>> {
    if stored(reader, key)?.is_some() {
        return load(reader, key).map(Some);
    }
    Ok(library::find(key).map(|template| Arc::new(template.clone())))
}

/// The digest of the template that the file holds under a key; empty where it holds none.
pub fn digest_of(reader: Reader<'_>, key: &str) -> Result<String> {
    let sql = "SELECT digest FROM template WHERE id = ?1";
    Ok(reader.one(sql, params![key], |row| row.get(0))?.unwrap_or_default())
}

fn stored(reader: Reader<'_>, key: &str) -> Result<Option<String>> {
    reader.one("SELECT toml FROM template WHERE id = ?1", params![key], |row| row.get(0))
}

fn differs(template: &Template, there: &str, text: &str) -> Error {
    let (old, new) = there.lines().zip(text.lines()).find(|(old, new)| old != new).unwrap_or(("", ""));
    let shown = |line: &str| line.chars().take(80).collect::<String>();
    Error::state(format!(
        "Template {} is already in this file with other content: it says \u{201c}{}\u{201d}, the new one \u{201c}{}\u{201d}.",
        template.key(),
        shown(old),
        shown(new)
    ))
    .hint("Give the changed template a new version number.")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::store::{AuditFile, FileKind, Operation};
    use crate::template::library::shipped;
    use crate::world::FixedWorld;

    #[test]
    fn a_version_is_kept_once_and_never_changed() {
        let folder = tempfile::tempdir().expect("a folder");
        let world = FixedWorld::new("2026-11-01T09:00:00Z".parse().expect("a time"), 1);
        let mut file = AuditFile::create(&folder.path().join("a.attest"), FileKind::Setting, Arc::new(world))
            .expect("a file");
        let template = shipped()[0].template();
        let mut put = |template: &Template| {
            file.transact(Operation::ordinary("template.keep"), "", |tx| keep(tx, template))
        };
        put(template).expect("kept");
        put(template).expect("the same again is nothing new");
        let mut other = template.clone();
        other.title = "Changed title".to_owned();
        let refused = put(&other).expect_err("another content under the same version");
        assert!(refused.message.contains("Changed title"), "{}", refused.message);
        assert_eq!(load(file.reader(), &template.key()).as_deref(), Ok(template));
        assert!(load(file.reader(), "school@1").is_err());
    }
}
