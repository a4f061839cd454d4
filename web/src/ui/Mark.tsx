// The maple leaf of Fengqiao: the mark of the product (app bar, certificate, foot of a print).
const outline =
  "M50 4L56 16L59 20L67 16L64 34L66 37L70 36L80 25L83 32L94 30L89 42L95 46L78 61L80 67L77 69L60 67L53 67L53.4 94L46.6 94L47 67L40 67L23 69L20 67L22 61L5 46L11 42L6 30L17 32L20 25L30 36L34 37L36 34L33 16L41 20L44 16Z";

export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 100 100" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={outline} fill="var(--brand)" stroke="var(--brand)" strokeWidth="4" strokeLinejoin="round" />
    </svg>
  );
}
