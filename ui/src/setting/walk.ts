// Going from question to question, over the edges of standards.
import type { QuestionView, StandardView } from "../api/wire";
import type { Place } from "../state/places";

/** Which question an address means: an id, the `first`, the `last`, or the first that is `open`. */
export function questionAt(standard: StandardView, which: string): QuestionView | null {
  const all = standard.questions;
  if (which === "last") return all.at(-1) ?? null;
  if (which === "open") return all.find((one) => !answered(one)) ?? all[0] ?? null;
  if (which === "first") return all[0] ?? null;
  return all.find((one) => one.id === which) ?? null;
}

/** Whether a question has an answer of this round: a carried one counts only once confirmed. */
export function answered(question: QuestionView): boolean {
  return (
    question.answer.value !== null && question.answer.value !== "" && question.answer.carried_from === null
  );
}

/** Whether anything stands beside the value of an answer: a text, an item of evidence, an action. */
export function written(question: QuestionView): boolean {
  const { note, impact, area, extra } = question.answer;
  const texts = [note, impact, area, ...Object.values(extra)];
  return (
    texts.some((text) => text.trim() !== "") || question.evidence_items.length + question.actions.length > 0
  );
}

/** The place after a question: the next of its standard, else the first of the next standard. */
export function after(standard: StandardView, question: QuestionView): Place | null {
  const next = standard.questions[standard.questions.indexOf(question) + 1];
  if (next) return { screen: "question", standard: standard.id, question: next.id };
  return standard.next ? { screen: "question", standard: standard.next, question: "first" } : null;
}

/** The place before a question. */
export function before(standard: StandardView, question: QuestionView): Place | null {
  const previous = standard.questions[standard.questions.indexOf(question) - 1];
  if (previous) return { screen: "question", standard: standard.id, question: previous.id };
  return standard.previous ? { screen: "question", standard: standard.previous, question: "last" } : null;
}
