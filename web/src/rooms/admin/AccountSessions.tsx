import { useQueryClient } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { useTranslation } from "react-i18next";
import { tell, useAsk } from "../../lib/server";
import { Button, Card, confirm, toast, toastProblem } from "../../ui";
import { SessionTable } from "../account/SessionTable";
import type { OneSession, SessionList } from "../account/shapes";
import { again } from "./scope";
import type { Account } from "./shapes";

/** Where an account is signed in; a security administrator ends one or all. */
export function AccountSessions({ account }: { account: Account }) {
  const { t } = useTranslation("admin");
  const queries = useQueryClient();
  const path = `/accounts/${account.id}/sessions`;
  const list = useAsk<SessionList>(path);
  const end = async (where: string, said: string) => {
    try {
      await tell<SessionList>(where, null, { verb: "DELETE" });
      toast(said);
      again(queries);
    } catch (error) {
      toastProblem(error);
    }
  };
  const endOne = (one: OneSession) => void end(`${path}/${one.id}`, t("sessions.ended", { device: one.device_name }));
  const endAll = async () => {
    const yes = await confirm({
      title: t("sessions.question", { name: account.person_name }),
      says: t("sessions.questionSays"),
      verb: t("sessions.all"),
      danger: true,
    });
    if (yes) await end(path, t("sessions.allEnded", { name: account.person_name }));
  };
  const any = (list.data?.sessions.some((one) => !one.here) ?? false) && (
    <Button kind="danger" icon={<LogOut size={18} aria-hidden />} onClick={() => void endAll()}>
      {t("sessions.all")}
    </Button>
  );
  return (
    <Card flush title={t("sessions.title")} actions={any}>
      <SessionTable list={list} end={endOne} />
    </Card>
  );
}
