// Every screen there is, and its address after the `#`. Knows no drawing.

export type Place =
  | { screen: "start" }
  | { screen: "new_setting" }
  | { screen: "new_partnership" }
  | { screen: "preferences" }
  | { screen: "history" }
  | { screen: "home" }
  | { screen: "standard"; standard: string }
  | { screen: "question"; standard: string; question: string }
  | { screen: "round" }
  | { screen: "intake"; batch: string }
  | { screen: "return"; submission: string }
  | { screen: "results" }
  | { screen: "findings" };

const plain = [
  "start",
  "new_setting",
  "new_partnership",
  "preferences",
  "history",
  "home",
  "round",
  "results",
  "findings",
] as const;

/** The address of a place: `#/question/school.c/school.c4`. */
export function address(place: Place): string {
  const parts = [place.screen, ...details(place)].map((part) => encodeURIComponent(part));
  return `#/${parts.join("/")}`;
}

/** The place of an address; nothing where there is none. */
export function placeAt(hash: string): Place | null {
  const [screen, first = "", second = ""] = hash
    .replace(/^#?\/?/, "")
    .split("/")
    .map((part) => decodeURIComponent(part));
  const simple = plain.find((name) => name === screen);
  if (simple) return { screen: simple };
  if (screen === "intake") return { screen, batch: first };
  if (first && screen === "standard") return { screen, standard: first };
  if (first && screen === "return") return { screen, submission: first };
  if (first && second && screen === "question") return { screen, standard: first, question: second };
  return null;
}

/** Whether a place can be shown with no file open. */
export function needsNoFile(place: Place): boolean {
  return ["start", "new_setting", "new_partnership", "preferences"].includes(place.screen);
}

function details(place: Place): string[] {
  switch (place.screen) {
    case "standard":
      return [place.standard];
    case "question":
      return [place.standard, place.question];
    case "intake":
      return place.batch ? [place.batch] : [];
    case "return":
      return [place.submission];
    default:
      return [];
  }
}
