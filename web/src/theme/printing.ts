// Paper is light: a page printed from the dark scheme takes the light colours while it prints.
export function watchPrinting(): void {
  const root = document.documentElement;
  let before: string | null = null;
  addEventListener("beforeprint", () => {
    before = root.getAttribute("data-mantine-color-scheme");
    root.setAttribute("data-mantine-color-scheme", "light");
  });
  addEventListener("afterprint", () => {
    if (before) root.setAttribute("data-mantine-color-scheme", before);
    before = null;
  });
}
