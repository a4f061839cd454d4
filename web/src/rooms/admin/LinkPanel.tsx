import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { copyText } from "../../lib/files";
import { dateTime } from "../../lib/fmt";
import { Button, Card, Row, Stack } from "../../ui";
import css from "./admin.module.css";
import type { Invited } from "./shapes";

/** A one-time link, to be handed over now: it is kept nowhere and never shown again. */
export function LinkPanel({ invited, done }: { invited: Invited; done?: () => void }) {
  const { t } = useTranslation("admin");
  const shown = useRef<HTMLOutputElement>(null);
  const [state, setState] = useState<"new" | "copied" | "marked">("new");
  const copy = async () => setState((await copyText(invited.link, shown.current)) ? "copied" : "marked");
  return (
    <Card level={3} tone="brand" title={t("link.title", { name: invited.account.person_name })}>
      <Stack gap={3}>
        <p>{t("link.says", { username: invited.account.username, until: dateTime(invited.expires_at) })}</p>
        <output ref={shown} className={css.link} aria-label={t("link.link")}>
          <span dir="ltr">{invited.link}</span>
        </output>
        <Row>
          <Button
            kind="primary"
            icon={state === "copied" ? <Check size={18} aria-hidden /> : <Copy size={18} aria-hidden />}
            onClick={() => void copy()}
          >
            {t("link.copy")}
          </Button>
          <span role="status" className={css.note}>
            {state !== "new" && t(`link.${state}`)}
          </span>
        </Row>
        <p>
          <strong>{t("link.once")}</strong>
        </p>
        {done && (
          <Row>
            <Button onClick={done}>{t("link.done")}</Button>
          </Row>
        )}
      </Stack>
    </Card>
  );
}
