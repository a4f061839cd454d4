// The few shapes that every page is made of.
import { ChevronLeft } from "lucide-react";
import { type CSSProperties, type ReactNode, useEffect, useId } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import css from "./layout.module.css";

interface PageProps {
  title: string;
  subtitle?: ReactNode;
  /** Badges beside the title. */
  badges?: ReactNode;
  /** Buttons at the end of the title line. */
  actions?: ReactNode;
  /** The page above: its address and its name. */
  back?: { to: string; label: string };
  children: ReactNode;
}

/** One page: its h1, its name in the browser's tab, and its content. */
export function Page({ title, subtitle, badges, actions, back, children }: PageProps) {
  const { t } = useTranslation("common");
  useEffect(() => {
    document.title = `${title} · ${t("app.name")}`;
  }, [title, t]);
  return (
    <div className={css.page}>
      <div className={css.head}>
        <div className={css.titles}>
          {back && (
            <Link to={back.to} className={`${css.back} no-print`}>
              <ChevronLeft size={16} aria-hidden className="icon-direction" />
              {back.label}
            </Link>
          )}
          <div className={css.titleLine}>
            <h1>{title}</h1>
            {badges}
          </div>
          {subtitle && <p className={css.subtitle}>{subtitle}</p>}
        </div>
        {actions && <Row className="no-print">{actions}</Row>}
      </div>
      {children}
    </div>
  );
}

export type CardTone = "plain" | "brand" | "warn" | "danger" | "ok" | "info";

interface CardProps {
  title?: ReactNode;
  /** At the end of the title line. */
  actions?: ReactNode;
  /** A coloured edge at the start; colour alone says nothing, the text must. */
  tone?: CardTone;
  /** Without inner space, for tables. */
  flush?: boolean;
  /** Heading level of the title. */
  level?: 2 | 3;
  children?: ReactNode;
}

// A card of a list (level 3) is no landmark of the page: many may bear the same title.
export function Card({ title, actions, tone = "plain", flush = false, level = 2, children }: CardProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section
      className={css.card}
      data-tone={tone}
      data-flush={flush || undefined}
      aria-labelledby={title && level === 2 ? id : undefined}
    >
      {(title || actions) && (
        <div className={css.cardHead}>
          {title && <Heading id={id}>{title}</Heading>}
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}

type Gap = 1 | 2 | 3 | 4 | 5 | 6;
interface BoxProps {
  gap?: Gap;
  className?: string;
  style?: CSSProperties;
  children: ReactNode;
}

/** One below the other. */
export function Stack({ gap = 3, className = "", style, children }: BoxProps) {
  return (
    <div className={`${css.stack} ${className}`} style={{ gap: `var(--space-${gap})`, ...style }}>
      {children}
    </div>
  );
}

/** Side by side; wraps when there is no room. */
export function Row({ gap = 2, className = "", style, children }: BoxProps) {
  return (
    <div className={`${css.row} ${className}`} style={{ gap: `var(--space-${gap})`, ...style }}>
      {children}
    </div>
  );
}

/** As many equal columns as fit, each at least `least` pixels wide. */
export function Grid({ gap = 3, least = 240, children }: { gap?: Gap; least?: number; children: ReactNode }) {
  const style = { gap: `var(--space-${gap})`, "--least": `${least}px` } as CSSProperties;
  return (
    <div className={css.grid} style={style}>
      {children}
    </div>
  );
}

/** Content with a rail of 340 px beside it on wide screens, below it on narrow ones. */
export function WithRail({ rail, children }: { rail: ReactNode; children: ReactNode }) {
  return (
    <div className={rail ? css.withRail : undefined}>
      <Stack gap={4}>{children}</Stack>
      {rail && <Stack gap={4}>{rail}</Stack>}
    </div>
  );
}

/** Names and values: "申请人 … ". A row without a value is left out. */
export function Facts({ rows }: { rows: { name: string; value: ReactNode }[] }) {
  return (
    <dl className={css.facts}>
      {rows
        .filter((row) => row.value !== null && row.value !== undefined && row.value !== false && row.value !== "")
        .map((row) => (
          <div key={row.name} style={{ display: "contents" }}>
            <dt>{row.name}</dt>
            <dd>{typeof row.value === "string" ? <bdi>{row.value}</bdi> : row.value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** One figure with its name and unit: "在办 14 件". */
export function Figure({ name, value, unit, to }: { name: string; value: string; unit?: string; to?: string }) {
  const amount = (
    <>
      {value}
      {unit && <small>{unit}</small>}
    </>
  );
  return (
    <div className={css.card}>
      <dl className={css.figure}>
        <dt>{name}</dt>
        <dd>{to ? <Link to={to}>{amount}</Link> : amount}</dd>
      </dl>
    </div>
  );
}
