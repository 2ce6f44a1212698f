// Which questions of an audit a filter shows. A question is open to more than one of them.
import type { QuestionView } from "../api/wire";
import { levelOf } from "../audit/meanings";
import { answered } from "./walk";

export type Filter = "all" | "unanswered" | "confirm" | "flagged" | "must" | "unbacked" | "action";

/** The filters in the order they are offered. */
export const filters: Filter[] = ["all", "unanswered", "confirm", "flagged", "must", "unbacked", "action"];

/** A filter by its name in an address; `all` where there is none of that name. */
export function filterNamed(name: string): Filter {
  return filters.find((one) => one === name) ?? "all";
}

/** Whether a filter shows a question. */
export function shows(filter: Filter, question: QuestionView): boolean {
  return rules[filter](question);
}

/** How many questions each filter shows. */
export function counts(questions: QuestionView[]): Record<Filter, number> {
  const count = (filter: Filter) => [filter, questions.filter(rules[filter]).length];
  return Object.fromEntries(filters.map(count)) as Record<Filter, number>;
}

const rules: Record<Filter, (question: QuestionView) => boolean> = {
  all: () => true,
  unanswered: (question) => !answered(question) && question.answer.carried_from === null,
  confirm: (question) => question.answer.carried_from !== null,
  flagged: (question) => question.answer.flag,
  must: (question) => question.duty === "must" && below(question),
  unbacked: (question) =>
    atTarget(question) && !question.answer.note.trim() && question.evidence_items.length === 0,
  action: (question) => question.actions.some((one) => one.state === "open" || one.state === "under_way"),
};

function level(question: QuestionView) {
  if (!answered(question)) return null;
  return levelOf(
    question.levels.map((view) => view.level),
    question.answer.value,
  );
}

/** Judged, and short of met. */
function below(question: QuestionView): boolean {
  return ["mostly", "partly", "not_met"].includes(level(question)?.meaning ?? "");
}

function atTarget(question: QuestionView): boolean {
  return ["met", "exceeds"].includes(level(question)?.meaning ?? "");
}
