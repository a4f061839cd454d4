import type { ReactNode } from "react";

/** A number, name, phone or code that must stay whole and in its own direction inside any sentence. */
export function Bidi({ children, lang }: { children: ReactNode; lang?: string }) {
  return (
    <bdi className="nowrap" lang={lang}>
      {children}
    </bdi>
  );
}
