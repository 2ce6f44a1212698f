// A setting's home and its standards.
import { counted } from "./counts";
import { daysAway, onDate } from "./when";

export const home = {
  of: (round: string, edition: string) => `${round} · ${edition}`,
  standards: "Standards",
  standardLine: (done: number, asked: number) => `${done} of ${asked} looked at`,
  begin: "Begin with the first question",
  goOn: "Go on where you stopped",
  dates: "Dates",
  governors: "Governors’ meeting",
  due: "Return due",
  noDate: "No date yet",
  away: (date: string, days: number | null) =>
    days === null ? onDate(date) : `${onDate(date)}, ${daysAway(days)}`,
  days: (days: number) => (days < 0 ? daysAway(days) : days === 0 ? "today" : counted(days, "day")),
  changeDates: "Change dates",
  saveDates: "Save dates",
  about: "About you",
  aboutSchool: "About your school",
  aboutLead: "These answers decide which questions you are asked.",
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
  draft: (status: string, note: string) => (note ? `${status}: ${note}` : status),
  draftTitle: "This audit tool has not been fully reviewed",
};

export const standard = {
  of: (number: string) => `Standard ${number}`,
  title: (number: string, title: string) => `${number} ${title}`,
  governors: "Questions for governors to ask",
  open: (number: string) => `Evidence and details of ${number}`,
  openShort: "Evidence and details",
  previous: "Previous standard",
  next: "Next standard",
  questions: "Questions",
  written: "Evidence written",
  notWritten: "No evidence written",
};
