// What a paper's pieces are to each other.
import type { Block } from "../api/wire";

/** The heading under which a piece of a section stands: the last one before it. */
export function headed(blocks: Block[], place: number): string {
  for (const block of blocks.slice(0, place).reverse()) {
    if (block.block === "heading" || block.block === "subheading") return block.content;
  }
  return "";
}
