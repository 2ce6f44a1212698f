// Opening a file and going to its first screen.
import { audit } from "../state/audit.svelte";
import { file } from "../state/file.svelte";
import { here } from "../state/place.svelte";

/** Asks for a file and opens it. */
export async function openFile(): Promise<void> {
  if (await file.act("start.open", {})) begin();
}

/** Opens a file of the list. */
export async function openRecent(id: number): Promise<void> {
  if (await file.act("start.open_recent", { id })) begin();
}

/** Asks for last year's file, opens it and goes to the form that begins this year's audit. */
export async function goOnFromLastYear(): Promise<void> {
  const opened = await file.act("start.open", {});
  if (!opened) return;
  begin();
  if (opened.kind === "setting") here.go({ screen: "next_year" });
}

/** Opens a made-up school that is half answered. */
export async function openSample(): Promise<void> {
  if (await file.act("sample.open", {})) begin();
}

/** Goes to the first screen of the file that has just been opened or made. */
export function begin(): void {
  file.forget();
  audit.turn(null);
  here.left = null;
  here.goHome();
}
