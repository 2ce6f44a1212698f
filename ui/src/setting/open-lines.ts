// What stands open in an audit, as lines that lead there; what is nothing is left out.
import type { Look } from "../audit/meanings";
import type { Place } from "../state/places";
import { open as text } from "../text/home";

/** The counts of what may be open. */
export interface Counts {
  gaps: { must: number; look: number };
  actions: { open: number; under_way: number; overdue: number };
  stale: number;
}

export interface OpenLine {
  words: string;
  look: Look;
  place: Place;
}

const bad: Look = { shape: "cross", tone: "not-met" };
const care: Look = { shape: "question", tone: "partly" };
const plain: Look = { shape: "dot", tone: "neutral" };

/** The lines of what is open, the gravest first. */
export function openLines({ gaps, actions, stale }: Counts): OpenLine[] {
  const open = actions.open + actions.under_way;
  const words = [text.actions(open), ...(actions.overdue > 0 ? [text.overdue(actions.overdue)] : [])];
  const all: [number, OpenLine][] = [
    [gaps.must, { words: text.must(gaps.must), look: bad, place: { screen: "checks" } }],
    [gaps.look, { words: text.look(gaps.look), look: care, place: { screen: "checks" } }],
    [open, { words: words.join(", "), look: actions.overdue > 0 ? care : plain, place: { screen: "plan" } }],
    [stale, { words: text.stale(stale), look: care, place: { screen: "evidence" } }],
  ];
  return all.filter(([count]) => count > 0).map(([, line]) => line);
}
