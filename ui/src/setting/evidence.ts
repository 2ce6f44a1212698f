// The evidence of a setting: which items are in which list, and how one is told.
import type { EvidenceLine } from "../api/wire";
import { partsOf, readDate, type DateParts } from "../design/date-parts";
import { evidenceForm } from "../text/evidence";
import { errors } from "../text/start";
import { holds } from "./found";

export type EvidenceFilter = "used" | "stale" | "loose" | "retired";

const belongs: Record<EvidenceFilter, (item: EvidenceLine) => boolean> = {
  used: (item) => !item.retired,
  stale: (item) => !item.retired && item.stale,
  loose: (item) => !item.retired && item.questions.length === 0,
  retired: (item) => Boolean(item.retired),
};

/** How many items each list has, in the order of the lists. */
export function evidenceCounts(items: EvidenceLine[]): [EvidenceFilter, number][] {
  const filters = Object.keys(belongs) as EvidenceFilter[];
  return filters.map((filter) => [filter, items.filter(belongs[filter]).length]);
}

/** The items of a list that hold the words; what is past its review first. */
export function evidenceShown(items: EvidenceLine[], filter: EvidenceFilter, wanted: string): EvidenceLine[] {
  const words = (item: EvidenceLine) => [
    item.title,
    item.place,
    item.owner,
    ...item.questions.map((one) => one.number),
  ];
  return items
    .filter((item) => belongs[filter](item) && holds(words(item), wanted))
    .toSorted((a, b) => Number(b.stale) - Number(a.stale));
}

/** What is typed into the form. */
export interface EvidenceTyped {
  title: string;
  place: string;
  owner: string;
  dated: DateParts;
  review: DateParts;
  questions: string[];
}

/** The form of an item, or of a new one that backs some questions. */
export function evidenceTyped(item: EvidenceLine | null, questions: string[]): EvidenceTyped {
  return {
    title: item?.title ?? "",
    place: item?.place ?? "",
    owner: item?.owner ?? "",
    dated: partsOf(item?.dated ?? null),
    review: partsOf(item?.review ?? null),
    questions: item ? item.questions.map((one) => one.question) : questions,
  };
}

/** What is wrong with the form. */
export function evidenceFaults(typed: EvidenceTyped): { id: string; message: string }[] {
  const real = (id: string, parts: DateParts, which: string) =>
    "fault" in readDate(parts) ? [{ id, message: errors.dateReal(which) }] : [];
  return [
    ...(typed.title.trim() ? [] : [{ id: "evidence-title", message: evidenceForm.titleMissing }]),
    ...real("evidence-dated", typed.dated, evidenceForm.datedIn),
    ...real("evidence-review", typed.review, evidenceForm.reviewIn),
  ];
}
