// What a form must have before a file can be begun; every fault at once, each with the field it is about.
import { dateOf, readDate, type DateParts } from "../design/date-parts";
import { errors, form } from "../text/start";
import type { Wording } from "../text/wording";

export interface Fault {
  id: string;
  message: string;
}

export interface SettingForm {
  template: string;
  name: string;
  urn: string;
  round: string;
  governors: DateParts;
  due: DateParts;
}

export interface PartnershipForm {
  template: string;
  name: string;
  round: string;
  due: DateParts;
}

/** The faults of the form for a new audit, in the order of its fields. */
export function settingFaults(typed: SettingForm, words: Wording): Fault[] {
  return [
    ...missing("template", typed.template, errors.tool),
    ...missing("name", typed.name, words.nameMissing),
    ...(typed.urn.trim() && !/^\d{6}$/.test(typed.urn.trim()) ? [{ id: "urn", message: errors.urn }] : []),
    ...missing("round", typed.round, errors.round),
    ...dateFault("governors", typed.governors, words.meetingIn),
    ...dateFault("due", typed.due, form.dueIn),
    ...orderFault(typed, words),
  ];
}

/** The faults of the form for next year's audit. */
export function nextYearFaults(typed: Omit<SettingForm, "name" | "urn">, words: Wording): Fault[] {
  return [
    ...missing("template", typed.template, errors.tool),
    ...missing("round", typed.round, errors.round),
    ...dateFault("governors", typed.governors, words.meetingIn),
    ...dateFault("due", typed.due, form.dueIn),
    ...orderFault(typed, words),
  ];
}

/** The faults of the form for a new round. */
export function partnershipFaults(typed: PartnershipForm): Fault[] {
  return [
    ...missing("name", typed.name, errors.partnershipName),
    ...missing("template", typed.template, errors.tool),
    ...missing("round", typed.round, errors.round),
    ...dateFault("due", typed.due, form.dueIn),
  ];
}

function missing(id: string, value: string, message: string): Fault[] {
  return value.trim() ? [] : [{ id, message }];
}

function dateFault(id: string, parts: DateParts, what: string): Fault[] {
  const read = readDate(parts);
  if (!("fault" in read)) return [];
  return [{ id, message: read.fault === "parts" ? errors.dateParts(what) : errors.dateReal(what) }];
}

function orderFault({ governors, due }: Pick<SettingForm, "governors" | "due">, words: Wording): Fault[] {
  const [first, last] = [dateOf(governors), dateOf(due)];
  return first && last && last < first ? [{ id: "due", message: words.dateOrder }] : [];
}
