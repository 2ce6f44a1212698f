// Going through the work list: which question is in hand, and which key chooses what. Knows no drawing.
import type { NeedQuestion, NeedsView } from "../api/wire";

/** What makes a question itself. */
export function keyOf(question: NeedQuestion): string {
  return `${question.kind} ${question.given}`;
}

/** The question in hand: the one that was, where it is still asked, else the next one that was not passed over. */
export function inHand(view: NeedsView, key: string, passed: Set<string>): NeedQuestion | null {
  const there = view.questions.find((question) => keyOf(question) === key);
  const next = view.questions.find((question) => !passed.has(keyOf(question)));
  return there ?? next ?? view.questions[0] ?? null;
}

/** The choice that a key picks: 1 the first; nothing where there is none. */
export function picked(question: NeedQuestion, key: string): string | null {
  const at = /^[1-9]$/.test(key) ? Number(key) - 1 : -1;
  return question.choices[at]?.meaning ?? null;
}
