// Evidence and actions inside a question; the history of its answer.
import { onShortDate } from "./when";

export const inset = { cancel: "Cancel" };

export const evidencePanel = {
  title: "Items of evidence",
  none: "None named yet.",
  add: "Add evidence",
  formLabel: "Add an item of evidence",
  what: "What is it?",
  whatHint: "For example: training log, autumn term. Name no child.",
  where: "Where is it kept?",
  whereHint: "A folder, a system, a filing cabinet.",
  more: "Who keeps it, its date, when to look again",
  owner: "Who keeps it?",
  dated: "Its date",
  review: "Look at it again on",
  save: "Add this evidence",
  missing: "Enter what the evidence is",
  datedIn: "the date of the evidence",
  reviewIn: "the date to look at it again",
  known: "Already in your list:",
  unlink: (title: string) => `Take away: ${title}`,
  unlinkShort: "Take away",
  stale: "Past its review date",
  review_on: (date: string) => `look again ${onShortDate(date)}`,
};

export const actionPanel = {
  title: "Actions",
  none: "None planned.",
  add: "Add an action",
  formLabel: "Add an action",
  what: "What is to be done?",
  owner: "Who will see to it?",
  ownerHint: "A role or a name.",
  due: "By when?",
  dueIn: "the date the action is due",
  save: "Add this action",
  missing: "Enter what is to be done",
  known: "Already in your plan:",
  unlink: (title: string) => `Take away: ${title}`,
  unlinkShort: "Take away",
  by: (date: string) => `by ${onShortDate(date)}`,
  noOwner: "nobody named",
  overdue: "Overdue",
  done: "Mark as done",
  doneOf: (title: string) => `Mark as done: ${title}`,
};

export const answerHistory = {
  open: "History",
  title: (number: string) => `History of ${number}`,
  empty: "Nothing has been answered here yet.",
  fields: {
    value: "Answer",
    note: "Evidence and commentary",
    impact: "Impact",
    area: "Area for development",
    reason: "Reason",
    flag: "Flag",
    carried_from: "To be confirmed, from",
  } as Record<string, string>,
  steps: {
    undo: "taken back",
    redo: "done again",
    redaction: "a text was taken out",
    "answer.confirm": "confirmed",
    "answer.confirm_same": "confirmed with other unchanged ones",
    "audit.copy": "copied from another audit",
    "audit.next_year": "carried forward",
  } as Record<string, string>,
  before: "Before",
  after: "After",
  nothing: "nothing",
  close: "Close",
};
