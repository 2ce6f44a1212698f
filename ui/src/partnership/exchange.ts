// Which rounds the merged report begins with, and whether those that are ticked can be set side by side.
import type { PackRoundLine } from "../api/wire";

/** The tool that most rounds use, and of each partnership its latest round on it. */
export function atFirst(rounds: PackRoundLine[]): string[] {
  const others = rounds.filter((one) => !one.own);
  const families = (others.length > 0 ? others : rounds).map((one) => one.family);
  const family = families.toSorted(
    (one, two) =>
      families.filter((it) => it === two).length - families.filter((it) => it === one).length ||
      one.localeCompare(two),
  )[0];
  const latest = new Map<string, PackRoundLine>();
  for (const one of rounds.filter((line) => line.family === family)) {
    const there = latest.get(one.partnership);
    if (!there || there.label < one.label) latest.set(one.partnership, one);
  }
  return [...latest.values()].map((one) => one.round);
}

/** Whether all of them use one audit tool, whatever its versions. */
export function oneTool(rounds: PackRoundLine[]): boolean {
  return new Set(rounds.map((one) => one.family)).size === 1;
}
