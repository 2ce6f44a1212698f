// What is chosen of the differences between a workbook and the file.
import type { ReadBackLine, ReadBackView } from "../api/wire";

export type Choice = "mine" | "theirs" | "both";
export type Choices = Record<string, Choice>;

/** What is clear is taken, what is asked waits. */
export function clear(lines: ReadBackLine[]): Choices {
  return Object.fromEntries(lines.filter((line) => !line.clash).map((line) => [line.key, "theirs"]));
}

/** The same choice everywhere. */
export function everywhere(lines: ReadBackLine[], choice: Choice): Choices {
  return Object.fromEntries(lines.map((line) => [line.key, choice]));
}

/** What is sent to be taken. */
export function taking(lines: ReadBackLine[], choices: Choices): { theirs: string[]; both: string[] } {
  const keys = (choice: Choice) => lines.map((line) => line.key).filter((key) => choices[key] === choice);
  return { theirs: keys("theirs"), both: keys("both") };
}

/** How many differences still wait for a decision. */
export function undecided(lines: ReadBackLine[], choices: Choices): number {
  return lines.filter((line) => !choices[line.key]).length;
}

/** The lines under the headings they belong to, in their order. */
export function grouped(lines: ReadBackLine[]): { group: string; lines: ReadBackLine[] }[] {
  const found: { group: string; lines: ReadBackLine[] }[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last?.group === line.group) last.lines.push(line);
    else found.push({ group: line.group, lines: [line] });
  }
  return found;
}

/** Whether nothing of it can be taken: signed, or signing. */
export function closed(view: Pick<ReadBackView, "state">): boolean {
  return view.state !== "in_progress";
}
