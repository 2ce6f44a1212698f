// What the heatmap shows: rows and columns chosen, put together, sorted and added up. Knows no drawing.
import type { Heat, HeatRow } from "../../api/wire";

export type RowsBy = "setting" | "phase" | "status" | "locality" | "trust";
export type ColumnsBy = "question" | "standard";
export type SortBy = "name" | "best" | "worst";

export interface Choice {
  rowsBy: RowsBy;
  columnsBy: ColumnsBy;
  sort: SortBy;
  find: string;
  phase: string;
}

/** Met and better, of all judgements. */
export interface Share {
  met: number;
  base: number;
}

export interface Line {
  name: string;
  /** The return it is of; none where it is of several. */
  submission: string | null;
  /** A letter a question; empty where it is of several returns or standards. */
  marks: string;
  /** A share a column; empty where its letters stand. */
  shares: Share[];
  total: Share;
}

export interface Head {
  short: string;
  long: string;
}

export interface Picture {
  heads: Head[];
  lines: Line[];
  totals: Share[];
  total: Share;
  /** How many rows there would be without the filters. */
  all: number;
}

/** The picture that was chosen. */
export function picture(heat: Heat, choice: Choice, notSaid: string): Picture {
  const groups = columnGroups(heat, choice.columnsBy);
  const lines = linesOf(heat, choice, groups, notSaid);
  const shown = lines.filter((line) => line.name.toLowerCase().includes(choice.find.trim().toLowerCase()));
  const totals = groups.map((_, at) => sum(shown.map((line) => cell(line, at))));
  return {
    heads: headsOf(heat, choice.columnsBy),
    lines: sorted(shown, choice.sort),
    totals,
    total: sum(totals),
    all: lines.length,
  };
}

/** The share of a cell: of one rating, or of several. */
export function cell(line: Line, column: number): Share {
  if (line.shares.length > 0) return line.shares[column] ?? { met: 0, base: 0 };
  return shareOf(line.marks[column] ?? " ");
}

/** The standards in their order. */
function standards(heat: Heat): string[] {
  return [...new Set(heat.columns.map((column) => column.standard))];
}

function headsOf(heat: Heat, by: ColumnsBy): Head[] {
  if (by === "question") {
    return heat.columns.map((column) => ({
      short: column.number,
      long: `${column.number} ${column.text}`,
    }));
  }
  return standards(heat).map((standard) => ({ short: standard.split(" ")[0] ?? "", long: standard }));
}

/** The places of the letters that make up each column. */
function columnGroups(heat: Heat, by: ColumnsBy): number[][] {
  if (by === "question") return heat.columns.map((_, at) => [at]);
  const places = (standard: string) =>
    heat.columns.flatMap((column, at) => (column.standard === standard ? [at] : []));
  return standards(heat).map(places);
}

function linesOf(heat: Heat, choice: Choice, groups: number[][], notSaid: string): Line[] {
  const rows = heat.rows.filter((row) => !choice.phase || row.phase === choice.phase);
  if (choice.rowsBy === "setting") return rows.map((row) => oneOf(row, choice.columnsBy, groups));
  const by = choice.rowsBy;
  const names = new Map<string, HeatRow[]>();
  for (const row of rows) {
    const name = row[by] || notSaid;
    const group = names.get(name);
    if (group) group.push(row);
    else names.set(name, [row]);
  }
  return [...names].map(([name, group]) => severalOf(name, group, groups));
}

function oneOf(row: HeatRow, by: ColumnsBy, groups: number[][]): Line {
  const line = { name: row.name, submission: row.submission, marks: row.marks, shares: [] as Share[] };
  if (by === "standard") line.shares = groups.map((group) => added([row], group));
  return { ...line, total: sumOfMarks(row.marks) };
}

function severalOf(name: string, rows: HeatRow[], groups: number[][]): Line {
  const shares = groups.map((group) => added(rows, group));
  return { name: `${name} (${rows.length})`, submission: null, marks: "", shares, total: sum(shares) };
}

function added(rows: HeatRow[], places: number[]): Share {
  let [met, base] = [0, 0];
  for (const row of rows) {
    for (const place of places) {
      const share = shareOf(row.marks[place] ?? " ");
      met += share.met;
      base += share.base;
    }
  }
  return { met, base };
}

const MET: Share = { met: 1, base: 1 };
const UNMET: Share = { met: 0, base: 1 };
const NONE: Share = { met: 0, base: 0 };

function shareOf(letter: string): Share {
  if (letter === "E" || letter === "M") return MET;
  return letter === "O" || letter === "P" || letter === "N" ? UNMET : NONE;
}

function sumOfMarks(marks: string): Share {
  return sum([...marks].map(shareOf));
}

export function sum(shares: Share[]): Share {
  let [met, base] = [0, 0];
  for (const share of shares) {
    met += share.met;
    base += share.base;
  }
  return { met, base };
}

function sorted(lines: Line[], by: SortBy): Line[] {
  const part = (line: Line) => (line.total.base === 0 ? -1 : line.total.met / line.total.base);
  const named = (one: Line, other: Line) => one.name.localeCompare(other.name, "en-GB");
  const orders: Record<SortBy, (one: Line, other: Line) => number> = {
    name: named,
    best: (one, other) => part(other) - part(one) || named(one, other),
    worst: (one, other) => part(one) - part(other) || named(one, other),
  };
  return [...lines].sort(orders[by]);
}

/** Where a key leads from a cell; nothing where it leads nowhere. */
export function stepped(
  key: string,
  at: { row: number; column: number },
  size: { rows: number; columns: number; page: number },
): { row: number; column: number } | null {
  const to: Record<string, [number, number]> = {
    ArrowDown: [at.row + 1, at.column],
    ArrowUp: [at.row - 1, at.column],
    ArrowRight: [at.row, at.column + 1],
    ArrowLeft: [at.row, at.column - 1],
    PageDown: [at.row + size.page, at.column],
    PageUp: [at.row - size.page, at.column],
    Home: [at.row, 0],
    End: [at.row, size.columns - 1],
  };
  const wanted = to[key];
  if (!wanted || size.rows === 0) return null;
  const within = (value: number, count: number) => Math.min(Math.max(0, value), count - 1);
  return { row: within(wanted[0], size.rows), column: within(wanted[1], size.columns) };
}
