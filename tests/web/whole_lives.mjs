// Whole lives by the hands in a browser, as a walk among the others: the two that take the fewest pages,
// and with WALK_DEEP=1 all four, the first in both looks. The same by the API: LIVES_BY=api, lives.mjs.
const deep = process.env.WALK_DEEP === "1";
process.env.LIVES_BY = "browser";
if (!deep) {
  process.env.LIVES_SHORT = "1";
  process.env.LIVES ??= "3,4";
  process.env.LOOKS ??= "1440-zh";
}
await import("./lives.mjs");
