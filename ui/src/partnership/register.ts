// Narrowing the register to what is looked for.
import type { RegisterLine, ReturnState } from "../api/wire";

export type Wanted = ReturnState | "all";

/** The lines of a state whose name, URN, phase, status or locality holds every word typed. */
export function narrowed(lines: RegisterLine[], state: Wanted, typed: string): RegisterLine[] {
  const words = typed.toLocaleLowerCase("en-GB").split(/\s+/).filter(Boolean);
  return lines.filter(
    (line) => (state === "all" || line.state === state) && words.every((word) => holds(line, word)),
  );
}

/** How many lines stand in each state, in the order in which they are worked through; states of nobody left out. */
export function byState(lines: RegisterLine[]): [ReturnState, number][] {
  const order: ReturnState[] = [
    "expected",
    "received",
    "checked",
    "accepted",
    "sent_back",
    "replaced",
    "withdrawn",
    "exempt",
  ];
  return order
    .map((state): [ReturnState, number] => [state, lines.filter((line) => line.state === state).length])
    .filter(([, count]) => count > 0);
}

function holds(line: RegisterLine, word: string): boolean {
  const all = [line.name, line.urn, line.phase, line.status, line.locality].join(" ");
  return all.toLocaleLowerCase("en-GB").includes(word);
}
