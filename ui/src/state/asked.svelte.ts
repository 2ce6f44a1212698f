// Every question of the audit with the standard it stands in: to lead to questions and to choose some.
import { file } from "./file.svelte";
import type { Place } from "./places";

export interface AskedQuestion {
  id: string;
  number: string;
  text: string;
}

export interface AskedStandard {
  id: string;
  number: string;
  title: string;
  questions: AskedQuestion[];
}

/** The questions that are asked; made while a component is made, and asked for once. */
export class Asked {
  standards = $state.raw<AskedStandard[]>([]);

  constructor() {
    void this.#load().catch((reason: unknown) => file.fail(reason));
  }

  /** Where a question is answered; nothing where it is not asked. */
  placeOf(question: string): Place | null {
    const standard = this.standards.find(({ questions }) => questions.some((one) => one.id === question))?.id;
    return standard ? { screen: "question", standard, question } : null;
  }

  async #load(): Promise<void> {
    const { standards } = await file.ask("home.show", {});
    const views = await Promise.all(standards.map(({ id }) => file.ask("standard.show", { standard: id })));
    for (const { questions } of views) {
      for (const question of questions) file.numbers.set(question.id, question.number);
    }
    this.standards = views.map(({ id, number, title, questions }) => ({ id, number, title, questions }));
  }
}
