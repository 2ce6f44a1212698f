// A date as a person types it: day, month, year. The month may be a word.

export interface DateParts {
  day: string;
  month: string;
  year: string;
}

/** What was made of three fields: a date, nothing typed, or why it is not a date. */
export type ReadDate = { date: string } | { empty: true } | { fault: "parts" | "real" };

export const noDate: DateParts = { day: "", month: "", year: "" };

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** `2027-03-26` as three fields. */
export function partsOf(date: string | null): DateParts {
  const whole = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? "");
  if (!whole) return { ...noDate };
  const [, year = "", month = "", day = ""] = whole;
  return { day: String(Number(day)), month: String(Number(month)), year };
}

/** Reads three fields as a date. */
export function readDate(parts: DateParts): ReadDate {
  const typed = [parts.day, parts.month, parts.year].map((part) => part.trim());
  if (typed.every((part) => part === "")) return { empty: true };
  if (typed.some((part) => part === "")) return { fault: "parts" };
  const [day, month, year] = [Number(typed[0]), monthNumber(typed[1] ?? ""), fullYear(Number(typed[2]))];
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 2000 && year <= 2100 ? { date: date.toISOString().slice(0, 10) } : { fault: "real" };
}

/** The date of three fields that have no fault; nothing where they are empty. */
export function dateOf(parts: DateParts): string | null {
  const read = readDate(parts);
  return "date" in read ? read.date : null;
}

function monthNumber(typed: string): number {
  const word = months.indexOf(typed.slice(0, 3).toLowerCase());
  return word >= 0 ? word + 1 : Number(typed);
}

function fullYear(year: number): number {
  return year >= 0 && year < 100 ? 2000 + year : year;
}
