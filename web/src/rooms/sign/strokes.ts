// A signature as whole numbers: strokes of points in a frame 600 wide and 200 high, as the server
// keeps it ("12,40 13,44;88,30 90,31").
export const wide = 600;
export const high = 200;
const mostDots = 3_500;

export type Dot = readonly [number, number];
export type Strokes = Dot[][];

const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));

/** Where a finger is, in the frame, however large the pad is on this screen. */
export function dotAt(x: number, y: number, pad: { width: number; height: number }): Dot {
  return [within((x / pad.width) * wide, wide), within((y / pad.height) * high, high)];
}

/** With one more dot, unless it is where the last one was, or the pad is full. */
export function withDot(strokes: Strokes, dot: Dot): Strokes {
  const last = strokes.at(-1);
  const before = last?.at(-1);
  if (!last || (before && before[0] === dot[0] && before[1] === dot[1])) return strokes;
  if (strokes.reduce((sum, one) => sum + one.length, 0) >= mostDots) return strokes;
  return [...strokes.slice(0, -1), [...last, dot]];
}

export function written(strokes: Strokes): string {
  return strokes
    .filter((one) => one.length > 0)
    .map((one) => one.map(([x, y]) => `${x},${y}`).join(" "))
    .join(";");
}
