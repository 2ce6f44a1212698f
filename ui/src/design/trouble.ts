// Under this key the page says what shows a failure: a dialog shows it too, since all outside it is out of reach.
import type { Component } from "svelte";

export const TROUBLE = Symbol("trouble");

/** Shows the last failure; `new` only one that comes while it stands. */
export type ShowsTrouble = Component<{ only?: "new" }>;
