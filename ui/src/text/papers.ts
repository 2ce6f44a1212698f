// The papers that are written from an audit: for whom each is, and how it is written.
import type { PaperFormat, PaperKind } from "../api/wire";
import { of } from "./counts";
import type { Wording } from "./wording";

export const papers = {
  contents: "Contents",
  noRows: "None recorded.",
  title: "Papers",
  lead: "To print, to send with an agenda, or to keep. Those who read them need no Attest.",
  list: "Papers",
  write: {
    html: "Save to print…",
    docx: "Save as Word…",
    pdf: "Save as PDF…",
    xlsx: "Save as Excel…",
  } satisfies Record<PaperFormat, string>,
  part: (words: string, count: number) => `${words} ${count}`,
  share: (count: number, base: number) => of(count, base),
  forBody: (body: string) => `, ${body}`,
  toSign: "Not signed yet: lines for a pen are printed here.",
  loading: "Writing the preview…",
  names: {
    governor_pack: ({ board }) => (board === "governors" ? "Governor pack" : `Pack for the ${board}`),
    inspection_pack: () => "Inspection pack",
    what_changed: () => "What changed",
    plan: () => "Action plan",
    evidence_index: () => "Evidence index",
    history: () => "History",
  } satisfies Record<PaperKind, (words: Wording) => string>,
  leads: {
    governor_pack:
      "A summary on one page, what must be done, the actions, changes since last round, questions to ask, and the page to sign.",
    inspection_pack:
      "Ratings, what changed, evidence with its ages, open actions, who signed and when. For the day somebody rings.",
    what_changed:
      "Every question against the audit tool of last round: the same, reworded, split, merged, new, dropped.",
    plan: "Every action with owner, date, state and what came of it.",
    evidence_index: "Every item of evidence: where it is kept, how old it is, which answers it backs.",
    history: "Everything that was done to this audit, with date and name.",
  } satisfies Record<PaperKind, string>,
};
