// A sample's rules as they are typed, and as they are asked for. Knows no drawing.
import type { Criterion, SampleRule, SampleRules, SampleTrait, TraitChoice } from "../api/wire";
import { sample as text } from "../text/panel";
import { onDate } from "../text/when";

/** What is typed into the form. */
export interface TypedRules {
  sizeKind: "share" | "number";
  size: string;
  minimum: string;
  mergeBelow: string;
  base: SampleRules["base"];
  cycle: string;
  strata: string[];
  rules: SampleRule[];
}

/** A trait as a text, to be compared and chosen. */
export const traitKey = (trait: SampleTrait): string => JSON.stringify(trait);

/** The rules as the form shows them. */
export function typed(rules: SampleRules): TypedRules {
  const share = "share" in rules.size;
  return {
    sizeKind: share ? "share" : "number",
    size: "share" in rules.size ? String(rules.size.share / 100) : String(rules.size.number),
    minimum: String(rules.minimum),
    mergeBelow: String(rules.merge_below),
    base: rules.base,
    cycle: rules.cycle === null ? "" : String(rules.cycle),
    strata: rules.strata.map(traitKey),
    rules: rules.rules,
  };
}

/** The faults of what is typed, each with the id of its field. */
export function faults(form: TypedRules): { id: string; message: string }[] {
  const found = [];
  if (sizeOf(form) === null) found.push({ id: "sample-size", message: text.badSize });
  if (whole(form.minimum) === null) found.push({ id: "sample-minimum", message: text.badMinimum });
  if (whole(form.mergeBelow) === null) found.push({ id: "sample-merge", message: text.badMerge });
  const years = whole(form.cycle);
  if (form.cycle.trim() && (years === null || years < 1))
    found.push({ id: "sample-cycle", message: text.badCycle });
  return found;
}

/** The rules that were typed; what has a fault falls back to nothing. */
export function rulesOf(form: TypedRules): SampleRules {
  return {
    base: form.base,
    rules: form.rules,
    strata: form.strata.map((key) => JSON.parse(key) as SampleTrait),
    merges: [],
    merge_below: whole(form.mergeBelow) ?? 0,
    size: sizeOf(form) ?? { number: 0 },
    rounding: "up",
    minimum: whole(form.minimum) ?? 0,
    cycle: form.cycle.trim() ? whole(form.cycle) : null,
  };
}

function sizeOf(form: TypedRules): SampleRules["size"] | null {
  const number = Number(form.size.trim().replace(",", ".").replace("%", ""));
  if (!form.size.trim() || !Number.isFinite(number) || number <= 0) return null;
  if (form.sizeKind === "share") return number <= 100 ? { share: Math.round(number * 100) } : null;
  return Number.isInteger(number) ? { number } : null;
}

/** A whole number that is not negative; nothing where none is typed. */
export function whole(typed: string): number | null {
  return /^\d{1,6}$/.test(typed.trim()) ? Number(typed.trim()) : null;
}

/** A rule as a sentence. */
export function ruleWords(rule: SampleRule, traits: TraitChoice[]): string {
  return text.said(text.bearings[rule.bearing], criterionWords(rule.of, traits), rule.reason);
}

function criterionWords(of: Criterion, traits: TraitChoice[]): string {
  if ("met_within" in of) return text.metWithin(of.met_within);
  if ("opened_since" in of) return text.openedSince(onDate(of.opened_since));
  if ("named" in of) return text.named(of.named.length);
  const [trait, value] = of.is;
  const known = traits.find((one) => traitKey(one.by) === traitKey(trait));
  return text.is(known?.words ?? "", value);
}
