// What the tests use of the made-up paper.
import type { PaperDocument, PaperLine } from "../../src/api/commands";

export const list: PaperLine[];
export const paper: PaperDocument;
