//! Rules 1 to 7: what the core must not know, must not write, must not open.

use super::source::{Source, below, core, none};

const CORE: &str = "src-tauri/core/src/";

/// A rule: these words stand in no file but the ones named.
struct Absence {
    rule: &'static str,
    words: &'static [&'static str],
    /// Where the rule holds (path prefixes below the core).
    within: &'static [&'static str],
    /// Where it does not, each for a reason that the rule states.
    except: &'static [&'static str],
}

const ABSENCES: &[Absence] = &[
    Absence {
        rule: "1: the core knows no window, no clock, no random source, no surroundings",
        words: &[
            "tauri",
            "SystemTime",
            "Instant::now",
            "Utc::now",
            "Local::now",
            "rand::rng()",
            "thread_rng",
            "getrandom",
            "from_os_rng",
            "std::env::",
            "env::var",
            "tokio",
            "async fn",
        ],
        within: &[""],
        except: &[],
    },
    Absence {
        rule: "2: the store knows rows, operations and versions, not the field",
        words: &[
            "QuestionId",
            "SubmissionId",
            "Template",
            "FROM answer",
            "FROM submission",
            "FROM setting",
            "FROM round",
        ],
        within: &["store/"],
        except: &[],
    },
    Absence {
        rule: "3: nothing writes a row except through tx.put and tx.remove",
        words: &["INSERT INTO", "INSERT OR", "UPDATE ", "DELETE FROM", "REPLACE INTO"],
        within: &[""],
        except: &["store/", "report/", "workbook/"],
    },
    Absence {
        rule: "4: only sheet opens a spreadsheet; worksheet_range is called nowhere",
        words: &["calamine::", "quick_xml::", "ZipArchive"],
        within: &[""],
        except: &["sheet/"],
    },
    Absence {
        rule: "4: worksheet_range can abort the process",
        words: &["worksheet_range"],
        within: &[""],
        except: &[],
    },
    Absence {
        rule: "5: rules, workbook, verdict, analysis and report writers see values, never a file",
        words: &["AuditFile", "store::", "Reader<", "Tx<", "rusqlite"],
        within: &["template/", "workbook/", "intake/verdict", "analysis/", "panel/sample", "report/"],
        // The template's own table; the grid, which alone reads across.
        except: &["template/keep.rs", "analysis/grid.rs", "analysis/grid/"],
    },
    Absence {
        rule: "6: a setting's own answer is written by submission alone",
        words: &["Row::new(\"answer\""],
        within: &[""],
        except: &["submission/"],
    },
    Absence {
        rule: "6: a moderated rating is a row of its own, written by panel alone",
        words: &["Row::new(\"moderated\""],
        within: &[""],
        except: &["panel/"],
    },
    Absence { rule: "7: only hosts use api", words: &["crate::api"], within: &[""], except: &["api/"] },
];

fn breaches(absence: &Absence, files: &[Source]) -> Vec<String> {
    let inside = |file: &Source, prefixes: &[&str]| {
        let path = file.path.trim_start_matches(CORE);
        prefixes.iter().any(|prefix| path.starts_with(prefix))
    };
    let held = files.iter().filter(|file| inside(file, absence.within) && !inside(file, absence.except));
    held.flat_map(|file| absence.words.iter().flat_map(|word| file.finds(word))).collect()
}

#[test]
fn every_rule_of_the_core_holds() {
    let files = core();
    for absence in ABSENCES {
        none(absence.rule, &breaches(absence, &files));
    }
}

#[test]
fn every_rule_of_the_core_broken_once_names_the_line() {
    for absence in ABSENCES {
        for word in absence.words {
            let path = format!("{CORE}{}planted.rs", absence.within[0]);
            let planted = Source::planted(&path, &format!("//! x\nfn f() {{ let _ = {word}; }}\n"));
            let found = breaches(absence, &[planted]);
            assert!(
                found.first().is_some_and(|line| line.starts_with(&format!("{path}:2:"))),
                "{}: {word}",
                absence.rule
            );
        }
    }
}

/// The tables each noun owns; its SQL stands nowhere else but in the grid.
const OWNERS: &[(&str, &[&str])] = &[
    ("template/", &["template"]),
    ("setting", &["setting", "identifier", "succession", "fact", "also_returns", "setting_contact"]),
    ("partnership/", &["partnership", "contact", "grouping", "grouping_name", "agency"]),
    ("round/", &["round", "round_date", "expected", "cut_off", "comparison", "list_columns"]),
    (
        "submission/",
        &[
            "submission",
            "answer",
            "state_event",
            "export",
            "evidence",
            "backing",
            "action",
            "growth",
            "review",
            "challenge",
        ],
    ),
    ("intake/", &["batch", "original", "remembered"]),
    ("own_workbook", &["own_workbook"]),
    ("case_audit/", &["case_audit", "audited_case", "case_note", "case_recommendation", "fed_back"]),
    ("dip_sample/", &["dip_sample", "dip_case"]),
    ("programme/", &["programme_entry"]),
    ("plan/", &["recommendation", "plan_action", "plan_update", "meeting", "matter"]),
    ("survey/", &["survey", "survey_item"]),
    ("theme/", &["theme", "coding"]),
    ("pack/", &["pack_round", "pack_given"]),
    (
        "panel/",
        &[
            "finding",
            "moderated",
            "rated",
            "sample",
            "sample_refusal",
            "pick",
            "panel_session",
            "panel_view",
            "panel_note",
            "agreed_action",
            "workshop",
            "workshop_challenge",
        ],
    ),
];

fn foreign_reads(files: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        let path = file.path.trim_start_matches(CORE);
        if path.starts_with("store/") || path.starts_with("analysis/grid") {
            continue;
        }
        for (owner, tables) in OWNERS.iter().filter(|(owner, _)| !path.starts_with(owner)) {
            for table in *tables {
                for verb in ["FROM ", "JOIN "] {
                    let hits = file.finds(&format!("{verb}{table}"));
                    let whole = hits.into_iter().filter(|hit| names_whole(hit, verb, table));
                    found.extend(whole.map(|hit| format!("{hit} (the table is {owner}'s)")));
                }
            }
        }
    }
    found
}

fn names_whole(hit: &str, verb: &str, table: &str) -> bool {
    hit.split(&format!("{verb}{table}"))
        .skip(1)
        .any(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
}

#[test]
fn each_noun_owns_the_sql_of_its_own_tables() {
    none("2: each noun owns its own table's SQL; analysis/grid alone reads across", &foreign_reads(&core()));
}

#[test]
fn a_read_of_another_nouns_table_is_named_by_line() {
    let planted =
        Source::planted(&format!("{CORE}panel/x.rs"), "//! x\nlet q = \"SELECT id FROM answer WHERE 1\";\n");
    let found = foreign_reads(&[planted]);
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("src-tauri/core/src/panel/x.rs:2:"));
}

#[test]
fn the_core_depends_on_no_host_and_no_async() {
    let manifest = below("src-tauri/core", &["Cargo.toml"]);
    for word in ["tauri", "tokio", "getrandom", "reqwest", "attest-cli", "attest-worker"] {
        none("1: the core's Cargo.toml", &manifest[0].finds(word));
    }
}
