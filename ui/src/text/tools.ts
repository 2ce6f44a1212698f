// The audit tools: the list of them, one of them whole, and the choices that an audit is begun with.
import type { Figures, QuestionKind, Status, TemplateChoice } from "../api/wire";
import { counted, of } from "./counts";
import { onDate } from "./when";
import { statuses } from "./words";

export const tools = {
  title: "Audit tools",
  lead: "What is asked, of whom, and what it is written against. Look through a tool, try it with made-up answers, or make your own version of it.",
  review: "A safeguarding professional should review an audit tool before a partnership relies on it.",
  reviewMore:
    "What ships with Attest was written with care, but it is not legal advice, and guidance changes: look at the date beside each.",
  back: "Back",
  backToAll: "All audit tools",
  open: "Open an audit tool…",
  openHint: "A TOML text, or an Excel workbook that Attest wrote of a tool.",
  all: "The tools at hand",
  openedHere: "Opened here",
  version: (v: string) => `Version ${v}`,
  legal: (date: string) => `Law and guidance as at ${onDate(date)}`,
  opened: (title: string, name: string) => `“${title}” was opened from ${name}.`,
  openedHint: "It stays at hand until Attest is closed. Audits begun with it keep it in their own file.",
  look: "Look at it",
  figuresOf: (title: string) => `Figures of ${title}`,
};

/** What a tool is, in one line. */
export function toolLine(tool: TemplateChoice): string[] {
  return [tool.edition, tools.legal(tool.legal_position), tools.version(tool.version)];
}

/** How far it is reviewed, with what there is to say about that. */
export function reviewLine(tool: TemplateChoice): string {
  const status = statuses[tool.status];
  return tool.status_note ? `${status}: ${tool.status_note}` : status;
}

export const figures = {
  title: "Figures",
  questions: (n: number) => counted(n, "question"),
  must: "Must",
  should: "Should",
  goodPractice: "Good practice",
  references: "References checked",
  referencesOf: (it: Figures) => of(it.checked, it.checked + it.unchecked),
  words: "Words in a question",
  readingAge: "Reading age",
  checks: "Checks",
  asked: "Questions",
};

export const faults = {
  title: (n: number, name: string) => `${counted(n, "thing")} to put right in ${name}`,
  lead: "Nothing was taken in. Put these right in the file and open it again; all that was found is listed.",
  remarks: (n: number) => counted(n, "remark"),
  place: "Where",
  found: "What was found",
  todo: "What to do",
  dismiss: "Close this list",
};

/** The choices that an audit is begun with, beside the tool itself. */
export const picking = {
  scale: "How is it rated?",
  scaleHint: "The questions stay the same. Choose what your partnership asks for.",
  own: "as the tool is written",
  levels: (labels: string[]) => labels.join(" · "),
  careTitle: "Not yet reviewed by a safeguarding professional",
  notInForce: {
    draft: "This audit tool is a draft",
    preview: "This audit tool is a preview",
  } satisfies Partial<Record<Status, string>>,
  notInForceHint: "It is not in force. Use the tool that is in force for a return that somebody relies on.",
  understand: (status: "draft" | "preview", note: string) =>
    `I understand that this is a ${status}${note ? ` (${note})` : ""}, that it may still change, and that no partnership should rely on it.`,
  notUnderstood: (status: "draft" | "preview") =>
    `Confirm that you understand that this tool is a ${status}, or choose another`,
  aboutTitle: "The audit tool",
  look: "Look at this audit tool",
};

export const kinds: Record<QuestionKind, string> = {
  rating: "Rating",
  yes_no: "Yes or no",
  one_choice: "One choice",
  many_choices: "Several choices",
  number: "Number",
  date: "Date",
  text: "Text",
};

export const tool = {
  doings: "With this tool",
  tryOut: "Try it out",
  saveWorkbook: "Save as Excel to edit…",
  saveText: "Save as TOML…",
  own: "Make our own version",
  confirmOwn: "Confirm what became of each question",
  audit: "Start an audit with it",
  round: "Start a round with it",
  add: "Add an audit with it to this file",
  compareWith: "Compare with",
  compare: "Compare",
  publisher: (name: string) => `Published by ${name}`,
  follows: (version: string) => `Follows version ${version}`,
  introduction: "Introduction",
  changes: "What changed",
  facts: "What is asked about the setting",
  factsLead: "The answers switch parts of the tool on and off.",
  yesNo: "Yes or no",
  standards: "Standards and questions",
  show: "Show",
  all: "All questions",
  filters: {
    must: "Must",
    should: "Should",
    good_practice: "Good practice",
    priority: "Priority",
    local: "Added locally",
  },
  count: (n: number) => counted(n, "question"),
  unscored: "Does not count in the figures",
  asksWhen: (condition: string) => `Asked where: ${condition}`,
  governors: "Questions for governors or the board to ask",
  kind: (kind: string) => `Answered by: ${kind}`,
  levels: "What each level looks like",
  choices: "Choices",
  local: "Added locally",
  checks: (n: number) => `Checks (${n})`,
  showChecks: "Show the checks",
  checksLead: "What is said about answers that do not fit together, before anybody signs.",
  when: (condition: string) => `Said when: ${condition}`,
  each: "Asked of each question in turn.",
  weights: { gap: "To put right before sign-off", look: "Worth a look" },
  signOff: "Sign-off",
  signOffBody: (role: string, body: string) => (body ? `${role}, for the ${body.toLowerCase()}` : role),
  scales: "Scales",
  insteadOf: (title: string) => `Can be chosen instead of “${title}”`,
  target: "the level to reach",
  remarks: (n: number) => (n === 0 ? "Wording" : `Remarks on the wording (${n})`),
  noRemarks: "Nothing to remark on the wording.",
};

export const trial = {
  title: (name: string) => `Try out: ${name}`,
  lead: "Nothing here is kept. Say what the setting is like, give some made-up answers, and see what is asked and what the checks say.",
  back: "Back to the tool",
  facts: "The setting",
  noFacts: "This tool asks nothing about the setting: every question is asked of everyone.",
  notSaid: "Not said",
  due: "When is the return due?",
  answers: "Some answers",
  pick: "Show the questions",
  byChecks: (n: number) => `that the checks look at (${n})`,
  standard: (number: string, title: string, n: number) => `${number} ${title} (${n})`,
  none: "Not answered",
  noneAsked: "None of these questions is asked of this setting.",
  clear: "Clear all answers",
  asked: (n: number, all: number) => `${of(n, all)} questions are asked`,
  speak: (n: number) => (n === 0 ? "No check has anything to say" : `${counted(n, "remark")} of the checks`),
  speakHint: "Answers that do not fit together, or dates that are too old, are remarked on here.",
  outcome: "What comes of it",
  byStandard: "Questions asked, by standard",
  standardHead: "Standard",
  askedHead: "Asked",
  allHead: "Of",
  on: (number: string) => `Question ${number}`,
};
