//! The words of the history: what was done, to which field, and what a code in a row says to a person.
//!
//! Refuses to know: files.

/// What was done, by the operation's name.
const DONE: &[(&str, &str)] = &[
    ("submission.begin", "Audit begun"),
    ("audit.next_year", "Next year\u{2019}s audit begun"),
    ("own_workbook.keep", "The partnership\u{2019}s own workbook kept"),
    ("own_workbook.write", "The partnership\u{2019}s own workbook filled in"),
    ("audit.copy", "Answers copied from another school"),
    ("sample.fill", "Made-up answers of the sample"),
    ("home.facts", "Facts about the setting"),
    ("home.dates", "Dates"),
    ("answer.rate", "Rating"),
    ("answer.write", "Text"),
    ("answer.flag", "Flag"),
    ("answer.confirm", "Answer confirmed"),
    ("answer.confirm_same", "Unchanged answers confirmed together"),
    ("evidence.save", "Evidence"),
    ("evidence.link", "Evidence put behind an answer"),
    ("evidence.unlink", "Evidence taken from an answer"),
    ("evidence.retire", "Evidence no longer used"),
    ("evidence.restore", "Evidence used again"),
    ("action.save", "Action"),
    ("action.bring", "Agreed actions brought in"),
    ("action.review", "Action reviewed"),
    ("action.link", "Action linked to an answer"),
    ("action.unlink", "Action taken from an answer"),
    ("action.remove", "Action removed"),
    ("challenge.save", "Governor\u{2019}s challenge"),
    ("challenge.reply", "Reply to a challenge"),
    ("challenge.remove", "Challenge removed"),
    ("sign_off.sign", "Signed"),
    ("sign_off.void", "Sign-off taken back"),
    ("return.write", "Return written as a workbook"),
    ("return.take", "Taken from a workbook that was read back"),
    ("share.write", "Section written for a colleague"),
    ("share.call_off", "Section no longer awaited"),
    ("sent_back.note", "Questions sent back put on the list"),
    ("sent_back.settle", "Question sent back looked at again"),
    ("round.create", "Round begun"),
    ("register.add", "Setting added to the register"),
    ("round.group_dates", "Due dates of groups"),
    ("round.save", "Settings of the round"),
    ("round.state", "Round opened or closed"),
    ("round.add", "Further round begun"),
    ("round.local_questions", "Local questions"),
    ("partnership.save", "Details of the partnership"),
    ("contact.save", "Contact"),
    ("contact.remove", "Contact removed"),
    ("group.save", "Group"),
    ("group.rename", "Group renamed"),
    ("group.remove", "Group removed"),
    ("agency.save", "Agency"),
    ("agency.remove", "Agency removed"),
    ("register.take", "Changes of a list taken"),
    ("register.edit", "Setting put right by hand"),
    ("register.exempt", "Setting exempted"),
    ("register.cover", "Return covered by another\u{2019}s"),
    ("register.close", "Setting closed, converted or merged"),
    ("register.ask", "Setting asked to return again"),
    ("register.extend", "More time given"),
    ("register.leave", "Setting taken off the register"),
    ("register.freeze", "Register frozen at a cut-off"),
    ("intake.place", "Returns taken in"),
    ("intake.again", "Kept files looked at again"),
    ("intake.accept", "Returns accepted"),
    ("intake.withdraw", "Intake withdrawn"),
    ("needs.answer", "Question on the work list answered"),
    ("needs.revoke", "Answer on the work list taken back"),
    ("needs.unlock", "Locked file opened"),
    ("issue.begin", "Issuing of workbooks begun"),
    ("issue.write", "Workbooks issued"),
    ("wording.save", "Letter worded"),
    ("wording.reset", "Letter as it came with Attest"),
    ("chase.letters", "Letters about returns that are not in"),
    ("chase.spoken", "Spoken to about a return"),
    ("chase.extend", "More time given"),
    ("chase.escalate", "Return taken a step higher"),
    ("return.check", "Return looked at"),
    ("return.send_back", "Return sent back"),
    ("note.write", "Note on a return"),
    ("note.remove", "Note on a return taken away"),
    ("finding.record", "Panel finding"),
    ("finding.amend", "Panel finding changed"),
    ("draw.make", "Sample drawn"),
    ("draw.decline", "Refusal, and the next reserve"),
    ("draw.pick", "Setting picked for its risk"),
    ("draw.unpick", "Pick taken back"),
    ("panel.begin", "Panel session begun"),
    ("panel.plan", "Plan of a panel session"),
    ("panel.people", "People of a panel session"),
    ("panel.enquiries", "Lines of enquiry"),
    ("panel.seen", "Evidence seen by a panel"),
    ("panel.notes", "Notes of a panel session"),
    ("panel.outcome", "Outcome of a panel session"),
    ("panel.refer", "Referred outside the audit"),
    ("panel.hold", "Panel session held"),
    ("panel.close", "Panel session closed"),
    ("panel.reopen", "Panel session opened again"),
    ("panel.reveal", "Ratings of members shown to each other"),
    ("panel.remove", "Panel session called off"),
    ("panel.view", "View of a panel"),
    ("panel.note", "Note of a member"),
    ("panel.note_remove", "Note of a member taken out"),
    ("panel.read_forms", "Note forms read"),
    ("panel.action", "Action agreed with a panel"),
    ("panel.action_remove", "Agreed action taken out"),
    ("comparison.say", "Decision on comparing a question with the last round"),
    ("publication.words", "Words of a paper"),
    ("publication.arrange", "Paper arranged"),
    ("publication.approve", "Paper approved or opened again"),
    ("publication.write", "Paper written"),
    ("survey.take", "Survey taken in"),
    ("survey.save", "Survey"),
    ("survey.map", "Question of a survey put to a standard"),
    ("survey.remove", "Survey taken out"),
    ("theme.save", "Theme"),
    ("theme.remove", "Theme taken out"),
    ("coding.set", "Text coded by a theme"),
    ("coding.quote", "Quotation chosen"),
    ("pack.read", "Pack of another partnership read in"),
    ("pack.remove", "Round of another partnership taken out"),
    ("pack.write", "Pack given to others"),
    ("workshop.save", "Workshop"),
    ("workshop.remove", "Workshop called off"),
    ("workshop.sessions", "Sessions of a peer review planned"),
    ("workshop.challenge", "Challenge at an event"),
    ("workshop.challenge_remove", "Challenge taken out"),
    ("setting.also", "Other partnerships that a setting returns to"),
    ("setting.people", "People who answer for a return"),
    ("file.redact", "Text removed on request"),
];

