// What was done, in words, for undo, redo and the history. The core gives the operation's name and target.
import { counted } from "./counts";

const names: Record<string, string> = {
  "answer.rate": "rating",
  "answer.write": "typing",
  "answer.flag": "flag",
  "answer.confirm": "confirmed answer",
  "answer.confirm_same": "confirmed unchanged answers",
  "own_workbook.keep": "keeping of the partnership’s workbook",
  "own_workbook.write": "filled workbook of the partnership",
  "audit.next_year": "start of the next audit",
  "audit.copy": "copied answers",
  "sample.fill": "made-up answers of the sample",
  "home.facts": "facts",
  "home.dates": "dates",
  "evidence.save": "evidence",
  "evidence.link": "link to evidence",
  "evidence.unlink": "removal of a link to evidence",
  "evidence.retire": "retirement of evidence",
  "evidence.restore": "return of evidence to the list",
  "action.save": "action",
  "action.review": "review of an action",
  "action.link": "link to an action",
  "action.unlink": "removal of a link to an action",
  "action.remove": "removal of an action",
  "challenge.save": "challenge",
  "challenge.reply": "reply to a challenge",
  "challenge.remove": "removal of a challenge",
  "sign_off.sign": "signature",
  "sign_off.void": "taking back of the sign-off",
  "template.keep": "keeping of the audit tool",
  "start.new_setting": "new audit",
  "start.new_partnership": "new round",
  "setting.add": "new setting",
  "issue.begin": "issuing",
  "wording.save": "wording of a letter",
  "wording.reset": "wording of a letter",
  "chase.letters": "letters",
  "chase.spoken": "record of a talk",
  "chase.extend": "more time",
  "chase.escalate": "step higher",
  "register.add": "entry in the register",
  "register.exempt": "exemption",
  "register.cover": "covered by another return",
  "register.close": "closure",
  "register.ask": "asking again",
  "register.extend": "more time",
  "register.leave": "taking off the register",
  "register.freeze": "cut-off",
  "round.group_dates": "due dates of groups",
  "intake.accept": "acceptance of returns",
  "intake.accept_clean": "acceptance of clean returns",
  "intake.place": "intake of returns",
  "intake.again": "second look at an intake",
  "needs.answer": "answer on the work list",
  "needs.revoke": "taking back of an answer on the work list",
  "needs.unlock": "unlocking of a file",
  "submission.begin": "start of the audit",
  "round.create": "start of the round",
  "return.write": "return as a workbook",
  "return.take": "answers from a workbook",
  "share.write": "section for a colleague",
  "share.call_off": "end of waiting for a section",
  "sent_back.note": "list of questions sent back",
  "sent_back.settle": "look at a question sent back",
  "intake.withdraw": "withdrawal of an intake",
  "return.check": "look at returns",
  "return.send_back": "return sent back",
  "note.write": "note on a return",
  "note.remove": "taking away of a note",
  "finding.record": "panel finding",
  undo: "undo",
  redo: "redo",
  redaction: "redaction",
};

/** The words of an operation: `rating of C4`. */
export function operation(
  name: string,
  target = "",
  numbers: ReadonlyMap<string, string> = new Map(),
): string {
  const words = names[name] ?? "last change";
  const on = numbers.get(target.split(" ")[0] ?? "") ?? targetName(target);
  return on ? `${words} of ${on}` : words;
}

/** A question's id as its printed number where the two agree (`school.c4` as `C4`); row ids say nothing. */
export function targetName(target: string): string {
  const slug = /^[a-z_]+\.([a-z]{1,3}\d{1,3}[a-z]?)$/.exec(target.split(" ")[0] ?? "");
  return slug?.[1] ? slug[1].toUpperCase() : "";
}

export const bar = {
  label: "Open file",
  home: "Attest, to the start of this file",
  undo: (what: string) => `Undo ${what}`,
  redo: (what: string) => `Redo ${what}`,
  nothingToUndo: "Undo",
  nothingToRedo: "Redo",
  undone: (what: string) => `Undone: ${what}`,
  redone: (what: string) => `Redone: ${what}`,
  history: "History",
  preferences: "Settings",
  help: "Help",
  close: "Close file",
  saving: "Saving…",
  saved: (time: string) => `Saved ${time}`,
  allSaved: "All saved",
  notSaved: "Not saved yet",
  tryAgain: "Try again",
  readOnly: (who: string) => `You can read this file but not change it: ${who} has it open.`,
  readOnlyHint: "Ask them to close it, then close and open the file again here.",
  refused: "This one answer is not kept yet. It stays on the screen: put it right, and it is saved.",
  unsaved: (places: number) =>
    `${counted(places, "answer")} could not be saved yet. What you typed is still on this screen; do not close Attest.`,
};

export const failure = {
  title: "That did not work",
  fault: "Attest could not finish that.",
  faultHint: "Your work is saved. Try again; if it happens again, close Attest and open the file again.",
  dismiss: "Close this message",
};
