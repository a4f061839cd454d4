// The code of a receipt: it stands behind '#' of the address and never in a request line.

/** "kq7m-2p8x " → "KQ7M2P8X". */
export function tidyCode(text: string): string {
  return text.normalize("NFKC").replaceAll(/[\s-]/g, "").toUpperCase();
}

export function codeInAddress(hash: string = location.hash): string {
  return tidyCode(decodeURIComponent(hash.slice(1)));
}
