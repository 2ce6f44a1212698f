// What can be said of a setting on the register, by how it stands.
import type { RegisterLine } from "../api/wire";
import { card as text } from "../text/register";

export type Act = "edit" | "people" | "also" | "exempt" | "cover" | "close" | "ask" | "extend" | "leave";

/** What can be done with a line: its name in the form, its words, and what it means. */
export function actsOf(line: RegisterLine): [Act, string, string][] {
  const edit: [Act, string, string] = ["edit", text.edit, text.editHint];
  const people: [Act, string, string] = ["people", text.people, text.peopleHint];
  const also: [Act, string, string] = ["also", text.also, text.alsoHint];
  const leave: [Act, string, string] = ["leave", text.leave, text.leaveHint];
  if (line.standing !== "expected") return [edit, people, also, ["ask", text.ask, ""], leave];
  return [
    edit,
    people,
    also,
    ["extend", text.extend, text.extendHint],
    ["exempt", text.exempt, text.exemptHint],
    ["cover", text.cover, text.coverHint],
    ["close", text.close, text.closeHint],
    leave,
  ];
}
