import { useEffect, useRef } from "react";
import css from "./documents.module.css";
import { paperFrom } from "./paper";

/** The form as the server made it out, read again as a document of its own. */
export function FormPaper({ html }: { html: string }) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => sheet.current?.replaceChildren(paperFrom(html)), [html]);
  return <div ref={sheet} className={css.paper} />;
}
