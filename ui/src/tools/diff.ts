// Which words of a text changed: the longest run of words that both have stays, the rest is marked.

/** A stretch of words, changed or not. */
export interface Stretch {
  text: string;
  changed: boolean;
}

/** Both texts as stretches: what was taken out of the one, what was put into the other. */
export function differences(before: string, now: string): { before: Stretch[]; now: Stretch[] } {
  const [a, b] = [words(before), words(now)];
  const [keptA, keptB] = common(a, b);
  return { before: stretches(a, keptA), now: stretches(b, keptB) };
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** Which words of each stand in the longest run that both share. */
function common(a: string[], b: string[]): [Set<number>, Set<number>] {
  const table = lengths(a, b);
  const [keptA, keptB] = [new Set<number>(), new Set<number>()];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      keptA.add(i++);
      keptB.add(j++);
    } else if (at(table, i + 1, j) >= at(table, i, j + 1)) i++;
    else j++;
  }
  return [keptA, keptB];
}

/** For each pair of places, how long the longest shared run from there on is. */
function lengths(a: string[], b: string[]): number[][] {
  const table: number[][] = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  );
  for (let i = a.length - 1; i >= 0; i--) {
    const row = table[i] ?? [];
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] =
        a[i] === b[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

function at(table: number[][], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}

function stretches(all: string[], kept: Set<number>): Stretch[] {
  const found: Stretch[] = [];
  all.forEach((word, index) => {
    const changed = !kept.has(index);
    const last = found.at(-1);
    if (last && last.changed === changed) last.text += ` ${word}`;
    else found.push({ text: word, changed });
  });
  return found;
}
