// The history of a file, its safety copies, and preferences.
import { counted } from "./counts";

export const history = {
  title: "History",
  lead: "Everything that was done to this file, newest first. Nothing is ever taken out of it.",
  empty: "Nothing has been done to this file yet.",
  when: "When",
  who: "By",
  what: "What",
  undone: "taken back",
  back: "Back",
  backups: "Safety copies",
  backupsLead:
    "Attest keeps copies of this file as you work. Restoring one makes a new file; this one stays as it is.",
  backupsEmpty: "No safety copies yet. The first is made before anything large is done to the file.",
  size: (bytes: number) =>
    bytes >= 1_000_000
      ? `${(bytes / 1_000_000).toFixed(1)} MB`
      : `${Math.max(1, Math.round(bytes / 1000))} kB`,
  restore: "Restore to a new file…",
  restoreOf: (when: string) => `Restore to a new file… the copy of ${when}`,
  redact: "Take a text out for good",
  redactLead:
    "If something was typed that must not be kept, such as a child’s name, type it here exactly. It is removed from answers, history and safety copies. This cannot be undone.",
  redactText: "Text to take out",
  redactButton: "Take it out everywhere",
  redactMissing: "Enter the text to take out",
  redacted: (places: number) =>
    places === 0 ? "That text stands nowhere in this file." : `Taken out in ${counted(places, "place")}.`,
};

export const preferences = {
  title: "Settings",
  lead: "For you, on this computer. They are not kept in the audit file.",
  theme: "Colours",
  themes: { system: "As this computer is set", light: "Light", dark: "Dark" },
  size: "Text size",
  sizes: { 100: "Normal", 115: "Larger", 130: "Largest" },
  keys: "Single keys on a question’s screen",
  keysHint: "1 to 5 to rate, E to write evidence, F to flag. They never work while you type in a field.",
  on: "On",
  off: "Off",
  back: "Back",
};
