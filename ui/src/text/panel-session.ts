// One panel session: planned, prepared, in the room, recorded, closed.
import type {
  ActionState,
  CameOf,
  PanelDuty,
  PanelMode,
  PanelState,
  Permission,
  Presence,
  RatedBy,
  Sees,
  Whom,
} from "../api/wire";
import { counted } from "./counts";

export const states: Record<PanelState, string> = { planned: "Planned", held: "Held", closed: "Closed" };
export const modes: Record<PanelMode, string> = {
  in_person: "In person",
  online: "Online",
  visit: "Visit to the setting",
};
export const duties: Record<PanelDuty, string> = {
  member: "Member",
  chair: "Chair",
  notes: "Takes the note",
};
export const presences: Record<Presence, string> = {
  asked: "Asked",
  present: "Came",
  absent: "Did not come",
};
export const ratedBy: Record<RatedBy, string> = {
  together: "The panel as a whole",
  alone_first: "Each alone first, then together",
};
export const sees: Record<Sees, string> = {
  agrees: "Agrees",
  higher: "Higher",
  lower: "Lower",
  not_tested: "Not tested",
};
export const results: Record<CameOf, string> = {
  confirmed: "Confirmed",
  confirmed_with_actions: "Confirmed with actions",
  further_information: "Further information by a date",
  second_visit: "Second visit",
  escalate: "Escalated",
};
export const progress: Record<ActionState, string> = {
  open: "Open",
  under_way: "Under way",
  done: "Done",
  dropped: "Dropped",
};
export const whom: Record<Whom, string> = {
  setting: "The setting",
  agency: "An agency",
  partnership: "The partnership",
};
export const permissions: Record<Permission, string> = {
  not_asked: "Nobody has asked",
  asked: "Asked, no answer yet",
  given: "May be named",
  refused: "Not to be named",
};

/** Whether a setting may be named, and who said so. */
export const permitted = (permission: Permission, by: string) =>
  by ? `${permissions[permission]}, said by: ${by}` : permissions[permission];

export const concern = {
  title: "An immediate concern about a child is not for the panel.",
  hint: "Use the normal referral route now, and the LADO where an adult is concerned. Nothing of it is kept here but the day on which it was referred.",
  refer: "Referred outside the audit, on this date",
  referred: (day: string) => `Referred outside the audit on ${day}.`,
  undo: "Take the date back",
};

export const list = {
  none: "No sessions are planned yet.",
  noneHint: "Draw a sample or pick settings by hand; then plan a session with each.",
  caption: "Sessions of this round",
  who: "School or organisation",
  when: "When",
  noDay: "No day yet",
  state: "State",
  panel: "Panel",
  members: (n: number) => counted(n, "member"),
  missing: (agencies: string) => `missing: ${agencies}`,
  record: "Recorded",
  recorded: (findings: number, actions: number) =>
    `${counted(findings, "finding")}, ${counted(actions, "action")}`,
  outcome: "Outcome",
  letter: "Letter",
  sent: (day: string) => `sent ${day}`,
  comments: (day: string) => `may comment until ${day}`,
  toPlan: "Drawn or picked, without a session",
  plan: "Plan a session",
  planOf: (name: string) => `Plan a session with ${name}`,
  planOther: "Plan a session with another setting",
  readForms: "Read note forms…",
  letters: "Write letters…",
  lettersHint: "To head and chair of every setting that is ticked, each with its feedback file.",
  choose: (name: string) => `Write letters to ${name}`,
  choosing: "Letters",
  writing: "Writing letters",
  packs: "Pack of a member over all sessions",
  member: "Member",
  packWrite: "Write the pack…",
};

export const begin = {
  title: "Plan a session",
  setting: "School or organisation",
  noSetting: "Choose a setting",
  because: "Why this setting",
  on: "Day",
  save: "Plan it",
};

export const forms = {
  title: "Forms that were read",
  took: (name: string, member: string, setting: string, fresh: number, known: number) =>
    `${name}: ${member}, ${setting}. ${counted(fresh, "note")} new, ${known} known already.`,
  refused: (name: string, why: string) => `${name}: ${why}`,
};

