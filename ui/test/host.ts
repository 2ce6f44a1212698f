// Answers commands in a test as the host would, and remembers what was asked.
import { vi } from "vitest";
import { file } from "../src/state/file.svelte";

const open = {
  name: "Example",
  kind: "setting",
  revision: 1,
  undo: null,
  undo_target: null,
  redo: null,
  redo_target: null,
  read_only: null,
  remark: null,
};

export interface Asked {
  name: string;
  input: unknown;
}

/** Answers every command from a table; a command that is not in it fails. */
export function answerFrom(values: Record<string, unknown>): Asked[] {
  const asked: Asked[] = [];
  file.state = open as typeof file.state;
  vi.stubGlobal("fetch", (_: string, request: { body: string }) => {
    const command = JSON.parse(request.body) as Asked;
    asked.push(command);
    const known = command.name in values;
    const failure = { kind: "state", message: `No ${command.name} here.`, hint: "Close a gap." };
    const body = known ? { value: values[command.name], file: open } : failure;
    return Promise.resolve({ ok: known, json: () => Promise.resolve(body) });
  });
  return asked;
}

/** What a command was given, the last time it was asked. */
export function lastOf(asked: Asked[], name: string): unknown {
  return asked.findLast((command) => command.name === name)?.input;
}
