// What a guide is made of: the same words stand in the app and, as a page, in docs/guides.

/** A screen that a guide can lead to. */
export type Door =
  "home" | "audit" | "evidence" | "plan" | "checks" | "sign_off" | "send" | "history" | "preferences";

/** One piece of a section: a paragraph, steps in their order, points in none, or a table with a heading row. */
export type Part =
  { says: string } | { steps: string[] } | { points: string[] } | { head: string[]; rows: string[][] };

export interface Section {
  heading: string;
  parts: Part[];
  /** Where in the app this is done. */
  door?: { to: Door; words: string };
}

export interface Guide {
  /** Its address: `#/guide/signing`, `docs/guides/signing.md`. */
  name: string;
  title: string;
  lead: string;
  sections: Section[];
}
