// Where to go on in an audit, and how the days it is planned by are drawn.
import type { AuditLine, Home, StandardTask } from "../api/wire";
import { returnLooks, type Look } from "../audit/meanings";
import type { Place } from "../state/places";

type NextWords = "begin" | "goOn" | "toChecks" | "toSign" | "toSend";

/** The first standard that is not done; the first of all where every one is. */
export function nextStandard(standards: StandardTask[]): StandardTask | null {
  return standards.find((standard) => standard.state !== "done") ?? standards[0] ?? null;
}

/** Whether nothing has been answered yet. */
export function untouched(standards: StandardTask[]): boolean {
  return standards.every((standard) => standard.state === "not_started");
}

/** What is done next in an audit, and where; nothing in one that is only read. */
export function nextStep(home: Home): { words: NextWords; place: Place } | null {
  if (home.state === "signed_off") return { words: "toSend", place: { screen: "send" } };
  if (home.state === "signing") return { words: "toSign", place: { screen: "sign_off" } };
  if (home.read_only) return null;
  const next = nextStandard(home.standards);
  const place: Place | null = next && { screen: "question", standard: next.id, question: "open" };
  if (untouched(home.standards)) return place && { words: "begin", place };
  if (home.progress.answered < home.progress.asked) return place && { words: "goOn", place };
  if (home.gaps.must > 0) return { words: "toChecks", place: { screen: "checks" } };
  return { words: "toSign", place: { screen: "sign_off" } };
}

export const planLooks: Record<Home["plan"][number]["state"], Look> = {
  done: { shape: "tick", tone: "met" },
  now: { shape: "half", tone: "partly" },
  later: { shape: "open", tone: "neutral" },
  late: { shape: "cross", tone: "not-met" },
};

export const stateLooks: Record<AuditLine["state"], Look> = {
  in_progress: { shape: "half", tone: "partly" },
  signing: { shape: "most", tone: "mostly" },
  signed_off: { shape: "tick", tone: "met" },
  ...returnLooks,
};
