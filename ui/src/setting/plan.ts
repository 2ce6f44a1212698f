// The actions of a setting: which are in which list, how they are grouped, how a state is drawn.
import type { ActionLine, ActionState } from "../api/wire";
import type { Look } from "../audit/meanings";
import { partsOf, readDate, type DateParts } from "../design/date-parts";
import { actionForm, actionStates, plan as text } from "../text/plan";
import { errors } from "../text/start";
import { actionLook, isOpen } from "./actions";

export type PlanFilter = "open" | "overdue" | "done" | "dropped";
export type PlanGroup = "due" | "owner" | "state";

/** How far an action is, in a word and a shape; that it is overdue comes first. */
export function actionTag(action: ActionLine): Look & { words: string } {
  const words = actionStates[action.state];
  return { words: action.overdue ? text.overdue(words) : words, ...actionLook(action) };
}

const belongs: Record<PlanFilter, (action: ActionLine) => boolean> = {
  open: (action) => isOpen(action.state),
  overdue: (action) => action.overdue,
  done: (action) => action.state === "done",
  dropped: (action) => action.state === "dropped",
};

/** How many actions each list has, in the order of the lists. */
export function planCounts(actions: ActionLine[]): [PlanFilter, number][] {
  const filters = Object.keys(belongs) as PlanFilter[];
  return filters.map((filter) => [filter, actions.filter(belongs[filter]).length]);
}

/** The actions of a list under their headings; inside, by date, those without one last. */
export function planGroups(
  actions: ActionLine[],
  filter: PlanFilter,
  group: PlanGroup,
): { heading: string; actions: ActionLine[] }[] {
  const shown = actions.filter(belongs[filter]).toSorted(byDay);
  const groups = new Map<string, ActionLine[]>();
  for (const action of shown.toSorted(order[group])) {
    const heading = headings[group](action);
    groups.set(heading, [...(groups.get(heading) ?? []), action]);
  }
  return [...groups].map(([heading, some]) => ({ heading, actions: some }));
}

type Order = (a: ActionLine, b: ActionLine) => number;
const LAST = "9999";
const day = (action: ActionLine) => action.done_on ?? action.due ?? LAST;
const byDay: Order = (a, b) => day(a).localeCompare(day(b));
const states: ActionState[] = ["under_way", "open", "done", "dropped"];
const order: Record<PlanGroup, Order> = {
  due: (a, b) => Number(b.overdue) - Number(a.overdue),
  owner: (a, b) => Number(!a.owner) - Number(!b.owner) || a.owner.localeCompare(b.owner, "en-GB"),
  state: (a, b) => states.indexOf(a.state) - states.indexOf(b.state),
};
const headings: Record<PlanGroup, (action: ActionLine) => string> = {
  due: (action) =>
    action.overdue ? text.overdueGroup : action.done_on || action.due ? text.month(day(action)) : text.noDate,
  owner: (action) => action.owner || text.noOwner,
  state: (action) => actionStates[action.state],
};

/** What is typed into the form. */
export interface ActionTyped {
  title: string;
  owner: string;
  due: DateParts;
  state: ActionState;
  outcome: string;
  questions: string[];
}

/** The form of an action, or of a new one that comes from some answers. */
export function actionTyped(action: ActionLine | null, questions: string[]): ActionTyped {
  return {
    title: action?.title ?? "",
    owner: action?.owner ?? "",
    due: partsOf(action?.due ?? null),
    state: action?.state ?? "open",
    outcome: action?.outcome ?? "",
    questions: action ? action.questions.map((one) => one.question) : questions,
  };
}

/** What is wrong with the form. */
export function actionFaults(typed: ActionTyped): { id: string; message: string }[] {
  return [
    ...(typed.title.trim() ? [] : [{ id: "action-title", message: actionForm.titleMissing }]),
    ...("fault" in readDate(typed.due)
      ? [{ id: "action-due", message: errors.dateReal(actionForm.dueIn) }]
      : []),
  ];
}
