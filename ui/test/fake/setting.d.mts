// What the tests use of the other sides of the made-up file.
export function comparison(of: { submissions: string[] }): unknown;
