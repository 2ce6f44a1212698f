//! `attest analyse`: a table of a partnership's round, or all of them, printed or saved as workbooks.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use attest::api::views::{TableView, Written};
use attest::error::{Error, Kind, Result};
use attest::world::World;
use serde_json::{Value, json};

use crate::Status;
use crate::desk::Desk;
use crate::print::{Printer, table};

/// What is asked for.
pub struct Wanted {
    /// Which table.
    pub table: String,
    /// What settings are told apart by.
    pub by: String,
    /// Whom it is for: `officers` or `others`.
    pub readers: &'static str,
    /// As at the end of a past day, or at a past instant.
    pub as_at: Option<String>,
    /// The workbook to write; with all tables, the folder.
    pub out: Option<PathBuf>,
}

impl Wanted {
    fn request(&self, table: &str) -> Value {
        json!({ "table": table, "by": self.by, "readers": self.readers, "as_at": self.as_at })
    }
}

/// Prints one table, or saves it where that is said; what is printed for others has left the program, and is kept as shared.
pub fn one(world: Arc<dyn World>, file: &Path, wanted: &Wanted, printer: &mut Printer<'_>) -> Result<Status> {
    let desk = Desk::at(world, file)?;
    let Some(out) = &wanted.out else {
        let view: TableView = desk.ask("table.copy", wanted.request(&wanted.table))?;
        return printer.value(&view, table).map(|()| Status::Done);
    };
    let written = saved(&desk, &wanted.request(&wanted.table), out)?;
    printer.value(&written, |written| vec![format!("{}: {}", written.name, written.sentence)])?;
    Ok(Status::Done)
}

/// Saves every table that there is and that may be had so, each as a workbook in a folder.
pub fn all(world: Arc<dyn World>, file: &Path, wanted: &Wanted, printer: &mut Printer<'_>) -> Result<Status> {
    let desk = Desk::at(world, file)?;
    let folder = wanted.out.as_deref().ok_or_else(|| {
        Error::input("No folder was named for the tables.").hint("Name one with --out FOLDER.")
    })?;
    std::fs::create_dir_all(folder).map_err(|_| {
        Error::new(Kind::Disk, format!("The folder {} could not be made.", folder.display()))
            .hint("Choose another folder.")
    })?;
    let tables: Vec<Value> = desk.ask("table.list", json!({}))?;
    let may = |one: &&Value| {
        (wanted.readers == "officers" || one["restricted"] != json!(true))
            && (wanted.as_at.is_none() || one["past"] == json!(true))
    };
    let mut all = Vec::new();
    for name in tables.iter().filter(may).filter_map(|one| one["table"].as_str()) {
        let path = folder.join(format!("{}.xlsx", name.replace('_', "-")));
        all.push(saved(&desk, &wanted.request(name), &path)?);
    }
    printer.value(&all, |all| all.iter().map(|written| written.name.clone()).collect())?;
    Ok(Status::Done)
}

/// A table as it was shared before, made again as the file stood then.
pub fn again(
    world: Arc<dyn World>,
    file: &Path,
    (wanted, code): (&Wanted, &str),
    printer: &mut Printer<'_>,
) -> Result<Status> {
    let desk = Desk::at(world, file)?;
    let written: Vec<Value> = desk.ask("report.writings", json!({}))?;
    let is_it = |one: &&Value| {
        let part = (&one["part"]["name"], &one["part"]["by"]);
        let head = one["head"].as_str().unwrap_or_default();
        one["kind"] == "tables" && part == (&json!(wanted.table), &json!(wanted.by)) && head.starts_with(code)
    };
    let found = written.iter().find(is_it).ok_or_else(|| {
        Error::missing("No such table was shared in this round.")
            .hint("Leave the code away for the last one; name the table and what it is by as it was then.")
    })?;
    let out = wanted.out.as_deref().unwrap_or(file);
    let format = out.extension().and_then(|end| end.to_str()).unwrap_or("xlsx");
    if !["xlsx", "docx", "pdf", "html"].contains(&format) {
        return Err(Error::input(format!("A table is not made again as a file that ends in .{format}."))
            .hint("Name a file that ends in .xlsx, .docx, .pdf or .html."));
    }
    desk.next_dialog(out);
    let asked = json!({ "publication": found["id"], "format": format });
    let written: Option<Written> = desk.ask("report.again", asked)?;
    let written = written.ok_or_else(|| Error::fault("The table was not written."))?;
    printer.value(&written, |written| vec![format!("{}: {}", written.name, written.sentence)])?;
    Ok(Status::Done)
}

fn saved(desk: &Desk, request: &Value, path: &Path) -> Result<Written> {
    desk.next_dialog(path);
    let written: Option<Written> = desk.ask("table.save", request.clone())?;
    written.ok_or_else(|| Error::fault("The table was not written."))
}
