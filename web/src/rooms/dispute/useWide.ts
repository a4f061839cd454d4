import { useEffect, useState } from "react";

/** A desk, not a phone: room for a rail and for two columns. */
export function useWide(): boolean {
  const [query] = useState(() => window.matchMedia("(min-width: 64em)"));
  const [wide, setWide] = useState(query.matches);
  useEffect(() => {
    const tell = () => setWide(query.matches);
    query.addEventListener("change", tell);
    return () => query.removeEventListener("change", tell);
  }, [query]);
  return wide;
}
