// What leaves a screen of figures by hand, past every button: selected text that is copied or dragged, and the page as the web
// view prints it. Nobody can ask the core within such a click, so that it carries a line which says for whom it is.
import { onDestroy } from "svelte";
import { takeAway as text } from "../text/charts";
import { escaped } from "./copy";

/** How the core is asked before figures leave a screen; null where they are for officers alone. */
export type Asks = () => (() => Promise<unknown>) | null;

class ByHand {
  #screens = $state.raw<Asks[]>([]);

  /** Says that figures are on the screen for as long as a component is. */
  while(asks: Asks): void {
    this.#screens = [...this.#screens, asks];
    onDestroy(() => {
      this.#screens = this.#screens.filter((one) => one !== asks);
    });
  }

  /** What has to stand over anything that is taken; nothing where no figures are on the screen. */
  get line(): string {
    if (this.#screens.length === 0) return "";
    return this.#screens.every((asks) => asks()) ? text.byHand.others : text.byHand.officers;
  }

  /** Puts the line over what is selected, where that is copied or dragged away. */
  take(data: DataTransfer | null): "taken" | "left" {
    const selected = document.getSelection();
    if (!this.line || !data || !selected || selected.isCollapsed) return "left";
    const held = document.createElement("div");
    for (let at = 0; at < selected.rangeCount; at += 1) held.append(selected.getRangeAt(at).cloneContents());
    held.querySelectorAll(".unseen").forEach((heard) => heard.remove());
    data.setData("text/plain", `${this.line}\n${selected.toString()}`);
    data.setData("text/html", `<p>${escaped(this.line)}</p>${held.innerHTML}`);
    return "taken";
  }
}

/** What is on the screen now. */
export const byHand = new ByHand();
