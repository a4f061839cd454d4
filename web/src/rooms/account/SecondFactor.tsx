import { KeyRound, Smartphone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { date } from "../../lib/fmt";
import { Button, Card, Row, Stack, StatusBadge } from "../../ui";
import type { Session } from "../shared/shapes";

const few = 3;

interface SecondFactorProps {
  factor: Session["second_factor"];
  demo: boolean;
  begin: (what: "enrol" | "codes") => void;
}

/** Whether a phone is set up, how many recovery codes are left, and what can be done about it. */
export function SecondFactor({ factor, demo, begin }: SecondFactorProps) {
  const { t } = useTranslation("account");
  if (!factor) return null;
  const { enrolled, needed_from: from, recovery_left: left } = factor;
  if (!enrolled)
    return (
      <Card title={t("factor.title")} tone={from ? "warn" : "plain"}>
        <Stack gap={3}>
          <Row>
            <StatusBadge tone={from ? "warn" : "neutral"}>{t("factor.off")}</StatusBadge>
          </Row>
          <p>{from ? t("factor.neededFrom", { day: date(from) }) : t(demo ? "factor.demo" : "factor.free")}</p>
          <Row>
            <Button
              kind={from ? "primary" : "plain"}
              icon={<Smartphone size={18} aria-hidden />}
              onClick={() => begin("enrol")}
            >
              {t("factor.enrol")}
            </Button>
          </Row>
        </Stack>
      </Card>
    );
  return (
    <Card title={t("factor.title")} tone={left <= few ? "warn" : "plain"}>
      <Stack gap={3}>
        <Row>
          <StatusBadge tone="ok">{t("factor.on")}</StatusBadge>
          <StatusBadge tone={left <= few ? "warn" : "neutral"}>{t("factor.left", { count: left })}</StatusBadge>
        </Row>
        <p>{t(left <= few ? "factor.few" : "factor.says")}</p>
        <Row>
          <Button icon={<KeyRound size={18} aria-hidden />} onClick={() => begin("codes")}>
            {t("codes.verb")}
          </Button>
          <Button icon={<Smartphone size={18} aria-hidden />} onClick={() => begin("enrol")}>
            {t("factor.another")}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
