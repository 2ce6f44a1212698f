// Every question of the audit with the standard it stands in: to lead to questions and to choose some.
import type { ComparedRow } from "../api/wire";
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
    const { submission, standards } = await file.ask("home.show", {});
    const { rows } = await file.ask("audit.compare", { submissions: [submission] });
    const asked = rows.filter((row) => row.cells[0]?.asked);
    for (const row of asked) file.numbers.set(row.question, row.number);
    this.standards = standards.map(({ id, number, title }) => ({
      id,
      number,
      title,
      questions: asked.filter((row) => row.standard === title).map(asQuestion),
    }));
  }
}

function asQuestion({ question, number, text }: ComparedRow): AskedQuestion {
  return { id: question, number, text };
}
