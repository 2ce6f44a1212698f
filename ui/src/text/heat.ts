// The heatmap of a round: what its letters mean and how it is read out.
import { counted, of, percent } from "./counts";

export const heat = {
  title: "Heatmap",
  empty: "No accepted returns yet, so there is nothing to show.",
  emptyHint: "Accept the returns that came in; then each rating stands here.",
  rows: "Rows",
  columns: "Columns",
  sort: "Sorted by",
  find: "Find a setting",
  standard: "Only the standard",
  hidden: "hidden",
  everything: "All",
  narrow: (set: number) => (set === 0 ? "Show only some" : `Show only some: ${counted(set, "choice")} made`),
  asTable: "Show as a table",
  asMap: "Show as a map",
  legend: "What the letters mean",
  share: "% met",
  all: "All shown",
  notSaid: "Not said",
  row: "Name",
  rowsBy: {
    setting: "Settings",
    phase: "Phases",
    status: "Statuses",
    locality: "Localities",
    trust: "Trusts",
  },
  columnsBy: { question: "Questions", standard: "Standards" },
  sorts: { name: "Name", best: "% met, highest first", worst: "% met, lowest first" },
  letters: {
    E: "Exceeds",
    M: "Met",
    O: "Mostly met",
    P: "Partly met",
    N: "Not met",
    "-": "Not applicable",
    ".": "Blank",
    " ": "Not asked",
    "*": "No judgement",
  } as Record<string, string>,
  /** How the letters of blank and not asked are drawn. */
  drawn: { ".": "·", " ": "", "-": "–" } as Record<string, string>,
  how: "Arrow keys go from cell to cell, Page Up, Page Down, Home and End further; Enter opens the return.",
  howGroups: "Arrow keys go from cell to cell, Page Up, Page Down, Home and End further.",
  said: (row: string, column: string, what: string) => `${row}: ${what}. ${column}`,
  ofBase: (met: number, base: number) =>
    base === 0 ? "no judgement" : `${percent(met, base)} met, ${met} of ${counted(base, "judgement")}`,
  /** The same as it stands in a table, whose head says what is met. */
  inTable: (met: number, base: number) =>
    base === 0 ? "no judgement" : `${percent(met, base)}, ${of(met, base)}`,
  shown: (rows: number, all: number, columns: number) =>
    `${counted(rows, "row")} of ${all}, ${counted(columns, "column")}`,
  restricted: "For officers only: it names settings.",
  restrictedGroups: "For officers only: small numbers are not hidden.",
};
