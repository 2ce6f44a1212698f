// A guide as a page in Markdown, for docs/guides. Knows no file.
import type { Guide, Part, Section } from "./guide";

/** The page of one guide. */
export function asMarkdown(guide: Guide): string {
  const blocks = [`# ${guide.title}`, guide.lead, ...guide.sections.flatMap(section)];
  return `${blocks.join("\n\n")}\n`;
}

/** The page that lists them all. */
export function asContents(title: string, lead: string, guides: Guide[]): string {
  const lines = guides.map((guide) => `- [${guide.title}](${guide.name}.md)`);
  return `# ${title}\n\n${lead}\n\n${lines.join("\n")}\n`;
}

function section({ heading, parts }: Section): string[] {
  return [`## ${heading}`, ...parts.map(part)];
}

function part(one: Part): string {
  if ("says" in one) return one.says;
  if ("steps" in one) return one.steps.map((step, at) => `${at + 1}. ${step}`).join("\n");
  if ("points" in one) return one.points.map((point) => `- ${point}`).join("\n");
  const row = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("\\", "\\\\")).join(" | ")} |`;
  return [row(one.head), row(one.head.map(() => "---")), ...one.rows.map(row)].join("\n");
}
