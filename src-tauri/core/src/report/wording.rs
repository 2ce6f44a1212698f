//! How the words of papers change with who is audited: a school has governors, an organisation a board.
//!
//! Refuses to know: templates and answers.

/// The words of one kind of setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wording {
    /// `school`.
    pub one: &'static str,
    /// Who holds it to account: `governors`.
    pub board: &'static str,
    /// The same with its article: `the governors`.
    pub the_board: &'static str,
    /// Title of the pack for them: `Governor pack`.
    pub pack: &'static str,
    /// `Governors’ meeting`.
    pub meeting: &'static str,
    /// Who answers for what is planned: `headteacher`.
    pub head: &'static str,
}

const SCHOOL: Wording = Wording {
    one: "school",
    board: "governors",
    the_board: "the governors",
    pack: "Governor pack",
    meeting: "Governors\u{2019} meeting",
    head: "headteacher",
};

const ORGANISATION: Wording = Wording {
    one: "organisation",
    board: "board",
    the_board: "the board",
    pack: "Board pack",
    meeting: "Board meeting",
    head: "accountable officer",
};

const EARLY_YEARS: Wording = Wording {
    one: "setting",
    board: "owner or committee",
    the_board: "the owner or committee",
    pack: "Pack for the owner or committee",
    meeting: "Owner\u{2019}s or committee\u{2019}s meeting",
    head: "manager",
};

const VOLUNTARY: Wording = Wording {
    one: "organisation",
    board: "trustees",
    the_board: "the trustees",
    pack: "Trustee pack",
    meeting: "Trustees\u{2019} meeting",
    head: "leader",
};

/// The words for a kind of setting; an organisation's for a kind that is not known.
pub fn wording(kind: &str) -> Wording {
    match kind {
        "school" => SCHOOL,
        "early_years" => EARLY_YEARS,
        "voluntary" => VOLUNTARY,
        _ => ORGANISATION,
    }
}
