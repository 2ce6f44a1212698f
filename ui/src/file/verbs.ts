// What can be done to the open file from any screen.
import { file } from "../state/file.svelte";
import { here } from "../state/place.svelte";
import { bar, operation } from "../text/operations";

/** Takes the last operation back and says which. */
export async function undo(): Promise<void> {
  await file.flush();
  const target = file.state?.undo_target ?? "";
  const done = await file.act("file.undo", {});
  if (done) file.said = bar.undone(operation(done.name, target, file.numbers));
}

/** Does again what was taken back. */
export async function redo(): Promise<void> {
  await file.flush();
  const target = file.state?.redo_target ?? "";
  const done = await file.act("file.redo", {});
  if (done) file.said = bar.redone(operation(done.name, target, file.numbers));
}

/** Closes the file, once everything is saved. */
export async function close(): Promise<void> {
  const start = await file.act("file.close", {});
  if (!start) return;
  file.forget();
  here.go({ screen: "start" });
}
