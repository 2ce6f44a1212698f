// Finding by words: every word must stand somewhere, in any order and any case.
import type { AskedStandard } from "../state/asked.svelte";

/** Whether every word that is looked for stands in one of these texts. */
export function holds(texts: string[], wanted: string): boolean {
  const all = texts.join("\n").toLocaleLowerCase("en-GB");
  const words = wanted.toLocaleLowerCase("en-GB").split(/\s+/).filter(Boolean);
  return words.every((word) => all.includes(word));
}

/** The questions that hold the words, with those that are chosen already; standards with none are left out. */
export function found(standards: AskedStandard[], wanted: string, chosen: string[]): AskedStandard[] {
  const kept = (standard: AskedStandard) =>
    standard.questions.filter(
      (one) => chosen.includes(one.id) || holds([one.number, one.text, standard.title], wanted),
    );
  return standards
    .map((standard) => ({ ...standard, questions: kept(standard) }))
    .filter((standard) => standard.questions.length > 0);
}
