// What stands open in an audit, as lines that lead there; what is nothing is left out.
import type { Home } from "../api/wire";
import type { Look } from "../audit/meanings";
import type { Place } from "../state/places";
import { open as text } from "../text/home";

type Counts = Pick<Home, "gaps" | "open_actions" | "overdue_actions" | "stale_evidence"> & {
  begun?: boolean;
};

export interface OpenLine {
  words: string;
  look: Look;
  place: Place;
}

const bad: Look = { shape: "cross", tone: "not-met" };
const care: Look = { shape: "question", tone: "partly" };
const plain: Look = { shape: "dot", tone: "neutral" };

/** The lines of what is open, the gravest first. */
export function openLines(home: Counts): OpenLine[] {
  const { begun = true, gaps, open_actions: open, overdue_actions: overdue, stale_evidence: stale } = home;
  const words = [text.actions(open), ...(overdue > 0 ? [text.overdue(overdue)] : [])];
  const all: [number, OpenLine][] = [
    [gaps.must, { words: text.must(gaps.must), look: begun ? bad : plain, place: { screen: "checks" } }],
    [gaps.look, { words: text.look(gaps.look), look: care, place: { screen: "checks" } }],
    [open, { words: words.join(", "), look: overdue > 0 ? care : plain, place: { screen: "plan" } }],
    [stale, { words: text.stale(stale), look: care, place: { screen: "evidence" } }],
  ];
  return all.filter(([count]) => count > 0).map(([, line]) => line);
}
