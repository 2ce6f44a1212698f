// A file that is being opened, restored or copied: how far it is, shown only once that takes long enough to be worth a word.
import { tick } from "svelte";
import { call } from "../api/call";
import type { JobView } from "../api/wire";
import { file } from "./file.svelte";

const EVERY = 250;
/** Seen so often in a row, it takes about a second. */
const LONG = 4;
const STAGES = ["file.check", "file.back_up", "file.restore", "file.copy", "file.further"];

class Opening {
  /** How far it is; nothing while it is no more than a moment. */
  view = $state.raw<JobView | null>(null);

  /** Waits for what opens or copies a file, and watches it meanwhile. */
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

  /** Closing, the dialog gives the focus back to where it was: what went wrong is said after that. */
  async #close(): Promise<void> {
    this.view = null;
    await tick();
    file.sayAgain();
  }

  async #watch(over: (seen: number) => boolean): Promise<void> {
    let seen = 0;
    do {
      await new Promise((done) => setTimeout(done, EVERY));
      // What the reply says of the open file is not looked at: the opening itself tells that.
      const job = await call("job.show", {}).catch(() => null);
      const stage = running(job?.value ?? null);
      seen = stage ? seen + 1 : 0;
      if (stage && seen >= LONG && !over(seen)) this.view = stage;
    } while (!over(seen));
    this.view = null;
  }
}

function running(job: JobView | null): JobView | null {
  return job?.state === "running" && STAGES.includes(job.name) ? job : null;
}

/** The opening of this window. */
export const opening = new Opening();
