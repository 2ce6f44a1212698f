// Which signals are shown: by kind, standard, phase and words. Arithmetic alone, so that it can be tested without drawing.
import type { Signal, SignalKind } from "../../api/wire";

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
