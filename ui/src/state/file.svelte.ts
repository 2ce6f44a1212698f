// The open file as the screen knows it: its name and revision, whether all is saved, what went wrong last.
import { call, Failed } from "../api/call";
import type { CommandName, FileState, Given, QuestionView, Request } from "../api/wire";
import { Drafts, type Slot } from "./drafts";
import { waiting } from "./waiting.svelte";

/** Work that takes longer than this is said to be under way. */
const A_WAIT = 300;

export type Saving = "quiet" | "saving" | "saved" | "failed";

class OpenFile {
  /** Name, kind, revision, undo and redo; nothing while no file is open. */
  state = $state.raw<FileState | null>(null);
  /** The number of its last operation; live views follow it. */
  revision = $derived(this.state?.revision);
  saving = $state<Saving>("quiet");
  savedAt = $state.raw<Date | null>(null);
  /** The last failure, until it is dismissed or something succeeds. */
  failure = $state.raw<Failed | null>(null);
  /** A sentence for those who listen: what undo did, for example. */
  said = $state("");
  /** Printed numbers of the questions seen so far: for the words of undo. */
  numbers = new Map<string, string>();
  /** Whether something that was asked for takes long enough to be worth a word. */
  working = $state(false);
  /** Counts up when another audit of the same file is looked at: every view is asked for again. */
  turned = $state(0);
  #typed = $state(0);
  #asked = 0;
  #looking = false;
  #listeners = new Set<(question: QuestionView) => void>();
  #drafts = new Drafts({
    send: async (slot, text) => void (await this.#run("answer.write", { ...slot, text })),
    changed: () => this.#typed++,
    failed: (reason) => this.#draftFailed(reason),
    worthRetrying: (reason) =>
      reason instanceof Failed && reason.kind !== "input" && reason.kind !== "missing",
  });

  /** Whether the file can be read but not changed. */
  get locked(): boolean {
    return Boolean(this.state?.read_only);
  }

  /** How many texts are typed but not saved. */
  get unsaved(): number {
    return this.#typed >= 0 ? this.#drafts.size : 0;
  }

  /** What stands in a field: what was typed last, else what is saved. */
  text(slot: Slot, saved: string): string {
    return this.#typed >= 0 ? (this.#drafts.get(slot) ?? saved) : saved;
  }

  /** Takes what was typed into a field. */
  type(slot: Slot, text: string): void {
    this.saving = "saving";
    this.#drafts.type(slot, text);
  }

  /** Saves what is typed, now; true when nothing is left. */
  flush(): Promise<boolean> {
    return this.#drafts.size === 0 ? Promise.resolve(true) : this.#drafts.flush();
  }

  /** Tells of every answer as it is saved; gives the way to stop that. */
  onAnswer(listener: (question: QuestionView) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks for something without changing anything; throws. */
  async ask<N extends CommandName>(name: N, input: Request<N>): Promise<Given<N>> {
    const reply = await this.#waited(call(name, input));
    this.state = reply.file;
    return reply.value;
  }

  /** Changes something, after what is typed is saved, and watches it where it takes long; shows a failure and gives nothing then. */
  async act<N extends CommandName>(name: N, input: Request<N>): Promise<Given<N> | undefined> {
    this.failure = null;
    if (!(await this.flush())) return undefined;
    try {
      return await waiting.during(this.#run(name, input));
    } catch (reason) {
      this.saving = "quiet";
      this.failure = asFailed(reason);
      return undefined;
    }
  }

  /** Shows a failure that happened elsewhere. */
  fail(reason: unknown): void {
    this.failure = asFailed(reason);
  }

  /** The file was closed or another was opened: nothing of it stays. */
  forget(): void {
    this.#drafts.forget();
    this.saving = "quiet";
    this.savedAt = null;
    this.said = "";
    this.numbers.clear();
  }

  async #run<N extends CommandName>(name: N, input: Request<N>): Promise<Given<N>> {
    const before = this.state?.revision;
    const reply = await this.#waited(call(name, input));
    this.state = reply.file;
    // Typing on continues an operation: the revision stays, and yet something was saved.
    const answer = isAnswer(reply.value) ? reply.value : null;
    if (answer) for (const listener of this.#listeners) listener(answer);
    if (answer || (before !== undefined && reply.file && reply.file.revision !== before)) this.#markSaved();
    return reply.value;
  }

  /** Waits for an answer; while one takes longer than a moment, that is said. */
  async #waited<T>(answer: Promise<T>): Promise<T> {
    this.#asked += 1;
    const late = setTimeout(() => void this.#late(), A_WAIT);
    try {
      return await answer;
    } finally {
      clearTimeout(late);
      this.#asked -= 1;
      if (this.#asked === 0) this.working = false;
    }
  }

  /** Says that something is under way, but not while a dialog is open: then the person is at work, not the program. */
  async #late(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    while (this.#asked > 0) {
      // No answer to this either: then it is the program that is at work.
      const slow = setTimeout(() => (this.working = this.#asked > 0), A_WAIT / 3);
      const asks = await call("dialog.show", {}).then(
        (reply) => reply.value,
        () => false,
      );
      clearTimeout(slow);
      this.working = this.#asked > 0 && !asks;
      await new Promise((done) => setTimeout(done, A_WAIT));
    }
    this.#looking = false;
  }

  #markSaved(): void {
    this.savedAt = new Date();
    this.saving = "saved";
  }

  #draftFailed(reason: unknown): void {
    if (reason === null) {
      if (this.saving === "failed") this.failure = null;
      if (this.saving !== "quiet") this.saving = "saved";
      return;
    }
    this.saving = "failed";
    this.failure = asFailed(reason);
  }
}

function isAnswer(value: unknown): value is QuestionView {
  return typeof value === "object" && value !== null && "answer" in value && "levels" in value;
}

function asFailed(reason: unknown): Failed {
  return reason instanceof Failed ? reason : new Failed({ kind: "fault", message: "", hint: "" });
}

/** The one open file of this window. */
export const file = new OpenFile();
