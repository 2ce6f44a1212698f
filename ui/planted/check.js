// Proves that the type check still fails on a type error, in a plain file and in a component.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { dirname } from "node:path";

const folder = dirname(fileURLToPath(import.meta.url));
const check = spawnSync(
  "npx",
  ["svelte-check", "--workspace", folder, "--tsconfig", `${folder}/tsconfig.json`, "--output", "machine"],
  { encoding: "utf8" },
);
const missed = ["wrong.ts", "Wrong.svelte"].filter(
  (file) => !new RegExp(`ERROR "[^"]*${file}"`).test(check.stdout),
);
if (check.status === 0 || missed.length > 0) {
  console.error(`svelte-check did not find the planted type error in: ${missed.join(", ")}`);
  console.error(check.stdout, check.stderr);
  process.exit(1);
}
console.log("svelte-check finds the planted type errors.");
