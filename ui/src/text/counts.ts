// Counts as people say them: a noun that agrees, a share that never stands without its base.

/** `1 question`, `3 questions`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A note as a sentence: a capital first, a full stop last. */
export function sentence(note: string): string {
  const words = note.trim();
  if (words === "") return "";
  const last = /[.!?]$/.test(words) ? "" : ".";
  return words.charAt(0).toLocaleUpperCase("en-GB") + words.slice(1) + last;
}

/** `3 of 12`. */
export function of(count: number, base: number): string {
  return `${count} of ${base}`;
}

/** A whole percentage; a base of nothing has none. */
export function percent(count: number, base: number): string {
  if (base === 0) return "–";
  const share = (count / base) * 100;
  if (count > 0 && share < 1) return "under 1%";
  if (count < base && share > 99) return "over 99%";
  return `${Math.round(share)}%`;
}

/** `nursery`, `nursery and boarding`, `nursery, boarding and sixth form`. */
export function listed(words: string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
