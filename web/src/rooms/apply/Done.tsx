import { Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { date } from "../../lib/fmt";
import { Bidi, Button, Card, Page, Row, Skeleton, Stack } from "../../ui";
import { Qr, shownCode } from "../intake/Receipts";
import { useShownOnce } from "../shared/shownOnce";
import css from "./apply.module.css";

export interface Applied {
  code: string;
  qr: string;
  organisation_name: string;
  phone: string;
  answer_by: string;
}

export const donePage = "/apply/done";

/** The receipt: who answers by when, and the code to come back with. It is there until one leaves the page. */
export function Done() {
  const { shown, known } = useShownOnce<Applied>();
  if (shown) return <Receipt applied={shown} />;
  return known ? <Gone /> : <Skeleton shape="cards" count={2} />;
}

function Gone() {
  const { t } = useTranslation("apply");
  return (
    <Page title={t("gone.title")} back={{ to: "/", label: t("home") }}>
      <Card tone="info">
        <Stack gap={3}>
          <p>{t("gone.says")}</p>
          <Row>
            <Button kind="primary" to="/track">
              {t("gone.track")}
            </Button>
            <Button to="/committees">{t("gone.desk")}</Button>
          </Row>
        </Stack>
      </Card>
    </Page>
  );
}

function Receipt({ applied }: { applied: Applied }) {
  const { t } = useTranslation("apply");
  return (
    <Page
      title={t("done.title")}
      subtitle={t("done.says", { office: applied.organisation_name, day: date(applied.answer_by) })}
    >
      <Card title={t("done.code")} tone="ok">
        <Stack gap={3}>
          <bdi className={css.code} dir="ltr">
            {shownCode(applied.code)}
          </bdi>
          <Qr svg={applied.qr} label={t("done.qr")} />
          <p>{t("done.keep")}</p>
          {applied.phone && (
            <p>
              {t("done.phone")}{" "}
              <a href={`tel:${applied.phone}`}>
                <Bidi>{applied.phone}</Bidi>
              </a>
            </p>
          )}
        </Stack>
      </Card>
      <div className="no-print">
        <Row>
          <Button icon={<Printer size={18} aria-hidden />} onClick={() => window.print()}>
            {t("done.print")}
          </Button>
          <Button kind="primary" to={`/my#${applied.code}`}>
            {t("done.look")}
          </Button>
        </Row>
      </div>
    </Page>
  );
}
