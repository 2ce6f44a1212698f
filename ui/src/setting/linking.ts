// Linking an action or an item of evidence to the question in hand, and taking the link away again.
import { file } from "../state/file.svelte";

/** The two ways for what is of a kind; `leave` is done once a link was made. */
export function linking(noun: "action" | "evidence", question: () => string, leave: () => void) {
  return {
    async link(id: string): Promise<void> {
      if (await file.act(`${noun}.link`, { id, question: question() })) leave();
    },
    async unlink(id: string): Promise<void> {
      await file.act(`${noun}.unlink`, { id, question: question() });
    },
  };
}
