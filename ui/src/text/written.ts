// What settings wrote: looking through it, coding by theme, quotations, and words used more than before.
import type { CodedAs, ThemeKind, What, WrittenKind } from "../api/wire";
import { counted } from "./counts";

export const written = {
  views: { find: "Look through", themes: "Themes", quotes: "Quotations", terms: "Used more than before" },
  viewsLabel: "What to look at",
  words: "Words to look for",
  wordsHint: "Beginnings of words, a “phrase in quotation marks”, and -word for what may not be there.",
  standard: "Standard",
  kind: "Kind of text",
  phase: "Phase",
  coded: "Themes",
  any: "All",
  codedAs: { any: "All texts", not_yet: "No theme yet", coded: "With a theme" } satisfies Record<
    CodedAs,
    string
  >,
  kinds: {
    value: "Answer",
    note: "Evidence and commentary",
    impact: "Impact",
    area: "Area for development",
    reason: "Reason",
    extra: "Further text",
    evidence: "Evidence",
    action: "Action",
  } satisfies Record<WrittenKind, string>,
  heads: {
    setting: "School or organisation",
    phase: "Phase",
    number: "No.",
    question: "Question",
    kind: "Where",
    text: "What was written",
  },
  leftOut: (has: number, left: number) =>
    `The first ${has} texts; ${left} more are found. Narrow the search to have those.`,
  found: (texts: number, returns: number, all: number) =>
    texts === all
      ? `${counted(texts, "text")} in ${counted(returns, "return")}`
      : `${counted(texts, "text")} of ${all}, in ${counted(returns, "return")}`,
  page: (from: number, to: number) => `Texts ${from} to ${to}`,
  earlier: "Earlier texts",
  later: "Later texts",
  none: "No text fits that.",
  noneHint: "Look for fewer or shorter words, or choose fewer filters.",
  empty: "Nothing is written in the accepted returns.",
  emptyHint: "Accept the returns that came in; then their texts can be looked through.",
  table: "What was written",
  list: "Texts found; arrow keys go from one to the next",
  speaksOf: "Speaks of",
  noThemes: "Add a theme first; then texts can be coded by it.",
  movesHint: "Arrow keys go from text to text.",
  keysHint:
    "Arrow keys go up and down; the key beside a theme says that the text speaks of it, or no longer does.",
  changed: "The text is another now than when it was coded.",
  quote: "Quote the selected words",
  quoteOf: (theme: string) => `Quote the selected words for ${theme}`,
  quoted: (words: string) => `Quoted: “${words}”`,
  unquote: "Take the quotation back",
  quoteLong: "Select the words to quote in the text first; the whole text is too long.",
  all: "Show all of it",
  less: "Show less",
};

export const themes = {
  lead: "One code frame for all rounds, so that themes can be followed over the years.",
  add: "Add a theme",
  edit: "Edit",
  editOf: (name: string) => `Edit ${name}`,
  remove: "Remove",
  removeOf: (name: string) => `Remove ${name} and all that is coded by it`,
  empty: "No themes yet.",
  emptyHint: "Add a few while you read; they can be renamed at any time.",
  name: "Name",
  nameMissing: "Enter a name for the theme",
  meaning: "What belongs to it, and what does not",
  kind: "What it is about",
  kinds: {
    comment: "Something settings speak of",
    good_practice: "Good practice",
    support: "Support that is asked for",
  } satisfies Record<ThemeKind, string>,
  response: "Response planned",
  responseHint: "Stands in the table of support asked for.",
  optional: "(optional)",
  save: "Save",
  cancel: "Cancel",
  check: "Please check these",
  texts: "Texts",
  returns: "Returns",
  table: "Themes of the code frame",
  counts: "How many settings speak of each theme, by group",
};

export const quotes = {
  lead: "The setting’s own name, its trust and its place are taken out of the words. Read each once more: other words may still tell who speaks.",
  empty: "No quotations yet.",
  emptyHint: "Code a text by a theme, select the words worth quoting, and choose “Quote the selected words”.",
  table: "Quotations by theme",
  theme: "Theme",
  words: "As it may be quoted",
  speaker: "Said to be from",
  unknown: "A setting",
  of: (phase: string) => `A setting (${phase})`,
  whose: "For officers: from",
  looks: "Looks like personal data",
  restricted: "For officers only: it names settings.",
  flagged: (words: string, what: string) => `“${words}” looks like ${what}: choose other words.`,
  looksLike: {
    upn: "a unique pupil number",
    nhs: "an NHS number",
    email: "an e-mail address",
    postcode: "a postcode",
    phone: "a telephone number",
    dob: "a date of birth",
    pupil: "a named child",
  } satisfies Record<What, string>,
  remove: "Take back",
  removeOf: (theme: string) => `Take back the quotation for ${theme}`,
};

export const terms = {
  lead: (now: string, then: string) =>
    `Words and pairs of words that returns of ${now} use more than those of ${then}, the most telling first. What is spoken of more is neither better nor worse.`,
  basis: (now: number, then: number, a: string, b: string) =>
    `Out of ${now.toLocaleString("en-GB")} words in ${a} and ${then.toLocaleString("en-GB")} in ${b}.`,
  looking: "Counting the words of both rounds",
  empty: "No words are used much more than last round.",
  emptyHint: "A word has to be in at least three returns, and more often than chance would make it.",
  table: "Words used more than last round",
  term: "Word or words",
  now: (label: string) => label,
  timesIn: (label: string) => `Times in ${label}`,
  returnsIn: (label: string) => `Returns in ${label}`,
  times: (times: number, returns: number) => `${times} times in ${counted(returns, "return")}`,
  never: "Not used",
  likelihood: "Log-likelihood",
  sentences: "In these sentences",
  look: (term: string) => `Look through all texts with “${term}”`,
};
