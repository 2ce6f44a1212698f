// Several audits of one file side by side; what changed since last round; the search.
import type { ChangesView, SearchHit } from "../api/wire";
import { counted } from "./counts";

export const compare = {
  title: "Compare",
  lead: "Each rating as it was given. Nothing is added up here: two schools may mean different things by the same word.",
  back: (many: string) => `Years and ${many}`,
  show: "Show",
  all: "All questions",
  different: "Rated differently",
  none: "No question is rated differently.",
  question: "Question",
  notAsked: "Not asked",
  waits: "to be confirmed",
  pickHead: "Choose to copy",
  pick: (number: string) => `Choose ${number} to copy`,
  copy: "Copy chosen answers…",
  copyFew: "Choose the questions whose answers you want to copy",
  copyTitle: (n: number) => `Copy ${counted(n, "answer")}`,
  copyLead:
    "What arrives is marked with where it came from and counts as not answered until somebody there confirms it. An answer that stands there already is left as it is.",
  from: "From",
  to: "To",
  sameSchool: "Choose two different audits",
  what: "What is copied?",
  texts: "The texts",
  textsHint: "Note, impact and area for development; each rates for itself.",
  whole: "The texts and the rating",
  wholeHint: "For what is run centrally, such as one policy for all.",
  copyNow: "Copy them",
  cancel: "Cancel",
  copied: (n: number, skipped: number) =>
    skipped === 0
      ? `${counted(n, "answer")} copied.`
      : `${counted(n, "answer")} copied, ${skipped} left as they were.`,
};

type Change = ChangesView["rows"][number]["change"];

export const changes = {
  title: (round: string) => (round ? `What changed since ${round}` : "What changed"),
  lead: (before: string, now: string) =>
    before === now ? `Both years use ${now}.` : `From ${before} to ${now}.`,
  first: "This is the first audit of its kind in this file, so there is nothing to compare it with.",
  none: "No question changed.",
  show: "Show",
  all: "All changes",
  change: "Change",
  before: "Then",
  now: "Now",
  nothingBefore: "Not asked then",
  nothingNow: "No longer asked",
  lost: "Your answer stays in last year’s audit; it is not carried.",
  open: (number: string) => `Go to ${number}`,
  words: {
    same: "Unchanged",
    reworded: "Reworded",
    split: "Split",
    merged: "Merged",
    new: "New",
    dropped: "Dropped",
  } satisfies Record<Change, string>,
};

/** The core gives no more than this many. */
const MOST_HITS = 300;

export const search = {
  title: "Search",
  label: "Search everything in this audit",
  hint: "Questions, guidance, your notes, evidence, actions, challenges. At least two letters.",
  found: (n: number, typed: string) =>
    n === 0
      ? `Nothing found for “${typed}”.`
      : `${n >= MOST_HITS ? `The first ${n} places` : counted(n, "place")} found for “${typed}”.`,
  results: "Results",
  kinds: {
    question: "Question",
    guidance: "Guidance",
    answer: "Your answer",
    note: "Your note",
    impact: "Impact",
    area: "Area for development",
    reason: "Reason",
    extra: "Your answer",
    evidence: "Evidence",
    action: "Action",
    challenge: "Challenge",
  } satisfies Record<SearchHit["kind"], string>,
};
