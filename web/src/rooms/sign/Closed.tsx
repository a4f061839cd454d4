import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { dateTime } from "../../lib/fmt";
import { Bidi, Card, Stack } from "../../ui";
import { closedAs } from "./Sign";
import type { SigningPage } from "./shapes";

/** What became of a link that opens nothing any more, and whom to call. */
export function Closed({ page }: { page: SigningPage }) {
  const { t } = useTranslation("sign");
  const how = closedAs(page);
  const good = how === "signed" || how === "settled";
  return (
    <Card tone={good ? "ok" : how === "sentBack" ? "info" : "warn"}>
      <Stack gap={3}>
        <p role="status" style={{ display: "flex", gap: "8px", alignItems: "center" }}>
          {good && <CircleCheck size={24} aria-hidden />}
          <strong>
            {how === "signed"
              ? t("closed.signed.says", { when: page.signed_at ? dateTime(page.signed_at) : "" })
              : t(`closed.${how}.says`)}
          </strong>
        </p>
        {how === "signed" && <p>{t("closed.signed.next")}</p>}
        <p>
          {t("ask", { who: page.mediator_name ?? page.organisation_name })}{" "}
          <a href={`tel:${page.phone}`}>
            <Bidi>{page.phone}</Bidi>
          </a>
        </p>
      </Stack>
    </Card>
  );
}
