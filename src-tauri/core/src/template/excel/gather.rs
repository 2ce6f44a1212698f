//! Rows of a workbook put together into one value of a template's shape, each place remembered by its path.
//!
//! Refuses to know: whether the value is sound.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value, json};

use super::form::Form;

/// A value as it grows, and where each part of it stands.
pub(super) struct Gathered {
    value: Value,
    /// Path to the cell in words; a path that is longer than any known stands where its beginning does.
    places: BTreeMap<String, String>,
    /// Sheet and id of an item to its path.
    known: HashMap<(&'static str, String), String>,
}

impl Gathered {
    pub fn new() -> Self {
        Self {
            value: json!({ "scales": [], "standards": [] }),
            places: BTreeMap::new(),
            known: HashMap::new(),
        }
    }

    /// Puts a value of the template's head.
    pub fn head(&mut self, key: &str, value: Option<Value>, place: String) {
        if let (Value::Object(head), Some(value)) = (&mut self.value, value) {
            head.insert(key.to_owned(), value);
        }
        self.places.insert(key.to_owned(), place);
    }

    /// Adds an item to a list, inside the item at a path or at the top; gives the item's own path.
    pub fn item(&mut self, form: &'static Form, inside: Option<&str>, item: Map<String, Value>) -> String {
        let name = form.list.last().copied().unwrap_or_default();
        let list = inside.map_or_else(|| name.to_owned(), |outer| format!("{outer}.{name}"));
        let id = item.get("id").and_then(Value::as_str).map(str::to_owned);
        let items = self.list(&list);
        items.push(Value::Object(item));
        let path = format!("{list}.{}", items.len() - 1);
        if let Some(id) = id {
            self.known.entry((form.sheet, id)).or_insert_with(|| path.clone());
        }
        path
    }

    /// Where the item with an id stands on a form's sheet.
    pub fn path_of(&self, form: &Form, id: &str) -> Option<&str> {
        self.known.get(&(form.sheet, id.to_owned())).map(String::as_str)
    }

    /// The ids that a form's sheet has.
    pub fn ids_of(&self, form: &Form) -> Vec<&str> {
        let here = self.known.keys().filter(|(sheet, _)| *sheet == form.sheet);
        let mut ids: Vec<&str> = here.map(|(_, id)| id.as_str()).collect();
        ids.sort_unstable();
        ids
    }

    /// Remembers where a part of the value stands.
    pub fn stands(&mut self, path: String, place: String) {
        self.places.insert(path, place);
    }

    /// Where a part stands; what has no cell of its own stands where its beginning does.
    pub fn place(&self, path: &str) -> Option<&str> {
        let mut path = path;
        loop {
            if let Some(place) = self.places.get(path) {
                return Some(place);
            }
            path = path.rsplit_once('.')?.0;
        }
    }

    /// The value that was put together.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// A list at a path, made where it is not there yet.
    pub fn list(&mut self, path: &str) -> &mut Vec<Value> {
        let mut here = &mut self.value;
        for part in path.split('.') {
            here = match part.parse::<usize>() {
                Ok(place) => &mut here[place],
                Err(_) => &mut here[part],
            };
        }
        if !here.is_array() {
            *here = json!([]);
        }
        here.as_array_mut().expect("it was made a list")
    }
}
