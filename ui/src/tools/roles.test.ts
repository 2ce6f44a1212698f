import { describe, expect, it } from "vitest";
import type { PictureCell, SheetLine } from "../api/wire";
import { firstAsking, pointed, shaded } from "./roles";

const cell = (shade: string): PictureCell => ({
  column: 0,
  text: "",
  across: 1,
  down: 1,
  bold: false,
  shade,
  listed: false,
});

describe("a drawn sheet", () => {
  it("has ink that can be read on every shade", () => {
    expect(shaded(cell(""))).toBeUndefined();
    expect(shaded(cell("ffffff"))?.ink).toBe("#17233a");
    expect(shaded(cell("14284b"))?.ink).toBe("#ffffff");
  });

  it("begins at the first sheet that asks", () => {
    const sheet = (at: number, role: SheetLine["role"]) => ({ sheet: at, role }) as SheetLine;
    expect(firstAsking([sheet(0, "guidance"), sheet(1, "questions")])).toBe(1);
    expect(firstAsking([sheet(0, "skipped")])).toBe(0);
    expect(pointed("urn_at", 1, 2, 3)).toEqual({ what: "urn_at", spot: { sheet: 1, row: 2, column: 3 } });
  });
});
