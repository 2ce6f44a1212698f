// The returns of a round: the list, reading one, sending one back, notes and history.
import type { SignedAs } from "../api/wire";
import { counted, of } from "./counts";

const signedAs: Record<SignedAs, string> = {
  nobody: "Not signed",
  begun: "Signing begun",
  matches: "Matches",
  differs: "Does not match",
  unsaid: "Signed, no code",
};

export const returns = {
  title: "Returns",
  lead: "Read each return as the school saw it. Only what you accept counts in a figure.",
  empty: "No return has been taken in yet.",
  emptyHint: "Take in the workbooks that came back in the post room; then they stand here.",
  toPost: "Go to the post room",
  table: "Returns of this round",
  find: "Find a return",
  state: "State",
  all: "All",
  more: "More filters",
  columns: "Columns",
  shown: (n: number, base: number) => `${of(n, base)} ${base === 1 ? "return" : "returns"} shown`,
  any: "Any",
  verdict: "As read",
  marks: "Marked",
  markNames: {
    late: "Late",
    problems: "With remarks",
    unsigned: "Not signed by all",
    differs: "Differs from what was signed",
    notes: "With notes",
  },
  clear: "Clear the filters",
  none: "No return fits these filters.",
  chooseAll: "Choose every return shown",
  chooseOne: (name: string) => `Choose the return of ${name}`,
  chosen: (n: number) => `${counted(n, "return")} chosen`,
  nothingChosen: "Choose returns to check or accept several at once.",
  check: (n: number) => `Mark ${n} as checked`,
  accept: (n: number) => `Accept ${n}`,
  sendBack: "Send back…",
  checked: (n: number) => `${counted(n, "return")} marked as checked.`,
  accepted: (n: number, left: number) => {
    const done = `${counted(n, "return")} accepted.`;
    return left === 0
      ? done
      : `${done} ${left} left waiting: their setting sent several. Say under “Needs you” which counts.`;
  },
  name: "School or organisation",
  received: "Received",
  late: "late",
  problems: "Remarks",
  signed: "Sign-off",
  signedAs,
  phase: "Phase",
  status: "Status",
  locality: "Locality",
  trust: "Trust",
  urn: "URN",
  notes: "Notes",
  since: "Since",
  revision: "Revision",
  file: "File",
};

export const reading = {
  title: "Answers",
  find: "Find a question",
  findHint: "Its number, such as C4, or words of it.",
  openAll: "Open all standards",
  closeAll: "Close all standards",
  found: (n: number) => `${counted(n, "question")} shown`,
  holds: (n: number, gaps: number) =>
    gaps > 0 ? `${counted(n, "question")}, ${gaps} below the target` : counted(n, "question"),
};

export const sendBack = {
  title: (name: string) => `Send back the return of ${name}`,
  reason: "What has to be put right?",
  reasonHint: "This goes to the setting. Name no child.",
  reasonMissing: "Enter what has to be put right",
  questions: "Questions in doubt",
  questionsHint:
    "A small workbook with only these questions is written for the setting. With none, the whole return is to come again.",
  add: "Add a question",
  choose: "Choose a question",
  why: (number: string) => `Why ${number} is in doubt`,
  remove: (number: string) => `Leave out ${number}`,
  save: "Send back",
  saveFile: "Save the workbook and send back",
  cancel: "Cancel",
  done: "The return was sent back.",
  covering: "Text for your e-mail",
  attach: (name: string) => `Attach the workbook “${name}”. Attest sends nothing itself.`,
  noAttach: "There is nothing to attach. Attest sends nothing itself.",
  close: "Done",
};

export const notes = {
  title: "Your notes",
  lead: "Notes stay with you: they are no part of the return.",
  none: "No notes on the return as a whole.",
  add: "Add a note",
  addOn: (number: string) => `Add a note on ${number}`,
  on: (number: string) => `Note on ${number}`,
  label: "Note",
  save: "Save the note",
  cancel: "Cancel",
  missing: "Enter the note",
  remove: "Take away",
  removeOf: (text: string) => `Take away the note: ${text.slice(0, 60)}`,
  by: (who: string, when: string) => `${who}, ${when}`,
};

export const listed = {
  action: "Action",
  owner: "Owner",
  due: "Due",
  state: "State",
  what: "What it is",
  where: "Where it is kept, and by whom",
  dated: "Dated",
  review: "To be looked at again",
};

export const beside = {
  back: "Back to the returns",
  next: (name: string, waiting: number) =>
    waiting === 1 ? `The last that waits: ${name}` : `Next of ${waiting} that wait: ${name}`,
  facts: "From the register",
  due: "Due",
  received: "Received",
  late: "late",
  noDate: "No date set",
  nothing: "Not said",
  lastRound: (label: string) => `In ${label}`,
  lastBlank: "Not answered",
  history: "History",
  files: "Files that came in",
  stands: "The return stands as in this file",
  save: "Save the original file",
  saveOf: (name: string) => `Save the original file ${name}`,
  others: "Other returns of this setting in this round",
  revision: (n: number) => `Revision ${n}`,
  evidence: "Evidence",
  evidenceWhere: (place: string, owner: string) => [place, owner].filter(Boolean).join("; "),
  actions: "Actions",
  actionBy: (owner: string, due: string) => [owner, due && `by ${due}`].filter(Boolean).join(", "),
  plan: "Action plan",
  planEmpty: "The return holds no actions.",
  shownBy: "Evidence listed",
  shownEmpty: "The return lists no evidence.",
  check: "Mark as checked",
  accept: "Accept this return",
};
