// Going from one audit of a file to another.
import type { AuditLine } from "../api/wire";
import { audit } from "../state/audit.svelte";
import { file } from "../state/file.svelte";
import { here } from "../state/place.svelte";

/** Looks at another audit of this file: every view is asked for again. */
export async function choose(submission: string): Promise<void> {
  const home = await file.act("audit.choose", { submission });
  if (!home) return;
  audit.turn(home);
  here.left = null;
  here.go({ screen: "home" });
}

/** Looks at the audit that is being worked on. */
export async function toLatest(): Promise<void> {
  const audits = await file.act("audit.list", {});
  const latest = latestOf(audits ?? []);
  if (latest) await choose(latest.submission);
}

/** The latest audit of the setting that is being looked at; else the latest of all. */
export function latestOf(audits: AuditLine[]): AuditLine | null {
  const setting = audits.find((one) => one.current)?.setting;
  const latest = audits.filter((one) => one.latest);
  return latest.find((one) => one.setting === setting) ?? latest[0] ?? null;
}

/** The settings of a file, each with its audits, in the order they come. */
export function bySetting(audits: AuditLine[]): { setting: string; name: string; audits: AuditLine[] }[] {
  const ids = [...new Set(audits.map((one) => one.setting))];
  return ids.map((setting) => {
    const own = audits.filter((one) => one.setting === setting);
    return { setting, name: own[0]?.name ?? "", audits: own };
  });
}
