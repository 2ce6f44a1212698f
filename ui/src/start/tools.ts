// The audit tools as choices of a form.
import type { TemplateChoice } from "../api/wire";
import { start } from "../text/start";
import { statuses } from "../text/words";

/** One choice for each tool, with what it is written against and how far it is reviewed. */
export function toolOptions(tools: TemplateChoice[]): { value: string; label: string; hint: string }[] {
  return tools.map((tool) => ({ value: tool.key, label: tool.title, hint: remarks(tool).join(" · ") }));
}

function remarks(tool: TemplateChoice): string[] {
  const status = tool.status === "reviewed" ? "" : statuses[tool.status];
  const note = status && tool.status_note ? `${status}: ${tool.status_note}` : status;
  return [tool.edition, start.questions(tool.questions), note].filter(Boolean);
}
