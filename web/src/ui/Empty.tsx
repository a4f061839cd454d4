import type { CSSProperties, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import css from "./Empty.module.css";

/** Nothing here: one sentence and the one useful act. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={css.empty}>
      <p>{children}</p>
      {action}
    </div>
  );
}

interface SkeletonProps {
  shape?: "lines" | "rows" | "cards";
  count?: number;
}

const tall = { lines: "1.2em", rows: "44px", cards: "120px" };

/** The shape of what is coming, after 200 ms; never a spinner over a page. */
export function Skeleton({ shape = "lines", count = 4 }: SkeletonProps) {
  const { t } = useTranslation("common");
  const style = { "--tall": tall[shape] } as CSSProperties;
  return (
    <div className={css.bones} data-shape={shape} style={style} role="status">
      <span className="hidden-visually">{t("loading")}</span>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bones never change places
        <div key={index} className={css.bone} />
      ))}
    </div>
  );
}
