// What the heatmap shows: rows and columns chosen, put together, sorted and added up. Knows no drawing.
import type { Heat, HeatRow, TableView } from "../../api/wire";

export type RowsBy = "setting" | "phase" | "status" | "locality" | "trust";
export type ColumnsBy = "question" | "standard";
export type SortBy = "name" | "best" | "worst";

export type Facet = Exclude<RowsBy, "setting">;
export const facets: Facet[] = ["phase", "status", "locality", "trust"];

export interface Choice {
  rowsBy: RowsBy;
  columnsBy: ColumnsBy;
  sort: SortBy;
  find: string;
  /** Only settings that are this; empty where all are shown. */
  only: Record<Facet, string>;
  /** Only the questions of this standard; empty where all are shown. */
  standard: string;
}

/** The choice that a person begins with. */
export function everything(): Choice {
  const only = { phase: "", status: "", locality: "", trust: "" };
  return { rowsBy: "setting", columnsBy: "question", sort: "name", find: "", only, standard: "" };
}

/** Made once: of many names, it takes most of the time of an order. */
const names = new Intl.Collator("en-GB");

/** What there is to choose of each facet, and which standards; nothing while that is not known. */
export function offered(heat: Heat | null): { facets: Record<Facet, string[]>; standards: string[] } {
  const of = (facet: Facet) =>
    [...new Set(heat?.rows.map((row) => row[facet]).filter(Boolean))].sort(names.compare);
  const all = Object.fromEntries(facets.map((facet) => [facet, of(facet)]));
  return { facets: all as Record<Facet, string[]>, standards: heat ? standards(heat) : [] };
}

