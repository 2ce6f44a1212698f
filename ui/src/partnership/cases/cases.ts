// Reading what is typed in the forms of a case audit, and what agencies noted that no point says yet.
import type { CaseAuditView, CaseDissent, CaseItemView, Learnt } from "../../api/wire";

/** The lines of a text that say something. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** A number from 0 to 60; blank is 0, anything else nothing. */
export function wholeNumber(typed: string): number | null {
  const text = typed.trim();
  if (!/^\d{0,2}$/.test(text)) return null;
  const number = Number(text);
  return number <= 60 ? number : null;
}

/** Who sees it otherwise, a line each: `Police: we saw good.` */
export function dissentLines(dissent: CaseDissent[]): string {
  return dissent.map((one) => `${one.agency}: ${one.text}`).join("\n");
}

/** The same read back; the first line that names no agency of the audit is the fault. */
export function readDissent(
  typed: string,
  agencies: string[],
): { dissent: CaseDissent[] } | { fault: string } {
  const dissent: CaseDissent[] = [];
  for (const line of linesOf(typed)) {
    const at = line.indexOf(":");
    const name = line.slice(0, Math.max(at, 0)).trim().toLowerCase();
    const agency = agencies.find((one) => one.toLowerCase() === name);
    if (!agency) return { fault: line };
    dissent.push({ agency, text: line.slice(at + 1).trim() });
  }
  return { dissent };
}

/** Whether those who graded an item graded it in more than one way. */
export function differs(item: CaseItemView): boolean {
  return new Set(item.notes.map((note) => note.grade).filter(Boolean)).size > 1;
}

export interface Suggested {
  kind: Learnt;
  text: string;
  agency: string;
  number: string;
  focus: string;
}

/** What agencies noted as good or to be developed and no point of the audit says yet. */
export function suggested(view: CaseAuditView): Suggested[] {
  const said = new Set(view.points.map((point) => point.text));
  const areas = new Set(view.focus.map((area) => area.id));
  const all = view.cases.flatMap((one) =>
    one.items.flatMap((item) =>
      item.notes.flatMap((note) => {
        const of = (kind: Learnt, text: string): Suggested => ({
          kind,
          text,
          agency: note.agency,
          number: one.number,
          focus: areas.has(item.item) ? item.item : "",
        });
        return [of("good_practice", note.good), of("area_for_development", note.develop)];
      }),
    ),
  );
  return all.filter((one) => one.text && !said.has(one.text));
}
