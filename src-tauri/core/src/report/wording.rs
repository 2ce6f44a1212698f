//! How the words of papers change with who is audited: a school has governors, an organisation a board.
//!
//! Refuses to know: templates and answers.

use crate::template::Audience;

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

/// The words for those who answer a kind of tool.
pub fn of_audience(audience: Audience) -> Wording {
    match audience {
        Audience::School => SCHOOL,
        Audience::EarlyYears => EARLY_YEARS,
        Audience::Voluntary => VOLUNTARY,
        Audience::Agency | Audience::CaseAudit | Audience::PractitionerSurvey => ORGANISATION,
    }
}

/// The words for a kind of setting; an organisation's for a kind that is not known.
pub fn wording(kind: &str) -> Wording {
    match kind {
        "school" => SCHOOL,
        "early_years" => EARLY_YEARS,
        "voluntary" => VOLUNTARY,
        _ => ORGANISATION,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_who_answer_a_tool_have_the_words_of_their_kind() {
        let of = |audience| of_audience(audience).meeting;
        assert_eq!(of(Audience::School), "Governors\u{2019} meeting");
        assert_eq!([of(Audience::Agency), of(Audience::CaseAudit)], ["Board meeting"; 2]);
        assert_eq!(
            (of(Audience::EarlyYears), of(Audience::Voluntary)),
            (wording("early_years").meeting, wording("voluntary").meeting)
        );
    }
}
