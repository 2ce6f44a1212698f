// The history under its days, as they are counted in England.
import type { HistoryLine } from "../api/wire";
import { onDate } from "../text/when";

/** The lines of each day, in the order given. */
export function byDay(lines: HistoryLine[]): { day: string; lines: HistoryLine[] }[] {
  const days = new Map<string, HistoryLine[]>();
  for (const line of lines) {
    const day = onDate(line.at);
    const some = days.get(day);
    if (some) some.push(line);
    else days.set(day, [line]);
  }
  return [...days].map(([day, some]) => ({ day, lines: some }));
}
