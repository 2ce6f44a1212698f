// Evidence: what it is, where it is kept, what it backs, when it goes stale.
import { counted } from "./counts";
import { onDate, onShortDate } from "./when";

export const evidence = {
  title: "Evidence",
  lead: "What shows it, and where it is kept. The documents stay where they are; one item can back many answers.",
  add: "Add evidence",
  empty: "No evidence listed yet.",
  emptyHint:
    "Begin with what you would show a visitor first: the policy, the training record, the minutes. You can also add evidence beside each question.",
  noneShown: "No evidence is in this list.",
  filter: "Show",
  filters: {
    used: "In use",
    stale: "Past review",
    loose: "Backs no answer",
    retired: "Not used any more",
  },
  find: "Find evidence",
  list: "Evidence",
  place: "Kept in",
  owner: (who: string) => `Kept by ${who}`,
  dated: (date: string) => `Dated ${onShortDate(date)}`,
  review: (date: string) => `Review by ${onShortDate(date)}`,
  stale: (date: string) => `Review was due ${onShortDate(date)}`,
  retired: (date: string) => `Not used since ${onDate(date)}`,
  backs: "Backs",
  backsNone: "Backs no answer of this audit",
  edit: "Edit",
  editOf: (title: string) => `Edit ${title}`,
  retire: "Not used any more",
  retireOf: (title: string) => `Not used any more: ${title}`,
  restore: "Use again",
  restoreOf: (title: string) => `Use again: ${title}`,
  unbacked: "Top rating, no evidence",
  unbackedLead: (n: number) =>
    `${counted(n, "question")} rated at the level to reach, with nothing listed that shows it.`,
  unbackedNone: "Every question rated at the level to reach has evidence.",
  addFor: "Add evidence",
  addForOf: (number: string) => `Add evidence for ${number}`,
  more: (n: number) => `Show all ${n}`,
};

export const evidenceForm = {
  add: "Add evidence",
  edit: "Edit evidence",
  title: "What it is",
  titleHint: "For example: Child protection policy, autumn 2026. Name no child.",
  titleMissing: "Enter what the evidence is",
  place: "Where it is kept",
  placeHint: "A folder, a system, a cupboard: so that somebody else finds it.",
  owner: "Who keeps it",
  ownerHint: "A role is enough.",
  dated: "Date on it",
  datedIn: "the date on it",
  review: "Look at it again by",
  reviewIn: "the date to look at it again",
  reviewHint: "After this day it is listed as past its review.",
  questions: "Which answers does it back?",
  save: "Save evidence",
  cancel: "Cancel",
  optional: "(optional)",
};
