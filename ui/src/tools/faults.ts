// Faults of a file put together by sheet, so that thirty of them can be worked through in Excel sheet by sheet.
import type { Problem } from "../api/wire";

/** A fault with its place told within its sheet. */
export interface Placed extends Problem {
  short: string;
}

/** The faults of one sheet; without a heading those that name none. */
export interface FaultGroup {
  heading: string;
  problems: Placed[];
}

/** The faults by sheet, in the order in which the sheets are met; the order within a sheet is kept. */
export function byPlace(problems: Problem[]): FaultGroup[] {
  const groups = new Map<string, Placed[]>();
  for (const problem of problems) {
    const [sheet, short] = parts(problem.place);
    groups.set(sheet, [...(groups.get(sheet) ?? []), { ...problem, short }]);
  }
  return [...groups].map(([heading, placed]) => ({ heading, problems: placed }));
}

function parts(place: string): [string, string] {
  const cell = /^Sheet '(.+)', (cell .+)$/.exec(place);
  return cell?.[1] && cell[2] ? [cell[1], cell[2]] : ["", place];
}
