import { expect, test } from "vitest";
import { base64Of } from "./files";

test("every_byte_of_a_file_comes_through", async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
  const text = await base64Of(new Blob([bytes]));
  expect(Uint8Array.from(atob(text), (one) => one.charCodeAt(0))).toEqual(bytes);
  expect(await base64Of(new Blob([]))).toBe("");
});
