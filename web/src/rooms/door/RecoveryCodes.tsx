import { Copy, Download, Printer } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { now } from "../../lib/clock";
import { copyText, saveFile } from "../../lib/files";
import { date } from "../../lib/fmt";
import { Button, Card, CheckField, Row, Stack } from "../../ui";
import css from "./door.module.css";

interface RecoveryCodesProps {
  codes: string[];
  username: string;
  done: () => void;
}

/** Ten codes for the day when the phone is lost; shown now and never again. */
export function RecoveryCodes({ codes, username, done }: RecoveryCodesProps) {
  const { t } = useTranslation(["door", "common"]);
  const [kept, setKept] = useState(false);
  const [copied, setCopied] = useState<"" | "copied" | "marked">("");
  const list = useRef<HTMLOListElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  // Whoever leaves now without a copy could only have new ones made.
  useEffect(() => {
    if (kept) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", hold);
    return () => window.removeEventListener("beforeunload", hold);
  }, [kept]);
  const heading = t("recovery.heading", { house: t("common:app.name"), username, day: date(now()) });
  const text = `${heading}\n\n${codes.join("\n")}\n\n${t("recovery.each")}\n`;
  return (
    <Card tone="brand" title={t("recovery.title")}>
      <div ref={box} tabIndex={-1} className={css.quietFocus}>
        <Stack gap={4}>
          <p>{t("recovery.says")}</p>
          <p className="print-only">{heading}</p>
          <ol ref={list} className={css.codes} aria-label={t("recovery.list")}>
            {codes.map((code) => (
              <li key={code} dir="ltr">
                {code}
              </li>
            ))}
          </ol>
          <p className="dim">{t("recovery.each")}</p>
          <Row className="no-print">
            <Button
              icon={<Copy size={18} aria-hidden />}
              onClick={() =>
                void copyText(codes.join("\n"), list.current).then((yes) => setCopied(yes ? "copied" : "marked"))
              }
            >
              {t("recovery.copy")}
            </Button>
            <Button icon={<Printer size={18} aria-hidden />} onClick={() => window.print()}>
              {t("recovery.print")}
            </Button>
            <Button
              icon={<Download size={18} aria-hidden />}
              onClick={() => saveFile(`${t("recovery.file")}-${username}.txt`, text, "text/plain")}
            >
              {t("recovery.download")}
            </Button>
            <span role="status" className="dim">
              {copied && t(`enrol.${copied}`)}
            </span>
          </Row>
          <div className="no-print">
            <Stack gap={3}>
              <CheckField label={t("recovery.kept")} value={kept} onChange={setKept} />
              <Row>
                <Button kind="primary" disabled={!kept} onClick={done}>
                  {t("recovery.verb")}
                </Button>
              </Row>
            </Stack>
          </div>
        </Stack>
      </div>
    </Card>
  );
}
