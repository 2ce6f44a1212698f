// How an action stands, and how that is drawn.
import type { QuestionView } from "../api/wire";
import type { Look } from "../audit/meanings";

type Action = QuestionView["actions"][number];

/** Whether something is still to be done. */
export function isOpen(state: Action["state"]): boolean {
  return state === "open" || state === "under_way";
}

const looks: Record<Action["state"], Look> = {
  open: { shape: "open", tone: "neutral" },
  under_way: { shape: "half", tone: "partly" },
  done: { shape: "tick", tone: "met" },
  dropped: { shape: "dash", tone: "neutral" },
};

/** How an action is drawn; one that is overdue before all else. */
export function actionLook(action: Pick<Action, "state" | "overdue">): Look {
  return action.overdue ? { shape: "cross", tone: "not-met" } : looks[action.state];
}
