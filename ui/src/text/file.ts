// The history of a file, its safety copies, and preferences.
import { counted } from "./counts";

export const history = {
  title: "History",
  lead: "Everything that was done to this file, newest first. Nothing is taken out of it, save a text that you take out for good below.",
  empty: "Nothing has been done to this file yet.",
  changes: (n: number) => (n === 1 ? "What it said" : `What they said (${n})`),
  before: "Before:",
  after: "After:",
  nothing: "nothing",
  earlier: "Show earlier",
  shown: (n: number) => `${counted(n, "line")} shown`,
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
  redacted: (places: number, copies: number) => {
    if (places === 0) return "That text stands nowhere in this file.";
    const also = copies > 0 ? `, and in ${counted(copies, "safety copy", "safety copies")}` : "";
    return `Taken out in ${counted(places, "place")}${also}.`;
  },
  redactLeft: (n: number) =>
    n === 1
      ? "1 safety copy could not be changed and may still hold it:"
      : `${n} safety copies could not be changed and may still hold it:`,
  redactLeftHint: "Delete them by hand; the guide on data protection says in which folder they are.",
};

/** A large file on its way in, by what is being done. */
/** What somebody waits for, as the job says it. */
type Stage =
  | "file.check"
  | "file.back_up"
  | "file.restore"
  | "file.copy"
  | "file.further"
  | "paper.write"
  | "charts.write"
  | "table.save"
  | "shown.save"
  | "heat.save";

export const waiting: {
  stages: Record<Stage, { title: string; lead: string; stop: string }>;
  far: (done: number, of: number) => string;
  last: string;
} = {
  stages: {
    "file.check": {
      title: "Looking through the file",
      lead: "Every file is looked through for damage before it is opened. With a large one that takes a little while.",
      stop: "Stop, and do not open it",
    },
    "file.back_up": {
      title: "Keeping a safety copy",
      lead: "The file is sound. It was changed since the last safety copy, so another is kept before you go on.",
      stop: "Open it without a safety copy",
    },
    "file.restore": {
      title: "Restoring the safety copy",
      lead: "The copy is looked through, written to the new file and opened. With a large one that takes a little while.",
      stop: "Stop, and restore nothing",
    },
    "file.copy": {
      title: "Keeping a safety copy",
      lead: "A copy of this file is kept before anything is taken in. With a large file that takes a little while.",
      stop: "Stop, and take nothing in",
    },
    "file.further": {
      title: "Keeping a copy in that folder",
      lead: "The open file is copied to the folder that you chose. With a large file that takes a little while.",
      stop: "Stop; the next copy goes there",
    },
    "paper.write": {
      title: "Writing the paper",
      lead: "It is laid out page by page. With many returns that takes a little while.",
      stop: "Stop, and save nothing",
    },
    "charts.write": {
      title: "Drawing the charts",
      lead: "Each is drawn twice: as PNG for slides and as SVG.",
      stop: "Stop; those drawn so far stay in the folder",
    },
    "table.save": {
      title: "Writing the table",
      lead: "It is written row by row. With many settings that takes a little while.",
      stop: "Stop, and save nothing",
    },
    "shown.save": {
      title: "Writing the list",
      lead: "It is written row by row. With many rows that takes a little while.",
      stop: "Stop, and save nothing",
    },
    "heat.save": {
      title: "Saving the heatmap",
      lead: "Every rating has its own cell. With many settings that takes a little while.",
      stop: "Stop, and save nothing",
    },
  },
  far: (done, of) => `About ${Math.min(99, Math.round((100 * done) / of))}% done`,
  last: "Nearly done",
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
  name: "Your name",
  nameHint:
    "As the history is to say it, for example: A. Example, DSL. Empty is the name this computer has for you.",
  nameSave: "Keep this name",
  nameKept: "Kept.",
  backups: "A second folder for safety copies",
  backupsHint:
    "Every safety copy is also written there, for example to a network drive or a stick. Copies are not encrypted.",
  backupsIn: (folder: string) => `Copies also go to ${folder}.`,
  backupsNone: "Copies stay on this computer only.",
  backupsPick: "Choose a folder…",
  backupsChange: "Choose another folder…",
  backupsDrop: "Stop copying there",
  back: "Back",
};
