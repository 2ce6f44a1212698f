// Taking in returns: the job is started, watched, and its verdicts are shown when it ends.
import { file } from "../state/file.svelte";
import { job } from "../state/job.svelte";
import { here } from "../state/place.svelte";

/** Asks for files or a folder, or for what was dropped, and takes in what is there. */
export async function takeIn(from: "intake.files" | "intake.folder" | "intake.dropped"): Promise<void> {
  const started = await file.act(from, {});
  if (!started) return;
  here.go({ screen: "intake", batch: "" });
  await job.watch(started).catch((reason: unknown) => file.fail(reason));
}

/** Looks once more in the folder of an earlier intake. */
export async function takeInAgain(batch: string): Promise<void> {
  const started = await file.act("intake.folder_again", { batch });
  if (!started) return;
  here.go({ screen: "intake", batch: "" });
  await job.watch(started).catch((reason: unknown) => file.fail(reason));
}
