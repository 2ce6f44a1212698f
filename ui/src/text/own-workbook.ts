// Making an audit tool from a partnership's own workbook, and filling that workbook in.
import type { BecameWord, ColumnRole, Divided, RowRole, SheetRole } from "../api/wire";
import { counted } from "./counts";

export const own = {
  title: "Make an audit tool from your own workbook",
  lead: "Open the Excel workbook that your partnership sends out. Attest guesses what is asked in it; you look and put right what is wrong. The workbook itself is not changed.",
  back: "All audit tools",
  open: "Open your workbook…",
  another: "Open another workbook…",
  undo: "Take the last step back",
  offer: "From your own workbook…",
  offerHint: "Make an audit tool from an Excel workbook of any layout.",
  from: (name: string) => `From ${name}`,
  reading: "Reading the workbook…",

  sheets: "1. Look at what was found",
  sheetsLead:
    "Each sheet is drawn as it looks. The boxes above the columns and beside the rows say what they are taken for: change any that are wrong. A column that you change is changed on every sheet with the same heading.",
  sheetsLabel: "Sheets of the workbook",
  asks: (n: number) => counted(n, "question"),
  sheetRole: "What is this sheet for?",
  picture: (name: string) => `The sheet “${name}” as it looks`,
  column: (letter: string) => `Column ${letter} is`,
  row: (n: number) => `Row ${n} is`,
  why: "Why this was guessed",
  sure: (n: number) => (n >= 85 ? "Quite sure" : n >= 60 ? "Fairly sure" : "Please look closely"),
  more: "Show the rows below",
  top: "Back to the first rows",
  listed: "has a list to choose from",
  hidden: "hidden",
  only: (heading: string, letter: string) => `Ask only ${heading || "the score"} (column ${letter})`,
  scores: (n: number) =>
    `Each row has ${n} scores. All of them are asked, each as a question of its own. If only one is yours to fill in, choose it:`,

  scales: "2. Say what the words mean",
  scalesLead:
    "Figures and reports go by the meaning, never by the word or a number. Check each word; nobody but you can say it for sure.",
  scaleOf: (n: number) => `Used by ${counted(n, "question")}`,
  means: (word: string) => `“${word}” means`,
  unsaid: "Choose a meaning",
  blanks: (words: string[]) => `Read as not answered: ${words.map((word) => `“${word}”`).join(", ")}`,
  confirm: "These meanings are right",
  confirmed: "Confirmed by you",
  open_scale: "To be confirmed",
  typed: "The words to choose from, one a line, best first",
  typedHint: "No list was found in this workbook, so Attest cannot know them.",
  saveWords: "Use these words",

  tool: "3. Make the audit tool",
  toolLead: "It is a draft: look through it before anybody is asked to use it.",
  name: "Title",
  publisher: "Published by",
  publisherHint: "Your partnership’s name",
  audience: "Who answers it?",
  divided: "What becomes a standard?",
  asked: (n: number) => `The ${counted(n, "question")} it asks`,
  nobody: "Nothing is asked yet. Say which sheet holds the questions, and which column is the rating.",
  cells: "Where the school’s name and URN go",
  nameAt: (at: string | null) => (at ? `Name: ${at}` : "Name: no cell found"),
  urnAt: (at: string | null) => (at ? `URN: ${at}` : "URN: no cell found"),
  point: "Point at it in the picture",
  pointName: "Now choose the cell for the name, by mouse or with Tab and Enter.",
  pointUrn: "Now choose the cell for the URN, by mouse or with Tab and Enter.",
  noPoint: "Stop pointing",
  toLook: (n: number) => `${counted(n, "thing")} to look at`,
  make: "Make the audit tool",
  made: (title: string) => `“${title}” is made.`,
  madeHint:
    "It stands among the audit tools. An audit that you begin with it can fill in the original workbook, under Send. Saved as text, the tool takes the workbook along: send that file to your schools, and theirs can be filled in too.",
  look: "Look at it",

  known: (version: string) => `This looks like the workbook of version ${version}, so its mapping is used.`,
  knownHint: "Questions keep their ids, and what you said of words and columns holds on.",
  sameWords: "Every question has the same words as before.",
  afresh: "Guess afresh instead",
  changed: (n: number) => `${counted(n, "question")} not as before`,
  letter: (n: number) => n + 1,
};

export const became: Record<BecameWord, string> = { reworded: "Reworded", new: "New", gone: "Gone" };

export const sheetRoles: Record<SheetRole, string> = {
  questions: "Questions to answer",
  guidance: "Guidance or cover",
  lists: "Words for lists",
  summary: "Totals",
  skipped: "Leave it alone",
};

export const columnRoles: Record<ColumnRole, string> = {
  statement: "Statement",
  rating: "Rating",
  number: "Number",
  section: "Section",
  note: "Evidence",
  area: "Action",
  impact: "Impact",
  reason: "Reason",
  extra: "Other text",
  guidance: "Guidance",
  other: "Not used",
};

export const rowRoles: Record<RowRole, string> = {
  question: "Question",
  section: "Section",
  heading: "Headings",
  guidance: "Guidance",
  other: "Not used",
};

export const divisions: Record<Divided, string> = { section: "Each section", sheet: "Each sheet" };

/** The card beside the return on the sending side. */
export const fill = {
  title: "Your partnership’s own workbook",
  lead: (name: string) =>
    `This audit tool was made from ${name}. Attest can write your answers into it and leave everything else as it is.`,
  write: "Fill in the workbook…",
  writing: "Filling it in…",
};
