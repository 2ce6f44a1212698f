// Draws so much of the heatmap as is in view: names, heads, letters, totals. Knows no rating's meaning but its ink.
import { cell, type Picture, type Share } from "./heat";

/** Sizes in pixels at a text size of 16; all grow with it. */
export interface Sizes {
  name: number;
  total: number;
  cell: number;
  row: number;
  head: number;
}

/** Names have more room where the map is wide, and leave room for cells where it is narrow. */
export function sizes(em: number, wide = 0): Sizes {
  const narrow = wide > 0 && wide < em * 30;
  return {
    name: narrow ? Math.max(em * 5, wide * 0.4) : em * (wide > em * 64 ? 19 : 15),
    total: em * (narrow ? 3 : 4),
    cell: em * 2.125,
    row: em * 1.625,
    head: em * 5,
  };
}

/** A letter's or a share's two colours. */
export interface Ink {
  ink: string;
  wash: string;
}
export type Inks = Record<string, Ink> & { page: Ink; line: Ink; held: Ink };

export interface View {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The first cell in view, and how many are. */
export function window(view: View, by: Sizes, rows: number, columns: number) {
  const room = { wide: view.width - by.name - by.total, high: view.height - by.head };
  const first = { row: Math.floor(view.top / by.row), column: Math.floor(view.left / by.cell) };
  return {
    ...first,
    rows: Math.max(0, Math.min(rows - first.row, Math.ceil(room.high / by.row) + 1)),
    columns: Math.max(0, Math.min(columns - first.column, Math.ceil(room.wide / by.cell) + 1)),
  };
}

/** The ink of a share: five steps, so that its number is read and not only its shade. */
export function inkOf(share: Share): string {
  if (share.base === 0) return ".";
  const part = share.met / share.base;
  return part >= 0.95 ? "E" : part >= 0.85 ? "M" : part >= 0.7 ? "O" : part >= 0.5 ? "P" : "N";
}

/** A share as it stands in a cell: a whole percentage, 100 and 0 only where it is all or nothing. */
export function shown({ met, base, hidden }: Share): string {
  if (hidden) return "×";
  if (base === 0) return "·";
  if (met === 0 || met === base) return met === 0 ? "0" : "100";
  return String(Math.min(99, Math.max(1, Math.round((100 * met) / base))));
}

/** Draws the view; gives how many cells were drawn. */
export function draw(
  on: CanvasRenderingContext2D,
  picture: Picture,
  view: View,
  by: Sizes,
  inks: Inks,
  marks: {
    letters: Record<string, string>;
    held: { row: number; column: number };
    all: string;
    share: string;
  },
): number {
  const seen = window(view, by, picture.lines.length, picture.heads.length);
  const left = by.name + by.total;
  const x = (column: number) => left + column * by.cell - view.left;
  const y = (row: number) => by.head + row * by.row - view.top;
  paper(on, view, inks);
  on.textBaseline = "middle";
  for (let row = seen.row; row < seen.row + seen.rows; row++) {
    const line = picture.lines[row];
    if (!line) continue;
    for (let column = seen.column; column < seen.column + seen.columns; column++) {
      const letter = line.shares.length > 0 ? "" : (line.marks[column] ?? " ");
      const share = cell(line, column);
      const ink = inks[letter || inkOf(share)] ?? inks.page;
      const text = letter ? (marks.letters[letter] ?? letter) : shown(share);
      box(on, x(column), y(row), by.cell, by.row, ink, text);
    }
  }
  held(on, x(marks.held.column), y(marks.held.row), by, inks);
  names(on, picture, view, by, inks, { ...seen, y });
  heads(on, picture, view, by, inks, { ...seen, x, all: marks.all, share: marks.share });
  return seen.rows * seen.columns;
}

function paper(on: CanvasRenderingContext2D, view: View, inks: Inks) {
  on.fillStyle = inks.page.wash;
  on.fillRect(0, 0, view.width, view.height);
}

function box(
  on: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  ink: Ink,
  text: string,
) {
  on.fillStyle = ink.wash;
  on.fillRect(x + 0.5, y + 0.5, width - 1, height - 1);
  if (!text) return;
  on.fillStyle = ink.ink;
  on.textAlign = "center";
  on.fillText(text, x + width / 2, y + height / 2);
}

function held(on: CanvasRenderingContext2D, x: number, y: number, by: Sizes, inks: Inks) {
  on.strokeStyle = inks.held.ink;
  on.lineWidth = 2;
  on.strokeRect(x + 1, y + 1, by.cell - 2, by.row - 2);
}

type Rows = { row: number; rows: number; y: (row: number) => number };

function names(
  on: CanvasRenderingContext2D,
  picture: Picture,
  view: View,
  by: Sizes,
  inks: Inks,
  seen: Rows,
) {
  on.fillStyle = inks.page.wash;
  on.fillRect(0, by.head, by.name + by.total, view.height - by.head);
  for (let row = seen.row; row < seen.row + seen.rows; row++) {
    const line = picture.lines[row];
    if (!line) continue;
    on.fillStyle = inks.page.ink;
    on.textAlign = "left";
    on.fillText(fitted(on, line.name, by.name - 12), 6, seen.y(row) + by.row / 2);
    box(on, by.name, seen.y(row), by.total, by.row, inks[inkOf(line.total)] ?? inks.page, shown(line.total));
  }
  rule(on, by.name + by.total, 0, 1, view.height, inks);
}

type Columns = { column: number; columns: number; x: (column: number) => number; all: string; share: string };

function heads(
  on: CanvasRenderingContext2D,
  picture: Picture,
  view: View,
  by: Sizes,
  inks: Inks,
  seen: Columns,
) {
  const totals = by.head - by.row;
  on.fillStyle = inks.page.wash;
  on.fillRect(0, 0, view.width, by.head);
  for (let column = seen.column; column < seen.column + seen.columns; column++) {
    const share = picture.totals[column] ?? { met: 0, base: 0 };
    box(on, seen.x(column), totals, by.cell, by.row, inks[inkOf(share)] ?? inks.page, shown(share));
    on.fillStyle = inks.page.ink;
    on.save();
    on.translate(seen.x(column) + by.cell / 2, totals - 6);
    on.rotate(-Math.PI / 2);
    on.textAlign = "left";
    on.fillText(fitted(on, picture.heads[column]?.short ?? "", totals - 10), 0, 0);
    on.restore();
  }
  on.fillStyle = inks.page.wash;
  on.fillRect(0, 0, by.name + by.total, by.head);
  on.fillStyle = inks.page.ink;
  on.textAlign = "left";
  on.fillText(seen.all, 6, totals + by.row / 2);
  on.textAlign = "center";
  on.fillText(seen.share, by.name + by.total / 2, totals - by.row / 2);
  box(on, by.name, totals, by.total, by.row, inks[inkOf(picture.total)] ?? inks.page, shown(picture.total));
  rule(on, 0, by.head, view.width, 1, inks);
}

function rule(on: CanvasRenderingContext2D, x: number, y: number, width: number, height: number, inks: Inks) {
  on.fillStyle = inks.line.ink;
  on.fillRect(x, y, width, height);
}

const cut = new Map<string, string>();

/** A text cut to a width, with three dots where it was cut; worked out once. */
function fitted(on: CanvasRenderingContext2D, text: string, width: number): string {
  const key = `${on.font}|${Math.round(width)}|${text}`;
  let short = cut.get(key);
  if (short === undefined) {
    short = text;
    if (on.measureText(text).width > width) {
      while (short && on.measureText(`${short}…`).width > width) short = short.slice(0, -1);
      short = `${short}…`;
    }
    cut.set(key, short);
  }
  return short;
}
