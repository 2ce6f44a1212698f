// Dates and times as people read them: the month is a word, the clock has 24 hours, the place is England.
const ZONE = "Europe/London";

const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const dayHere = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: ZONE,
});
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: ZONE });

/** `2027-03-04` as `4 March 2027`; anything else as it stands. */
export function onDate(date: string | null): string {
  if (!date) return "";
  const whole = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  if (!whole) return date;
  if (date.length > 10) return dayHere.format(new Date(date));
  return day.format(new Date(`${date}T00:00:00Z`));
}

/** The same in a table, where room is short: `4 Mar 2027`. */
export function onShortDate(date: string | null): string {
  const whole = onDate(date);
  return whole.replace(/^(\d+ \p{L}{3})\p{L}*( \d{4})$/u, "$1$2");
}

/** A day close by, whose year goes without saying: `4 Mar`. */
export function onDay(date: string | null): string {
  return onShortDate(date).replace(/ \d{4}$/, "");
}

/** An instant as `18:04`. */
export function atTime(instant: string | Date): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? String(instant) : clock.format(date);
}

/** An instant as `4 March 2027, 18:04`. */
export function onDateAtTime(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : `${dayHere.format(date)}, ${clock.format(date)}`;
}

/** How far off a day is: `in 12 days`, `today`, `3 days ago`. */
export function daysAway(days: number): string {
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** The school year that a day falls in: `2026/27`. */
export function schoolYear(now: Date): string {
  const start = now.getMonth() >= 8 ? now.getFullYear() : now.getFullYear() - 1;
  return `${start}/${String((start + 1) % 100).padStart(2, "0")}`;
}

/** The round after one that is named by its school year: `2026/27` after `2025/26`; else nothing. */
export function roundAfter(label: string): string {
  const years = /^(\d{4})([/-])(\d{2}|\d{4})$/.exec(label.trim());
  if (!years?.[1] || !years[3]) return "";
  const start = Number(years[1]) + 1;
  const end = years[3].length === 4 ? String(start + 1) : String((start + 1) % 100).padStart(2, "0");
  return `${start}${years[2]}${end}`;
}
