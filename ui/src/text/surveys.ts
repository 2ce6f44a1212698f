// Surveys beside self-ratings: taking an export in, and saying what its questions and answers mean.
import type { Answerers, Leaning } from "../api/wire";
import { counted } from "./counts";

export const surveys = {
  lead: "Only counts are kept: no row of a respondent, no name, no free text.",
  answerers: "Who answered",
  who: {
    staff: "Staff",
    practitioners: "Practitioners",
    parents: "Parents and carers",
    pupils: "Pupils, children and young people",
    others: "Others",
  } satisfies Record<Answerers, string>,
  take: "Take an export in…",
  takeHint:
    "An export of Microsoft Forms or SurveyMonkey as CSV or Excel, with a row for each respondent; or a list with the columns Question, Answer and Count.",
  empty: "No survey has been taken in for this round.",
  emptyHint: "What people answered then stands beside what settings say of themselves.",
  people: (n: number | null) => (n === null ? "Counts only" : `${counted(n, "person", "people")} answered`),
  asAt: (on: string) => `As at ${on}`,
  edit: "Edit",
  editOf: (name: string) => `Edit ${name}`,
  remove: "Remove",
  removeOf: (name: string) => `Remove ${name}`,
  name: "Name of the survey",
  nameMissing: "Enter a name for the survey",
  on: "As at",
  onWrong: "Enter the day as a date",
  save: "Save",
  cancel: "Cancel",
  check: "Please check these",
  passedOver: "Passed over in this export",
  passed: (heading: string, reason: string) => `${heading}: ${reason}`,
  toDo: (n: number) =>
    n === 0
      ? "It is said of every question what it is set beside."
      : `${counted(n, "question")} still to be set beside a standard.`,
  item: "Asked in the survey",
  about: "Set beside",
  aboutOf: (item: string) => `Set beside: ${item}`,
  notSaid: "Not said yet",
  nothing: "Nothing: not compared",
  answers: "Answers, and what each says",
  answer: "Answer",
  count: "How many",
  leaning: "What it says",
  leaningOf: (answer: string) => `What “${answer}” says`,
  leanings: {
    for: "In favour",
    neither: "Neither",
    against: "Not in favour",
    left_out: "Left out",
    not_known: "Not known yet",
  } satisfies Record<Leaning, string>,
  share: "In favour",
  noShare: "Say what each answer means",
  of: (count: number, base: number) => `${count} of ${base}`,
};
