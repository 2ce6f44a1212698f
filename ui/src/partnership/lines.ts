// Narrowing a return to the questions that matter to a reader.
import { levelOf } from "../audit/meanings";
import type { ReturnLine, ReturnView } from "../api/wire";

export type Show = "all" | "gaps" | "blank" | "panel";

/** Whether a line belongs to a list. */
export function belongs(line: ReturnLine, show: Show): boolean {
  switch (show) {
    case "all":
      return true;
    case "blank":
      return line.self_rating === null;
    case "panel":
      return line.moderated !== null;
    case "gaps":
      return isGap(line);
  }
}

/** The standards with the lines that belong to a list and hold what was typed; a number is typed as it is printed. */
export function narrowed(
  standards: ReturnView["standards"],
  show: Show,
  typed: string,
): ReturnView["standards"] {
  const words = typed.toLocaleLowerCase("en-GB").split(/\s+/).filter(Boolean);
  const number = words.length === 1 ? (words[0] ?? "") : "";
  const lines = standards.flatMap((standard) => standard.lines);
  const printed = lines.some((line) => line.number.toLocaleLowerCase("en-GB") === number);
  const holds = (line: ReturnLine) =>
    printed
      ? line.number.toLocaleLowerCase("en-GB") === number
      : words.every((word) => said(line).includes(word));
  return standards
    .map((standard) => ({
      ...standard,
      lines: standard.lines.filter((line) => belongs(line, show) && holds(line)),
    }))
    .filter((standard) => standard.lines.length > 0);
}

/** How many of these were rated below the target. */
export function gaps(lines: ReturnLine[]): number {
  return lines.filter(isGap).length;
}

/** How many lines of a return belong to a list. */
export function countOf(view: ReturnView, show: Show): number {
  return view.standards.flatMap((standard) => standard.lines).filter((line) => belongs(line, show)).length;
}

function said(line: ReturnLine): string {
  return [line.number, line.text, line.note, line.impact, line.area].join(" ").toLocaleLowerCase("en-GB");
}

function isGap(line: ReturnLine): boolean {
  const meaning = levelOf(line.levels, line.self_rating)?.meaning;
  return meaning === "mostly" || meaning === "partly" || meaning === "not_met";
}
