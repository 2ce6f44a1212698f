// The types of the wire under the names the page uses: one line of indirection over what is generated.
import type { Commands } from "./shapes";

export type * from "./shapes";

/** The name of a command. */
export type CommandName = keyof Commands;
/** What a command is given. */
export type Request<N extends CommandName> = Commands[N][0];
/** What a command gives back. */
export type Reply<N extends CommandName> = Commands[N][1];
