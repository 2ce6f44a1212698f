// Which actions are shown, how many there are of each colour, and what a colour looks like. Knows no drawing.
import type { PlannedView, Rag, RecommendationView } from "../../api/wire";
import type { Shape, Tone } from "../../design/shapes";

export type Filter = "all" | "soon" | "overdue" | "look_again" | "escalated" | Rag;

export const ragLooks: Record<Rag, { shape: Shape; tone: Tone }> = {
  red: { shape: "cross", tone: "not-met" },
  amber: { shape: "half", tone: "partly" },
  green: { shape: "tick", tone: "met" },
  blue: { shape: "star", tone: "exceeds" },
  grey: { shape: "dash", tone: "neutral" },
};

/** Whether an action is shown by a filter. */
export function fits(action: PlannedView, filter: Filter): boolean {
  if (filter === "all") return true;
  if (filter === "overdue") return action.overdue;
  if (filter === "look_again") return action.look_again;
  if (filter === "escalated") return action.escalated?.open ?? false;
  if (filter === "soon") return action.stage === "not_begun" || action.stage === "under_way";
  return action.rag === filter;
}

/** The recommendations with only the actions that fit; those without any are left out where something is filtered. */
export function narrowed(all: RecommendationView[], filter: Filter, group: string): RecommendationView[] {
  const inGroup = (action: PlannedView) => !group || action.said.groups.includes(group);
  const everything = filter === "all" && !group;
  return all
    .map((one) => ({ ...one, actions: one.actions.filter((it) => fits(it, filter) && inGroup(it)) }))
    .filter((one) => everything || one.actions.length > 0);
}

/** How many actions a filter shows. */
export function count(all: RecommendationView[], filter: Filter): number {
  return all.flatMap((one) => one.actions).filter((action) => fits(action, filter)).length;
}
