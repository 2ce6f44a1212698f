// Which audit tools may be set beside another, and which of the two comes first.
import type { TemplateChoice } from "../api/wire";
import { tools as text } from "../text/tools";

const family = (key: string) => key.split("@")[0];

/** The other tools as choices: those of the same family first. */
export function partners(all: TemplateChoice[], of: TemplateChoice): [string, string][] {
  const others = all.filter((one) => one.key !== of.key);
  const near = others.filter((one) => family(one.key) === family(of.key));
  const far = others.filter((one) => family(one.key) !== family(of.key));
  return [...near, ...far].map((one) => [one.key, named(one)]);
}

/** A tool with its version, as it is chosen from a list. */
export function named(tool: TemplateChoice): string {
  return `${tool.title} – ${text.version(tool.version)}`;
}

/** Two tools as the earlier one and the one after it: by version within a family, else as they were given. */
export function inOrder(all: TemplateChoice[], one: string, other: string): { earlier: string; now: string } {
  const version = (key: string) => all.find((tool) => tool.key === key)?.version ?? "";
  const later = version(one).localeCompare(version(other), "en", { numeric: true }) > 0;
  return family(one) === family(other) && later ? { earlier: other, now: one } : { earlier: one, now: other };
}
