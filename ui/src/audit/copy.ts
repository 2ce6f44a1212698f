// A table as other programs take it: for a sheet as text with tabs, for a letter as a table.
import type { Table, TableView } from "../api/wire";

/** More cells than this no other program takes from the clipboard within a moment. */
export const MOST_CELLS = 200_000;

/** Whether a table is small enough to be copied. */
export function copies(table: { rows: unknown[]; columns: unknown[] }): boolean {
  return table.rows.length * table.columns.length <= MOST_CELLS;
}

/** Whether every figure of a table is hidden. */
export function isHidden(table: Table): boolean {
  const cells = table.rows.flat();
  return cells.some((cell) => cell.text === "hidden") && cells.every((cell) => cell.count === null);
}

/** A table of a paper as a screen is given it. */
export function viewOf(table: Table): TableView {
  const numeric = (kind: Table["columns"][number]["kind"]) => kind === "count" || kind === "share";
  return {
    ...table,
    columns: table.columns.map(({ label, kind }) => ({ label, numeric: numeric(kind) })),
    rows: table.rows.map((row) => row.map((cell) => ({ ...cell, range: "", opens: false }))),
  };
}

/** The headings and cells of a list, in words, as a table; a number stands as one. */
export function listed(
  title: string,
  caption: string,
  heads: string[],
  rows: (string | number | null)[][],
  notes: string[] = [],
): TableView {
  const cell = (of: string | number | null) =>
    typeof of === "number"
      ? { text: String(of), count: of, base: null, range: "", opens: false }
      : { text: of ?? "", count: null, base: null, range: "", opens: false };
  const numeric = (at: number) => rows.some((row) => typeof row[at] === "number");
  const columns = heads.map((label, at) => ({ label, numeric: numeric(at) }));
  return { title, caption, as_at: "", columns, rows: rows.map((row) => row.map(cell)), notes };
}

/** The table as lines with tabs; every figure with its numerator and base where it has them. */
export function asText(table: TableView): string {
  return rows(table)
    .map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t"))
    .join("\n");
}

/** The table as a page's table, with its title, caption and notes. */
export function asHtml(table: TableView): string {
  const [head = [], ...body] = rows(table);
  const line = (cells: string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
  const notes = table.notes.map((note) => `<p>${escaped(note)}</p>`).join("");
  return (
    `<p><b>${escaped(table.title)}</b></p><p>${escaped(table.caption)}</p>` +
    `<table border="1"><thead>${line(head, "th")}</thead>` +
    `<tbody>${body.map((cells) => line(cells, "td")).join("")}</tbody></table>${notes}`
  );
}

/** Puts a table where it can be pasted from; the one way that every web view knows, and that asks nobody. */
export function copy(table: TableView): boolean {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", asText(table));
    event.clipboardData?.setData("text/html", asHtml(table));
    event.preventDefault();
  };
  document.addEventListener("copy", put);
  try {
    return document.execCommand("copy");
  } finally {
    document.removeEventListener("copy", put);
  }
}

/** Headings and cells; a share as its number, its base and its percentage. */
function rows(table: TableView): string[][] {
  const shares = table.columns.map((_, at) => table.rows.some((row) => (row[at]?.base ?? null) !== null));
  const heads = table.columns.flatMap(({ label }, at) =>
    shares[at] ? [`${label}: number`, `${label}: out of`, label] : [label],
  );
  const body = table.rows.map((row) =>
    row.flatMap((cell, at) =>
      shares[at]
        ? [number(cell.base === null ? null : cell.count), number(cell.base), cell.text]
        : [cell.text],
    ),
  );
  return [heads, ...body];
}

function number(value: number | null): string {
  return value === null ? "" : String(value);
}

/** A text in which nothing is markup. */
export function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
