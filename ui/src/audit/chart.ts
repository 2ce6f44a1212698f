// A table as lines that a spreadsheet takes from the clipboard.
import type { Table } from "../api/wire";

/** Heading and rows, a tab between cells; a share carries what it is out of. */
export function asLines(table: Table): string {
  const plain = (text: string) => text.replaceAll(/[\t\n\r]+/g, " ");
  const head = table.columns.map((column) => plain(column.label));
  const rows = table.rows.map((row) =>
    row.map((cell) => {
      const based = cell.base !== null && cell.count !== null && !cell.text.includes("n =");
      return plain(based ? `${cell.text} (${cell.count} of ${cell.base})` : cell.text);
    }),
  );
  return [head, ...rows].map((cells) => cells.join("\t")).join("\n");
}
