// The gaps of an audit: which belong to which list, and how they stand under their standards.
import type { CheckView, GapKind, GapLine, PersonalLine, PlaceKind } from "../api/wire";
import type { Place } from "../state/places";
import { personal } from "../text/checks";

export type GapFilter = GapKind | "all";

/** How many gaps each list has; lists with none are left out, but never the first. */
export function gapCounts(gaps: GapLine[]): [GapFilter, number][] {
  const kinds: GapKind[] = ["unanswered", "unconfirmed", "asks", "check"];
  const counts = kinds.map((kind): [GapFilter, number] => [
    kind,
    gaps.filter((gap) => gap.kind === kind).length,
  ]);
  return [["all", gaps.length], ...counts.filter(([, count]) => count > 0)];
}

/** One question, or the audit as a whole, with everything that is open there. */
export interface OpenPlace {
  key: string;
  number: string;
  place: Place | null;
  gaps: GapLine[];
}

/** What is open under one standard: questions nobody has looked at by their numbers, all else in words. */
export interface OpenStandard {
  id: string;
  unanswered: OpenPlace[];
  unconfirmed: OpenPlace[];
  places: OpenPlace[];
}

/** The gaps of a list, question by question, under their standards, in the order given. */
export function openStandards(gaps: GapLine[], filter: GapFilter): OpenStandard[] {
  const standards = new Map<string, Map<string, OpenPlace>>();
  for (const gap of gaps) {
    if (filter !== "all" && gap.kind !== filter) continue;
    const places = standards.get(gap.standard ?? "") ?? new Map<string, OpenPlace>();
    const key = gap.question ?? "";
    const open = places.get(key) ?? { key, number: gap.number ?? "", place: gapPlace(gap), gaps: [] };
    places.set(key, { ...open, gaps: [...open.gaps, gap] });
    standards.set(gap.standard ?? "", places);
  }
  return [...standards].map(([id, places]) => byKind(id, [...places.values()]));
}

function byKind(id: string, all: OpenPlace[]): OpenStandard {
  const only = (place: OpenPlace, kind: GapKind) => place.gaps.every((gap) => gap.kind === kind);
  const unanswered = all.filter((place) => place.key && only(place, "unanswered"));
  const unconfirmed = all.filter((place) => place.key && only(place, "unconfirmed"));
  const rest = all.filter((place) => !unanswered.includes(place) && !unconfirmed.includes(place));
  return { id, unanswered, unconfirmed, places: rest };
}

/** How many gaps there are of each weight, and texts that look like personal data. */
export function openCounts(view: CheckView): { gaps: number; looks: number; personal: number } {
  const gaps = view.gaps.filter((gap) => gap.weight === "gap").length;
  return { gaps, looks: view.gaps.length - gaps, personal: view.personal.length };
}

/** Where a text stands, in words: `B2, evidence and commentary`. */
export function whereWords({ where }: PersonalLine): string {
  const what = where.number || personal.kinds[where.kind];
  return personal.at(what, personal.fields[where.field] ?? "");
}

/** The screen on which a text can be changed; an answer's is that of its question. */
export function wherePlace(
  { where }: PersonalLine,
  placeOf: (question: string) => Place | null,
): Place | null {
  const places: Record<PlaceKind, Place | null> = {
    answer: where.question ? placeOf(where.question) : null,
    evidence: { screen: "evidence" },
    action: { screen: "plan" },
    challenge: { screen: "challenges" },
    file: null,
  };
  return places[where.kind];
}

function gapPlace({ question, standard }: GapLine): Place | null {
  if (question && standard) return { screen: "question", standard, question };
  return standard ? { screen: "standard", standard } : null;
}
