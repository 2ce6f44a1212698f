// Which part of a case audit was looked at last: coming back from a case, the list of cases is there again.

export const sides = ["plan", "cases", "agencies", "learning", "papers"] as const;

class Lately {
  side = $state<(typeof sides)[number]>("plan");
}

export const lately = new Lately();
