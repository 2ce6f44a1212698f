// Narrowing the register to what is looked for.
import type { RegisterLine, ReturnState, Standing } from "../api/wire";
import type { Shape, Tone } from "../design/shapes";

export type Wanted = ReturnState | "all";

/** The lines of a state whose name, URN, phase, status or locality holds every word typed. */
export function narrowed(lines: RegisterLine[], state: Wanted, typed: string): RegisterLine[] {
  return withWords(lines, typed).filter((line) => state === "all" || line.state === state);
}

/** The lines whose name, URN, phase, status, locality or trust holds every word typed. */
export function withWords(lines: RegisterLine[], typed: string): RegisterLine[] {
  const words = typed.toLocaleLowerCase("en-GB").split(/\s+/).filter(Boolean);
  return lines.filter((line) => words.every((word) => holds(line, word)));
}

export const standingLooks: Record<Standing, { shape: Shape; tone: Tone }> = {
  expected: { shape: "open", tone: "neutral" },
  exempt: { shape: "dash", tone: "neutral" },
  covered: { shape: "tick", tone: "mostly" },
  closed: { shape: "cross", tone: "neutral" },
};

/** How many lines stand in each way; ways of nobody left out. */
export function byStanding(lines: RegisterLine[]): [Standing, number][] {
  const order: Standing[] = ["expected", "exempt", "covered", "closed"];
  return order
    .map((standing): [Standing, number] => [
      standing,
      lines.filter((line) => line.standing === standing).length,
    ])
    .filter(([, count]) => count > 0);
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
  const all = [line.name, line.urn, line.phase, line.status, line.locality, line.trust ?? ""].join(" ");
  return all.toLocaleLowerCase("en-GB").includes(word);
}
