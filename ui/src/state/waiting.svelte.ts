// A piece of work that is waited for: how far it is, shown only once that takes long enough to be worth a word.
import { tick } from "svelte";
import { call } from "../api/call";
import type { JobView } from "../api/wire";
import { waiting as text } from "../text/file";

const EVERY = 250;
/** Seen so often in a row, it takes about a second. */
const LONG = 4;

class Waiting {
  /** How far it is; nothing while it is no more than a moment. */
  view = $state.raw<JobView | null>(null);

  /** Waits for what somebody asked for, and watches it meanwhile. */
  async during<T>(work: Promise<T>): Promise<T> {
    let over = false;
    void this.#watch(() => over);
    try {
      return await work;
    } finally {
      over = true;
      if (this.view) await this.#close();
    }
  }

  /** Watches what the window opens: a file that was dropped on it, or that Attest was started with. */
  follow(): Promise<void> {
    return this.#watch((seen) => seen === 0);
  }

  /** Asks the present stage to stop. */
  async stop(): Promise<void> {
    await call("job.stop", {});
  }

  /** Closing, the dialog gives the focus back to where it was: what comes of the work is said after that. */
  async #close(): Promise<void> {
    this.view = null;
    await tick();
  }

  /** Looks again and again, until it is over: told how often in a row it was seen, and nothing before the first look. */
  async #watch(over: (seen?: number) => boolean): Promise<void> {
    let seen: number | undefined;
    do {
      await new Promise((done) => setTimeout(done, EVERY));
      if (over(seen)) break;
      // What the reply says of the open file is not looked at: the work itself tells that.
      const job = await call("job.show", {}).catch(() => null);
      const stage = running(job?.value ?? null);
      seen = stage ? (seen ?? 0) + 1 : 0;
      if (stage && seen >= LONG && !over(seen)) this.view = stage;
    } while (!over(seen));
    this.view = null;
  }
}

function running(job: JobView | null): JobView | null {
  return job?.state === "running" && job.name in text.stages ? job : null;
}

/** What this window waits for. */
export const waiting = new Waiting();
