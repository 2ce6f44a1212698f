// The types of the wire under the names the page uses: one line of indirection over what is generated.
import type { Commands } from "./commands";

export type * from "./commands";

/** The name of a command. */
export type CommandName = keyof Commands;
/** What a command is given. */
export type Request<N extends CommandName> = Commands[N][0];
/** What a command gives back. */
export type Given<N extends CommandName> = Commands[N][1];
