// Which signals are shown: by kind, standard, phase and words. Arithmetic alone, so that it can be tested without drawing.
import type { Signal, SignalKind, TableView } from "../../api/wire";
import { listed } from "../../audit/copy";

/** What is wanted of the signals; empty is everything. */
export interface Wanted {
  kind: SignalKind | "all";
  standard: string;
  phase: string;
  typed: string;
}

export const everything: Wanted = { kind: "all", standard: "", phase: "", typed: "" };

/** The signals that fit, each with only the places that fit. */
export function narrowed(signals: Signal[], wanted: Wanted, kinds: "this" | "every" = "this"): Signal[] {
  const typed = wanted.typed.trim().toLowerCase();
  const fits = (signal: Signal) => (cell: Signal["cells"][number]) =>
    (!wanted.standard || cell.standard === wanted.standard) &&
    (!wanted.phase || cell.phase === wanted.phase) &&
    (!typed || `${cell.setting} ${cell.number} ${cell.said} ${signal.said}`.toLowerCase().includes(typed));
  return signals
    .filter((signal) => kinds === "every" || wanted.kind === "all" || signal.kind === wanted.kind)
    .map((signal) => ({ ...signal, cells: signal.cells.filter(fits(signal)) }))
    .filter((signal) => signal.cells.length > 0);
}

/** What a signal is listed under: its setting, or how many returns it stands in. */
export function returnsOf(signal: Signal): { names: string[]; count: number } {
  const names = [...new Set(signal.cells.map((cell) => cell.setting))];
  return { names, count: new Set(signal.cells.map((cell) => cell.submission)).size };
}

interface Heads {
  table: string;
  lead: string;
  kind: string;
  kinds: Record<SignalKind, string>;
  setting: string;
  phase: string;
  standard: string;
  question: string;
  whole: string;
  said: string;
  why: string;
}

/** The signals as a table: a row for each place, so that it can be sorted and counted. */
export function asTable(signals: Signal[], words: Heads, caption: string): TableView {
  const heads = [
    words.kind,
    words.setting,
    words.phase,
    words.standard,
    words.question,
    words.said,
    words.why,
  ];
  const rows = signals.flatMap((signal) =>
    signal.cells.map((cell) => [
      words.kinds[signal.kind],
      cell.setting,
      cell.phase,
      cell.standard,
      cell.number || words.whole,
      cell.said,
      signal.said,
    ]),
  );
  return listed(words.table, caption, heads, rows, [words.lead]);
}
