// What a paper is called, and for whose eyes it is.
import { House, Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { StatusBadge } from "../../ui";
import type { Paper } from "./shapes";

/** Its title, else the name of its file, else its kind. */
export const calledPaper = (paper: Paper): string => paper.title ?? paper.file_name ?? paper.kind_name;

/** Lock and house, with a word; nothing where all who may see the file may see it. */
export function Eyes({ paper }: { paper: Paper }) {
  const { t } = useTranslation("papers");
  if (paper.visibility === "file") return null;
  const side = paper.visibility === "side";
  return (
    <StatusBadge tone={side ? "method" : "info"}>
      {side ? <Lock size={12} aria-hidden /> : <House size={12} aria-hidden />} {t(`eyes.${paper.visibility}`)}
    </StatusBadge>
  );
}
