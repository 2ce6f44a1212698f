// The papers of a round by the names that stand in addresses.
import type { Paper } from "../api/wire";
import { reports as text } from "../text/reports";

const papers = Object.keys(text.names) as Paper[];

/** The paper of a name; nothing where it is none. */
export function paperOf(name: string): Paper | null {
  return papers.find((paper) => paper === name) ?? null;
}

/** The lines that are not empty. */
export function linesOf(typed: string): string[] {
  return typed
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
