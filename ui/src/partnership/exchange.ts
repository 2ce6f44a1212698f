// Which rounds the merged report begins with, whether those that are ticked go together, and the parts that it opens in.
import type { Block, PackRoundLine, PaperDocument, Table } from "../api/wire";

/** The tool that most rounds use, and of each partnership its latest round on it. */
export function atFirst(rounds: PackRoundLine[]): string[] {
  const others = rounds.filter((one) => !one.own);
  const families = (others.length > 0 ? others : rounds).map((one) => one.family);
  const family = families.toSorted(
    (one, two) =>
      families.filter((it) => it === two).length - families.filter((it) => it === one).length ||
      one.localeCompare(two),
  )[0];
  const latest = new Map<string, PackRoundLine>();
  for (const one of rounds.filter((line) => line.family === family)) {
    const there = latest.get(one.partnership);
    if (!there || there.label < one.label) latest.set(one.partnership, one);
  }
  return [...latest.values()].map((one) => one.round);
}

/** Whether all of them use one audit tool, whatever its versions. */
export function oneTool(rounds: PackRoundLine[]): boolean {
  return new Set(rounds.map((one) => one.family)).size === 1;
}

/** A part of a paper, opened on its own. */
export interface Part {
  name: string;
  blocks: Block[];
}

/** So many questions make a table too long to be looked at whole. */
const LONG = 25;

/** A paper in parts: one a section, and where a section lists many questions, one a standard. */
export function parts(paper: PaperDocument): Part[] {
  const standards = titles(paper);
  return paper.sections.flatMap((section) => {
    const heading = section.blocks.find((block) => block.block === "heading");
    const name = heading ? heading.content : section.name;
    const whole: Part = { name, blocks: [] };
    const apart: Part[] = [];
    for (const block of section.blocks.filter((one) => one !== heading)) {
      if (block.block === "table" && isLong(block.content)) {
        apart.push(...byStandard(name, block.content, standards));
      } else whole.blocks.push(block);
    }
    return [...(whole.blocks.length > 0 ? [whole] : []), ...apart];
  });
}

const isLong = (table: Table) => table.columns[0]?.label === "No." && table.rows.length > LONG;

/** What a question's number begins with: the number of its standard. */
const standardOf = (number: string) => number.replace(/[.\s-]?\d+[a-z]?$/i, "") || number;

function byStandard(name: string, table: Table, standards: Map<string, string>): Part[] {
  const groups = new Map<string, Table["rows"]>();
  for (const row of table.rows) {
    const of = standardOf(row[0]?.text ?? "");
    groups.set(of, [...(groups.get(of) ?? []), row]);
  }
  return [...groups].map(([of, rows]) => {
    const title = standards.get(of) ?? of;
    const content = { ...table, title: `${table.title}: ${title}`, rows };
    return { name: `${name}: ${title}`, blocks: [{ block: "table", content }] };
  });
}

/** Each standard by its number, as the paper's table of standards has it: `A Governance`. */
function titles(paper: PaperDocument): Map<string, string> {
  const all = paper.sections.flatMap((section) => section.blocks);
  const tables = all.flatMap((block) => (block.block === "table" ? [block.content] : []));
  const table = tables.find((one) => one.columns[0]?.label === "Standard");
  const named = (table?.rows ?? []).map((row) => row[0]?.text ?? "");
  return new Map(named.map((title) => [title.split(" ")[0] ?? "", title]));
}
