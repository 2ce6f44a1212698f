// Where to go on in an audit.
import type { StandardTask } from "../api/wire";

/** The first standard that is not done; the first of all where every one is. */
export function nextStandard(standards: StandardTask[]): StandardTask | null {
  return standards.find((standard) => standard.state !== "done") ?? standards[0] ?? null;
}

/** Whether nothing has been answered yet. */
export function untouched(standards: StandardTask[]): boolean {
  return standards.every((standard) => standard.state === "not_started");
}
