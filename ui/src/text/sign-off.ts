// Signing an audit: the steps, the code, what moved, taking it back.
import type { MovedLine, Signature } from "../api/wire";
import { counted } from "./counts";
import { onDate, onDateAtTime } from "./when";

export const signOff = {
  title: "Sign off",
  leads: {
    in_progress: "Each person signs in turn. From the first signature the answers are frozen.",
    signing: "The answers are frozen while they are being signed. The next step has a form.",
    signed_off: "Everybody has signed. The answers stand as they were signed.",
  },
  steps: "Steps",
  step: (at: number, of: number) => `Step ${at} of ${of}`,
  states: { signed: "Signed", next: "Next", held: "Waits", later: "Later" },
  held: "This step can be signed once the gaps are closed.",
  by: ({ name, role, on }: Signature) => `${name}, ${role}, on ${onDate(on)}`,
  meeting: ({ body, meeting, minute }: Signature) =>
    [body, meeting && `meeting of ${onDate(meeting)}`, minute && `minute ${minute}`]
      .filter(Boolean)
      .join(", "),
  statement: "Statement",
  none: "This audit tool has no sign-off steps.",
  blocking: (n: number) => `${counted(n, "gap")} to close before anybody signs`,
  blockingHint: "What is only worth a look does not hold anybody up.",
  toChecks: "Look at the gaps",
  freeze: "The first signature freezes this audit",
  freezeHint:
    "Answers, facts, evidence and actions can then be read but not changed. To change something, the sign-off has to be taken back, and everybody signs again.",
  change: "Something has to change",
  changeLead: "To change an answer, take the sign-off back first. The old one stays in the record.",
  takeBack: "Take the sign-off back…",
  challenges: "Questions asked",
  challengesLead: (board: string) => `What the ${board} asked about this audit, and the replies.`,
  toChallenges: "Questions and replies",
  pack: "Papers for the meeting",
  packLead: "A summary, what must be done, questions to ask, and the page to sign.",
  toPapers: "Go to papers",
};

export const signForm = {
  name: "Name of the person who signs",
  nameMissing: "Enter the name of the person who signs",
  role: "Role",
  roleHint: "As it stands in the audit tool, unless you change it.",
  body: "Body they sign for",
  meeting: "Date of its meeting",
  meetingIn: "the date of the meeting",
  minute: "Minute reference",
  minuteHint: "Where the minutes say that the audit was approved, for example: 7.2.",
  record: "Record this signature",
  recorded: "The signature is recorded.",
  honest: "Attest records the name that is entered here. It cannot prove who typed it; the minutes do that.",
  optional: "(optional)",
};

export const code = {
  title: "Sign-off code",
  lead: "The same code stands in the workbook and on the printed pages.",
  spoken: (groups: string[]) => `Sign-off code ${groups.map((group) => [...group].join(" ")).join(", ")}`,
  matches: "Matches: this file says what was signed.",
  differs: "Does not match: this file no longer says what was signed.",
  compare: "Compare a code from paper",
  typed: "Code on the page",
  typedHint: "Dashes and capitals do not matter.",
  typedMissing: "Type the code from the printed page",
  check: "Compare",
  paperMatches: "Matches",
  paperMatchesHint: "The page and this file say the same.",
  paperDiffers: "Does not match",
  ofSigning: (begun: string) => `The page belongs to the sign-off begun on ${onDate(begun)}.`,
  ofNone:
    "No sign-off of this audit has this code. Check what was typed, and whether the page is of this audit.",
};

export const moved = {
  answers: (n: number) =>
    n === 1 ? "1 thing differs from what was signed" : `${n} things differ from what was signed`,
  since: (n: number) =>
    n === 1 ? "1 thing moved since the last sign-off" : `${n} things moved since the last sign-off`,
  parts: {
    template: "The audit tool",
    setting: "The name or an identifier of the setting",
    round: "The round",
    fact: "Fact",
    answer: "Answer",
    action: "Action",
    evidence: "Evidence",
  } satisfies Record<MovedLine["what"], string>,
};

export const voiding = {
  title: "Take the sign-off back?",
  points: [
    "The audit opens again: answers, facts, evidence and actions can be changed.",
    "The signatures and the code of this sign-off stay in the record, marked as taken back, with your reason.",
    "Attest lists what moves from now on against what was signed.",
    "Everybody who signs has to sign again. A return that is written meanwhile is marked as a draft.",
  ],
  reason: "Why?",
  reasonHint: "For example: the chair asked for a correction to B2. It stays in the record; name no child.",
  reasonMissing: "Enter why the sign-off is taken back",
  yes: "Take it back",
  no: "Leave it as it is",
  noUndo: "This cannot be undone.",
};

export const earlier = {
  title: "Earlier sign-offs",
  line: (begun: string, voided: string | null) =>
    voided
      ? `Begun ${onDateAtTime(begun)}, taken back ${onDateAtTime(voided)}`
      : `Begun ${onDateAtTime(begun)}`,
  reason: "Reason:",
};
