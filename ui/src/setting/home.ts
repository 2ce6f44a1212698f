// Where to go on in an audit, and how the days it is planned by are drawn.
import type { AuditLine, Home, StandardTask } from "../api/wire";
import { returnLooks, type Look } from "../audit/meanings";

/** The first standard that is not done; the first of all where every one is. */
export function nextStandard(standards: StandardTask[]): StandardTask | null {
  return standards.find((standard) => standard.state !== "done") ?? standards[0] ?? null;
}

/** Whether nothing has been answered yet. */
export function untouched(standards: StandardTask[]): boolean {
  return standards.every((standard) => standard.state === "not_started");
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
