//! The invitation to a setting: what it is for, when, who will be there, what to bring; collaborative in tone.

use super::{CONCERN, Meeting, Run};
use crate::report::document::{Block, Document, Form, Section};

/// Composes the invitation.
pub fn invitation(meeting: &Meeting) -> Document {
    let to = [meeting.head.as_str(), &meeting.setting, &meeting.post, "", &meeting.today];
    let about = to.into_iter().enumerate().filter(|(at, line)| *at == 3 || !line.is_empty());
    let mut section = Section::new("Letter")
        .text(if meeting.head.is_empty() {
            "Dear colleague".to_owned()
        } else {
            format!("Dear {}", meeting.head)
        })
        .text(thanks(meeting))
        .with(Block::Pairs(meeting.when()));
    if !meeting.panel.is_empty() {
        section = section.subheading("Whom you will meet").with(Block::List(meeting.members()));
    }
    let who = match meeting.run {
        Run::School => "Your designated safeguarding lead, the headteacher and the safeguarding governor",
        Run::EarlyYears => {
            "Your designated safeguarding lead, the manager and whoever answers for the setting"
        }
        Run::Organisation => "Your safeguarding lead, whoever wrote the return and whoever answers for it",
    };
    section = section.subheading("Who might come").text(format!(
        "{who}, as suits you. Please tell us beforehand who they will be, and whether anybody on the panel should not \
         sit there for you."
    ));
    section = section.subheading("What to bring").text(
        "Nothing new has to be written. Have your return at hand, and what you would show for it if asked; we look at \
         it with you and take no copies. Please name no child.",
    );
    if !meeting.evidence.is_empty() {
        section = section.with(Block::List(meeting.evidence.iter().take(8).cloned().collect()));
    }
    if !meeting.enquiries.is_empty() {
        section = section
            .subheading("What we would like to talk about")
            .with(Block::List(meeting.enquiries.iter().take(6).map(|(_, text)| text.clone()).collect()));
    }
    Document {
        form: Form::Letter,
        title: format!("Safeguarding audit panel, {}", meeting.round),
        about: about.map(|(_, line)| line.to_owned()).collect(),
        author: "Attest".to_owned(),
        code: meeting.code.clone(),
        sections: vec![afterwards(section, meeting)],
        ..Document::default()
    }
}

/// Why they are asked: thanks for a return only where there is one.
fn thanks(meeting: &Meeting) -> String {
    let (what, whom) = if meeting.returned {
        ("your return in", "returned it")
    } else {
        ("taking part in", "are asked to return it")
    };
    format!(
        "Thank you for {what} {}: {}. {} meets some of those who {whom}, to learn what works and where help is needed. \
         It is a conversation between partners and not an inspection.",
        meeting.round, meeting.tool, meeting.partnership
    )
}

fn afterwards(section: Section, meeting: &Meeting) -> Section {
    let section = section
        .subheading("Afterwards")
        .text(
            "You receive a letter with what was found, and have the time it names to say whether it is accurate. What \
             is reported to others names no setting without its permission.",
        )
        .text(CONCERN);
    let section = if meeting.contact.is_empty() {
        section
    } else {
        section.text(format!("Questions: {}", meeting.contact))
    };
    section.text("Yours sincerely").text(meeting.partnership.clone())
}
