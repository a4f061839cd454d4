/** What a person left empty is left out; the server says what it misses. */
export function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== null && one !== undefined && one !== "")
      .map(([name, one]) => [name, filled(one)]),
  );
}
