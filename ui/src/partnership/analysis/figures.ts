// Walking over the figures of a table with the arrow keys: one of them stands in the order of the Tab key.

/** A place in a table: row and column. */
export type Spot = [row: number, column: number];

const steps: Record<string, Spot> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where a key leads from a figure; itself at the edge, nothing for another key. */
export function stepped(opens: boolean[][], from: Spot, key: string): Spot | null {
  const row = opens[from[0]] ?? [];
  if (key === "Home") return [from[0], row.indexOf(true)];
  if (key === "End") return [from[0], row.lastIndexOf(true)];
  const step = steps[key];
  if (!step) return null;
  let [at, column] = [from[0] + step[0], from[1] + step[1]];
  while (opens[at]?.[column] !== undefined) {
    if (opens[at]?.[column]) return [at, column];
    at += step[0];
    column += step[1];
  }
  return from;
}

/** The first figure of a table; nothing where it has none. */
export function first(opens: boolean[][]): Spot | null {
  const row = opens.findIndex((cells) => cells.includes(true));
  return row < 0 ? null : [row, opens[row]?.indexOf(true) ?? 0];
}

/** A share without the base that stands beside it: for where the base is said in a line of its own. */
export function withoutBase(text: string): string {
  return text.replace(/ \(n = \d+\)$/, "");
}
