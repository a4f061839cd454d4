// What leaves the page: to the clipboard, or as a file.

/** Copies a text. Outside a secure context browsers have no clipboard: there what is shown is marked and copied. */
export async function copyText(text: string, shown: HTMLElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const marked = getSelection();
    if (!marked || !shown) return false;
    marked.selectAllChildren(shown);
    return document.execCommand("copy");
  }
}

/** Hands a text over as a file. */
export function saveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
