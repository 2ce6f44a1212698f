// Which of the returns that are not in are shown, and how many there are of each kind.
import type { ChaseLine } from "../api/wire";

/** The cuts of the due-date board, in the order in which they are looked at. */
export const cuts = [
  "all",
  "overdue",
  "today",
  "week",
  "later",
  "no_date",
  "extended",
  "sent_back",
  "escalated",
  "never",
] as const;

export type Cut = (typeof cuts)[number];

/** Whether a return belongs to a cut. */
export function belongs(line: ChaseLine, cut: Cut): boolean {
  switch (cut) {
    case "all":
      return true;
    case "extended":
      return line.extended_to !== null;
    case "sent_back":
      return line.state === "sent_back";
    case "escalated":
      return line.escalated !== "";
    case "never":
      return line.reminders === 0 && line.when !== "later";
    default:
      return line.when === cut;
  }
}

/** The cuts that hold something, with how many; all of them first. */
export function board(lines: ChaseLine[]): [Cut, number][] {
  const counted = cuts.map((cut): [Cut, number] => [cut, lines.filter((line) => belongs(line, cut)).length]);
  return counted.filter(([cut, count]) => cut === "all" || count > 0);
}

/** The returns of a cut in which a typed word stands, in name, number or place. */
export function narrowed(lines: ChaseLine[], cut: Cut, typed: string): ChaseLine[] {
  const wanted = typed.trim().toLowerCase();
  const said = (line: ChaseLine) =>
    [line.name, line.number, line.phase, line.locality, line.trust].join(" ").toLowerCase();
  return lines.filter((line) => belongs(line, cut) && said(line).includes(wanted));
}
