// The open standard, kept true to the letter: every saved answer stands in it at once, before it is asked for again.
import { Failed } from "../api/call";
import type { QuestionView, StandardView } from "../api/wire";
import { file } from "./file.svelte";

/** A standard that keeps itself current; made while a component is made. */
export class LiveStandard {
  value = $state.raw<StandardView | null>(null);
  failure = $state.raw<Failed | null>(null);
  #turn = 0;
  /** The standard being asked for just now, if any. */
  #asked: string | null = null;

  constructor(id: () => string) {
    const wanted = $derived(id());
    $effect(() => {
      void file.turned;
      if (file.revision !== undefined) void this.#load(wanted);
    });
    $effect(() => file.onAnswer((question) => this.#put(question)));
  }

  async #load(standard: string): Promise<void> {
    const turn = ++this.#turn;
    this.#asked = standard;
    try {
      const value = await file.ask("standard.show", { standard });
      if (turn !== this.#turn) return;
      for (const question of value.questions) file.numbers.set(question.id, question.number);
      this.value = value;
      this.failure = null;
    } catch (reason) {
      if (turn === this.#turn && reason instanceof Failed) this.failure = reason;
    } finally {
      if (turn === this.#turn) this.#asked = null;
    }
  }

  /** An answer was saved: what was asked for before that is out of date, and is asked for again. */
  #put(question: QuestionView): void {
    const { value } = this;
    if (!value?.questions.some((one) => one.id === question.id)) return;
    this.value = {
      ...value,
      questions: value.questions.map((one) => (one.id === question.id ? question : one)),
    };
    if (this.#asked !== null) void this.#load(this.#asked);
  }
}
