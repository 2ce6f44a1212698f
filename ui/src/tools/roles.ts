// How the roles of rows and columns are drawn: one shape and one tone each, always beside its word.
import type { ColumnRole, Correction, PictureCell, RowRole, SheetLine } from "../api/wire";
import type { Shape, Tone } from "../design/shapes";

export const columnLooks: Record<ColumnRole, { shape: Shape; tone: Tone }> = {
  statement: { shape: "dot", tone: "exceeds" },
  rating: { shape: "tick", tone: "met" },
  number: { shape: "dash", tone: "neutral" },
  section: { shape: "most", tone: "mostly" },
  note: { shape: "half", tone: "partly" },
  area: { shape: "half", tone: "partly" },
  impact: { shape: "half", tone: "partly" },
  reason: { shape: "half", tone: "partly" },
  extra: { shape: "half", tone: "partly" },
  guidance: { shape: "question", tone: "neutral" },
  other: { shape: "open", tone: "neutral" },
};

export const rowLooks: Record<RowRole, { shape: Shape; tone: Tone }> = {
  question: { shape: "dot", tone: "exceeds" },
  section: { shape: "most", tone: "mostly" },
  heading: { shape: "dash", tone: "neutral" },
  guidance: { shape: "question", tone: "neutral" },
  other: { shape: "open", tone: "neutral" },
};

/** The first sheet that asks, else the first one. */
export function firstAsking(sheets: SheetLine[]): number {
  return sheets.find((sheet) => sheet.role === "questions")?.sheet ?? 0;
}

/** The colours of a cell: its own shade with ink that can be read on it. */
export function shaded(cell: PictureCell): { background: string; ink: string } | undefined {
  if (!cell.shade) return undefined;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(cell.shade.slice(at, at + 2), 16));
  const light = (299 * (red ?? 0) + 587 * (green ?? 0) + 114 * (blue ?? 0)) / 1000;
  return { background: `#${cell.shade}`, ink: light > 140 ? "#17233a" : "#ffffff" };
}

/** What pointing at a cell says: the name or the URN of the setting goes there. */
export function pointed(what: "name_at" | "urn_at", sheet: number, row: number, column: number): Correction {
  return { what, spot: { sheet, row, column } };
}
