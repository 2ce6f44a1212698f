// How the words change with who is audited: a school has governors, an organisation a board and an
// accountable officer. Everything that differs stands here, and nowhere else.
import type { Audience } from "../api/wire";

export interface Wording {
  /** `school`: one of many. */
  one: string;
  /** `schools`. */
  many: string;
  /** `your school`. */
  yours: string;
  /** `About your school`. */
  about: string;
  name: string;
  nameMissing: string;
  /** Who holds it to account: `governors`, `board`. */
  board: string;
  /** `Governors’ meeting`. */
  meeting: string;
  /** `the date of the governors’ meeting`. */
  meetingIn: string;
  meetingHint: string;
  dateOrder: string;
  /** `Questions for governors to ask`. */
  asks: string;
  /** Who answers for the audit: `designated safeguarding lead`, `accountable officer`. */
  lead: string;
}

const school: Wording = {
  one: "school",
  many: "schools",
  yours: "your school",
  about: "About your school",
  name: "Name of the school",
  nameMissing: "Enter the name of the school",
  board: "governors",
  meeting: "Governors’ meeting",
  meetingIn: "the date of the governors’ meeting",
  meetingHint: "The meeting that will approve the audit. You can add it later.",
  dateOrder: "The return date must be on or after the governors’ meeting",
  asks: "Questions for governors to ask",
  lead: "designated safeguarding lead",
};

const organisation: Wording = {
  one: "organisation",
  many: "organisations",
  yours: "your organisation",
  about: "About your organisation",
  name: "Name of the organisation",
  nameMissing: "Enter the name of the organisation",
  board: "board",
  meeting: "Board meeting",
  meetingIn: "the date of the board meeting",
  meetingHint:
    "The meeting of the board, cabinet or chief officers that will approve the audit. You can add it later.",
  dateOrder: "The return date must be on or after the board meeting",
  asks: "Questions for the board to ask",
  lead: "accountable officer",
};

const earlyYears: Wording = {
  ...organisation,
  one: "setting",
  many: "settings",
  yours: "your setting",
  about: "About your setting",
  name: "Name of the setting",
  nameMissing: "Enter the name of the setting",
  board: "owner or committee",
  meeting: "Owner’s or committee’s meeting",
  meetingIn: "the date of the owner’s or committee’s meeting",
  meetingHint: "When the owner, committee or registered person will approve the audit. You can add it later.",
  dateOrder: "The return date must be on or after the owner’s or committee’s meeting",
  asks: "Questions for the owner or committee to ask",
  lead: "designated safeguarding lead",
};

const voluntary: Wording = {
  ...organisation,
  board: "trustees",
  meeting: "Trustees’ meeting",
  meetingIn: "the date of the trustees’ meeting",
  meetingHint: "The meeting of the trustees or committee that will approve the audit. You can add it later.",
  dateOrder: "The return date must be on or after the trustees’ meeting",
  asks: "Questions for trustees to ask",
  lead: "safeguarding lead",
};

const kinds: Record<string, Wording> = { school, organisation, early_years: earlyYears, voluntary };

/** The words for a kind of setting; an organisation’s for a kind we do not know. */
export function wording(kind: string): Wording {
  return kinds[kind] ?? organisation;
}

/** The kinds of setting that somebody may say they are, with what each means. */
export const kindChoices: { value: string; label: string; hint: string }[] = [
  { value: "school", label: "A school or college", hint: "The audit under section 175 or 157" },
  {
    value: "organisation",
    label: "An organisation",
    hint: "The Section 11 audit: councils, health, police, probation and others",
  },
  { value: "early_years", label: "An early years setting", hint: "Nurseries, pre-schools, childminders" },
  { value: "voluntary", label: "A voluntary or faith group", hint: "Clubs, charities, places of worship" },
];

/** The kind of setting that a tool is written for; nothing for one that no setting rates itself by. */
export function kindFor(audience: Audience): string {
  const known: Partial<Record<Audience, string>> = {
    school: "school",
    agency: "organisation",
    early_years: "early_years",
    voluntary: "voluntary",
  };
  return known[audience] ?? "";
}
