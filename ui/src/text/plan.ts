// The plan: what is to be done, by whom, until when, and what came of it.
import type { ActionLine, ActionState } from "../api/wire";
import { counted } from "./counts";
import { onDate, onShortDate } from "./when";

export const actionStates: Record<ActionState, string> = {
  open: "Not begun",
  under_way: "Under way",
  done: "Done",
  dropped: "Dropped",
};

const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

export const plan = {
  title: "Plan",
  lead: "Everything to be done, from every answer, as one list. It goes on between audits: review it at your meetings.",
  add: "Add an action",
  empty: "No actions yet.",
  emptyHint:
    "An action says what will be done, by whom and by when. They grow out of answers that are not where you want them to be.",
  filter: "Show",
  filters: { open: "To do", overdue: "Overdue", done: "Done", dropped: "Dropped" },
  group: "Grouped by",
  groups: { due: "Due date", owner: "Owner", state: "State" },
  noneShown: "No action is in this list.",
  overdueGroup: "Overdue",
  noDate: "No date yet",
  noOwner: "No owner yet",
  month: (due: string) => month.format(new Date(`${due}T00:00:00Z`)),
  owner: (who: string) => `Owner: ${who}`,
  due: (date: string) => `Due ${onShortDate(date)}`,
  doneOn: (date: string) => `Done ${onShortDate(date)}`,
  overdue: (state: string) => `Overdue, ${state.toLocaleLowerCase("en-GB")}`,
  from: "From",
  origins: {
    audit: "",
    panel: "Agreed with an audit panel",
    feedback: "From the partnership’s feedback",
  } satisfies Record<ActionLine["origin"], string>,
  outcome: "What came of it:",
  reviews: (n: number) => counted(n, "review"),
  lastReview: (on: string, state: string) => `Last review ${onShortDate(on)}: ${state}`,
  reviewed: (on: string, who: string, state: string) => `${onDate(on)}, ${who}: ${state}`,
  review: "Review",
  reviewOf: (title: string) => `Review: ${title}`,
  edit: "Edit",
  editOf: (title: string) => `Edit: ${title}`,
};

export const actionForm = {
  add: "Add an action",
  edit: "Edit this action",
  title: "What will be done",
  titleHint: "Begin with a verb. Name no child.",
  titleMissing: "Enter what will be done",
  owner: "Who does it",
  ownerHint: "A role is enough. One owner is better than three.",
  due: "By when",
  dueIn: "the date by which it is done",
  state: "How far it is",
  outcome: "What came of it",
  outcomeHint: "The difference it made for children or staff; or why it was dropped.",
  questions: "Which answers does it come from?",
  save: "Save this action",
  remove: "Remove this action",
  keep: "Keep it",
  removeTitle: "Remove this action?",
  removeLead: (title: string) =>
    `“${title}” is taken off the plan. You can undo this. To give it up and say why, set it to “Dropped” instead.`,
  cancel: "Cancel",
  optional: "(optional)",
};

export const reviewForm = {
  title: "Review this action",
  lead: "A review is kept with its date. It never changes what was signed.",
  state: "How far it is now",
  note: "What was said",
  noteHint: "For example: reported to the meeting; two of three staff trained.",
  earlier: "Earlier reviews",
  none: "No reviews yet.",
  save: "Keep this review",
  cancel: "Cancel",
};

export const feedback = {
  bring: "Open the partnership’s feedback…",
  sheet: (partnership: string, round: string) =>
    `Feedback sheet of ${partnership || "the partnership"}, ${round}`,
  sheetHint: "It is shown and not kept: the file stays where it is, and opens here again.",
  close: "Close the sheet",
  from: (partnership: string, day: string) => `Feedback of ${partnership}, session of ${day}`,
  taken: (fresh: number, known: number) =>
    `${counted(fresh, "agreed action")} ${fresh === 1 ? "is" : "are"} in your plan from now on; ${known} ${known === 1 ? "was" : "were"} in it already.`,
  hint: "Say here how far each is: it goes back with your next return.",
};
