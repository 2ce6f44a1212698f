// What may import what in the page, beside the usual rules. `design` imports nothing of ours,
// `setting` and `partnership` never import each other, only `api/call.ts` knows the window.
import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

const rooms = ["text", "api", "state", "audit", "file", "start", "tools", "setting", "partnership"];

function forbid(...folders) {
  const group = folders.map((folder) => `**/${folder}/**`);
  return {
    "no-restricted-imports": ["error", { patterns: [{ group, message: "See the rules of the page." }] }],
  };
}

function room(folder, ...forbidden) {
  return { files: [`ui/src/${folder}/**/*.{ts,svelte}`], rules: forbid(...forbidden) };
}

export default ts.config(
  { ignores: ["ui/dist/**", "ui/planted/**", "ui/src/api/commands.ts"] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      "max-lines": ["error", { max: 400 }],
      "max-lines-per-function": ["error", { max: 50, skipBlankLines: true, skipComments: true }],
      "no-console": "error",
      eqeqeq: "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-invalid-void-type": "off",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig },
    },
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: 'SvelteAttribute[key.name="style"]',
          message: "The window's content policy blocks style attributes; use `style:name`.",
        },
      ],
      "svelte/no-at-html-tags": "error",
      "svelte/require-each-key": "error",
      "svelte/no-target-blank": "error",
    },
  },
  {
    files: ["ui/src/**/*.{ts,svelte}"],
    ignores: ["ui/src/api/call.ts", "ui/src/api/call.test.ts"],
    rules: {
      "no-restricted-globals": ["error", "fetch"],
      "no-restricted-properties": ["error", { property: "__TAURI_INTERNALS__" }],
    },
  },
  room("design", ...rooms),
  room("text", "design", "state", "audit", "file", "start", "tools", "setting", "partnership"),
  room("api", "design", "state", "audit", "file", "start", "tools", "setting", "partnership"),
  room("state", "design", "audit", "file", "start", "tools", "setting", "partnership"),
  room("audit", "file", "start", "tools", "setting", "partnership"),
  room("file", "start", "tools", "setting", "partnership"),
  room("start", "tools", "setting", "partnership"),
  room("tools", "start", "setting", "partnership"),
  room("setting", "start", "tools", "partnership"),
  room("partnership", "start", "tools", "setting"),
  {
    files: ["**/*.test.ts", "ui/test/**", "ui/*.{js,ts}"],
    rules: {
      "max-lines-per-function": "off",
      "no-console": "off",
      "no-restricted-globals": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
);
