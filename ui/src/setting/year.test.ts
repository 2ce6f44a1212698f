import { expect, test } from "vitest";
import type { ActionLine, CheckView, EvidenceLine, GapLine, PersonalLine } from "../api/wire";
import type { AskedStandard } from "../state/asked.svelte";
import { gapCounts, openCounts, openStandards, wherePlace, whereWords } from "./checks";
import { evidenceCounts, evidenceFaults, evidenceShown, evidenceTyped } from "./evidence";
import { found } from "./found";
import { actionFaults, actionTag, actionTyped, planCounts, planGroups } from "./plan";

const item = (title: string, more: Partial<EvidenceLine> = {}) =>
  ({
    title,
    place: "",
    owner: "",
    stale: false,
    retired: null,
    questions: [],
    ...more,
  }) as unknown as EvidenceLine;
const linked = { questions: [{ question: "c1", number: "C1", text: "" }] };
const items = [
  item("Policy", { place: "Website", ...linked }),
  item("Register", { stale: true, ...linked }),
  item("Poster"),
  item("Old policy", { stale: true, retired: "2026-09-01" }),
];

test("evidence that is not used any more is in no other list, however stale", () => {
  expect(evidenceCounts(items)).toEqual([
    ["used", 3],
    ["stale", 1],
    ["loose", 1],
    ["retired", 1],
  ]);
});

test("what is past its review stands first; words are found in place and question too", () => {
  const titles = (wanted: string) => evidenceShown(items, "used", wanted).map((one) => one.title);
  expect(titles("")).toEqual(["Register", "Policy", "Poster"]);
  expect(titles("c1 website")).toEqual(["Policy"]);
});

test("evidence needs to say what it is, and its dates must be real", () => {
  const typed = { ...evidenceTyped(null, ["c1"]), review: { day: "31", month: "2", year: "2027" } };
  expect(typed.questions).toEqual(["c1"]);
  expect(evidenceFaults(typed).map((fault) => fault.id)).toEqual(["evidence-title", "evidence-review"]);
});

const action = (title: string, more: Partial<ActionLine> = {}) =>
  ({
    title,
    owner: "",
    due: null,
    done_on: null,
    state: "open",
    overdue: false,
    outcome: "",
    questions: [],
    ...more,
  }) as unknown as ActionLine;
const actions = [
  action("No date"),
  action("Late", { due: "2026-10-01", overdue: true, owner: "Head", state: "under_way" }),
  action("Soon", { due: "2027-01-05", owner: "DSL" }),
  action("Sooner", { due: "2027-01-02", owner: "Head" }),
  action("Gone", { due: "2026-12-01", state: "dropped" }),
  action("Done", { due: "2026-12-01", done_on: "2026-11-30", state: "done" }),
];
const told = (groups: ReturnType<typeof planGroups>) =>
  groups.map(({ heading, actions: some }) => [heading, ...some.map((one) => one.title)]);

test("the plan by date has what is overdue first and what has no date last", () => {
  expect(told(planGroups(actions, "open", "due"))).toEqual([
    ["Overdue", "Late"],
    ["January 2027", "Sooner", "Soon"],
    ["No date yet", "No date"],
  ]);
});

test("the plan by owner has what nobody owns last, inside by date", () => {
  expect(told(planGroups(actions, "open", "owner"))).toEqual([
    ["DSL", "Soon"],
    ["Head", "Late", "Sooner"],
    ["No owner yet", "No date"],
  ]);
});

test("done stands under the month it was done in; dropped is neither done nor to do", () => {
  expect(told(planGroups(actions, "done", "due"))).toEqual([["November 2026", "Done"]]);
  expect(planCounts(actions)).toEqual([
    ["open", 4],
    ["overdue", 1],
    ["done", 1],
    ["dropped", 1],
  ]);
});

test("overdue is said in words and shape, with how far it is", () => {
  expect(actionTag(actions[1]!)).toEqual({ words: "Overdue, under way", shape: "cross", tone: "not-met" });
  expect(actionTag(actions[0]!).words).toBe("Not begun");
});

test("an action needs to say what will be done", () => {
  expect(actionFaults(actionTyped(null, [])).map((fault) => fault.id)).toEqual(["action-title"]);
  expect(actionFaults(actionTyped(actions[2]!, []))).toEqual([]);
});

const gap = (kind: string, question: string | null, standard: string | null, weight = "gap") =>
  ({ kind, question, standard, number: question, weight, message: "", hint: "" }) as unknown as GapLine;
const gaps = [
  gap("asks", "a1", "a"),
  gap("check", "a1", "a", "look"),
  gap("unanswered", "b1", "b"),
  gap("check", null, null, "look"),
];

test("gaps stand by question under their standards, and what is on no question comes as it came", () => {
  const open = openStandards(gaps, "all");
  expect(open.map(({ id, places }) => [id, places.map((one) => one.gaps.length)])).toEqual([
    ["a", [2]],
    ["b", []],
    ["", [1]],
  ]);
  expect(open[0]?.places[0]?.place).toEqual({ screen: "question", standard: "a", question: "a1" });
  expect(open[2]?.places[0]?.place).toBeNull();
  expect(open[1]?.unanswered.map((one) => one.key)).toEqual(["b1"]);
  expect(openStandards(gaps, "unanswered")).toHaveLength(1);
});

test("lists with nothing in them are left out, but never the first", () => {
  expect(gapCounts(gaps)).toEqual([
    ["all", 4],
    ["unanswered", 1],
    ["asks", 1],
    ["check", 2],
  ]);
  expect(gapCounts([])).toEqual([["all", 0]]);
  expect(openCounts({ gaps, personal: [{}] } as unknown as CheckView)).toEqual({
    gaps: 2,
    looks: 2,
    personal: 1,
  });
});

test("a text that looks like personal data is told with its place and led to", () => {
  const line = (kind: string, question: string | null, field: string) =>
    ({ where: { kind, question, number: question?.toUpperCase() ?? null, id: null, field } }) as PersonalLine;
  const placeOf = (question: string) => ({ screen: "question", standard: "b", question }) as const;
  const note = line("answer", "b1", "note");
  expect(whereWords(note)).toBe("B1, evidence and commentary");
  expect(wherePlace(note, placeOf)).toEqual({ screen: "question", standard: "b", question: "b1" });
  expect(whereWords(line("evidence", null, "place"))).toBe("Evidence, where it is kept");
  expect(wherePlace(line("evidence", null, "place"), placeOf)).toEqual({ screen: "evidence" });
  expect(wherePlace(line("file", null, ""), placeOf)).toBeNull();
});

test("questions that are chosen stay in sight whatever is looked for", () => {
  const one = (id: string, text: string) => ({ id, number: id.toUpperCase(), text });
  const standards: AskedStandard[] = [
    {
      id: "a",
      number: "A",
      title: "Leading",
      questions: [one("a1", "Governors are trained"), one("a2", "Minutes")],
    },
    { id: "b", number: "B", title: "Training", questions: [one("b1", "Staff")] },
  ];
  const shown = found(standards, "TRAIN", ["a2"]).flatMap(({ questions }) =>
    questions.map((some) => some.id),
  );
  expect(shown).toEqual(["a1", "a2", "b1"]);
  expect(found(standards, "nothing", [])).toEqual([]);
});
