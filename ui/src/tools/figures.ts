// The figures of an audit tool as they are read: each with its words.
import type { Figures } from "../api/wire";
import { figures as text } from "../text/tools";

/** A figure and what it counts. */
export interface FigurePart {
  id: string;
  words: string;
  value: string;
}

/** Every figure, in the order in which they are read. */
export function figureParts(figures: Figures): FigurePart[] {
  const parts: [string, string, string | number][] = [
    ["questions", text.asked, figures.questions],
    ["must", text.must, figures.must],
    ["should", text.should, figures.should],
    ["goodPractice", text.goodPractice, figures.good_practice],
    ["checks", text.checks, figures.checks],
    ["references", text.references, text.referencesOf(figures)],
    ["words", text.words, figures.words],
    ["readingAge", text.readingAge, figures.reading_age],
  ];
  return parts.map(([id, words, value]) => ({ id, words, value: String(value) }));
}
