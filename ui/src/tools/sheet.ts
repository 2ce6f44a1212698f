// What is looked up in an audit tool: the levels of a question, questions by id, and which are shown.
import type { Level, TemplateQuestion, TemplateSheet } from "../api/wire";
import type { Known } from "../text/condition";

export const filters = ["must", "should", "good_practice", "priority", "local"] as const;
export type Filter = (typeof filters)[number];

/** Every question of a tool. */
export function questionsOf(sheet: TemplateSheet): TemplateQuestion[] {
  return sheet.standards.flatMap((standard) => standard.questions);
}

/** Whether a question is one of those that a filter shows. */
export function fits(question: TemplateQuestion, filter: string): boolean {
  if (filter === "priority") return question.priority;
  if (filter === "local") return question.local;
  return filter === "all" || question.duty === filter;
}

/** The levels that a question is rated with; none where it is not rated. */
export function levelsOf(sheet: TemplateSheet, question: TemplateQuestion): Level[] {
  return sheet.scales.find((scale) => scale.id === question.scale)?.levels ?? [];
}

/** Number and kind of each question by its id. */
export function knownIn(sheet: TemplateSheet): Known {
  const all = new Map(questionsOf(sheet).map((question) => [question.id, question]));
  return (id) => all.get(id);
}

/** Paragraphs of a long text. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter(Boolean);
}
