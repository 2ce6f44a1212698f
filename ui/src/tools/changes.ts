// Kinds of change between two versions, with their counts, and which pairs of wordings are set against each other.
import type { Change, VersionChange } from "../api/wire";
import { versions as text } from "../text/versions";
import { differences, type Stretch } from "./diff";

const order: Change[] = ["reworded", "split", "merged", "new", "dropped", "same"];

/** The filters with their counts; a kind that did not happen is left out. */
export function changeChips(rows: VersionChange[]): { value: string; words: string; count: number }[] {
  const count = (change: Change) => rows.filter((row) => row.change === change).length;
  const each = order
    .map((value) => ({ value, words: text.words[value], count: count(value) }))
    .filter((one) => one.count > 0);
  return [{ value: "all", words: text.allChanges, count: rows.length - count("same") }, ...each];
}

/** A question with the words that changed in it. */
export interface Side {
  id: string;
  number: string;
  stretches: Stretch[];
}

/** Both sides of a change; words are marked where one question became one. */
export function sides(row: VersionChange): { before: Side[]; now: Side[] } {
  const [from, to] = [row.from[0], row.to[0]];
  const plain = (all: VersionChange["from"]) =>
    all.map(({ id, number, text }) => ({ id, number, stretches: [{ text, changed: false }] }));
  if (!from || !to || row.from.length + row.to.length > 2) {
    return { before: plain(row.from), now: plain(row.to) };
  }
  const found = differences(from.text, to.text);
  return {
    before: [{ id: from.id, number: from.number, stretches: found.before }],
    now: [{ id: to.id, number: to.number, stretches: found.now }],
  };
}
