// Coding by keyboard: which key belongs to which theme, and what a press does. Knows no browser.

/** Keys in the order in which themes get them; those that move are left out. */
const KEYS = [..."123456789", ..."abcdefghiklmorstuvwxyz"];

/** The key of each theme, by its place; empty where there are more themes than keys. */
export function keyOf(place: number): string {
  return KEYS[place] ?? "";
}

export type TextVerb =
  { verb: "move"; by: number } | { verb: "end"; at: "first" | "last" } | { verb: "code"; theme: number };

/** What a press does on a text; nothing where the key is not ours. */
export function verbOf(
  press: { key: string; plain: boolean; typing: boolean },
  themes: number,
  single: boolean,
): TextVerb | null {
  if (!press.plain || press.typing) return null;
  if (press.key === "ArrowDown") return { verb: "move", by: 1 };
  if (press.key === "ArrowUp") return { verb: "move", by: -1 };
  if (press.key === "Home") return { verb: "end", at: "first" };
  if (press.key === "End") return { verb: "end", at: "last" };
  const theme = single ? KEYS.indexOf(press.key.toLowerCase()) : -1;
  return theme >= 0 && theme < themes ? { verb: "code", theme } : null;
}
