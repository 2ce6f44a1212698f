// What the tests use of the made-up audit.
export function home(): Record<string, unknown>;
