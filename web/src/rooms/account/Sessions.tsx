import { useQueryClient } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { useTranslation } from "react-i18next";
import { queries as everything } from "../../api";
import { dropEverything } from "../../lib/kept";
import { tell, useAsk } from "../../lib/server";
import { forgetEverything } from "../../shell/session";
import { Button, Card, confirm, Row, Stack, toast, toastProblem } from "../../ui";
import type { Session } from "../shared/shapes";
import { SessionTable } from "./SessionTable";
import type { OneSession, SessionList } from "./shapes";

/** Where I am signed in: one device ended, all the others, or all of them with this one. */
export function Sessions() {
  const { t } = useTranslation("account");
  const list = useAsk<SessionList>("/sessions");
  const queries = useQueryClient();
  const others = list.data?.sessions.filter((one) => !one.here) ?? [];
  const again = () => void queries.invalidateQueries({ queryKey: ["/sessions"] });
  const end = async (which: OneSession[], said: string) => {
    try {
      for (const one of which) await tell<SessionList>(`/sessions/${one.id}`, null, { verb: "DELETE" });
      toast(said);
    } catch (error) {
      toastProblem(error);
    }
    again();
  };
  const endOthers = async () => {
    const yes = await confirm({
      title: t("sessions.othersQuestion"),
      says: t("sessions.othersSays"),
      verb: t("sessions.others"),
    });
    if (yes) await end(others, t("sessions.othersEnded"));
  };
  const leave = async () => {
    const yes = await confirm({
      title: t("sessions.allQuestion"),
      says: t("sessions.allSays"),
      verb: t("sessions.all"),
    });
    if (!yes) return;
    try {
      await tell<Session>("/sessions", null, { verb: "DELETE" });
      forgetEverything(everything);
      dropEverything();
      location.assign("/desk/sign-in");
    } catch (error) {
      toastProblem(error);
    }
  };
  return (
    <Card flush title={t("sessions.title")}>
      <SessionTable list={list} end={(one) => void end([one], t("sessions.ended", { device: one.device_name }))} />
      <Stack gap={3} style={{ padding: "var(--space-4)" }}>
        <p className="dim">{t("sessions.says")}</p>
        <Row>
          {others.length > 0 && (
            <Button icon={<LogOut size={18} aria-hidden />} onClick={() => void endOthers()}>
              {t("sessions.others")}
            </Button>
          )}
          <Button kind="danger" icon={<LogOut size={18} aria-hidden />} onClick={() => void leave()}>
            {t("sessions.all")}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
