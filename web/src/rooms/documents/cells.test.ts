import { describe, expect, test } from "vitest";
import { type Cell, changedCells, meet } from "./cells";

const cell = (key: string, text: string, row = "", section = ""): Cell => ({ section, row, key, text });
const row = (number: string, text: string) => cell("what", text, number, "evidence");
const texts = (cells: Cell[]) => cells.map((one) => `${one.row}${one.key}=${one.text}`);

describe("what is sent", () => {
  test("is only what was changed", () => {
    expect(changedCells([cell("a", "1"), cell("b", "2")], [cell("a", "1"), cell("b", "3")])).toEqual([cell("b", "3")]);
  });
  test("an added row goes along, an empty one does not", () => {
    expect(changedCells([], [row("1", "photo"), row("2", "")])).toEqual([row("1", "photo")]);
  });
  test("an emptied cell is sent empty", () => {
    expect(changedCells([cell("a", "1")], [cell("a", "")])).toEqual([cell("a", "")]);
  });
});

describe("two at one form", () => {
  test("what only the other changed is taken over", () => {
    const met = meet(
      [cell("a", "1"), cell("b", "2")],
      [cell("a", "9"), cell("b", "2")],
      [cell("a", "1"), cell("b", "3")],
    );
    expect(texts(met.cells)).toEqual(["a=9", "b=3"]);
    expect(met.taken.map((one) => one.theirs)).toEqual(["9"]);
    expect(met.both).toEqual([]);
  });
  test("what both changed is asked, and mine stays in the form until then", () => {
    const met = meet([cell("a", "1")], [cell("a", "2")], [cell("a", "3")]);
    expect(texts(met.cells)).toEqual(["a=3"]);
    expect(met.both).toEqual([{ name: "  a", before: "1", theirs: "2", mine: "3" }]);
  });
  test("the same change by both is no question", () => {
    expect(meet([cell("a", "1")], [cell("a", "2")], [cell("a", "2")])).toMatchObject({ taken: [], both: [] });
  });
  test("rows that both added stand one after the other", () => {
    const met = meet([], [row("1", "theirs")], [row("1", "mine"), row("2", "mine too")]);
    expect(met.cells.map((one) => one.text).sort()).toEqual(["mine", "mine too", "theirs"]);
    expect(new Set(met.cells.map((one) => one.row)).size).toBe(3);
    expect(met.both).toEqual([]);
  });
  test("a row that the other took out is gone, unless I wrote in it", () => {
    expect(meet([row("1", "photo")], [], [row("1", "photo")]).cells).toEqual([]);
    const met = meet([row("1", "photo")], [], [row("1", "two photos")]);
    expect(texts(met.cells)).toEqual(["1what=two photos"]);
    expect(met.both).toHaveLength(1);
  });
  test("a row that I have just added and not yet written stays", () => {
    expect(meet([], [], [row("1", "")]).cells).toHaveLength(1);
  });
});
