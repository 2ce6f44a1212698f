// A view that stays true: asked for when first needed, and again whenever the file's revision moves.
import { Failed } from "../api/call";
import type { CommandName, Reply, Request } from "../api/wire";
import { file } from "./file.svelte";

/** A view that keeps itself current; call it while a component is made. */
export class Live<N extends CommandName> {
  value = $state.raw<Reply<N> | null>(null);
  failure = $state.raw<Failed | null>(null);
  #turn = 0;

  constructor(name: N, input: () => Request<N>) {
    $effect(() => {
      void file.revision;
      void this.#load(name, input());
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
