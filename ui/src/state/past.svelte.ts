// The history of the open file, page by page from the newest; begun again whenever the file's revision moves.
import { Failed } from "../api/call";
import type { HistoryLine } from "../api/wire";
import { file } from "./file.svelte";

/** Lines that one page holds; fewer is the end. */
export const PAGE = 200;

/** The history as far as it has been read; made while a component is made. */
export class PastLines {
  lines = $state.raw<HistoryLine[] | null>(null);
  failure = $state.raw<Failed | null>(null);
  /** Whether there is more to read. */
  more = $state(false);
  #turn = 0;

  constructor() {
    $effect(() => {
      if (file.revision !== undefined) void this.#load([]);
    });
  }

  /** Reads one page further back. */
  async earlier(): Promise<void> {
    await this.#load(this.lines ?? []);
  }

  async #load(read: HistoryLine[]): Promise<void> {
    const turn = ++this.#turn;
    try {
      const page = await file.ask("file.history", { before_seq: read.at(-1)?.seq ?? null });
      if (turn !== this.#turn) return;
      this.lines = [...read, ...page];
      this.more = page.length === PAGE;
      this.failure = null;
    } catch (reason) {
      if (turn === this.#turn && reason instanceof Failed) this.failure = reason;
    }
  }
}