/// Fields that a person knows, by table and column; others are left out.
const FIELDS: &[(&str, &str, &str)] = &[
    ("answer", "value", "Answer"),
    ("answer", "note", "Evidence and commentary"),
    ("answer", "impact", "Impact"),
    ("answer", "area", "Area for development"),
    ("answer", "reason", "Reason"),
    ("answer", "flag", "Flag to come back to"),
    ("answer", "carried_from", "Carried forward from"),
    ("submission", "state", "State of the audit"),
    ("round", "label", "Round"),
    ("round", "governors", "Governors\u{2019} meeting"),
    ("round", "due", "Return due"),
    ("setting", "name", "Name"),
    ("identifier", "value", "Identifier"),
    ("evidence", "title", "What it is"),
    ("evidence", "place", "Where it is kept"),
    ("evidence", "owner", "Who keeps it"),
    ("evidence", "dated", "Date it bears"),
    ("evidence", "review", "Look at it again by"),
    ("evidence", "retired", "No longer used since"),
    ("action", "title", "What is to be done"),
    ("action", "owner", "Who does it"),
    ("action", "due", "Due"),
    ("action", "state", "State of the action"),
    ("action", "done_on", "Done on"),
    ("action", "outcome", "Difference it made"),
    ("review", "note", "Note of the review"),
    ("challenge", "text", "Challenge"),
    ("challenge", "asked_by", "Asked by"),
    ("challenge", "role", "Role"),
    ("challenge", "on_date", "Asked on"),
    ("challenge", "reply", "Reply"),
    ("challenge", "replied_by", "Replied by"),
    ("sign_off", "code", "Sign-off code"),
    ("sign_off", "state", "State of the sign-off"),
    ("sign_off", "void_reason", "Reason for taking it back"),
    ("signature", "name", "Signed by"),
    ("signature", "role", "Role"),
    ("signature", "body", "Body"),
    ("signature", "meeting", "Meeting"),
    ("signature", "minute", "Minute reference"),
    ("export", "name", "File"),
    ("expected", "state", "In the register"),
    ("expected", "reason", "Reason"),
    ("expected", "extended_to", "More time until"),
    ("expected", "extension_reason", "Reason for more time"),
    ("round_date", "value", "Group"),
    ("round", "opens", "Opens"),
    ("round", "return_to", "Where returns go"),
    ("round", "instructions", "Instructions"),
    ("round", "signs", "Who signs"),
    ("round", "state", "State of the round"),
    ("setting", "phase", "Phase"),
    ("setting", "status", "Status"),
    ("setting", "locality", "Locality"),
    ("setting", "trust", "Trust"),
    ("setting", "head", "Head"),
    ("setting", "email", "E-mail"),
    ("partnership", "name", "Name"),
    ("partnership", "address", "Address"),
    ("contact", "role", "Role"),
    ("contact", "name", "Name"),
    ("grouping", "name", "Name"),
    ("grouping", "chair", "Chair"),
    ("agency", "name", "Name"),
    ("round_date", "due", "Return due"),
    ("cut_off", "label", "Cut-off"),
    ("chase", "on_date", "On"),
    ("chase", "rung", "Escalated to"),
    ("chase", "note", "What was said"),
    ("chase", "until", "More time until"),
    ("wording", "name", "Letter"),
    ("wording", "subject", "Subject of the letter"),
    ("wording", "text", "Text of the letter"),
    ("finding", "text", "Finding"),
    ("moderated", "level", "Moderated rating"),
    ("moderated", "reason", "Reason for the moderated rating"),
];

