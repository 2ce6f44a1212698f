//! The canonical text: written by our own hand, so that a digest outlives every library.
//!
//! Refuses to know: how a template was written before.

use serde_json::{Map, Value};

use super::shape::{Key, Shape, TEMPLATE_KEYS};
use crate::template::Template;
use crate::text::normal;

/// The one text of a template.
pub(super) fn canonical(template: &Template) -> String {
    text_of(&serde_json::to_value(template).expect("a template is plain data"))
}

/// The text of a value that has the shape of a template, sound or not.
pub(super) fn text_of(value: &Value) -> String {
    let mut text = String::new();
    if let Value::Object(table) = value {
        write_table(&mut text, TEMPLATE_KEYS, table, "");
    }
    text
}

/// Lines first, then the tables inside, each under its heading.
fn write_table(text: &mut String, keys: &[Key], table: &Map<String, Value>, path: &str) {
    let said = |key: &&Key| table.get(key.name).is_some_and(|value| says_something(key, value));
    let (inside, lines): (Vec<&Key>, Vec<&Key>) =
        keys.iter().filter(said).partition(|key| is_headed(key.shape));
    for key in lines {
        text.push_str(&format!("{} = {}\n", key.name, line(&table[key.name])));
    }
    for key in inside {
        let path = if path.is_empty() { key.name.to_owned() } else { format!("{path}.{}", key.name) };
        write_inside(text, key.shape, &table[key.name], &path);
    }
}

fn write_inside(text: &mut String, shape: &Shape, value: &Value, path: &str) {
    match (shape, value) {
        (Shape::List(Shape::Table(keys)), Value::Array(items)) => {
            for item in items.iter().filter_map(Value::as_object) {
                text.push_str(&format!("\n[[{path}]]\n"));
                write_table(text, keys, item, path);
            }
        }
        (Shape::Map, Value::Object(entries)) => {
            text.push_str(&format!("\n[{path}]\n"));
            for (name, value) in entries {
                text.push_str(&format!("{} = {}\n", quoted(name), line(value)));
            }
        }
        (_, other) => text.push_str(&format!("{path} = {}\n", line(other))),
    }
}

fn is_headed(shape: &Shape) -> bool {
    matches!(shape, Shape::List(Shape::Table(_)) | Shape::Map)
}

/// An empty list of tables that must be there is a line, since it has no heading to stand under.
fn says_something(key: &Key, value: &Value) -> bool {
    match (key.shape, value) {
        (_, Value::Null) => false,
        (Shape::Flag(usual), Value::Bool(flag)) => flag != usual,
        (Shape::Text, Value::String(text)) => key.required || !normal(text).is_empty(),
        (_, Value::Array(items)) => !items.is_empty() || key.required,
        _ => true,
    }
}

fn line(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(items) => format!("[{}]", items.iter().map(line).collect::<Vec<_>>().join(", ")),
        Value::Bool(_) | Value::Number(_) | Value::Null | Value::Object(_) => value.to_string(),
    }
}

/// Text in quotes; text of several lines between three, as people read it.
fn quoted(text: &str) -> String {
    let text = normal(text).replace('\\', "\\\\").replace('"', "\\\"").replace('\t', "\\t");
    if text.contains('\n') { format!("\"\"\"\n{text}\"\"\"") } else { format!("\"{text}\"") }
}
