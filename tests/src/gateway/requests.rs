//! For each command a request that it could use, as far as one can be made without looking.

use attest::api::NAMES;
use serde_json::{Value, json};

use super::seat::{Seat, new_partnership, new_school, new_setting};

/// An id that nothing has.
pub const NOBODY: &str = "00000000-0000-7000-8000-000000000000";

/// A request for every command.
pub fn requests(seat: &Seat) -> Vec<(&'static str, Value)> {
    let round = seat.call("round.show", json!({})).map(|reply| reply.value).unwrap_or_default();
    let line = &round["settings"][0];
    let id = |value: &Value| value.as_str().unwrap_or(NOBODY).to_owned();
    let (submission, setting) = (id(&line["submission"]), id(&line["setting"]));
    let batch = json!({ "batch": id(&round["batches"][0]["id"]) });
    let question = first_question();
    let of = |name: &str| match name {
        "start.new_setting" => new_setting(),
        "start.new_partnership" => new_partnership(),
        "start.open_recent" | "start.forget_recent" | "file.restore" => json!({ "id": 99 }),
        "file.redact" => json!({ "text": "nowhere to be found" }),
        "home.facts" => json!({ "facts": { "academy": "yes" } }),
        "home.dates" => json!({ "governors": "2027-02-11", "due": "2027-02-27" }),
        "standard.show" => json!({ "standard": first_standard() }),
        "answer.rate" => json!({ "question": question, "level": "met" }),
        "answer.write" => json!({ "question": question, "field": "note", "text": "Kept in the office." }),
        "answer.flag" => json!({ "question": question, "flag": true }),
        "evidence.save" => {
            json!({ "title": "Minutes", "place": "Shared drive", "review": "2027-09-01", "questions": [question] })
        }
        "evidence.link" | "evidence.unlink" | "action.link" | "action.unlink" => {
            json!({ "id": NOBODY, "question": question })
        }
        "evidence.retire" | "evidence.restore" | "action.remove" | "challenge.remove" => {
            json!({ "id": NOBODY })
        }
        "action.save" => {
            json!({ "title": "Book a course", "due": "2027-03-01", "state": "under_way", "questions": [question] })
        }
        "action.review" => json!({ "id": NOBODY, "state": "done", "note": "Looked at." }),
        "challenge.save" => {
            json!({ "question": question, "asked_by": "Chair of governors", "text": "How do we know?", "on": "2027-01-14" })
        }
        "challenge.reply" => json!({ "id": NOBODY, "reply": "By sampling.", "replied_by": "DSL" }),
        "audit.choose" => json!({ "submission": submission }),
        "audit.add_setting" => added(),
        "audit.next_year" => json!({
            "submission": submission, "template": "school@2025.1", "round_label": "2027/28",
        }),
        "audit.compare" => json!({ "submissions": [submission] }),
        "audit.copy" => json!({
            "from": submission, "to": NOBODY, "questions": [question], "what": "texts",
        }),
        "answer.confirm" | "answer.history" => json!({ "question": question }),
        "search.find" => json!({ "text": "office" }),
        "register.add" => new_school(),
        "round.choose" => json!({ "round": NOBODY }),
        "round.save" => json!({
            "label": "2026/27", "opens": null, "due": "2027-02-28", "return_to": "", "instructions": "",
            "signs": "", "threshold": 5, "replacing": "until_due",
        }),
        "round.group_dates" => {
            json!({ "groups": [{ "by": "phase", "value": "Primary", "settings": [], "due": "2027-01-31" }] })
        }
        "round.state" => json!({ "state": "open" }),
        "round.add" => json!({ "label": "2027/28", "template": "school@2025.1", "due": null }),
        "round.add_question" => {
            json!({ "standard": first_standard(), "text": "Ours?", "kind": "rating" })
        }
        "round.remove_question" => json!({ "id": "local.sampleton.1" }),
        "register.list" => json!({ "filter": null, "kind": null }),
        "register.columns" => json!({ "columns": { "name": ["Name"] } }),
        "register.take" => json!({ "changes": [] }),
        "register.setting" | "register.ask" | "register.leave" => json!({ "setting": setting }),
        "register.edit" => json!({ "setting": setting, "name": "Example Primary School" }),
        "register.cover" => json!({ "setting": setting, "by": NOBODY, "reason": "" }),
        "register.close" => json!({ "setting": setting, "on": "2026-08-31", "reason": "" }),
        "register.extend" => json!({ "setting": setting, "until": "2027-03-31", "reason": "" }),
        "register.freeze" => json!({ "label": "Report" }),
        "partnership.save" => json!({ "name": "Sampleshire Safeguarding Partnership" }),
        "contact.save" => json!({ "role": "Chair", "name": "A. Person" }),
        "group.save" => json!({ "kind": "subgroup", "name": "Quality Assurance" }),
        "group.rename" => json!({ "id": NOBODY, "name": "Quality", "from": "2026-01-01" }),
        "agency.save" => json!({ "kind": "police", "name": "Sampleshire Police" }),
        "contact.remove" | "group.remove" | "agency.remove" => json!({ "id": NOBODY }),
        "register.exempt" => json!({ "setting": setting, "reason": "Closed in the summer." }),
        "intake.show"
        | "intake.accept_clean"
        | "intake.again"
        | "intake.folder_again"
        | "intake.withdraw" => batch.clone(),
        "intake.difference" => json!({ "before": NOBODY, "now": NOBODY }),
        "needs.answer" => json!({ "kind": "level", "given": "G", "meaning": "met" }),
        "needs.revoke" => json!({ "id": NOBODY }),
        "needs.unlock" => json!({ "original": NOBODY, "password": "one-two-three" }),
        "needs.settings" => json!({ "text": "Example" }),
        "intake.accept" | "return.check" | "return.accept" => json!({ "submissions": [submission] }),
        "return.show" => json!({ "submission": submission }),
        "return.send_back" => json!({
            "submission": submission, "reason": "One answer is unclear.", "questions": [[question, "Which policy?"]],
        }),
        "return.save_original" => json!({ "original": NOBODY }),
        "note.write" => json!({ "submission": submission, "question": question, "text": "Ring them." }),
        "note.remove" => json!({ "submission": submission, "note": NOBODY }),
        "sample.partnership" => json!({ "settings": 3, "seed": 7 }),
        "finding.record" => json!({
            "submission": submission, "question": question, "kind": "challenge", "text": "Said by the panel.",
            "agency": "health", "level": "partly", "reason": "Minutes show it.", "agreed": true,
        }),
        "table.show" | "table.copy" | "table.save" => json!({ "table": "standards", "as_at": "2026-11-20" }),
        "heat.save" => json!({ "choice": { "rows_by": "phase" }, "readers": "others", "format": "svg" }),
        "shown.copy" => json!({ "readers": "others" }),
        "shown.save" => json!({
            "title": "Signals", "caption": "Round 2026/27", "columns": [{ "label": "Setting" }], "rows": [[{ "text": "=1+1" }]],
        }),
        "figure.behind" => json!({ "figures": { "table": "questions" }, "row": 0, "column": 3 }),
        "comparison.say" => {
            json!({ "question": question, "verdict": "leave_out", "reason": "Asked otherwise." })
        }
        "return.unlock" | "start.unlock_workbook" => json!({ "password": "one-two-three" }),
        "return.take" => json!({ "theirs": [format!("answer/{question}/value")], "both": [] }),
        "sent_back.settle" => json!({ "question": question }),
        "share.write" => json!({ "standards": [first_standard()], "to": "Sam Sample", "by": "2027-02-01" }),
        "share.call_off" => json!({ "id": NOBODY }),
        "issue.preview" | "issue.try_one" => json!({ "setting": setting, "answers": "carried" }),
        "issue.write" => {
            json!({ "whom": "these", "settings": [setting], "answers": "blank", "understood": "unreviewed" })
        }
        "wording.show" => json!({ "kind": "reminder", "setting": setting }),
        "wording.save" => {
            json!({ "kind": "head", "name": "Head", "subject": "For {name}", "text": "Dear {head}" })
        }
        "wording.reset" => json!({ "kind": "head" }),
        "panel.begin" => json!({ "setting": setting, "plan": {} }),
        "panel.show" | "panel.hold" | "panel.close" | "panel.reopen" | "panel.remove" | "panel.reveal"
        | "panel.forms" => json!({ "session": NOBODY }),
        "panel.plan" => json!({ "session": NOBODY, "plan": { "starts": "10:00" } }),
        "panel.people" => json!({ "session": NOBODY, "people": [{ "name": "Alex Example" }] }),
        "panel.enquiries" => {
            json!({ "session": NOBODY, "enquiries": [{ "agency": "all", "text": "Why?" }] })
        }
        "panel.seen" => json!({ "session": NOBODY, "seen": [{ "what": "Log", "seen": true }] }),
        "panel.notes" => json!({ "session": NOBODY, "text": "A good hour." }),
        "panel.outcome" => json!({ "session": NOBODY, "outcome": {} }),
        "panel.refer" => json!({ "session": NOBODY, "on": "2026-11-20" }),
        "panel.view" => json!({ "session": NOBODY, "question": question, "sees": "agrees" }),
        "panel.note" => json!({ "session": NOBODY, "member": "Alex Example", "text": "Seen." }),
        "panel.note_remove" => json!({ "session": NOBODY, "note": NOBODY }),
        "panel.action" => json!({ "session": NOBODY, "title": "Date the log", "by_whom": "setting" }),
        "panel.action_remove" => json!({ "session": NOBODY, "action": NOBODY }),
        "panel.paper" => json!({ "session": NOBODY, "paper": "invitation", "format": "docx" }),
        "panel.member_pack" => json!({ "member": "Alex Example", "format": "docx" }),
        "panel.letters" => json!({ "sessions": [NOBODY] }),
        "dip_sample.begin" => json!({ "title": "Thresholds" }),
        "dip_sample.show" | "dip_sample.finish" | "dip_sample.reopen" | "dip_sample.remove" => {
            json!({ "sample": NOBODY })
        }
        "dip_sample.plan" => json!({
            "sample": NOBODY, "title": "Thresholds", "plan": { "cases": 5 }, "questions": [{ "text": "Was it right?" }],
        }),
        "dip_sample.draw" => json!({ "sample": NOBODY, "numbers": ["C-01"], "wanted": 1, "seed": "7" }),
        "dip_sample.add" => json!({ "sample": NOBODY, "numbers": ["C-01"] }),
        "dip_sample.answer" => json!({ "sample": NOBODY, "case": NOBODY, "answers": { "q1": "partly" } }),
        "dip_sample.remove_case" => json!({ "sample": NOBODY, "case": NOBODY }),
        "dip_sample.paper" => json!({ "sample": NOBODY, "format": "docx" }),
        "programme.show" => json!({ "from": "2026-09-01" }),
        "programme.save" => {
            json!({ "said": { "kind": "peer_review", "title": "Peers", "on": "2027-05-01" }, "every_months": 6, "times": 2 })
        }
        "programme.remove" => json!({ "id": NOBODY }),
        "programme.paper" => json!({ "format": "xlsx" }),
        "case_audit.begin" => json!({ "title": "Neglect", "tool": "case_audit@2026.1" }),
        "case_audit.show"
        | "case_audit.finish"
        | "case_audit.reopen"
        | "case_audit.remove"
        | "case_audit.forms"
        | "case_audit.extracts" => json!({ "audit": NOBODY }),
        "case_audit.plan" => json!({
            "audit": NOBODY, "title": "Neglect", "plan": { "cases": 4 }, "focus": [{ "name": "Prevention" }],
            "agencies": ["Police"],
        }),
        "case_audit.sittings" => json!({ "audit": NOBODY, "sittings": [{ "on": "2026-11-20" }] }),
        "case_audit.add_cases" => json!({ "audit": NOBODY, "numbers": ["C-01"] }),
        "case_audit.remove_case" | "case_audit.close_case" | "case_audit.reopen_case" => {
            json!({ "audit": NOBODY, "case": NOBODY })
        }
        "case_audit.discuss" => json!({ "audit": NOBODY, "case": NOBODY, "said": { "voice": "Felt safe." } }),
        "case_audit.note" => json!({
            "audit": NOBODY, "case": NOBODY, "item": "whole", "agency": "Police", "author": "Alex Example", "grade": "good",
        }),
        "case_audit.note_remove" => json!({ "audit": NOBODY, "note": NOBODY }),
        "case_audit.recommend" => json!({ "audit": NOBODY, "text": "Agree one chronology." }),
        "case_audit.points" => json!({ "audit": NOBODY, "points": [{ "text": "Seen alone." }] }),
        "case_audit.words" => json!({ "audit": NOBODY, "key": "voices", "text": "They felt heard." }),
        "case_audit.approve" => json!({ "audit": NOBODY, "by": "Executive" }),
        "case_audit.fed_back" => {
            json!({ "audit": NOBODY, "agency": "Police", "on": "2026-11-20", "by": "Alex Example" })
        }
        "case_audit.paper" | "case_audit.paper_show" => {
            json!({ "audit": NOBODY, "paper": "summary", "format": "docx" })
        }
        "finding.amend" => json!({ "finding": NOBODY, "further": {} }),
        "draw.preview" => json!({ "rules": { "strata": ["phase"], "size": { "share": 300 }, "minimum": 1 } }),
        "draw.make" => {
            json!({ "name": "Panels", "rules": { "strata": ["phase"], "size": { "number": 1 }, "minimum": 0 }, "seed": "7" })
        }
        "draw.decline" => json!({ "sample": NOBODY, "setting": setting, "reason": "Inspected." }),
        "draw.pick" => json!({ "setting": setting, "why": "asked", "reason": "It asked." }),
        "draw.unpick" => json!({ "pick": NOBODY }),
        "draw.write" => json!({ "sample": NOBODY, "format": "docx" }),
        "chase.history" => json!({ "setting": setting }),
        "chase.letters" => json!({ "kind": "reminder", "settings": [setting] }),
        "chase.spoken" => json!({ "setting": setting, "note": "On its way." }),
        "chase.extend" => {
            json!({ "settings": [setting], "until": "2027-03-14", "reason": "A later meeting." })
        }
        "chase.escalate" => json!({ "settings": [setting], "rung": "chair", "note": "No answer." }),
        "round_paper.show" => json!({ "paper": "response", "by": "locality", "on": "2026-11-20" }),
        "round_paper.write" => json!({ "paper": "non_return", "format": "docx" }),
        "sign_off.sign" => json!({ "step": "dsl", "name": "Alex Example", "meeting": null }),
        "sign_off.void" => json!({ "reason": "One answer has to be put right." }),
        "sign_off.compare" => json!({ "code": "WERC-8GMR-ZGE1-96QV-M" }),
        "papers.show" => json!({ "paper": "plan" }),
        "papers.write" => json!({ "paper": "plan", "format": "xlsx" }),
        "file.history" => json!({ "before_seq": 3 }),
        "answer.confirm_same" => json!({ "standard": first_standard() }),
        "template.show" => json!({ "key": "school@2025.1" }),
        "template.save" => json!({ "key": "school@2025.1", "form": "toml" }),
        "template.compare" => json!({ "earlier": "school@2025.1", "now": "school@2025.1" }),
        "template.try_out" => json!({
            "key": "school@2025.1", "facts": { "boarding": "yes" }, "answers": { "school.a1": "met" },
            "due": "2027-02-27",
        }),
        "template.adopt" => json!({ "base": "school@2025.1", "partnership": "Sampleton Partnership" }),
        "template.confirm" => json!({ "key": "school@2025.1", "rows": [] }),
        "report.show" => json!({ "paper": "full" }),
        "report.sentence" | "report.text" => {
            json!({ "paper": "full", "key": "nothing", "words": "Said otherwise." })
        }
        "report.arrange" => json!({ "paper": "full", "circulation": ["Executive"], "headings": "overview" }),
        "report.approve" => json!({ "paper": "executive", "by": "Alex Example" }),
        "report.write" => json!({ "paper": "executive", "format": "html" }),
        "report.check" => json!({ "publication": NOBODY }),
        "report.again" => json!({ "publication": NOBODY, "format": "xlsx" }),
        "chart.show" => json!({ "picture": "standards" }),
        "chart.write" => json!({ "picture": "standards", "format": "svg" }),
        "text.find" => json!({ "words": "office" }),
        "theme.save" => json!({ "id": null, "name": "Training" }),
        "theme.remove" => json!({ "id": NOBODY }),
        "coding.set" => {
            json!({ "submission": submission, "place": "note", "theme": NOBODY, "speaks": "of_it" })
        }
        "coding.quote" => {
            json!({ "submission": submission, "place": "note", "theme": NOBODY, "words": "Kept" })
        }
        "recommendation.save" => json!({
            "id": null, "said": { "text": "Train everybody.", "source": "panel", "theme": "Training", "stance": "accepted" },
        }),
        "recommendation.remove" | "plan.remove" | "meeting.hold" | "meeting.remove" => {
            json!({ "id": NOBODY })
        }
        "plan.save" => json!({
            "recommendation": NOBODY, "id": null, "said": { "title": "Hold three sessions", "due": "2027-03-01", "rag": null },
        }),
        "plan.update" => json!({ "id": NOBODY, "stage": "under_way", "text": "Begun." }),
        "plan.tracker_show" | "plan.tracker" => json!({ "meeting": null, "format": "docx" }),
        "plan.form" => json!({ "agency": "Health" }),
        "meeting.save" => json!({ "id": null, "said": { "group": NOBODY, "on": "2026-11-21" } }),
        "meeting.matter" => json!({
            "id": null,
            "said": { "meeting": NOBODY, "action": null, "kind": "decision", "text": "Agreed.", "due": null, "replied_on": null },
        }),
        "survey.take" => json!({ "answerers": "pupils" }),
        "survey.save" => {
            json!({ "id": NOBODY, "name": "Pupils", "answerers": "pupils", "on": "2026-11-20" })
        }
        "survey.map" => json!({ "item": NOBODY, "about": { "to": "nothing" }, "leanings": ["for"] }),
        "survey.remove" => json!({ "id": NOBODY }),
        "register.people" => json!({
            "setting": setting, "people": { "author": { "name": "Drew Sample" }, "substitute": { "name": "Ash Example" } },
        }),
        "register.also" => json!({ "setting": setting, "partnerships": ["Exampleton Partnership"] }),
        "workshop.save" => json!({
            "plan": { "kind": "peer_review", "name": "Peer review", "on": "2027-03-02", "each": 1, "takers": [setting, NOBODY] },
            "seed": "7",
        }),
        "workshop.remove" | "workshop.sessions" | "workshop.forms" => json!({ "workshop": NOBODY }),
        "workshop.paper" => json!({ "workshop": NOBODY, "paper": "allocation", "format": "docx" }),
        "workshop.challenge" => {
            json!({ "workshop": NOBODY, "setting": setting, "by": "Chair", "text": "How do you know?" })
        }
        "workshop.challenge_remove" => json!({ "workshop": NOBODY, "id": NOBODY }),
        "pack.write" => json!({ "rounds": [NOBODY], "naming": "nameless", "to": "Exampleton" }),
        "pack.remove" => json!({ "round": NOBODY }),
        "merged.show" | "merged.copy" => json!({ "rounds": [NOBODY], "readers": "others" }),
        "merged.write" => json!({ "rounds": [NOBODY], "format": "docx" }),
        "preferences.set" => json!({ "theme": "dark", "single_keys": false, "text_size": 115 }),
        _ => json!({}),
    };
    NAMES.iter().map(|name| (*name, of(name))).collect()
}

fn added() -> Value {
    json!({
        "template": "school@2025.1", "name": "Sampleton Infant School", "kind": "school",
        "identifiers": {}, "round_label": "2026/27",
    })
}

fn template() -> &'static attest::template::Template {
    attest::template::library::find("school@2025.1").expect("it ships")
}

fn first_question() -> String {
    template().questions().next().expect("it asks something").id.to_string()
}

fn first_standard() -> String {
    template().standards[0].id.to_string()
}
