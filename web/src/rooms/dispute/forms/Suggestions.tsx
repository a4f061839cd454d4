// Common answers of the book as buttons; a text of one's own is as good.
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { settings } from "../../../lib/settings";
import { Button, Row } from "../../../ui";
import { useWords } from "../words";

const roles = ["relative", "neighbour", "colleague", "expert", "community", "agency"] as const;

/** One key each, "1" for the first, while nobody is typing: for a list that is alone in its form. */
function useDigits(on: boolean, pick: (index: number) => void) {
  useEffect(() => {
    if (!on || !settings().singleKeys) return;
    const press = (event: KeyboardEvent) => {
      const target = event.target;
      const typing =
        target instanceof HTMLElement &&
        (/^(TEXTAREA|SELECT)$/.test(target.tagName) ||
          (target instanceof HTMLInputElement && !/^(radio|checkbox)$/.test(target.type)));
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
      event.preventDefault();
      pick(Number(event.key) - 1);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on, pick]);
}

interface SuggestionsProps {
  /** A list of the book, or "roles". */
  list: string;
  put: (text: string) => void;
  keyed?: boolean;
}

export function Suggestions({ list, put, keyed = false }: SuggestionsProps) {
  const { t } = useTranslation("dispute");
  const { choices } = useWords();
  const offered = list === "roles" ? roles.map((one) => t(`role.${one}`)) : choices(list).map((one) => one.label);
  useDigits(keyed, (index) => {
    const one = offered[index];
    if (one) put(one);
  });
  return (
    <Row gap={1}>
      {offered.map((one, index) => (
        <Button
          key={one}
          kind="quiet"
          keys={keyed && index < 9 ? String(index + 1) : undefined}
          onClick={() => put(one)}
        >
          {one}
        </Button>
      ))}
    </Row>
  );
}
