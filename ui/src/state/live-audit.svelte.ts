// All standards of the audit with all their questions, kept true like one: every saved answer stands in it at once.
import { untrack } from "svelte";
import { Failed } from "../api/call";
import type { QuestionView, StandardView } from "../api/wire";
import { file } from "./file.svelte";

const PAUSE = 1000;

/** Every standard of an audit; made while a component is made. */
export class LiveAudit {
  standards = $state.raw<StandardView[]>([]);
  failure = $state.raw<Failed | null>(null);
  /** Whether all of them have been had once. */
  ready = $state(false);
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ids: () => string[]) {
    const wanted = $derived(ids().join("\n"));
    $effect(() => {
      void file.turned;
      if (file.revision !== undefined && wanted) this.#soon(wanted.split("\n"));
      return () => clearTimeout(this.#timer);
    });
    $effect(() => file.onAnswer((question) => this.#put(question)));
  }

  /** At once the first time; later after a pause, since saved answers stand here already. */
  #soon(ids: string[]): void {
    clearTimeout(this.#timer);
    if (!untrack(() => this.ready)) return void this.#load(ids);
    this.#timer = setTimeout(() => void this.#load(ids), PAUSE);
  }

  async #load(ids: string[]): Promise<void> {
    const turn = ++this.#turn;
    try {
      const all = await Promise.all(ids.map((standard) => file.ask("standard.show", { standard })));
      if (turn !== this.#turn) return;
      for (const one of all.flatMap((each) => each.questions)) file.numbers.set(one.id, one.number);
      [this.standards, this.ready, this.failure] = [all, true, null];
    } catch (reason) {
      if (turn === this.#turn && reason instanceof Failed) this.failure = reason;
    }
  }

  #put(question: QuestionView): void {
    this.standards = this.standards.map((standard) => ({
      ...standard,
      questions: standard.questions.map((one) => (one.id === question.id ? question : one)),
    }));
  }
}
