// What stands out in a round: reasons to ask, in words that accuse nobody.
import type { SignalKind } from "../api/wire";
import { counted } from "./counts";

export const signals = {
  lead: "A signal is a reason to ask, never a verdict: there may be a good reason for each. It counts in no figure, and it is for officers alone, because it names settings.",
  looking: "Looking through the returns for what stands out",
  empty: "Nothing stands out in the accepted returns.",
  emptyHint: "Signals are looked for again whenever a return is accepted.",
  none: "No signal fits what you chose.",
  clear: "Show all signals",
  all: "All",
  kind: "What stands out",
  find: "Find a setting or words",
  standard: "Standard",
  phase: "Phase",
  any: "All",
  shown: (shown: number, all: number) =>
    shown === all ? `${counted(all, "signal")}.` : `${shown} of ${counted(all, "signal")}.`,
  leftOut: (n: number) =>
    `${counted(n, "more is", "more are")} left out: a list of all would be too long to work through.`,
  places: (n: number) => `Show ${counted(n, "place")}`,
  setting: "School or organisation",
  question: "Question",
  whole: "The whole return",
  said: "What was seen",
  why: "The signal",
  table: "Signals",
  more: (n: number) => `Show ${n} more`,
  returns: (n: number) => counted(n, "return"),
  open: (name: string) => `Open the return of ${name}`,
  kinds: {
    no_evidence: "Top ratings without evidence",
    same_text: "Same text in several returns",
    all_top: "Everything at the top",
    contradiction: "Hard to reconcile",
    unchanged: "Unchanged since last round",
    overdue_met: "Overdue, yet rated met",
  } satisfies Record<SignalKind, string>,
};
