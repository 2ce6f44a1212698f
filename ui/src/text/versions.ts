// Two versions of an audit tool beside each other, and a version of one's own.
import type { Change } from "../api/wire";
import { counted } from "./counts";
import { changes } from "./compare";

export const versions = {
  title: "Compare two versions",
  back: "Back to the tool",
  earlier: "The one before",
  now: "The one after",
  told: "The later version says itself what became of each question.",
  proposed: "Proposed from ids and wording: a person has to say whether the meaning changed.",
  show: "Show",
  allChanges: "All changes",
  words: changes.words,
  before: "Before",
  after: "Now",
  nothingBefore: "Not asked before",
  nothingNow: "No longer asked",
  alike: (n: number) => `${n} of 100 alike`,
  none: "Nothing of that kind.",
  takenOut: "taken out:",
  putIn: "put in:",
  same: "Choose two different versions to compare.",
};

export const own = {
  title: (name: string) => `Make our own version of ${name}`,
  lead: "The questions of the core stay as they are, so that returns can be compared. You add your own.",
  steps: {
    save: "Save the tool as an Excel workbook",
    saveLead: "It has a sheet for the questions, one for the scales, one for the checks and so on.",
    edit: "Add your questions in Excel",
    editLead: "On the sheet “Questions”, add a row for each question of your own:",
    editRows: (name: string) => [
      `Give it the id local.${name || "shortname"}.1, then .2, .3 and so on. An id is never used twice, not even when the question is gone.`,
      "Write one plain statement, its duty (good_practice for most), its scale and what each level looks like.",
      "Leave the rows of the core as they are: a changed or missing one is named when the workbook is read.",
      "New checks and facts go on their own sheets. Save the workbook.",
    ],
    name: "Say whose version it is",
    pick: "Pick the edited workbook",
    pickLead: "It is read and checked as a whole. All that is wrong is listed with its sheet and cell.",
  },
  shortName: "Short name of your partnership",
  shortNameHint: "Small letters and figures only, such as sampleton. It stands in the ids of your questions.",
  shortNameMissing: "Enter a short name of small letters and figures, for example sampleton",
  check: "Check this",
  pickButton: "Pick the edited workbook…",
};

export const confirming = {
  title: "What became of each question?",
  lead: (title: string, version: string) =>
    `“${title}”, version ${version}. Answers of earlier years are carried along these lines: look at each that is not the same.`,
  same: (n: number) => `${counted(n, "question")} ${n === 1 ? "is" : "are"} the same.`,
  nothing: "Every question is the same as before: there is nothing to decide.",
  choice: (what: string) => `What became of ${what}?`,
  note: (what: string) => `Why, in a sentence (${what})`,
  noteShort: "Why, in a sentence",
  optional: "(optional)",
  choices: {
    ...changes.words,
    apart: "Not the same: one dropped, one new",
  } satisfies Record<Change | "apart", string>,
  hints: {
    same: "Answers are carried and can be compared over the years.",
    reworded: "Answers are carried, and confirmed one by one.",
    split: "Texts are carried, ratings are not.",
    merged: "Texts are carried, ratings are not.",
    new: "Starts with no answer.",
    dropped: "Answers stay with the old return.",
    apart: "Answers stay with the old return; the new one starts with none.",
    from: "Answers are carried, and confirmed one by one.",
  },
  goesOn: (number: string) => `Goes on from ${number}, which is no longer asked`,
  confirm: "Confirm all of this",
  doneTitle: "The new version stands",
  doneHint:
    "It is at hand until Attest is closed: save it now, so that it can be opened again and given to others.",
};
