// Where a result of the search leads.
import type { SearchHit } from "../api/wire";
import type { Place } from "../state/places";

/** The question a result belongs to; else the list that it stands in. */
export function hitPlace(hit: SearchHit): Place {
  if (hit.question && hit.standard)
    return { screen: "question", standard: hit.standard, question: hit.question };
  if (hit.kind === "evidence") return { screen: "evidence" };
  if (hit.kind === "action") return { screen: "plan" };
  if (hit.kind === "challenge") return { screen: "challenges" };
  return { screen: "home" };
}
