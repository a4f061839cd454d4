import { useTranslation } from "react-i18next";
import { Bidi } from "../../ui";
import type { Line } from "../shared/shapes";

/** A dispute by its number, with the parties below it, so that long names leave room for the rest. */
export function NamedLine({ line, more }: { line: Line; more?: string }) {
  const { t } = useTranslation("work");
  return (
    <>
      <Bidi>{line.number || t("unnumbered")}</Bidi>{" "}
      <span className="dim">
        <bdi>{line.parties}</bdi>
        {more && ` · ${more}`}
      </span>
    </>
  );
}
