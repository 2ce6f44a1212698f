// Narrowing the register to what is looked for.
import type { RegisterLine, ReturnState, Standing } from "../api/wire";
import type { Shape, Tone } from "../design/shapes";

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

/** How a line stands: by its return where one is expected, else by why none is. */
export type How = ReturnState | Standing;

/** How a line stands. */
export function howOf(line: RegisterLine): How {
  return line.standing === "expected" ? line.state : line.standing;
}

/** How many lines stand in each way, in the order in which they are worked through; ways of nobody left out. */
export function byHow(lines: RegisterLine[]): [How, number][] {
  const order: How[] = [
    "expected",
    "received",
    "checked",
    "accepted",
    "sent_back",
    "replaced",
    "withdrawn",
    "exempt",
    "covered",
    "closed",
  ];
  return order
    .map((how): [How, number] => [how, lines.filter((line) => howOf(line) === how).length])
    .filter(([, count]) => count > 0);
}

function holds(line: RegisterLine, word: string): boolean {
  const all = [line.name, line.urn, line.phase, line.status, line.locality, line.trust ?? ""].join(" ");
  return all.toLocaleLowerCase("en-GB").includes(word);
}
