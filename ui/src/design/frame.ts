// What every field has around what is typed or chosen: its name, and what is said of it.
export interface Framed {
  id: string;
  label: string;
  /** Stands after the label: that it may stay empty. */
  aside?: string;
  hint?: string;
  error?: string;
}