export const page = {
  of: (name: string) => name,
  lead: (round: string, state: string, when: string) =>
    [`Round ${round}`, state, when].filter(Boolean).join(" · "),
  back: "All sessions",
  sidesLabel: "Parts of the session",
  sides: {
    plan: "Plan",
    people: "People",
    ask: "What to ask",
    record: "Record",
    findings: "Findings and actions",
    outcome: "Outcome",
  },
  room: "Show in the room",
  forms: "Write forms and packs…",
  paper: "Write one paper…",
  papers: {
    invitation: "Invitation",
    pack: "Pack",
    note_form: "Note form on paper",
  },
  paperTitle: "Write a paper",
  paperWhich: "Paper",
  paperFor: "For",
  everybody: "Everybody on the panel",
  format: "As",
  formats: { docx: "Word", pdf: "PDF", html: "Page to print" },
  packsAs: "Packs as",
  packFormats: { docx: "Word", pdf: "PDF" },
  write: "Write it",
  hold: "Mark as held",
  close: "Close the session",
  reopen: "Open again",
  unhold: "It was not held",
  remove: "Call it off",
  check: "Check what you typed",
  save: "Save",
  cancel: "Cancel",
  optional: "(optional)",
  missing: (agencies: string, state: PanelState) =>
    state === "planned"
      ? `Nobody is on the panel yet for: ${agencies}. Who has a conflict of interest does not count.`
      : `Nobody was there for: ${agencies}. The session was held without all agencies that must be there.`,
  quorate: "Every agency that must be there has somebody.",
  noReturn:
    "This setting has no accepted return, so there are no ratings to look at. Ask, note and record findings as with any other.",
};

export const plan = {
  day: "Day",
  starts: "From",
  ends: "To",
  mode: "How",
  place: "Where",
  because: "Why this setting",
  quorum: "Must be there",
  quorumHint: "The session is not quorate without somebody of each, who has no conflict of interest.",
  ratedBy: "Who rates",
  ratedHint:
    "Alone first: what each member rates stays hidden until it is revealed, and cannot be hidden again.",
  questions: "Questions to talk about",
  questionsHint: "Those that stand out are marked. Six to eight fill an hour.",
  propose: (n: number) => `Take the ${n} that stand out`,
  none: "None chosen",
  chosen: (n: number) => `${counted(n, "question")} chosen`,
  filter: "Show",
  out: "Those that stand out",
  chosenOnly: "Those chosen",
  all: "All",
  badDay: "Enter a day, month and year",
  save: "Save the plan",
};

export const people = {
  panel: "The panel",
  theirs: "For the setting",
  name: "Name",
  agency: "Agency",
  role: "Role",
  duty: "Does",
  presence: "Came?",
  why: "Why not",
  conflict: "Conflict of interest",
  conflictHint: "A word on it. Nothing about this setting is then written for that person.",
  add: "Add somebody",
  addTheirs: "Add somebody",
  addTitle: "Add somebody",
  editTitle: (name: string) => `Change ${name}`,
  edit: "Change",
  editOf: (name: string) => `Change ${name}`,
  out: "Take off the list",
  known: "Was on another panel of this round",
  someoneElse: "Somebody else",
  noName: "Enter a name",
  none: "Nobody yet.",
  caption: "People",
};

export const ask = {
  title: "Lines of enquiry",
  lead: "Four to six carry an hour. Take them from the audit tool, from what stands out, or write your own.",
  none: "None chosen yet.",
  everybody: "Everybody",
  said: "What was said",
  saidOf: (text: string) => `What was said to: ${text}`,
  out: "Take out",
  outOf: (text: string) => `Take out: ${text}`,
  bank: "From the audit tool and what stands out",
  take: "Take",
  takeOf: (text: string) => `Take: ${text}`,
  own: "Write your own",
  agency: "Asked by",
  text: "What to ask",
  noText: "Enter what to ask",
  signal: "stands out",
  bankEmpty: "Nothing left to take.",
  show: "Show",
  filters: { out: "What stands out", all: "Everything" },
};

