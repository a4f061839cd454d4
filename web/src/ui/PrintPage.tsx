import { Printer } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useActions } from "../lib/actions";
import { Button } from "./Button";
import { Row } from "./layout";
import css from "./PrintPage.module.css";

interface PrintPageProps {
  /** Title of the form: "人民调解协议书". */
  title: string;
  /** Language of the form; Chinese is binding. */
  lang?: string;
  /** Buttons beside "print". */
  actions?: ReactNode;
  /** The same form once more in another language, on pages of its own after the binding text. */
  translation?: { title: string; lang: string; content: ReactNode };
  children: ReactNode;
}

const direction = (lang: string) => (lang === "ug" ? "rtl" : "ltr");

/** An official form at its real size (A4), printed by the browser as it stands. Ctrl P prints the form alone. */
export function PrintPage({ title, lang = "zh-CN", actions, translation, children }: PrintPageProps) {
  const { t } = useTranslation("common");
  useActions(useMemo(() => [{ id: "print", label: t("print"), keys: "mod+p", run: () => window.print() }], [t]));
  return (
    <div className={css.desk}>
      <Row className="no-print">
        <Button kind="primary" icon={<Printer size={18} aria-hidden />} keys="mod+p" onClick={() => window.print()}>
          {t("print")}
        </Button>
        {actions}
      </Row>
      <article className={css.sheet} lang={lang} dir={direction(lang)}>
        <h1>{title}</h1>
        {children}
      </article>
      {translation && (
        <article
          className={`${css.sheet} ${css.translation}`}
          lang={translation.lang}
          dir={direction(translation.lang)}
          aria-label={translation.title}
        >
          <h2 className={css.title}>{translation.title}</h2>
          {translation.content}
        </article>
      )}
    </div>
  );
}

/** Signatures, seal and date: never alone on a page, never torn. */
export function KeepTogether({ children }: { children: ReactNode }) {
  return <div className={css.together}>{children}</div>;
}

/** A value of a form; what is not known is struck out, never an empty line. */
export function Filled({ children }: { children?: ReactNode }) {
  const empty = children === undefined || children === null || children === "";
  return <>{empty ? "／" : children}</>;
}
