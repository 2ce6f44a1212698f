// The keys of the screen in the room, and what a rating says beside a setting's own. Knows no drawing.
import type { Level, Meaning, ReturnLine, Sees } from "../api/wire";

/** What a key does. */
export type RoomKey =
  | { act: "next" | "back" | "undo" | "leave" | "refer" }
  | { act: "sees"; sees: Sees }
  | { act: "level"; place: number };

const acts: Record<string, RoomKey> = {
  arrowright: { act: "next" },
  pagedown: { act: "next" },
  arrowleft: { act: "back" },
  pageup: { act: "back" },
  u: { act: "undo" },
  r: { act: "refer" },
  escape: { act: "leave" },
  a: { act: "sees", sees: "agrees" },
  h: { act: "sees", sees: "higher" },
  l: { act: "sees", sees: "lower" },
  n: { act: "sees", sees: "not_tested" },
};

/** The act of a key; nothing where it has none. */
export function roomKey(key: string): RoomKey | null {
  if (/^[1-9]$/.test(key)) return { act: "level", place: Number(key) - 1 };
  return acts[key.toLowerCase()] ?? null;
}

const order: Meaning[] = ["not_met", "partly", "mostly", "met", "exceeds"];

/** How a panel's rating stands to the setting's own. */
export function seesOf(line: ReturnLine, level: Level): Sees {
  const own = line.levels.find((one) => one.code === line.self_rating);
  if (!own || own.code === level.code) return "agrees";
  const [mine, theirs] = [order.indexOf(level.meaning), order.indexOf(own.meaning)];
  if (mine < 0 || theirs < 0 || mine === theirs) return "agrees";
  return mine > theirs ? "higher" : "lower";
}
