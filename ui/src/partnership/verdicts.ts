// Counting what an intake made of its files.
import type { IntakeLine, VerdictKind } from "../api/wire";

/** The returns that can be accepted at once: clean, and still only received. */
export function cleanOnes(lines: IntakeLine[]): IntakeLine[] {
  return lines.filter((line) => line.verdict === "clean" && line.state === "received");
}

/** The verdicts, those that need somebody first. */
const order: VerdictKind[] = [
  "needs_you",
  "not_a_return",
  "other_round",
  "repaired",
  "replaces",
  "clean",
  "same_again",
  "superseded",
];

/** The lines as they are worked through: what is asked of somebody first, then by verdict; else as they came. */
export function urgentFirst(lines: IntakeLine[]): IntakeLine[] {
  const turn = (line: IntakeLine) => (line.asks ? -1 : order.indexOf(line.verdict));
  return [...lines].sort((one, other) => turn(one) - turn(other));
}

/** How many files got each verdict, those that need somebody first. */
export function verdictCounts(lines: IntakeLine[]): [VerdictKind, number][] {
  return order
    .map((verdict): [VerdictKind, number] => [
      verdict,
      lines.filter((line) => line.verdict === verdict).length,
    ])
    .filter(([, count]) => count > 0);
}

/** The lines with a verdict whose file or setting holds every word typed. */
export function narrowedTo(lines: IntakeLine[], verdict: string, typed: string): IntakeLine[] {
  const words = typed.toLocaleLowerCase("en-GB").split(/\s+/).filter(Boolean);
  const holds = (line: IntakeLine) => {
    const all = `${line.name} ${line.setting ?? ""}`.toLocaleLowerCase("en-GB");
    return words.every((word) => all.includes(word));
  };
  return lines.filter(
    (line) =>
      (verdict === "all" || line.verdict === verdict || (verdict === "late" && line.late)) && holds(line),
  );
}
