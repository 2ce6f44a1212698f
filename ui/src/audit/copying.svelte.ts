// What is copied from the screen: where it is for others the core is asked first, which keeps that it is shared.
import { getContext, setContext } from "svelte";
import type { TableView } from "../api/wire";
import { takeAway as text } from "../text/charts";
import { byHand } from "./by-hand.svelte";
import { asText, copies, copy } from "./copy";

/** Asks whether what is on the screen may be copied; gives nothing where that was refused. */
type Ask = () => Promise<unknown>;
const KEY = Symbol("what is copied");

/** Says how the core is asked before anything on this screen is copied; null where it is for officers alone. */
export function copiedAfter(ask: () => Ask | null): void {
  setContext(KEY, ask);
  byHand.while(ask);
}

export class Copying {
  /** What became of it. */
  said = $state("");
  #ask = getContext<(() => Ask | null) | undefined>(KEY);
  /** What the core said yes to last. */
  #granted = "";

  /** Copies a table; `size` is looked at first, so that what is too large is not even made. */
  async run(size: { rows: unknown[]; columns: unknown[] }, made: () => TableView): Promise<void> {
    this.said = "";
    if (!copies(size)) {
      this.said = text.tooLarge;
      return;
    }
    const table = made();
    const ask = this.#ask?.();
    const words = asText(table);
    const waits = ask && this.#granted !== words;
    if (waits && (await ask()) === undefined) return;
    if (ask) this.#granted = words;
    // Some web views copy only within the very click: then the next one does it, which waits for nobody.
    const again = waits ? text.onceMore : text.notCopied;
    this.said = copy(table) ? text.copied : again;
  }
}
