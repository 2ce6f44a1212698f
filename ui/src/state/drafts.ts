// What has been typed but is not yet saved: sent after a pause, one at a time, kept until it is saved.
// Knows nothing of the screen or of the core; both are passed in.

/** Where a text belongs: a question and one of its fields. */
export interface Slot {
  question: string;
  field: string;
}

/** What the drafts need from outside. */
export interface Outside {
  /** Saves one text; throws where it could not. */
  send(slot: Slot, text: string): Promise<void>;
  /** Told whenever something changed: for the screen. */
  changed(): void;
  /** Told of a failure, or of nothing once all is saved. */
  failed(reason: unknown): void;
  /** Whether the same text may be sent again by itself. */
  worthRetrying(reason: unknown): boolean;
}

interface Draft {
  slot: Slot;
  text: string;
}

const PAUSE = 500;
const RETRY = 3000;

/** The texts that are not saved yet. */
export class Drafts {
  #drafts = new Map<string, Draft>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;

  #outside: Outside;

  constructor(outside: Outside) {
    this.#outside = outside;
  }

  /** The unsaved text of a slot, if there is one. */
  get(slot: Slot): string | undefined {
    return this.#drafts.get(key(slot))?.text;
  }

  /** How many texts are not saved. */
  get size(): number {
    return this.#drafts.size;
  }

  /** Takes what was typed; it is sent after a pause. */
  type(slot: Slot, text: string): void {
    this.#drafts.set(key(slot), { slot, text });
    this.#outside.changed();
    this.#later(PAUSE);
  }

  /** Sends all that waits, now; true when nothing is left unsaved. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#running) await this.#running;
    if (this.#drafts.size === 0) return true;
    // Cleared after it was set, however soon the sending ends: else everybody would wait for ever.
    this.#running = this.#sendAll().finally(() => (this.#running = null));
    await this.#running;
    return this.#drafts.size === 0;
  }

  /** Lets go of everything: the file is closed. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#drafts.clear();
    this.#outside.changed();
  }

  async #sendAll(): Promise<void> {
    try {
      for (const draft of [...this.#drafts.values()]) await this.#sendOne(draft);
      if (this.#drafts.size === 0) this.#outside.failed(null);
    } finally {
      this.#outside.changed();
    }
  }

  async #sendOne(draft: Draft): Promise<void> {
    try {
      await this.#outside.send(draft.slot, draft.text);
      if (this.#drafts.get(key(draft.slot)) === draft) this.#drafts.delete(key(draft.slot));
    } catch (reason) {
      this.#outside.failed(reason);
      if (this.#outside.worthRetrying(reason)) this.#later(RETRY);
    }
  }

  #later(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), wait);
  }
}

function key(slot: Slot): string {
  return `${slot.question}\n${slot.field}`;
}