export const record = {
  seen: "Evidence seen",
  seenLead: "Note that it was seen and what it showed. Keep no copy, and no child’s name.",
  what: "What",
  wasSeen: "Seen",
  wasSeenOf: (what: string) => `${what} was seen`,
  showed: "What it showed",
  showedOf: (what: string) => `What ${what} showed`,
  addSeen: "Add",
  newSeen: "Something else that was looked at",
  named: "Named in the return",
  notes: "Notes of the session",
  notesHint: "As you would read them out. Name no child.",
  views: "The panel’s view of each question",
  question: "Question",
  own: "Own rating",
  panel: "Panel",
  reason: "Reason",
  alone: "Rated alone",
  aloneBy: (n: number) => `${counted(n, "member")}`,
  reveal: "Reveal what members rated",
  revealTitle: "Reveal what each member rated alone?",
  revealLead: "Everybody then sees everybody’s rating. It cannot be hidden again.",
  revealed: (when: string) => `Revealed on ${when}.`,
  hidden: "Members rate alone: what they rated is hidden until it is revealed.",
  several: "two ratings in two forms: ask which holds",
  memberNotes: "What members noted",
  memberNotesLead: "Every note is kept, by author. None takes another’s place.",
  noNotes: "No notes yet.",
  onTheWhole: "On the whole",
  from: (source: string) => (source === "typed" ? "typed here" : source),
  noteOut: "Take out",
  noteOutOf: (member: string) => `Take out a note of ${member}`,
  addNote: "Note for a member",
  member: "Member",
  rating: "Own rating",
  noRating: "No rating",
  text: "Note",
  nothing: "Enter a note or choose a rating",
  dissent: (name: string, text: string) => `${name}: ${text}`,
  agreed: "the setting agrees",
};

export const found = {
  findings: "Findings",
  none: "No findings yet.",
  record: "Record a finding",
  needsReturn: "A finding is kept with an accepted return; this setting has none.",
  actions: "Agreed actions",
  noActions: "Nothing was agreed yet.",
  add: "Add an action",
  what: "What is to be done",
  owner: "Who",
  byWhom: "Sees to it",
  theSetting: "The setting",
  due: "By when",
  question: "Of question",
  noQuestion: "None",
  progress: "How far, as the setting says",
  notSaid: "Not said yet",
  in: (round: string) => `in its return of ${round}`,
  out: "Take out",
  outOf: (title: string) => `Take out: ${title}`,
  noWhat: "Enter what is to be done",
  themes: "Themes",
  themesHint: "One to three, with commas between them.",
  standard: "Standard",
  noStandard: "Of no one standard",
  whom: "For",
  voice: "What children say",
  permission: "May it be named?",
  permissionBy: "Who said so",
  further: "Themes and permission",
  furtherOf: (text: string) => `Themes and permission of: ${text}`,
};

export const outcome = {
  result: "What did it come to?",
  noResult: "Not said yet",
  note: "More about it",
  noteHint: "What is to be sent, what the second visit is for, to whom it is escalated.",
  by: "By when",
  feedbackDue: "Letter due",
  feedbackSent: "Letter sent on",
  commentsBy: "The setting may comment until",
  commentsOn: "It answered on",
  comments: "Its comments on accuracy",
  commentsHint: "Leave blank where it found the letter accurate.",
  followUp: "Looked at again on",
  useful: "What people said of the session itself",
  save: "Save the outcome",
  badDate: (label: string) => `Enter a day, month and year for “${label}”, or leave it blank`,
  closing:
    "A session closes once its letter is sent and the setting has had its say on whether it is accurate.",
};

export const room = {
  title: "In the room",
  none: "No questions are chosen for this session. Choose some in its plan.",
  at: (at: number, all: number) => `${at} of ${all}`,
  own: "The setting’s own rating",
  last: "Last round",
  noLast: "No earlier rating",
  evidence: "Evidence named",
  noEvidence: "None named",
  note: "In its own words",
  panel: "The panel",
  nothing: "No view recorded yet",
  keys: "Keys",
  levels: "Keys of the ratings",
  keyWords: [
    ["A", "agrees"],
    ["H", "higher"],
    ["L", "lower"],
    ["N", "not tested"],
    ["→", "next"],
    ["←", "back"],
    ["U", "undo"],
    ["Esc", "leave"],
  ],
  reason: "Why? Then Enter",
  reasonLabel: "Reason for the panel’s rating",
  agreed: "The setting agrees",
  save: "Keep it",
  skip: "Leave it",
  done: (words: string) => `Kept: ${words}`,
  undone: "Taken back",
  nothingHere: "Nothing was recorded here that could be taken back",
  alone: (n: number) => `${counted(n, "member")} rated alone, hidden until revealed`,
  ratings: "Members",
  referKey: "R",
  refer: "referred outside the audit, today",
  referred: (day: string) => `Referred outside the audit on ${day}`,
};

export const viewForm = {
  title: (number: string) => `The panel’s view of ${number}`,
  change: "Change",
  verbOf: (verb: string, number: string) => `${verb} the panel’s view of ${number}`,
  record: "Record",
  sees: "Beside the setting’s own rating, the panel",
  level: "The panel’s rating",
  noReason: "Enter why the panel sees it so",
  agreed: "The setting agrees, so that it counts in figures",
  otherwise: (name: string) => `${name} sees it otherwise`,
};
