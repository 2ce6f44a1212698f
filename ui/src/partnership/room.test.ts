// The keys of the screen in the room.
import { describe, expect, it } from "vitest";
import type { Level, ReturnLine } from "../api/wire";
import { roomKey, seesOf } from "./room";
import { today } from "./today";

const level = (code: string, meaning: Level["meaning"]) => ({ code, meaning }) as Level;
const levels = [level("met", "met"), level("partly", "partly"), level("na", "not_applicable")];
const line = (own: string | null) => ({ levels, self_rating: own }) as unknown as ReturnLine;

describe("in the room", () => {
  it("every act has a key, and other keys have none", () => {
    expect(roomKey("A")).toEqual({ act: "sees", sees: "agrees" });
    expect(roomKey("l")).toEqual({ act: "sees", sees: "lower" });
    expect(roomKey("3")).toEqual({ act: "level", place: 2 });
    expect(roomKey("ArrowRight")).toEqual({ act: "next" });
    expect(roomKey("Escape")).toEqual({ act: "leave" });
    expect(roomKey("x")).toBeNull();
    expect(roomKey("0")).toBeNull();
  });

  it("a rating is higher or lower by what it means, and what is no judgement is neither", () => {
    expect(seesOf(line("met"), level("partly", "partly"))).toBe("lower");
    expect(seesOf(line("partly"), level("met", "met"))).toBe("higher");
    expect(seesOf(line("met"), level("met", "met"))).toBe("agrees");
    expect(seesOf(line("met"), level("na", "not_applicable"))).toBe("agrees");
    expect(seesOf(line(null), level("met", "met"))).toBe("agrees");
  });

  it("a late evening in summer is already tomorrow here", () => {
    expect(today(new Date("2027-07-01T23:30:00Z"))).toBe("2027-07-02");
  });
});
