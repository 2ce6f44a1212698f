// Sending a return: what is open, the file, the sentence for the e-mail. Attest itself sends nothing.
import type { SendView } from "../api/wire";
import { counted } from "./counts";
import { onDate, onDateAtTime } from "./when";

export const send = {
  title: "Send",
  lead: "Attest writes the return as one Excel workbook. You send it, the way your partnership has asked for.",
  ready: "Before you send",
  gaps: (n: number) => (n === 0 ? "No gaps are open" : `${counted(n, "gap")} still open`),
  looks: (n: number) => (n === 0 ? "" : `${n} worth a look`),
  toChecks: "Look at them",
  signed: "Signed off",
  unsigned: "Not signed off yet: every page is marked as a draft",
  toSignOff: "Go to Sign off",
  due: (date: string) => `Due ${onDate(date)}`,
  noDue: "No return date set",
  file: "1. Write the file",
  fileLead: "Please keep its name: it says whose return it is and which one.",
  nextName: "Written again, it would be called:",
  write: "Write the return…",
  again: "Write it again…",
  writing: "Writing the return…",
  last: ({ name, folder, at }: NonNullable<SendView["last"]>) =>
    `Last written ${onDateAtTime(at)}: ${name}, in ${folder}.`,
  never: "Not written yet.",
  mail: "2. Send it",
  mailLead: "Attach the workbook to an e-mail: not a link, not a PDF. This text is ready to paste.",
  text: "Text for the e-mail",
  copy: "Copy the text",
  copied: "Copied.",
  notCopied: "The text is marked: copy it with Ctrl + C.",
  saved: (to: string) => `Saved as a return file. Now send it to ${to || "your partnership"}.`,
  unsent: "Saving it has sent nothing. Attest cannot send.",
  guide: "How returning works",
  ways: "With others",
  readBack: "Read a workbook back",
  readBackHint: "For answers given in Excel, a section that is back, or questions that were sent back.",
  share: "Share a section",
  shareHint: "For a colleague: some standards as a small workbook.",
};

/** The sentences to paste into the e-mail. */
export function mailText(view: SendView): string {
  const what = view.signed ? "our signed-off return" : "a draft of our return";
  const lines = [
    `Please find attached ${what} of the safeguarding self-audit for ${view.setting}, round ${view.round}.`,
    view.signed && view.code ? `Its sign-off code is ${view.code}.` : "",
    view.last && view.last.revision > 1
      ? `It replaces what we sent before (this is number ${view.last.revision}).`
      : "",
    "It is one Excel workbook and was written with Attest.",
  ];
  return lines.filter(Boolean).join(" ");
}
