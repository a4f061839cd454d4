import { expect, test } from "vitest";
import { dotAt, type Strokes, withDot, written } from "./strokes";

test("a_drawing_is_whole_numbers_in_the_frame", () => {
  expect(dotAt(150, 50, { width: 300, height: 100 })).toEqual([300, 100]);
  expect(dotAt(-5, 900, { width: 300, height: 100 })).toEqual([0, 200]);
  let strokes: Strokes = [[]];
  for (const dot of [
    [1, 2],
    [1, 2],
    [3, 4],
  ] as const)
    strokes = withDot(strokes, dot);
  expect(written(strokes)).toBe("1,2 3,4");
  expect(written([...strokes, [[9, 9]], []])).toBe("1,2 3,4;9,9");
});

test("a_full_pad_takes_no_more", () => {
  let strokes: Strokes = [Array.from({ length: 3_500 }, (_one, n) => [n % 600, 1] as const)];
  strokes = withDot(strokes, [5, 5]);
  expect(strokes[0]).toHaveLength(3_500);
});
