// The code of a receipt: it stands behind '#' of the address and never in a request line.

/** "kq7m-2p8x " → "KQ7M2P8X". */
export function tidyCode(text: string): string {
  return text.normalize("NFKC").replaceAll(/[\s-]/g, "").toUpperCase();
}

export function codeInAddress(hash: string = location.hash): string {
  const text = hash.slice(1);
  try {
    return tidyCode(decodeURIComponent(text));
  } catch {
    return tidyCode(text); // cut off in the middle of a sign: no code, and no reason to break down
  }
}
