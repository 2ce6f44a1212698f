// The first screen, and the two forms that begin a file.
import { counted, of } from "./counts";

export const start = {
  title: "Start",
  heading: "Safeguarding self-audit, on this computer",
  lead: "Rate your own arrangements, say what shows it, and write one return to send. Attest needs no account and no internet: everything stays in the file you save.",
  settingTitle: "For a school or organisation",
  settingLead: "Begin this year’s audit. You can stop at any time; every answer is saved as you give it.",
  settingButton: "New audit",
  lastYear: "Go on from last year’s file…",
  lastYearHint: "Last year’s answers are carried forward, for you to confirm.",
  sample: "Try it with a made-up school",
  sampleHint: "Nothing you do there matters.",
  partnershipTitle: "For a safeguarding partnership",
  partnershipLead: "Begin a round: keep the register, take in returns, record what panels find.",
  partnershipButton: "New round",
  openTitle: "Open a file",
  openLead: "Open an audit or a round that is already on this computer, or drop its file on this window.",
  openButton: "Open a file…",
  openLast: (name: string) => `Go on with “${name}”`,
  recentTitle: "Recent files",
  recentEmpty: "No files yet. Files you start or open are listed here.",
  recentGone: "Not found where it was",
  opened: (when: string) => `Opened ${when}`,
  forget: (name: string) => `Take off list: ${name}. The file stays where it is.`,
  forgetShort: "Take off list",
  toolsTitle: "Audit tools",
  toolsLook: "Look at the audit tools",
  questions: (n: number) => counted(n, "question"),
  legal: (date: string) => `Law and guidance as at ${date}`,
  version: (v: string) => `Attest ${v}`,
  preferences: "Settings",
};

export const errors = {
  title: "Check these answers",
  tool: "Choose an audit tool",
  settingName: "Enter the name of the school or organisation",
  partnershipName: "Enter the name of the partnership",
  round: "Enter a name for this round, for example 2026/27",
  urn: "Enter the URN as 6 digits, or leave it empty",
  dateParts: (what: string) => `Enter ${what} with a day, a month and a year`,
  dateReal: (what: string) => `Enter ${what} as a real date, for example 26 3 2027`,
};

export const form = {
  back: "Back",
  optional: "(optional)",
  settingTitle: "New audit",
  settingLead: "Who you are and which round are enough to begin. The dates can be added later.",
  addTitle: "Add another audit to this file",
  addLead:
    "For a trust, or an organisation with more than one audit: each has its own answers and its own sign-off.",
  addSetting: "Add it to this file",
  addNote: "Nothing of the other audits in this file changes.",
  nextTitle: "Start next year’s audit",
  nextLead: (round: string) =>
    `Answers of ${round} are carried forward, each marked with its year. They count as not answered until somebody confirms that they still hold. Evidence and open actions go on.`,
  nextHint:
    "If the tool has changed, you are shown what changed, and reworded questions are asked one by one.",
  nextSave: "Start this year’s audit",
  nextNote: (round: string) => `The audit of ${round} stays in this file, to be read.`,
  partnershipTitle: "New round for a partnership",
  partnershipLead: "You add schools to the register and take in their returns in the next step.",
  tool: "Which audit tool?",
  toolHint: "The partnership’s letter or e-mail says which one.",
  kind: "What are you?",
  partnershipName: "Name of the partnership",
  urn: "URN",
  urnHint: "The number of your school at the Department for Education: 6 digits.",
  round: "Which round is this for?",
  roundHint: "The partnership’s name for it; often the school year.",
  due: "Return due",
  dueHint: "The day the partnership asks for the return.",
  dueIn: "the date the return is due",
  saveNote: "Next you choose where to save the file. Pick a place that is backed up.",
  createSetting: "Choose where to save and begin",
  createPartnership: "Choose where to save and begin",
  notSaved: "No file was made, because no place was chosen.",
};

export const dateWords = { day: "Day", month: "Month", year: "Year" };

export const samplePartnership = {
  open: "Open a sample partnership",
  making: "Making up a partnership",
  running: (done: number, total: number) =>
    total > 0 ? `Making up schools and what they return: ${of(done, total)}` : "Making up schools…",
  stop: "Stop",
  stopped: "Stopped. The folder holds only a part of the sample.",
};
