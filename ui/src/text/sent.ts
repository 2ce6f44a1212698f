// A workbook that was sent to a setting, on the first screen.
import type { SentWorkbook } from "../api/wire";
import { counted } from "./counts";
import { onDate } from "./when";

export const sent = {
  title: "Open a workbook that was sent to you",
  door: "Open a workbook sent to you…",
  lead: "Your partnership may have sent the audit as an Excel workbook. Attest makes an audit of it, with everything it says already.",
  back: "Back",
  none: "No workbook is open here.",
  noneHint: "Choose the workbook as it came, filled in or not. It stays as it is.",
  choose: "Choose a workbook…",
  another: "Choose another…",
  reading: "Reading the workbook…",
  begin: "Begin the audit…",
  beginHint:
    "You are asked where to save the new file. What you send from it is known as the answer to this workbook.",
  problems: "What was found in the workbook",
  facts: (seen: SentWorkbook): [string, string][] => {
    const numbers = Object.entries(seen.identifiers).map(
      ([scheme, value]) => `${scheme.toUpperCase()} ${value}`,
    );
    const all: [string, string][] = [
      ["Workbook", seen.name],
      ["Numbers", numbers.join(", ")],
      ["Round", seen.round],
      ["Audit tool", seen.template ? `${seen.template.title}, ${seen.template.version}` : ""],
      ["About the tool", seen.template?.status_note ?? ""],
      ["Answered", `${seen.answered} of ${counted(seen.questions, "question")}`],
      ["Return by", onDate(seen.due)],
      ["Return to", seen.return_to],
    ];
    return all.filter(([, said]) => said !== "");
  },
};
