// A condition of an audit tool as a person reads it: numbers for ids, words for signs.
import type { Meaning } from "../api/wire";
import { meanings } from "./words";

/** What is known of a question by its id. */
export type Known = (id: string) => { number: string; kind: string } | undefined;

const parts: Record<string, (of: string) => string> = {
  value: (of) => of,
  meaning: (of) => `the rating of ${of}`,
  target: (of) => `${of} at the level to reach`,
  note: (of) => `the note on ${of}`,
  impact: (of) => `the impact of ${of}`,
  area: (of) => `the area for development of ${of}`,
  reason: (of) => `the reason given for ${of}`,
  evidence: (of) => `the items of evidence for ${of}`,
  actions: (of) => `the actions for ${of}`,
  overdue: (of) => `the overdue actions for ${of}`,
  flagged: (of) => `${of} flagged`,
  duty: (of) => `the duty of ${of}`,
  priority: (of) => `${of} a priority`,
};

const signs: Record<string, [string, string]> = {
  "=": ["is", "is"],
  "!=": ["is not", "is not"],
  "<": ["is less than", "is before"],
  "<=": ["is at most", "is on or before"],
  ">": ["is more than", "is after"],
  ">=": ["is at least", "is on or after"],
  "+": ["plus", "plus"],
  "-": ["less", "less"],
  in: ["is one of", "is one of"],
};

const TOKENS = /"[^"]*"|“[^”]*”|'[^']*'|\d{4}-\d\d-\d\d|[\d.]+|[A-Za-z_][\w.]*|!=|<=|>=|[=<>()+,-]/g;

/** The condition in words. */
export function inWords(condition: string, known: Known): string {
  const tokens = condition.match(TOKENS) ?? [];
  let dates = false;
  const said = tokens.map((token) => {
    const sign = signs[token];
    if (sign) return sign[dates ? 1 : 0];
    if (!/^[A-Za-z_]/.test(token)) return literal(token);
    dates = token === "today" || token === "due" || (dates && isJoined(token)) || isDate(token, known);
    return named(token, known);
  });
  return tidy(said.join(" "));
}

/** The ids of questions that a condition names. */
export function namedIn(condition: string, known: Known): string[] {
  const ids = (condition.match(TOKENS) ?? []).map((token) => idOf(token, known)?.id ?? "");
  return [...new Set(ids.filter(Boolean))];
}

function isJoined(token: string): boolean {
  return ["days", "months", "years", "day", "month", "year"].includes(token);
}

function isDate(token: string, known: Known): boolean {
  return known(idOf(token, known)?.id ?? "")?.kind === "date";
}

function idOf(token: string, known: Known): { id: string; part: string } | null {
  if (known(token)) return { id: token, part: "value" };
  const at = token.lastIndexOf(".");
  const [id, part] = [token.slice(0, at), token.slice(at + 1)];
  return at > 0 && known(id) ? { id, part } : null;
}

function named(token: string, known: Known): string {
  const asked = idOf(token, known);
  if (asked) return parts[asked.part]?.(known(asked.id)?.number ?? asked.id) ?? token;
  if (token === "answer") return "the answer";
  if (token.startsWith("answer.")) return parts[token.slice(7)]?.("the answer") ?? token;
  if (token === "due") return "the return date";
  return token.replace(/^fact\./, "").replaceAll("_", " ");
}

function literal(token: string): string {
  const text = /^["'“](.*)["'”]$/.exec(token)?.[1];
  if (text === undefined) return token;
  return `“${meanings[text as Meaning] ?? text}”`;
}

function tidy(words: string): string {
  return words
    .replaceAll("is not blank", "is given")
    .replaceAll("is blank", "is not given")
    .replaceAll("( ", "(")
    .replaceAll(" )", ")")
    .replaceAll(" ,", ",");
}
