import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { date } from "../../lib/fmt";
import { useMe } from "../../shell/session";
import { Card } from "../../ui";
import { session } from "../door/session";

/** A second factor will be needed and is not there yet: said on every page until it is. */
export function FactorNotice() {
  const { t } = useTranslation("desk");
  const me = useMe();
  const factor = me && session()?.second_factor;
  if (!factor?.needed_from || factor.enrolled) return null;
  return (
    <Card tone="warn">
      {t("factorNotice.says", { day: date(factor.needed_from) })}{" "}
      <Link to="/desk/account">{t("factorNotice.verb")}</Link>
    </Card>
  );
}
