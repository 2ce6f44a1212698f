// What a long table draws and where its row in hand goes: arithmetic alone, so that it can be tested without drawing.

/** A column: what it says of a row, how wide it is at least, and what it is sorted by. */
export interface Column<Row> {
  key: string;
  heading: string;
  /** Least width, in rem. */
  width: number;
  /** Its share of the room that is left; none where it stays as it is. */
  grow?: number;
  /** What the cell says, drawn or not. */
  text: (row: Row) => string;
  /** What the column is sorted by; `text` where it is not said, and not at all for `null`. */
  sort?: ((row: Row) => string | number | null) | null;
  /** Drawn by the table's `cell` snippet. */
  drawn?: boolean;
  align?: "end";
}

export interface Sorting {
  key: string;
  direction: "ascending" | "descending";
}

/** Rows are drawn in steps of so many, so that most movements of the wheel draw nothing. */
const STEP = 8;

/** Which rows are drawn: those in view and a step to either side. */
export function inView(
  top: number,
  height: number,
  row: number,
  count: number,
): { from: number; to: number } {
  if (row <= 0 || count === 0) return { from: 0, to: 0 };
  const first = Math.min(Math.max(0, Math.floor(top / row)), count - 1);
  const last = Math.ceil((Math.max(0, top) + Math.max(height, row)) / row);
  const from = Math.max(0, (Math.floor(first / STEP) - 1) * STEP);
  return { from, to: Math.min(count, (Math.ceil(last / STEP) + 1) * STEP) };
}

/** Where the list has to stand so that a row is seen whole; where it stands already, if it is. */
export function scrolledTo(at: number, top: number, height: number, row: number): number {
  const above = at * row;
  if (above < top) return above;
  return above + row > top + height ? Math.max(0, above + row - height) : top;
}

/** The heading that a key leads to, of so many; nothing where the key is not one that moves. */
export function walked(key: string, at: number, count: number): number | null {
  const to: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: count - 1 };
  const wanted = to[key];
  return wanted === undefined || count === 0 ? null : Math.min(Math.max(0, wanted), count - 1);
}

/** The row that a key leads to; nothing where the key is not one that moves. */
export function stepped(key: string, at: number, count: number, page: number): number | null {
  const to: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  };
  const wanted = to[key];
  return wanted === undefined || count === 0 ? null : Math.min(Math.max(0, wanted), count - 1);
}

/** The keys from one row to another, whichever is above. */
export function between(keys: string[], one: number, other: number): string[] {
  return keys.slice(Math.max(0, Math.min(one, other)), Math.max(one, other) + 1);
}

const order = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });

/** What is chosen after one more was chosen, or given up. */
export function turned(chosen: Set<string>, key: string): Set<string> {
  return chosen.has(key) ? new Set([...chosen].filter((one) => one !== key)) : new Set([...chosen, key]);
}

/** What is chosen after a whole range was chosen too. */
export function withAll(chosen: Set<string>, keys: string[]): Set<string> {
  return new Set([...chosen, ...keys]);
}

/** The rows in the order of a column; rows of which it says nothing stand last, whichever way it is sorted. */
export function sorted<Row>(rows: Row[], columns: Column<Row>[], by: Sorting | null): Row[] {
  const column = columns.find((one) => one.key === by?.key);
  if (!by || !column || column.sort === null) return rows;
  const value = column.sort ?? column.text;
  const turn = by.direction === "ascending" ? 1 : -1;
  const known = rows.map((row) => ({ row, said: value(row) }));
  known.sort((one, other) => compared(one.said, other.said, turn));
  return known.map(({ row }) => row);
}

/** How it is sorted after a press on a heading: upwards first, then turned. */
export function pressed(now: Sorting | null, key: string): Sorting {
  const turned = now?.key === key && now.direction === "ascending";
  return { key, direction: turned ? "descending" : "ascending" };
}

/** What the grid of a row is made of: a column keeps its least width, and some share what is left. */
export function tracks<Row>(columns: Column<Row>[], boxes: "boxes" | "none"): string {
  const own = columns.map(({ width, grow }) => `minmax(${width}rem, ${grow ? `${grow}fr` : `${width}rem`})`);
  return [...(boxes === "boxes" ? ["3rem"] : []), ...own].join(" ");
}

/** How wide a table is at least, in rem. */
export function leastWidth<Row>(columns: Column<Row>[], boxes: "boxes" | "none"): number {
  return columns.reduce((sum, column) => sum + column.width, boxes === "boxes" ? 3 : 0);
}

type Said = string | number | null;

function compared(one: Said, other: Said, turn: number): number {
  const blank = (said: Said) => said === null || said === "";
  if (blank(one) || blank(other)) return Number(blank(one)) - Number(blank(other));
  if (typeof one === "number" && typeof other === "number") return (one - other) * turn;
  return order.compare(String(one), String(other)) * turn;
}
