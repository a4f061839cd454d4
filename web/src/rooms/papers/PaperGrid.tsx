// Papers as small pictures in a grid.
import { EyeOff, FileText, Image, Mic, UserRound } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { fileSize, relativeDay } from "../../lib/fmt";
import { StatusBadge } from "../../ui";
import { calledPaper, Eyes } from "./naming";
import css from "./papers.module.css";
import type { Paper } from "./shapes";

interface GridProps {
  papers: Paper[];
  /** Where their contents lie. */
  base: string;
  label: string;
  open: (paper: string) => void;
}

export function PaperGrid({ papers, base, label, open }: GridProps) {
  return (
    <ul className={css.grid} aria-label={label}>
      {papers.map((one) => (
        <li key={one.id}>
          <Tile paper={one} base={base} open={() => open(one.id)} />
        </li>
      ))}
    </ul>
  );
}

export function iconOf(paper: Paper): ReactNode {
  if (!paper.whole) return <EyeOff size={32} aria-hidden />;
  if (paper.type.startsWith("audio/")) return <Mic size={32} aria-hidden />;
  return paper.type === "application/pdf" ? <FileText size={32} aria-hidden /> : <Image size={32} aria-hidden />;
}

function Tile({ paper, base, open }: { paper: Paper; base: string; open: () => void }) {
  const { t } = useTranslation("papers");
  const called = calledPaper(paper);
  return (
    <button
      type="button"
      className={css.tile}
      onClick={open}
      disabled={!paper.whole}
      data-withdrawn={paper.withdrawn_at !== null || undefined}
    >
      <span className={css.face}>
        {paper.thumbnail ? (
          <img src={`/api${base}/${paper.id}/thumbnail`} alt="" loading="lazy" decoding="async" />
        ) : (
          iconOf(paper)
        )}
      </span>
      <span className={css.name}>
        <bdi>{called}</bdi>
      </span>
      <span className={css.under}>
        {called !== paper.kind_name && `${paper.kind_name} · `}
        <bdi>{fileSize(paper.size)}</bdi> · <bdi>{relativeDay(paper.added_at)}</bdi>
      </span>
      <span className={css.badges}>
        <Eyes paper={paper} />
        {paper.by_party && (
          <StatusBadge>
            <UserRound size={12} aria-hidden /> {t("byParty")}
          </StatusBadge>
        )}
        {paper.erased_at && <StatusBadge tone="warn">{t("erased")}</StatusBadge>}
      </span>
    </button>
  );
}
