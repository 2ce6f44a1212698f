// A list for the register: it is asked for, read as a job, and shown when it has been read.
import { file } from "../state/file.svelte";
import { job } from "../state/job.svelte";
import { here } from "../state/place.svelte";

/** Asks for a list, reads it, and goes to where it is chosen from. */
export async function openList(): Promise<void> {
  const started = await file.act("register.open_list", {});
  if (!started) return;
  const ended = await job.watch(started).catch((reason: unknown) => file.fail(reason));
  if (ended?.state !== "done") return;
  job.dismiss();
  here.go({ screen: "register_list" });
}
