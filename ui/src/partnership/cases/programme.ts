// A year of the programme by month, the years that can be chosen, and where a line leads.
import type { ProgrammeLine } from "../../api/wire";
import type { Place } from "../../state/places";

const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** `2026-09-01` as `September 2026`, or a month so many later. */
export function monthOf(day: string, later = 0): string {
  const [year = 0, number = 1] = day.split("-").map(Number);
  return month.format(new Date(Date.UTC(year, number - 1 + later, 1)));
}

/** The lines under the month in which they stand; those without a day under none. */
export function byMonth(lines: ProgrammeLine[]): { name: string; lines: ProgrammeLine[] }[] {
  const months: { name: string; lines: ProgrammeLine[] }[] = [];
  for (const line of lines) {
    const name = line.on ? monthOf(line.on) : "";
    const last = months.at(-1);
    if (last?.name === name) last.lines.push(line);
    else months.push({ name, lines: [line] });
  }
  return months;
}

/** The years that can be chosen: from two before to two after, beginning in September and in April. */
export function years(from: string): string[] {
  const year = Number(from.slice(0, 4));
  const all = [-2, -1, 0, 1, 2].flatMap((away) => [`${year + away}-04-01`, `${year + away}-09-01`]);
  return [...new Set([...all, from])].sort();
}

/** Where a line leads: to the audit, the sample, the round or its panels. */
export function placeOf(line: ProgrammeLine): Place | null {
  if (!line.of) return null;
  switch (line.kind) {
    case "case_audit":
      return { screen: "case_audit", audit: line.of };
    case "dip_sample":
      return { screen: "dip_sample", sample: line.of };
    case "panel":
      return { screen: "panels" };
    case "round":
      return { screen: "round" };
    case "peer_review":
      return { screen: "workshops" };
    case "other":
      return null;
  }
}
