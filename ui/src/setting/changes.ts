// What changed between two rounds: how a change is drawn, what is counted, and where a question stands now.
import type { ChangesView, StandardView } from "../api/wire";
import type { Look } from "../audit/meanings";
import type { Place } from "../state/places";
import { changes as text } from "../text/compare";

type Row = ChangesView["rows"][number];

export const changeLooks: Record<Row["change"], Look> = {
  same: { shape: "tick", tone: "met" },
  reworded: { shape: "half", tone: "partly" },
  split: { shape: "most", tone: "mostly" },
  merged: { shape: "most", tone: "mostly" },
  new: { shape: "star", tone: "exceeds" },
  dropped: { shape: "dash", tone: "neutral" },
};

const order: Row["change"][] = ["reworded", "split", "merged", "new", "dropped", "same"];

/** What is shown first: the changes, else what stayed the same. */
export function firstShown(rows: Row[]): string {
  return rows.some((row) => row.change !== "same") || rows.length === 0 ? "all" : "same";
}

/** The filters with their counts; a kind of change that did not happen is left out. */
export function chips(rows: Row[]): { value: string; words: string; count: number }[] {
  const changed = rows.filter((row) => row.change !== "same").length;
  const each = order
    .map((value) => ({
      value,
      words: text.words[value],
      count: rows.filter((row) => row.change === value).length,
    }))
    .filter((one) => one.count > 0);
  return [{ value: "all", words: text.all, count: changed }, ...each];
}

/** The place of a question in the audit; nothing where it is not asked. */
export function placeOf(question: string, standards: Pick<StandardView, "id" | "questions">[]): Place | null {
  const standard = standards.find((one) => one.questions.some((each) => each.id === question));
  return standard ? { screen: "question", standard: standard.id, question } : null;
}
