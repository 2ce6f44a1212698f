// The officer's work list: what is asked of the files that came in, and what was answered.
import type { NeedKind } from "../api/wire";
import { counted, of } from "./counts";

export const needs = {
  title: "Needs you",
  lead: "Each question is asked once. Your answer holds for the same case in this round, and is applied at once wherever it is asked.",
  progress: (done: number, total: number) => `${of(done, total)} answered`,
  question: (at: number, total: number) => `Question ${at} of ${total}`,
  none: "Nothing needs you.",
  noneHint: "Questions about files that come in stand here until they are answered.",
  toPost: "Go to the post room",
  keys: "Choose with the number keys, go on with Enter, pass over with the down arrow.",
  where: (n: number) => (n === 1 ? "In one file" : `In ${counted(n, "file")}`),
  more: (n: number) => `and ${n} more`,
  choose: "Choose an answer",
  save: "Answer and go on",
  pass: "Pass over",
  back: "The one before",
  undo: "Take the last answer back",
  another: "Another setting…",
  find: "Find a setting on the register",
  findHint: "Type part of its name, its URN or its LAESTAB number.",
  found: "Settings found",
  noneFound: "No setting on the register is like that.",
  password: "Password",
  passwordHint: "It is used once to open this file, and kept nowhere.",
  unlock: "Open the file and go on",
  open: "Show the file in the post room",
  said: "What you have answered",
  saidNone: "Nothing has been answered in this round yet.",
  saidLead: "These hold for the same case in this round until you take them back.",
  revoke: "Take back",
  revokeOf: (what: string) => `Take back: ${what}`,
  by: (who: string, when: string) => `${who}, ${when}`,
  kinds: {
    whose: "Whose it is",
    which: "Which one counts",
    level: "What a word means",
    dates: "Day or month first",
    version: "Another version",
    round: "Another round",
    doubt: "A doubt in one file",
    heading: "A heading",
    locked: "A locked file",
  } satisfies Record<NeedKind, string>,
  meaning: (kind: NeedKind, given: string, meaning: string) => {
    switch (kind) {
      case "level":
        return `\u201c${given}\u201d means ${meaning === "blank" ? "no answer" : meaning}`;
      case "dates":
        return meaning === "day first" ? "The day stands first" : "The month stands first";
      case "which":
        return `One return counts for ${given}`;
      case "version":
        return meaning === "aside" ? "Set aside" : "Take what both versions ask";
      case "round":
        return meaning === "aside" ? "Left out of both rounds" : "Placed in its own round";
      case "doubt":
        if (given === "as signed") return "It may stand, although it is not what was signed";
        if (given === "facts") return "What was known before holds where the cover was not understood";
        return `Let stand: ${given}`;
      default:
        return meaning === "aside" ? "Set aside" : `It is ${meaning}`;
    }
  },
};

export const difference = {
  title: "Two files from one setting",
  lead: (n: number, alike: number) =>
    `${n === 0 ? "No answer differs" : `${counted(n, "difference")}`}; ${counted(alike, "answer")} the same in both.`,
  before: "Before",
  now: "Now",
  question: "Question",
  what: "What differs",
  side: (name: string, revision: number, day: string) => `${name}, revision ${revision}, received ${day}`,
  nothing: "Nothing written",
  parts: {
    answer: "Rating or answer",
    note: "Evidence and commentary",
    impact: "Impact",
    area: "Area for development",
    reason: "Reason",
    extra: "Further text",
  } as Record<string, string>,
  close: "Close",
};
