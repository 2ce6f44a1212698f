// The audit tools as choices of a form: which fit whom, and which is offered first.
import type { TemplateChoice } from "../api/wire";
import { notInForce } from "../audit/picked";
import { start } from "../text/start";
import { tools as words } from "../text/tools";
import { kindFor } from "../text/wording";
import { statuses } from "../text/words";

/** One choice for each tool, with what it is written against and how far it is reviewed. */
export function toolOptions(tools: TemplateChoice[]): { value: string; label: string; hint: string }[] {
  const alone = (tool: TemplateChoice) => tools.filter((one) => one.title === tool.title).length === 1;
  return tools.map((tool) => ({
    value: tool.key,
    label: alone(tool) ? tool.title : `${tool.title} – ${words.version(tool.version)}`,
    hint: remarks(tool).join(" · "),
  }));
}

/** The tools that are written for a kind of setting; all of them where none is. */
export function toolsFor(tools: TemplateChoice[], kind: string): TemplateChoice[] {
  const fit = tools.filter((tool) => kindFor(tool.audience) === kind);
  return fit.length > 0 ? fit : tools;
}

/** The tool that is offered first: the latest that is more than a draft or a preview. */
export function firstTool(tools: TemplateChoice[]): TemplateChoice | null {
  const ready = tools.filter((tool) => !notInForce(tool));
  return newest(ready) ?? newest(tools);
}

/** The tools that can follow another: itself and its later versions; any where its family is not known. */
export function successors(tools: TemplateChoice[], of: string): TemplateChoice[] {
  const family = (key: string) => key.split("@")[0];
  const version = of.split("@")[1] ?? "";
  const same = tools.filter((tool) => family(tool.key) === family(of) && compare(tool.version, version) >= 0);
  return same.length > 0 ? same : tools;
}

function newest(tools: TemplateChoice[]): TemplateChoice | null {
  const later = (a: TemplateChoice, b: TemplateChoice) => (compare(a.version, b.version) >= 0 ? a : b);
  return tools.length === 0 ? null : tools.reduce(later);
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}

function remarks(tool: TemplateChoice): string[] {
  const status = tool.status === "reviewed" ? "" : statuses[tool.status];
  const note = status && tool.status_note ? `${status}: ${tool.status_note}` : status;
  return [tool.edition, start.questions(tool.questions), note].filter(Boolean);
}
