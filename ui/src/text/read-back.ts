// Reading a workbook back: both sides, what is asked, what was taken; and workbooks under a passphrase.
import type { ReadBackView } from "../api/wire";
import { counted } from "./counts";
import { onDateAtTime } from "./when";

const fields: Record<string, string> = {
  value: "Rating or answer",
  note: "Evidence and commentary",
  impact: "Difference made",
  area: "Area for development",
  reason: "Why it does not apply",
  fact: "About you",
  new: "New in the workbook",
  title: "What it is",
  owner: "Owner",
  due: "Due",
  state: "State",
  done_on: "Done on",
  outcome: "Difference it made",
  questions: "For questions",
  place: "Where it is kept",
  kept_by: "Who keeps it",
  dated: "Dated",
  review: "Look again by",
};

const groups: Record<string, string> = { facts: "About you", actions: "Action plan", evidence: "Evidence" };

export const readBack = {
  title: "Read a workbook back",
  lead: "Choose a workbook of this audit that somebody filled in. Nothing is taken over before you have seen it beside what this file has.",
  back: "Back to Send",
  choose: "Choose a workbook…",
  another: "Choose another workbook…",
  none: "No workbook is open here.",
  noneHint:
    "A return you sent and changed in Excel, a section a colleague filled in, or questions your partnership sent back.",
  reading: "Reading the workbook…",
  putAway: "Put the workbook away",
  whose: ({ setting, round }: ReadBackView) => `${setting}, ${round}`,
  kinds: { return: "Return", section: "Section", fix_back: "Questions sent back" },
  section: (to: string) => (to ? `Section filled in by ${to}` : "Section filled in by a colleague"),
  written: (at: string) => `Written from this file ${onDateAtTime(at)}.`,
  unwritten: "This file did not write it, so every difference is asked.",
  answered: (n: number) => `It holds ${counted(n, "answer")}.`,
  signed: "This audit is signed, so nothing can be taken over.",
  signedHint: "Take the sign-off back with a reason first, then read the workbook again.",
  toSignOff: "Go to Sign off",
  same: "The workbook says the same as this file.",
  sameHint: "There is nothing to take over.",
  isBack: "Mark the section as back",
  show: "Show",
  all: "All differences",
  asked: "Need your decision",
  clear: "Changed in the workbook only",
  takeAll: "Take all from the workbook",
  takeClear: "Take only what is clear",
  takeNone: "Take none",
  here: "In this file",
  there: "In the workbook",
  base: "When it was sent out",
  clash: "Both changed",
  unknown: "Differs",
  only: "Changed in the workbook",
  blank: "Blank",
  mine: "Keep ours",
  theirs: "Take the workbook’s",
  both: "Keep both texts",
  choice: (about: string) => `What stands: ${about}`,
  undecided: (n: number) =>
    n === 0 ? "" : `${counted(n, "difference")} not decided: what this file has stays there.`,
  take: (n: number) => (n === 0 ? "Take nothing over" : `Take ${counted(n, "place")} over`),
  taken: (n: number) => `Taken over: ${counted(n, "place")}. One step of undo takes all of it back.`,
  gone: "Gone from the workbook, kept in this file",
  problems: "What was found in the workbook",
  field: (name: string) => fields[name] ?? name,
  group: (name: string) => groups[name] ?? name,
  goTo: (number: string) => `Go to question ${number}`,
  sentBack: "Your partnership asks you to look again at these questions",
  sentBackHint:
    "Change the answers here, then send a corrected return: it becomes the next revision. Everything else stands.",
  note: "Put them on the list",
  noted: "They are on the list: each question shows the reason until you have looked at it.",
};

export const unlock = {
  title: "This workbook is locked with a passphrase",
  lead: "Type the passphrase that came with it, word for word. Capitals and hyphens do not matter.",
  label: "Passphrase",
  open: "Unlock",
};

export const locked = {
  choice: "Lock it with a passphrase",
  hint: "For a return that goes by open e-mail. Attest makes up five words; the workbook opens in Excel and in Attest with them.",
  title: "The passphrase of this return",
  once: "It is shown this once and kept nowhere. Write it down or copy it now.",
  other: "Tell it to the partnership by telephone or text message, never in the same e-mail as the workbook.",
  sentence: (phrase: string) => `The passphrase of the workbook I am sending you is: ${phrase}`,
  copy: "Copy the sentence",
  copied: "Copied.",
  done: "I have noted it",
};
