// What can be said of a setting on the register, by how it stands.
import type { RegisterLine } from "../api/wire";
import { card as text } from "../text/register";

export type Act = "edit" | "exempt" | "cover" | "close" | "ask" | "extend" | "leave";

/** What can be done with a line: its name in the form, its words, and what it means. */
export function actsOf(line: RegisterLine): [Act, string, string][] {
  const edit: [Act, string, string] = ["edit", text.edit, text.editHint];
  const leave: [Act, string, string] = ["leave", text.leave, text.leaveHint];
  if (line.standing !== "expected") return [edit, ["ask", text.ask, ""], leave];
  return [
    edit,
    ["extend", text.extend, text.extendHint],
    ["exempt", text.exempt, text.exemptHint],
    ["cover", text.cover, text.coverHint],
    ["close", text.close, text.closeHint],
    leave,
  ];
}
