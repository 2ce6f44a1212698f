// The audit tool that somebody asked to begin with, until a form has taken it.
import type { Audience } from "../api/wire";

/** A tool that an audit or a round is to be begun with. */
export interface WantedTool {
  key: string;
  audience: Audience;
}

let wanted: WantedTool | null = null;

/** Asks the next form for this tool. */
export function want(tool: WantedTool): void {
  wanted = tool;
}

/** The tool that was asked for, once. */
export function takeWanted(): WantedTool | null {
  const tool = wanted;
  wanted = null;
  return tool;
}
