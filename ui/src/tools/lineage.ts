// What a person says became of each question, from what was proposed: the choices there are, and the rows they make.
import type { Change, LineageTyped, VersionChange } from "../api/wire";

/** What was said of a row: a kind of change, `apart`, or `from:` and the id of a question before; and why. */
export interface Saying {
  choice: string;
  note: string;
}

/** What stands on its own on both sides: what was before is dropped, what is now is new. */
export const APART = "apart";
const FROM = "from:";

/** The choice that a question goes on from an earlier one that was to be dropped. */
export function goesOnFrom(question: string): string {
  return FROM + question;
}

/** The choices for a row by its shape, the proposed one first; others for a new question follow from what is dropped. */
export function choices(row: VersionChange): string[] {
  const rest: Partial<Record<Change, string[]>> = {
    same: ["reworded", APART],
    reworded: ["same", APART],
    split: [APART],
    merged: [APART],
  };
  return [row.change, ...(rest[row.change] ?? [])];
}

/** The rows of the lineage as it was said; every question of both versions stands in exactly one. */
export function lineageOf(rows: VersionChange[], said: (at: number) => Saying | undefined): LineageTyped[] {
  const taken = new Map<string, LineageTyped>();
  const made = rows.flatMap((row, at) => rowsOf(row, said(at), taken));
  return made.filter((row) => row.change !== "dropped" || !taken.has(row.from[0] ?? ""));
}

function rowsOf(
  row: VersionChange,
  saying: Saying | undefined,
  taken: Map<string, LineageTyped>,
): LineageTyped[] {
  const note = saying?.note.trim() ?? row.note;
  const choice = saying?.choice ?? row.change;
  const [from, to] = [row.from.map((one) => one.id), row.to.map((one) => one.id)];
  if (choice === APART) return apart(from, to, note);
  if (choice.startsWith(FROM)) return goingOn(choice.slice(FROM.length), to, note, taken);
  return [{ change: choice as Change, from, to, note }];
}

function apart(from: string[], to: string[], note: string): LineageTyped[] {
  return [
    ...from.map((id): LineageTyped => ({ change: "dropped", from: [id], to: [], note })),
    ...to.map((id): LineageTyped => ({ change: "new", from: [], to: [id], note })),
  ];
}

/** The first that goes on from a question is that one reworded; where several do, it was split into them. */
function goingOn(from: string, to: string[], note: string, taken: Map<string, LineageTyped>): LineageTyped[] {
  const first = taken.get(from);
  if (first) {
    first.change = "split";
    first.to.push(...to);
    first.note = [first.note, note].filter(Boolean).join(" ");
    return [];
  }
  const row: LineageTyped = { change: "reworded", from: [from], to: [...to], note };
  taken.set(from, row);
  return [row];
}
