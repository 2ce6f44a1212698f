// What a key does on a question's screen. Knows no browser: a press is a value.

/** A key as it was pressed, and where. */
export interface Press {
  key: string;
  ctrl: boolean;
  alt: boolean;
  meta: boolean;
  /** Whether the focus is in a field that takes text. */
  typing: boolean;
  /** Whether the focus is on something that uses arrows itself: a radio, a list. */
  choosing: boolean;
}

export type Verb =
  | { verb: "rate"; code: string }
  | { verb: "evidence" | "action" | "note" | "flag" | "confirm" | "next" | "previous" | "help" | "search" };

/** What to do at a press; nothing where the key is not ours. */
export function verbOf(press: Press, levels: { key: string; code: string }[], single: boolean): Verb | null {
  if (press.key === "Enter" && (press.ctrl || press.meta)) return { verb: "confirm" };
  if (press.ctrl || press.alt || press.meta || press.typing) return null;
  if (!press.choosing && press.key === "ArrowLeft") return { verb: "previous" };
  if (!press.choosing && press.key === "ArrowRight") return { verb: "next" };
  return single ? singleKey(press.key, levels) : null;
}

const letters: Record<string, Verb> = {
  e: { verb: "evidence" },
  a: { verb: "action" },
  n: { verb: "note" },
  f: { verb: "flag" },
  "?": { verb: "help" },
  "/": { verb: "search" },
};

function singleKey(key: string, levels: { key: string; code: string }[]): Verb | null {
  const level = levels.find((one) => one.key !== "" && one.key === key);
  return level ? { verb: "rate", code: level.code } : (letters[key.toLowerCase()] ?? null);
}

/** A key event of the browser as a press. */
export function pressOf(event: KeyboardEvent): Press {
  const at = event.target instanceof HTMLElement ? event.target : null;
  const kind = at instanceof HTMLInputElement ? at.type : "";
  const picks = ["radio", "checkbox", "button"].includes(kind);
  return {
    key: event.key,
    ctrl: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    typing: Boolean(at?.matches("textarea, select, [contenteditable]") || (kind && !picks)),
    choosing: kind === "radio",
  };
}
