// What stands in a list already and fits what somebody begins to type, so that nothing is entered twice.

/** Something that can be linked: what it is, and a word to tell it from its like. */
export interface Known {
  id: string;
  title: string;
  more: string;
}

const MOST = 5;

/** The few that fit: every word typed stands in the title or beside it. Nothing typed fits them all. */
export function suggestions(all: Known[], typed: string): Known[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (one: Known) => words.every((word) => `${one.title} ${one.more}`.toLowerCase().includes(word));
  return all.filter(fits).slice(0, MOST);
}
