// How this person likes the page: name, theme, text size, single keys, a folder for copies. Kept by the core, never in the audit file.
import type { Preferences } from "../api/wire";
import { file } from "./file.svelte";

class Chosen {
  value = $state.raw<Preferences>({
    theme: "system",
    single_keys: true,
    text_size: 100,
    name: "",
    backup_folder: null,
  });

  /** Reads them and puts them on the page. */
  async load(): Promise<void> {
    this.#wear(await file.ask("preferences.show", {}));
  }

  /** Changes some of them. */
  async set(some: Partial<Preferences>): Promise<void> {
    const kept = await file.act("preferences.set", { ...this.value, ...some });
    if (kept) this.#wear(kept);
  }

  /** Asks for a folder that copies also go to. */
  async pickBackupFolder(): Promise<void> {
    const kept = await file.act("preferences.pick_backup_folder", {});
    if (kept) this.#wear(kept);
  }

  /** Copies go there no longer. */
  async dropBackupFolder(): Promise<void> {
    const kept = await file.act("preferences.drop_backup_folder", {});
    if (kept) this.#wear(kept);
  }

  #wear(preferences: Preferences): void {
    this.value = preferences;
    document.documentElement.dataset.theme = preferences.theme;
    document.documentElement.dataset.textSize = String(preferences.text_size);
  }
}

/** What this person has chosen. */
export const chosen = new Chosen();
