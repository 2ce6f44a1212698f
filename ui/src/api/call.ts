// The one way from the page to the core. Only this file knows that there is a window around it.
import type { CommandName, Failure, FileState, Given, Request } from "./wire";

/** What every command answers: the value, and the state of the open file. */
export interface Replied<T> {
  value: T;
  file: FileState | null;
}

/** A failure that the core has put into words. */
export class Failed extends Error {
  readonly kind: Failure["kind"];
  readonly hint: string;

  constructor(failure: Failure) {
    super(failure.message);
    this.kind = failure.kind;
    this.hint = failure.hint;
  }
}

/** Runs one command; throws `Failed` with a sentence where it could not be done. */
export async function call<N extends CommandName>(name: N, input: Request<N>): Promise<Replied<Given<N>>> {
  try {
    return (await host()(name, input)) as Replied<Given<N>>;
  } catch (reason) {
    throw asFailed(reason);
  }
}

type Host = (name: string, input: unknown) => Promise<unknown>;

interface Internals {
  invoke(command: string, input: unknown): Promise<unknown>;
}

function host(): Host {
  const internals = (window as { __TAURI_INTERNALS__?: Internals }).__TAURI_INTERNALS__;
  return internals ? (name, input) => internals.invoke("call", { name, input }) : overLoopback;
}

async function overLoopback(name: string, input: unknown): Promise<unknown> {
  const response = await fetch("/call", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name, input }),
    keepalive: true,
  });
  const body: unknown = await response.json();
  if (!response.ok) throw body;
  return body;
}

function asFailed(reason: unknown): Failed {
  if (reason instanceof Failed) return reason;
  if (isFailure(reason)) return new Failed(reason);
  return new Failed({ kind: "fault", message: "", hint: "" });
}

function isFailure(reason: unknown): reason is Failure {
  return (
    typeof reason === "object" &&
    reason !== null &&
    "message" in reason &&
    "kind" in reason &&
    "hint" in reason
  );
}
