// Which questions are offered for made-up answers: those that the checks look at, or those of a standard.
import type { TemplateQuestion, TemplateSheet } from "../api/wire";
import { namedIn } from "../text/condition";
import { trial as text } from "../text/tools";
import { knownIn, questionsOf } from "./sheet";

/** The questions that any check names. */
export function lookedAt(sheet: TemplateSheet): Set<string> {
  const known = knownIn(sheet);
  return new Set(sheet.checks.flatMap((check) => namedIn(check.when, known)));
}

/** The questions of one choice, as far as they are asked. */
export function questionsShown(
  sheet: TemplateSheet,
  picked: string,
  looked: Set<string>,
  asked: Set<string>,
): TemplateQuestion[] {
  const standard = sheet.standards.find((one) => one.id === picked);
  const all = standard?.questions ?? questionsOf(sheet).filter((one) => looked.has(one.id));
  return all.filter((one) => asked.has(one.id));
}

/** The choices: what the checks look at, then every standard, each with how many of it are asked. */
export function pickOptions(
  sheet: TemplateSheet,
  looked: Set<string>,
  asked: Set<string>,
): [string, string][] {
  const count = (id: string) => questionsShown(sheet, id, looked, asked).length;
  return [
    ["checks", text.byChecks(count("checks"))],
    ...sheet.standards.map((one): [string, string] => [
      one.id,
      text.standard(one.number, one.title, count(one.id)),
    ]),
  ];
}