/// Codes that rows hold, by column.
const CODES: &[(&str, &str, &str)] = &[
    ("state", "in_progress", "In progress"),
    ("state", "signing", "Being signed"),
    ("state", "signed_off", "Signed off"),
    ("state", "received", "Received"),
    ("state", "accepted", "Accepted"),
    ("state", "sent_back", "Sent back"),
    ("state", "replaced", "Replaced"),
    ("state", "withdrawn", "Withdrawn"),
    ("state", "open", "Open"),
    ("state", "under_way", "Under way"),
    ("state", "done", "Done"),
    ("state", "dropped", "Dropped"),
    ("state", "complete", "Complete"),
    ("state", "void", "Taken back"),
    ("state", "expected", "Expected"),
    ("state", "exempt", "Exempt"),
    ("state", "preparing", "Being prepared"),
    ("state", "covered", "Covered by another\u{2019}s return"),
    ("state", "closed", "Closed"),
    ("flag", "1", "Flagged"),
    ("flag", "0", ""),
];

/// What was done, in words; a step back or forward says so.
pub fn done(name: &str, kind: &str) -> String {
    let words = DONE.iter().find(|(known, _)| *known == name).map_or("Change", |(_, words)| words);
    match kind {
        "undo" => format!("{words}, undone"),
        "redo" => format!("{words}, done again"),
        _ => words.to_owned(),
    }
}

/// The words for a field; none where it says nothing to a person.
pub fn field(table: &str, column: &str) -> Option<&'static str> {
    FIELDS.iter().find(|(one, other, _)| *one == table && *other == column).map(|(_, _, words)| *words)
}

/// Fields of a table in the order in which they are told.
pub fn place(table: &str, column: &str) -> usize {
    FIELDS.iter().position(|(one, other, _)| *one == table && *other == column).unwrap_or(FIELDS.len())
}

/// A value as a person reads it: codes as words, dates with their month as a word.
pub fn value(column: &str, held: &str) -> String {
    let known = CODES.iter().find(|(one, code, _)| *one == column && *code == held);
    if let Some((_, _, words)) = known {
        return (*words).to_owned();
    }
    match held.parse::<chrono::NaiveDate>() {
        Ok(day) => day.format("%-d %B %Y").to_string(),
        Err(_) => held.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_dates_are_words() {
        assert_eq!(value("state", "under_way"), "Under way");
        assert_eq!(value("due", "2027-03-01"), "1 March 2027");
        assert_eq!(value("note", "In the office"), "In the office");
        assert_eq!(done("answer.rate", "undo"), "Rating, undone");
        assert_eq!(
            (field("answer", "ratings"), field("answer", "note")),
            (None, Some("Evidence and commentary"))
        );
    }
}
