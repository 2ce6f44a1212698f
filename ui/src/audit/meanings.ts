// How a meaning, a state or a verdict is drawn: one shape and one tone each, always beside its word.
import type { FindingKind, Level, Meaning, Ratings, ReturnState, TaskState, VerdictKind } from "../api/wire";
import type { Shape, Tone } from "../design/shapes";
import { meanings } from "../text/words";

export interface Look {
  shape: Shape;
  tone: Tone;
}

export const meaningLooks: Record<Meaning | "blank", Look> = {
  exceeds: { shape: "star", tone: "exceeds" },
  met: { shape: "tick", tone: "met" },
  mostly: { shape: "most", tone: "mostly" },
  partly: { shape: "half", tone: "partly" },
  not_met: { shape: "cross", tone: "not-met" },
  not_applicable: { shape: "dash", tone: "neutral" },
  none: { shape: "dot", tone: "neutral" },
  blank: { shape: "open", tone: "neutral" },
};

export const taskLooks: Record<TaskState, Look> = {
  not_started: { shape: "open", tone: "neutral" },
  incomplete: { shape: "half", tone: "partly" },
  done: { shape: "tick", tone: "met" },
};

export const returnLooks: Record<ReturnState, Look> = {
  expected: { shape: "open", tone: "neutral" },
  exempt: { shape: "dash", tone: "neutral" },
  received: { shape: "dot", tone: "partly" },
  checked: { shape: "most", tone: "mostly" },
  accepted: { shape: "tick", tone: "met" },
  sent_back: { shape: "back", tone: "not-met" },
  replaced: { shape: "dash", tone: "neutral" },
  withdrawn: { shape: "dash", tone: "neutral" },
};

export const verdictLooks: Record<VerdictKind, Look> = {
  clean: { shape: "tick", tone: "met" },
  repaired: { shape: "most", tone: "mostly" },
  needs_you: { shape: "question", tone: "partly" },
  not_a_return: { shape: "cross", tone: "not-met" },
  same_again: { shape: "dash", tone: "neutral" },
  replaces: { shape: "back", tone: "exceeds" },
  other_round: { shape: "question", tone: "partly" },
  superseded: { shape: "dash", tone: "neutral" },
};

export const findingLooks: Record<FindingKind, Look> = {
  good_practice: { shape: "star", tone: "exceeds" },
  area_for_development: { shape: "half", tone: "partly" },
  challenge: { shape: "question", tone: "not-met" },
  support_request: { shape: "dot", tone: "neutral" },
  theme: { shape: "dot", tone: "exceeds" },
};

/** One part of a whole that is drawn as a bar. */
export interface Part extends Look {
  words: string;
  count: number;
}

/** How it was rated, in the order of the meanings; meanings that nobody gave are left out. */
export function ratingParts(ratings: Ratings): Part[] {
  const counts: [Meaning | "blank", number][] = [
    ["exceeds", ratings.exceeds],
    ["met", ratings.met],
    ["mostly", ratings.mostly],
    ["partly", ratings.partly],
    ["not_met", ratings.not_met],
    ["not_applicable", ratings.not_applicable],
    ["none", ratings.other],
  ];
  return counts
    .filter(([, n]) => n > 0)
    .map(([m, count]) => ({ ...meaningLooks[m], words: meanings[m], count }));
}

/** The level with a code in a scale; nothing for a blank. */
export function levelOf(levels: Level[], code: string | null): Level | null {
  return levels.find((level) => level.code === code) ?? null;
}
