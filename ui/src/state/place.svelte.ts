// Where the reader is: one place at a time, kept in the address so that going back works.
import { file } from "./file.svelte";
import { address, needsNoFile, placeAt, type Place } from "./places";

class Here {
  place = $state.raw<Place>({ screen: "start" });
  /** Where the audit was left: the standard or question that was looked at last. */
  left: Place | null = null;

  /** Goes to a place; what is typed is saved first and never holds anyone up. */
  go(place: Place): void {
    void file.flush();
    this.#see(place);
    const to = address(place);
    if (location.hash !== to) history.pushState(null, "", to);
  }

  /** The same screen under its proper address. */
  stand(place: Place): void {
    this.#see(place);
    history.replaceState(null, "", address(place));
  }

  /** The first screen of the open file. */
  goHome(): void {
    const kind = file.state?.kind;
    if (!kind) return this.go({ screen: "start" });
    this.go(kind === "setting" ? { screen: "home" } : { screen: "round" });
  }

  /** Follows the address: at the start, and when the reader goes back or forward. */
  follow(): void {
    const place = placeAt(location.hash);
    if (place && (file.state || needsNoFile(place))) this.#see(place);
    else this.goHome();
  }

  #see(place: Place): void {
    this.place = place;
    if (place.screen === "standard" || place.screen === "question") this.left = place;
  }
}

/** Where the reader is. */
export const here = new Here();
