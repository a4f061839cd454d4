import { LogOut } from "lucide-react";
import { useTranslation } from "react-i18next";
import { queries } from "../../api";
import { dropEverything } from "../../lib/kept";
import { tell } from "../../lib/server";
import { forgetEverything, useMe } from "../../shell/session";
import { Button, Card, confirm, Row, Stack, toastProblem } from "../../ui";
import type { Session } from "../shared/shapes";

/** Signing out of every device at once: for who left one open, or lost a phone. */
export function Everywhere() {
  const { t } = useTranslation("desk");
  const me = useMe();
  if (!me) return null;
  const leave = async () => {
    const yes = await confirm({
      title: t("settings.everywhere.question"),
      says: t("settings.everywhere.says"),
      verb: t("settings.everywhere.verb"),
    });
    if (!yes) return;
    try {
      await tell<Session>("/sessions", null, { verb: "DELETE" });
      forgetEverything(queries);
      dropEverything();
      location.assign("/desk/sign-in");
    } catch (error) {
      toastProblem(error);
    }
  };
  return (
    <Card title={t("settings.everywhere.title")}>
      <Stack gap={3}>
        <p>{t("settings.everywhere.says")}</p>
        <Row>
          <Button icon={<LogOut size={18} aria-hidden />} onClick={() => void leave()}>
            {t("settings.everywhere.verb")}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
