//! Writes numbered rows to a file and prints each number once it is acknowledged: `writer FILE [HOW_MANY]`.
//!
//! Killed by the soak and run without rights by the fault tests; a refusal is printed and ends it with 2.
#![allow(clippy::print_stdout, reason = "what is acknowledged is told to the test by printing")]

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use attest::error::Result;
use attest::store::{AuditFile, FileKind, Operation, Row};
use attest::world::FixedWorld;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().collect();
    let count = words.get(2).and_then(|word| word.parse().ok()).unwrap_or(u32::MAX);
    match write(Path::new(&words[1]), count) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("refused: {error} {}", error.hint);
            ExitCode::from(2)
        }
    }
}

fn write(path: &Path, count: u32) -> Result<()> {
    let now = "2027-05-03T09:00:00Z".parse().expect("a time");
    let world = Arc::new(FixedWorld::new(now, u64::from(std::process::id())));
    let mut file = if path.exists() {
        AuditFile::open(path, world)?
    } else {
        AuditFile::create(path, FileKind::Setting, world)?
    };
    let held =
        file.reader().one("SELECT count(*) FROM setting", [], |row| row.get::<_, u32>(0))?.unwrap_or(0);
    for number in held..held.saturating_add(count) {
        file.transact(Operation::ordinary("setting.add"), "", |tx| {
            let name =
                format!("Example {number} {}", "School ".repeat(usize::try_from(number % 40).unwrap_or(0)));
            tx.put(Row::new("setting", number).text("kind", "school").text("name", name))
        })?;
        println!("{number}");
        // Without a listener there is nobody to acknowledge to.
        let _ = std::io::stdout().flush();
    }
    Ok(())
}
