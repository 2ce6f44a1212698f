// Several choices as one value: a line each, in the order the question lists them.

/** The choices of a value. */
export function split(value: string): string[] {
  return value.split("\n").filter((line) => line !== "");
}

/** The value of some choices. */
export function joined(all: string[], some: string[]): string {
  return all.filter((choice) => some.includes(choice)).join("\n");
}
