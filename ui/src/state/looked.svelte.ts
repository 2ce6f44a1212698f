// A view that is worked out from every return of a round: watched meanwhile, stopped if wanted, and begun again.
import { untrack } from "svelte";
import { call, Failed } from "../api/call";
import type { Given, JobView } from "../api/wire";
import { file } from "./file.svelte";

type LongName = "signals.show" | "terms.show";

const NAMES: string[] = ["signals.show", "terms.show"] satisfies LongName[];
const EVERY = 250;
/** Seen so often, it takes long enough to be worth a word. */
const LONG = 3;

/** A view that takes a while the first time, and is there at once until the file changes. */
export class Looked<N extends LongName> {
  value = $state.raw<Given<N> | null>(null);
  failure = $state.raw<Failed | null>(null);
  /** How far it is; nothing while it is no more than a moment. */
  view = $state.raw<JobView | null>(null);
  /** Whether the reader stopped it. */
  stopped = $state(false);
  #name: N;
  #turn = 0;
  #asked = false;

  /** Made while a component is made; a component that goes stops what it asked for. */
  constructor(name: N) {
    this.#name = name;
    $effect(() => {
      void file.turned;
      if (file.revision !== undefined) untrack(() => void this.again());
    });
    $effect(() => () => {
      this.#turn++;
      if (this.#asked) void this.stop().catch(() => null);
    });
  }

  /** Asks for it, the first time or once more. */
  async again(): Promise<void> {
    const turn = ++this.#turn;
    const over = () => turn !== this.#turn;
    this.stopped = false;
    this.failure = null;
    await free(over);
    if (over()) return;
    this.#asked = true;
    void this.#watch(() => over() || !this.#asked);
    await this.#ask(over);
  }

  /** Asks it to stop; it stops within a few returns. */
  async stop(): Promise<void> {
    await call("job.stop", {});
  }

  async #ask(over: () => boolean): Promise<void> {
    try {
      const value = await file.ask(this.#name, {});
      if (!over()) this.value = value;
    } catch (reason) {
      if (!over() && reason instanceof Failed) this.#fell(reason);
    }
    if (over()) return;
    this.#asked = false;
    this.view = null;
  }

  #fell(reason: Failed): void {
    this.value = null;
    if (reason.kind === "stopped") this.stopped = true;
    else this.failure = reason;
  }

  async #watch(over: () => boolean): Promise<void> {
    for (let seen = 1; !over(); seen++) {
      await new Promise((done) => setTimeout(done, EVERY));
      const job = await running();
      if (over() || !job || seen < LONG) continue;
      this.value = null;
      this.view = job;
    }
  }
}

/** Waits until what was asked for before, here or on another page, has heard that it is to stop. */
async function free(over: () => boolean): Promise<void> {
  while (!over() && (await running())) await new Promise((done) => setTimeout(done, EVERY / 5));
}

/** The running job, where it is one of these; what the reply says of the open file is not looked at. */
async function running(): Promise<JobView | null> {
  const job = (await call("job.show", {}).catch(() => null))?.value ?? null;
  return job?.state === "running" && NAMES.includes(job.name) ? job : null;
}
