// A setting's home and its standards.
import { counted, listed } from "./counts";
import type { Home } from "../api/wire";
import { daysAway } from "./when";
import { returnStates } from "./words";
import type { Wording } from "./wording";

type Step = Home["plan"][number];

export const home = {
  of: (round: string, edition: string) => `${round} · ${edition}`,
  standards: "Standards",
  standardLine: (done: number, asked: number) => `${done} of ${asked} looked at`,
  begin: "Begin with the first question",
  goOn: "Go on where you stopped",
  toChecks: "Go to the checks",
  toSign: "Go to the sign-off",
  toSend: "Go to sending",
  dates: "Dates",
  due: "Return due",
  noDate: "No date yet",
  days: (days: number) => (days < 0 ? daysAway(days) : days === 0 ? "today" : counted(days, "day")),
  changeDates: "Change dates",
  saveDates: "Save dates",
  returnTo: "Where the return goes",
  returnToHint:
    "The e-mail address or the person that your partnership named. It stands on the cover and on the page for sending.",
  optional: "(optional)",
  plan: "Planned back from there",
  planSteps: {
    answer: () => "Answer the questions",
    check: () => "Check for gaps",
    sign: () => "Begin the sign-off",
    governors: (words: Wording) => words.meeting,
    send: () => "Send the return",
  } satisfies Record<Step["what"], (words: Wording) => string>,
  planned: {
    done: () => "done",
    now: (date) => `now, by ${date}`,
    later: (date) => `by ${date}`,
    late: (date) => `late, was ${date}`,
  } satisfies Record<Step["state"], (date: string) => string>,
  aboutLead: "These answers decide which questions you are asked.",
  aboutFirst: "Best answered first: they decide which questions you are asked.",
  factsLead:
    "Some questions are asked only where they fit. If you change your mind, answers you have given are kept and come back.",
  switchedOff: (n: number) =>
    n === 1
      ? "1 question of this audit tool is not asked of you."
      : `${n} questions of this audit tool are not asked of you.`,
  answersKept: (n: number, standards: string[]) =>
    `${n === 1 ? "1 of them has an answer" : `${n} of them have answers`}, in ${listed(standards)}. ${n === 1 ? "It is" : "They are"} kept, but not counted and not sent.`,
  factsSaid: (n: number, all: number) => (n === all ? "All are answered." : `${n} of ${all} answered.`),
  showFacts: "Show the answers",
  noFact: "Not said",
  changeFacts: "Change these answers",
  saveFacts: "Save these answers",
  cancel: "Cancel",
  yes: "Yes",
  no: "No",
  writeTitle: "Your return",
  writeLead:
    "An Excel workbook with every answer, for your partnership. You can write it as often as you like.",
  write: "Write the return…",
  writing: "Writing the return…",
  writtenTitle: (name: string) => `Saved as a return file: ${name}`,
  writtenIn: (folder: string) => `It is in ${folder}. Now send it to your partnership by e-mail.`,
  waiting: (n: number) =>
    n === 1 ? "1 question is not answered yet." : `${n} questions are not answered yet.`,
};

export const standard = {
  of: (number: string) => `Standard ${number}`,
  title: (number: string, title: string) => `${number} ${title}`,
  open: (number: string) => `Evidence and details of ${number}`,
  openShort: "Evidence and details",
  previous: "Previous standard",
  next: "Next standard",
  questions: "Questions",
  written: "Evidence written",
  notWritten: "No evidence written",
  items: (n: number) => counted(n, "item of evidence", "items of evidence"),
  actions: (n: number) => counted(n, "open action"),
  empty: "No question of this standard is in that list.",
};

/** The audits of a file: its years and schools, and the one being read. */
export const years = {
  title: (many: string) => `Years and ${many}`,
  lead: "Every audit in this file. Each has its own answers and its own sign-off.",
  show: (n: number) => `${n === 2 ? "Both" : `All ${n}`} audits in this file`,
  changed: (round: string) => `What changed since ${round}`,
  earlier: (round: string) => `Read the audit of ${round}`,
  next: "Start next year’s audit",
  another: (one: string) => `Add another ${one}`,
  compare: "Compare",
  compareLead: "Choose two or more to see their answers side by side.",
  compareFew: "Choose at least two audits to compare",
  choose: "Open",
  chooseOf: (name: string, round: string) => `Open ${name}, ${round}`,
  here: "You are here",
  setting: "School or organisation",
  round: "Round",
  state: "State",
  looked: "Looked at",
  rated: "Rated",
  pick: (name: string, round: string) => `Compare ${name}, ${round}`,
  states: { in_progress: "In progress", signing: "Being signed", signed_off: "Signed off", ...returnStates },
  back: "Back to the audit",
};

/** Banners over an audit that cannot be changed as it stands. */
export const reading = {
  earlier: (round: string) => `You are looking at the audit of ${round}.`,
  earlierHint: "A later one is in this file too.",
  latest: "Go to the latest audit",
  signing: "This audit is being signed. Answers stand as they were at the first signature.",
  signed: "This audit is signed off. Answers stand as they were signed.",
  signedHint: "To change an answer, take the sign-off back first; it stays in the history.",
  toSignOff: "Go to the sign-off",
  takeBack: "Take it back to change an answer…",
};

/** Answers that were carried forward and wait for a yes. */
export const carried = {
  title: (n: number, round: string) =>
    `${counted(n, "answer")} of ${round} ${n === 1 ? "waits" : "wait"} to be confirmed`,
  hint: "They count as not answered, and leave the file as not answered, until somebody has said that they still hold.",
  same: (n: number) => (n === 1 ? "Confirm the unchanged one" : `Confirm the ${n} unchanged ones together`),
  walk: "Go through them",
  changed: "What changed",
  askTitle: (n: number) => `Confirm ${counted(n, "answer")} together?`,
  ask: (n: number) =>
    n === 1
      ? "Its question is word for word the same as last round, and has a rating of last round."
      : "Their questions are word for word the same as last round, and each has a rating of last round.",
  askHint: "You say that each still holds today. You can undo this, and change any of them afterwards.",
  others: (n: number) =>
    n === 1
      ? "1 answer to a question that was reworded, split or merged is left: look at it by itself."
      : `${n} answers to questions that were reworded, split or merged are left: look at each by itself.`,
  yes: (n: number) => `Yes, confirm ${counted(n, "answer")}`,
  no: "Not now",
  read: "Read them first",
  done: (n: number) => `${counted(n, "answer")} confirmed.`,
};

/** What stands open besides blank questions. */
export const open = {
  title: "What is open",
  must: (n: number) => counted(n, "gap"),
  look: (n: number) => counted(n, "remark") + " to look at",
  actions: (n: number) => counted(n, "open action"),
  overdue: (n: number) => `${n} overdue`,
  stale: (n: number) =>
    `${counted(n, "item of evidence", "items of evidence")} past ${n === 1 ? "its" : "their"} review date`,
  nothing: "No gaps, no overdue actions, no evidence past its review date.",
};
