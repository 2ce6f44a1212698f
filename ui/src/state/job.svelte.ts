// The one long job that may be running: how far it is, and how to stop it.
import type { JobView } from "../api/wire";
import { file } from "./file.svelte";

const EVERY = 250;

class Job {
  view = $state.raw<JobView | null>(null);

  /** Whether a job is running. */
  get running(): boolean {
    return this.view?.state === "running";
  }

  /** Watches a job that was started until it ends; gives how it ended. */
  async watch(first: JobView | null): Promise<JobView | null> {
    this.view = first;
    while (this.running) {
      await new Promise((done) => setTimeout(done, EVERY));
      this.view = await file.ask("job.show", {});
    }
    return this.view;
  }

  /** Asks it to stop; it stops at its next step. */
  async stop(): Promise<void> {
    this.view = (await file.act("job.stop", {})) ?? this.view;
  }

  /** The reader has seen how it ended. */
  dismiss(): void {
    this.view = null;
  }
}

/** The job of this window. */
export const job = new Job();
