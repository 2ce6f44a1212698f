// Where audits side by side part company, and how one cell of them is drawn.
import type { CompareView } from "../api/wire";
import { meaningLooks, type Look } from "../audit/meanings";
import { compare as text } from "../text/compare";
import { meanings } from "../text/words";

type Row = CompareView["rows"][number];
type Cell = Row["cells"][number];

/** Whether the ratings of a row are not all the same; blank is an answer of its own here, not asked is none. */
export function differ(row: Pick<Row, "cells">): boolean {
  const asked = row.cells.filter((cell) => cell.asked);
  return new Set(asked.map((cell) => cell.label ?? "")).size > 1;
}

/** The word of a cell with its shape and tone. */
export function cellTag(cell: Cell): Look & { words: string } {
  if (!cell.asked) return { words: text.notAsked, ...meaningLooks.not_applicable };
  if (!cell.label) return { words: meanings.blank, ...meaningLooks.blank };
  return { words: cell.label, ...meaningLooks[cell.meaning ?? "none"] };
}

/** A school and its year: two audits of one school tell apart by the year alone. */
export function nameOf(audit: CompareView["settings"][number]): string {
  return `${audit.name}, ${audit.round}`;
}
