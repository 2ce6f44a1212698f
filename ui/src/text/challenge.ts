// What those who hold the setting to account asked about the audit, and the replies.
import { onDate } from "./when";

export const challenges = {
  title: "Questions and replies",
  lead: (board: string) =>
    `What the ${board} asked about this audit, and what was replied. It shows that the audit was questioned, not only received.`,
  add: "Record a question",
  empty: "No questions recorded yet.",
  emptyHint: "Good questions stand under each standard; the governor pack prints them for the meeting.",
  list: "Questions",
  whole: "On the audit as a whole",
  on: "On",
  by: (who: string, role: string, on: string) =>
    `${[who, role].filter(Boolean).join(", ")}, on ${onDate(on)}`,
  waits: "Waits for a reply",
  replied: "Replied",
  reply: "Reply",
  replyOf: (text: string) => `Reply to: ${text}`,
  changeReply: "Change the reply",
  changeReplyOf: (text: string) => `Change the reply to: ${text}`,
  edit: "Edit",
  editOf: (text: string) => `Edit: ${text}`,
  remove: "Remove",
  removeOf: (text: string) => `Remove: ${text}`,
  back: "Back to Sign off",
};

export const challengeForm = {
  add: "Record a question",
  edit: "Edit this question",
  text: "What was asked",
  textHint: "In their words, as near as you can. Name no child.",
  textMissing: "Enter what was asked",
  by: "Who asked",
  byMissing: "Enter who asked",
  role: "Role",
  roleHint: "For example: chair, safeguarding governor, board member.",
  on: "When",
  onHint: "Empty means today.",
  onIn: "the date it was asked",
  question: "About which question of the audit?",
  whole: "The audit as a whole",
  save: "Keep this question",
  cancel: "Cancel",
  optional: "(optional)",
};

export const replyForm = {
  title: "Reply",
  text: "The reply",
  textHint: "What was answered, and what will be done. Empty takes the reply away.",
  by: "Who replied",
  byMissing: "Enter who replied",
  save: "Keep this reply",
  cancel: "Cancel",
};
