// One whole life by the hands in a browser, as a walk among the others: with WALK_DEEP=1 with every form
// judged, the first life in both looks. The same by the API: LIVES_BY=api, lives.mjs.
export async function life(number) {
  process.env.LIVES_BY = "browser";
  process.env.LIVES = String(number);
  if (process.env.WALK_DEEP !== "1") {
    process.env.LIVES_SHORT = "1"; // forms are judged by the walks of their drawers
    process.env.LOOKS ??= "1440-zh";
  }
  await import("./lives.mjs");
}
