// A view that stays true: asked for when first needed, and again whenever the file's revision moves.
import { Failed } from "../api/call";
import type { CommandName, Given, Request } from "../api/wire";
import { file } from "./file.svelte";

/** A view that keeps itself current; made while a component is made. */
export class Live<N extends CommandName> {
  value = $state.raw<Given<N> | null>(null);
  failure = $state.raw<Failed | null>(null);
  #turn = 0;

  /** `wanted` says whether the view is asked for at all just now. */
  constructor(name: N, input: () => Request<N>, wanted: () => boolean = () => true) {
    // Compared as text: the same request from an owner that was drawn again is no new request.
    const asked = $derived(wanted() ? JSON.stringify(input()) : null);
    $effect(() => {
      void file.turned;
      const open = file.revision !== undefined || name === "start.show" || name.startsWith("template.");
      if (open && asked !== null) void this.#load(name, JSON.parse(asked) as Request<N>);
    });
  }

  async #load(name: N, input: Request<N>): Promise<void> {
    const turn = ++this.#turn;
    try {
      const value = await file.ask(name, input);
      if (turn !== this.#turn) return;
      this.value = value;
      this.failure = null;
    } catch (reason) {
      if (turn === this.#turn && reason instanceof Failed) this.failure = reason;
    }
  }
}
