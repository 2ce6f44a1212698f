// The columns of the list of returns, and which of them are shown at first.
import type { ReturnRow } from "../api/wire";
import type { Column } from "../design/long-table";
import { returns as text } from "../text/returns";
import { onShortDate } from "../text/when";
import { returnStates, verdicts } from "../text/words";

export const columns: Column<ReturnRow>[] = [
  { key: "name", heading: text.name, width: 18, grow: 3, text: (row) => row.name },
  {
    key: "state",
    heading: text.state,
    width: 8.5,
    drawn: true,
    text: (row) => returnStates[row.state],
  },
  {
    key: "received",
    heading: text.received,
    width: 11.5,
    drawn: true,
    text: (row) => [onShortDate(row.received), row.late ? text.late : ""].filter(Boolean).join(", "),
    sort: (row) => row.received,
  },
  {
    key: "verdict",
    heading: text.verdict,
    width: 8.5,
    grow: 1,
    text: (row) => (row.verdict ? verdicts[row.verdict] : ""),
  },
  {
    key: "problems",
    heading: text.problems,
    width: 6,
    align: "end",
    text: (row) => (row.problems > 0 ? String(row.problems) : ""),
    sort: (row) => row.problems,
  },
  { key: "signed", heading: text.signed, width: 10.5, drawn: true, text: (row) => text.signedAs[row.signed] },
  { key: "phase", heading: text.phase, width: 8, grow: 1, text: (row) => row.phase },
  { key: "status", heading: text.status, width: 9, grow: 1, text: (row) => row.status },
  { key: "locality", heading: text.locality, width: 10, grow: 1, text: (row) => row.locality },
  { key: "trust", heading: text.trust, width: 11, grow: 1, text: (row) => row.trust },
  { key: "urn", heading: text.urn, width: 6, text: (row) => row.urn },
  {
    key: "notes",
    heading: text.notes,
    width: 5.5,
    align: "end",
    text: (row) => (row.notes > 0 ? String(row.notes) : ""),
    sort: (row) => row.notes,
  },
  {
    key: "since",
    heading: text.since,
    width: 8,
    text: (row) => onShortDate(row.since),
    sort: (row) => row.since,
  },
  {
    key: "revision",
    heading: text.revision,
    width: 6,
    align: "end",
    text: (row) => String(row.revision),
    sort: (row) => row.revision,
  },
  { key: "file", heading: text.file, width: 16, grow: 2, text: (row) => row.file },
];

/** The columns shown until somebody chooses others. */
export const atFirst = ["name", "state", "received", "verdict", "problems", "signed", "phase"];
