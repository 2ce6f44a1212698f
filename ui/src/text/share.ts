// Sharing a section: which standards, with whom, and what is out.
import { counted } from "./counts";
import { onDate } from "./when";

export const share = {
  title: "Share a section",
  lead: "Give some standards to a colleague as a small Excel workbook. What comes back is set beside what you have.",
  back: "Back to Send",
  which: "1. Which standards?",
  count: (answered: number, questions: number) => `${answered} of ${counted(questions, "question")} answered`,
  who: "2. For whom, and by when?",
  to: "Name of your colleague",
  by: "Wanted back by",
  byIn: "the day it is wanted back",
  write: "Write the section…",
  writing: "Writing the section…",
  out: "Out with colleagues",
  none: "Nothing is out.",
  noneHint: "Sections that you give away are listed here until they are back.",
  returned: "Back",
  nobody: "A colleague",
  due: (day: string | null) => (day ? `Wanted by ${onDate(day)}` : "No date"),
  late: (day: string) => `Late: wanted by ${onDate(day)}`,
  given: (at: string) => `Given ${onDate(at)}`,
  backOn: (day: string) => `Back ${onDate(day)}`,
  read: "Read it back",
  callOff: "No longer wait for it",
  errors: { standards: "Choose at least one standard" },
};
