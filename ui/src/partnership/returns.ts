// Narrowing the returns of a round, and what a list of them says.
import type { ReturnRow, ReturnState, VerdictKind } from "../api/wire";

export interface Wanted {
  state: ReturnState | "all";
  verdict: VerdictKind | "";
  phase: string;
  status: string;
  locality: string;
  trust: string;
  marks: "" | "late" | "problems" | "unsigned" | "differs" | "notes";
  typed: string;
}

export const everything: Wanted = {
  state: "all",
  verdict: "",
  phase: "",
  status: "",
  locality: "",
  trust: "",
  marks: "",
  typed: "",
};

/** The returns that fit everything that is wanted but, if so said, for the state. */
export function narrowed(rows: ReturnRow[], wanted: Wanted, state = wanted.state): ReturnRow[] {
  const words = wanted.typed.toLocaleLowerCase("en-GB").split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (state === "all" || row.state === state) &&
      (wanted.verdict === "" || row.verdict === wanted.verdict) &&
      (["phase", "status", "locality", "trust"] as const).every(
        (of) => !wanted[of] || row[of] === wanted[of],
      ) &&
      marked(row, wanted.marks) &&
      holds(row, words),
  );
}

/** The returns that wait for an officer's word, by name, from the one after this on and then from the first. */
export function waitingAfter(rows: ReturnRow[], submission: string): ReturnRow[] {
  const here = rows.find((row) => row.submission === submission);
  const order = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });
  const waiting = rows.filter(
    (row) => row.submission !== submission && (row.state === "received" || row.state === "checked"),
  );
  const later = (row: ReturnRow) => Number(here !== undefined && order.compare(row.name, here.name) < 0);
  return waiting.sort((one, other) => later(one) - later(other) || order.compare(one.name, other.name));
}

/** How many returns stand in each state, in the order in which they are worked through. */
export function byState(rows: ReturnRow[]): [ReturnState, number][] {
  const counts = new Map<ReturnState, number>();
  for (const row of rows) counts.set(row.state, (counts.get(row.state) ?? 0) + 1);
  const order: ReturnState[] = ["received", "checked", "accepted", "sent_back", "replaced", "withdrawn"];
  return order
    .map((state): [ReturnState, number] => [state, counts.get(state) ?? 0])
    .filter(([, n]) => n > 0);
}

/** What there is to choose from in a column. */
export function choices(rows: ReturnRow[], of: "phase" | "status" | "locality" | "trust"): string[] {
  return [...new Set(rows.map((row) => row[of]))].filter(Boolean).sort();
}

/** The ids of those chosen that stand in one of the states. */
export function chosenIn(rows: ReturnRow[], chosen: Set<string>, states: ReturnState[]): string[] {
  return rows
    .filter((row) => chosen.has(row.submission) && states.includes(row.state))
    .map((row) => row.submission);
}

function marked(row: ReturnRow, mark: Wanted["marks"]): boolean {
  switch (mark) {
    case "":
      return true;
    case "late":
      return row.late;
    case "problems":
      return row.problems > 0;
    case "unsigned":
      return row.signed === "nobody" || row.signed === "begun";
    case "differs":
      return row.signed === "differs";
    case "notes":
      return row.notes > 0;
  }
}

function holds(row: ReturnRow, words: string[]): boolean {
  if (words.length === 0) return true;
  const all = `${row.name} ${row.urn} ${row.phase} ${row.status} ${row.locality} ${row.trust} ${row.file}`;
  const said = all.toLocaleLowerCase("en-GB");
  return words.every((word) => said.includes(word));
}
