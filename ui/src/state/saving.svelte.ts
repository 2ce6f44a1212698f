// Something that is saved by itself, and what is said of it when it stands on the disk.
import type { CommandName, Given, Request, Written } from "../api/wire";
import { file } from "./file.svelte";

type SavingName = {
  [N in CommandName]: Given<N> extends Written | null ? N : never;
}[CommandName];

export class Saving {
  /** What was written last. */
  written = $state.raw<Written | null>(null);
  /** Whether something is being saved. */
  busy = $state(false);

  /** Saves; a dialog that was dismissed leaves what was said before. */
  async run<N extends SavingName>(name: N, input: Request<N>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const written = await file.act(name, input);
    this.busy = false;
    if (written) this.written = written as Written;
    if (file.failure) this.written = null;
  }
}
