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

/** How many lines of a return belong to a list. */
export function countOf(view: ReturnView, show: Show): number {
  return view.standards.flatMap((standard) => standard.lines).filter((line) => belongs(line, show)).length;
}

function isGap(line: ReturnLine): boolean {
  const meaning = levelOf(line.levels, line.self_rating)?.meaning;
  return meaning === "mostly" || meaning === "partly" || meaning === "not_met";
}
