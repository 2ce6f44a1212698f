// Today as an ISO date, where the partnership is.

/** `2027-03-04`. */
export function today(now: Date = new Date()): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(now);
}