/** Met and better, of all judgements. */
export interface Share {
  met: number;
  base: number;
  /** It may not be shown to others. */
  hidden?: true;
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

/** What stands on the screen until the answer is there: nothing yet, in the room that all will take. */
export const NO_PICTURE: Picture = { heads: [], lines: [], totals: [], total: { met: 0, base: 0 }, all: 0 };

/** The picture that was chosen. */
export function picture(whole: Heat, choice: Choice, notSaid: string): Picture {
  const heat = narrowed(whole, choice);
  const groups = columnGroups(heat, choice.columnsBy);
  const lines = linesOf(heat, choice, groups, notSaid);
  const sought = choice.find.trim().toLowerCase();
  const shown = sought ? lines.filter((line) => line.name.toLowerCase().includes(sought)) : lines;
  const totals = addedUp(shown, groups.length);
  return {
    heads: headsOf(heat, choice.columnsBy),
    lines: sorted(shown, choice.sort),
    totals,
    total: sum(totals),
    all: lines.length,
  };
}

/** The questions of one standard alone, where one is chosen. */
function narrowed(heat: Heat, { standard }: Choice): Heat {
  if (!standard) return heat;
  const places = heat.columns.flatMap((column, at) => (column.standard === standard ? [at] : []));
  const rows = heat.rows.map((row) => ({
    ...row,
    marks: places.map((place) => row.marks[place] ?? " ").join(""),
  }));
  return { ...heat, rows, columns: places.flatMap((place) => heat.columns[place] ?? []) };
}

/** The picture that others may see: a line a group, from a table in which small numbers are hidden. */
export function shared(table: TableView, sort: SortBy): Picture {
  const named = table.columns.findIndex((column) => column.numeric);
  const share = (row: number, column: number): Share => {
    const cell = table.rows[row]?.[column];
    if (!cell || cell.count === null || cell.base === null) return { met: 0, base: 0, hidden: true };
    return { met: cell.count, base: cell.base };
  };
  const groups = table.columns.slice(named, -1).map(({ label }, at): Line => {
    const shares = table.rows.map((_, row) => share(row, named + at));
    const all = shares.some((one) => one.hidden);
    const total: Share = all ? { met: 0, base: 0, hidden: true } : sum(shares);
    return { name: label, submission: null, marks: "", shares, total };
  });
  const last = table.columns.length - 1;
  const totals = table.rows.map((_, row) => share(row, last));
  const whole: Share = totals.some((one) => one.hidden) ? { met: 0, base: 0, hidden: true } : sum(totals);
  const head = (row: TableView["rows"][number]): Head => {
    const words = row.slice(0, named).map((cell) => cell.text);
    return { short: (words[0] ?? "").split(" ")[0] ?? "", long: words.join(" ") };
  };
  return {
    heads: table.rows.map(head),
    lines: sorted(groups, sort),
    totals,
    total: whole,
    all: groups.length,
  };
}

/** The picture as a table, to be copied. */
export function asTable(
  picture: Picture,
  title: string,
  caption: string,
  words: (cell: Cell) => string,
): TableView {
  const cell = (text: string) => ({ text, count: null, base: null, range: "", opens: false });
  const figure = (share: Share) => {
    const text = words({ letter: "", share });
    return share.hidden ? cell(text) : { ...cell(text), count: share.met, base: share.base };
  };
  const line = (line: Line) => [
    cell(line.name),
    figure(line.total),
    ...picture.heads.map((_, at) =>
      line.shares.length > 0
        ? figure(line.shares[at] ?? NONE)
        : cell(words({ letter: line.marks[at] ?? " ", share: NONE })),
    ),
  ];
  return {
    title,
    caption,
    as_at: "",
    columns: ["", "% met", ...picture.heads.map((head) => head.short)].map((label) => ({
      label,
      numeric: true,
    })),
    rows: picture.lines.map(line),
    notes: [],
  };
}

/** A cell to be put in words: a letter, else a share. */
export interface Cell {
  letter: string;
  share: Share;
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
  const only = facets.filter((facet) => choice.only[facet]);
  const rows = heat.rows.filter((row) => only.every((facet) => row[facet] === choice.only[facet]));
  if (choice.rowsBy === "setting") {
    const shared = choice.columnsBy === "standard" ? groups : null;
    return rows.map((row) => oneOf(row, shared));
  }
  const by = choice.rowsBy;
  const named = new Map<string, HeatRow[]>();
  for (const row of rows) {
    const name = row[by] || notSaid;
    const group = named.get(name);
    if (group) group.push(row);
    else named.set(name, [row]);
  }
  return [...named].map(([name, group]) => severalOf(name, group, groups));
}

function oneOf({ name, submission, marks }: HeatRow, groups: number[][] | null): Line {
  if (!groups) return { name, submission, marks, shares: [], total: NONE };
  const shares = groups.map((group) => added([marks], group));
  return { name, submission, marks, shares, total: sum(shares) };
}

function severalOf(name: string, rows: HeatRow[], groups: number[][]): Line {
  const marks = rows.map((row) => row.marks);
  const shares = groups.map((group) => added(marks, group));
  return { name: `${name} (${rows.length})`, submission: null, marks: "", shares, total: sum(shares) };
}

function added(rows: string[], places: number[]): Share {
  let [met, base] = [0, 0];
  for (const marks of rows) {
    for (const place of places) {
      const share = shareOf(marks[place] ?? " ");
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

/** What each letter adds, by its code: of half a million, a list of shares takes longer than to add them up. */
const adds = {
  met: Uint8Array.from({ length: 128 }, (_, code) => shareOf(String.fromCharCode(code)).met),
  base: Uint8Array.from({ length: 128 }, (_, code) => shareOf(String.fromCharCode(code)).base),
};

/** A share a column over all lines, and that of each line whose letters stand: all in one walk. */
function addedUp(lines: Line[], columns: number): Share[] {
  const [met, base] = [new Uint32Array(columns), new Uint32Array(columns)];
  const add = (share: Share, at: number) => {
    met[at] = (met[at] ?? 0) + share.met;
    base[at] = (base[at] ?? 0) + share.base;
  };
  for (const line of lines) {
    if (line.shares.length > 0) line.shares.forEach(add);
    else line.total = walked(line.marks, met, base);
  }
  return Array.from({ length: columns }, (_, at) => ({ met: met[at] ?? 0, base: base[at] ?? 0 }));
}

function walked(marks: string, met: Uint32Array, base: Uint32Array): Share {
  const total = { met: 0, base: 0 };
  for (let at = 0; at < marks.length; at++) {
    const code = marks.charCodeAt(at);
    const isMet = adds.met[code] ?? 0;
    const counts = adds.base[code] ?? 0;
    total.met += isMet;
    total.base += counts;
    met[at] = (met[at] ?? 0) + isMet;
    base[at] = (base[at] ?? 0) + counts;
  }
  return total;
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
  const named = (one: Line, other: Line) => names.compare(one.name, other.name);
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
