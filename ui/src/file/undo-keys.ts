// Which press of a key takes the last operation back, or does it again. In a field the field's own undo stays.

export interface UndoPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** What a press asks for; nothing where it is not one of ours. */
export function undoKey(press: UndoPress, typing: "typing" | "not typing"): "undo" | "redo" | null {
  if (typing === "typing" || press.altKey || !(press.ctrlKey || press.metaKey)) return null;
  const key = press.key.toLowerCase();
  if (key === "z") return press.shiftKey ? "redo" : "undo";
  return key === "y" && !press.shiftKey ? "redo" : null;
}

/** Whether somebody types where a press went. */
export function typingAt(target: EventTarget | null): "typing" | "not typing" {
  const fields =
    "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button])";
  return target instanceof Element && target.matches(fields) ? "typing" : "not typing";
}
