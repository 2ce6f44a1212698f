// The audit that is being looked at: asked for once for all screens of a setting's file, and kept current.
import type { Home } from "../api/wire";
import { wording, type Wording } from "../text/wording";
import { file } from "./file.svelte";
import { Live } from "./live.svelte";

class CurrentAudit {
  #live: Live<"home.show"> | null = $state.raw(null);

  /** Follows the open file; called once, while the page is made. */
  follow(): void {
    this.#live = new Live(
      "home.show",
      () => ({}),
      () => file.state?.kind === "setting",
    );
  }

  /** Another audit is looked at: what was known of the last one goes at once, and every view is asked for again. */
  turn(to: Home | null): void {
    if (this.#live) this.#live.value = to;
    file.turned += 1;
  }

  /** The audit at a glance; nothing until it has been asked for. */
  get home(): Home | null {
    return file.state?.kind === "setting" ? (this.#live?.value ?? null) : null;
  }

  /** Why it could not be had. */
  get failure() {
    return this.#live?.failure ?? null;
  }

  /** Whether its answers can be read but not changed: an earlier year, a signed one, a file somebody else has. */
  get locked(): boolean {
    return file.locked || Boolean(this.home?.read_only);
  }

  /** The words for the kind of setting it is about. */
  get words(): Wording {
    return wording(this.home?.setting.kind ?? "school");
  }
}

/** The audit of this window. */
export const audit = new CurrentAudit();
