// Where each next step of a round leads.
import type { NextWhat } from "../api/wire";
import type { Place } from "../state/places";

/** The screen on which a step is done. */
export function placeOf(what: NextWhat): Place {
  switch (what) {
    case "register":
      return { screen: "register" };
    case "set_due":
    case "set_return_to":
      return { screen: "round_settings" };
    case "review_tool":
      return { screen: "templates" };
    case "go_on_issuing":
    case "issue":
      return { screen: "issue" };
    case "needs_you":
      return { screen: "needs" };
    case "accept":
      return { screen: "returns" };
    case "chase":
    case "remind":
      return { screen: "chase" };
    case "results":
      return { screen: "analysis", part: "overview" };
  }
}
