// The sides of a setting's file: which side a screen belongs to, and where the audit was left.
import type { Home } from "../api/wire";
import type { Place } from "../state/places";
import { nextStandard } from "./home";

export type Side = "home" | "audit" | "evidence" | "plan" | "checks" | "signOff" | "send" | "papers";

/** Where each side begins, in the order they are worked through. */
export const sides: { side: Side; place: Place }[] = [
  { side: "home", place: { screen: "home" } },
  { side: "audit", place: { screen: "audit" } },
  { side: "evidence", place: { screen: "evidence" } },
  { side: "plan", place: { screen: "plan" } },
  { side: "checks", place: { screen: "checks" } },
  { side: "signOff", place: { screen: "sign_off" } },
  { side: "send", place: { screen: "send" } },
  { side: "papers", place: { screen: "papers" } },
];

const ofScreen: Partial<Record<Place["screen"], Side>> = {
  home: "home",
  audit: "audit",
  standard: "audit",
  question: "audit",
  evidence: "evidence",
  plan: "plan",
  checks: "checks",
  sign_off: "signOff",
  challenges: "signOff",
  send: "send",
  read_back: "send",
  share: "send",
  papers: "papers",
  questions: "audit",
  audits: "home",
  changes: "home",
  compare: "home",
};

/** The side a screen belongs to; nothing for those that stand beside them all. */
export function sideOf(place: Place): Side | null {
  return ofScreen[place.screen] ?? null;
}

/** Where the audit is taken up: where it was left if that is still asked, else the first standard that is open. */
export function takenUp(left: Place | null, home: Pick<Home, "standards">): Place | null {
  const known = (id: string) => home.standards.some((one) => one.id === id);
  if (left && (left.screen === "standard" || left.screen === "question") && known(left.standard)) return left;
  const next = nextStandard(home.standards);
  return next ? { screen: "standard", standard: next.id } : null;
}
