// What is done to the doors of an account: opened again, shut, unlocked, given a last day, a new
// link, freed of a lost phone.
import { useQueryClient } from "@tanstack/react-query";
import { KeyRound, LockOpen, Smartphone } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { now } from "../../lib/clock";
import { dateTime, isoDay } from "../../lib/fmt";
import { tell } from "../../lib/server";
import {
  Button,
  Card,
  confirm,
  DateField,
  Form,
  type Question,
  Row,
  Stack,
  Submit,
  toast,
  toastProblem,
  useForm,
} from "../../ui";
import { LinkPanel } from "./LinkPanel";
import { again } from "./scope";
import type { Account, Invited } from "./shapes";

type Verb = "POST" | "DELETE";

/** A deed of one click, asked about before when there is a question. */
function useDeed(account: Account) {
  const queries = useQueryClient();
  return async (what: string, said: string, question?: Question, verb: Verb = "POST") => {
    if (question && !(await confirm(question))) return;
    try {
      await tell<Account>(`/accounts/${account.id}/${what}`, verb === "POST" ? {} : null, { verb });
      toast(said);
      again(queries);
    } catch (error) {
      toastProblem(error);
    }
  };
}

/** Shut out at once, or let in again; wrong passwords and codes forgotten. */
export function Entry({ account }: { account: Account }) {
  const { t } = useTranslation("admin");
  const act = useDeed(account);
  const name = account.person_name;
  const shut = account.suspended_at !== null;
  const suspend = () =>
    void act("suspension", t("account.suspended", { name }), {
      title: t("account.suspendQuestion", { name }),
      says: t("account.suspendSays"),
      verb: t("account.suspend"),
      danger: true,
    });
  return (
    <Card title={t("account.entry")} tone={shut || account.locked_until ? "warn" : "plain"}>
      <Stack gap={3}>
        {account.locked_until && (
          <>
            <p>{t("account.lockedSays", { until: dateTime(account.locked_until) })}</p>
            <Row>
              <Button
                kind="primary"
                icon={<LockOpen size={18} aria-hidden />}
                onClick={() => void act("unlocking", t("account.unlocked", { name }))}
              >
                {t("account.unlock")}
              </Button>
            </Row>
          </>
        )}
        <p>{t(shut ? "account.readmitSays" : "account.suspendSays")}</p>
        <Row>
          {shut ? (
            <Button onClick={() => void act("readmission", t("account.readmitted", { name }))}>
              {t("account.readmit")}
            </Button>
          ) : (
            <Button kind="danger" onClick={suspend}>
              {t("account.suspend")}
            </Button>
          )}
        </Row>
      </Stack>
    </Card>
  );
}

/** The phone is lost, the recovery codes too: a new second factor is set up at the next sign-in. */
export function Factor({ account }: { account: Account }) {
  const { t } = useTranslation("admin");
  const act = useDeed(account);
  const name = account.person_name;
  const question = {
    title: t("factor.resetQuestion", { name }),
    says: t("factor.resetSays"),
    verb: t("factor.reset"),
    danger: true,
  };
  return (
    <Card title={t("factor.title")}>
      <Stack gap={3}>
        <p>{t("factor.says")}</p>
        <Row>
          <Button
            kind="danger"
            icon={<Smartphone size={18} aria-hidden />}
            onClick={() => void act("second-factor", t("factor.resetDone", { name }), question, "DELETE")}
          >
            {t("factor.reset")}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}

/** A one-time link in place of a password that is forgotten, or was never chosen. */
export function NewLink({ account }: { account: Account }) {
  const { t } = useTranslation("admin");
  const [invited, setInvited] = useState<Invited | null>(null);
  const [busy, setBusy] = useState(false);
  const renew = async () => {
    setBusy(true);
    try {
      setInvited(await tell<Invited>("/invitations", { account: account.id }));
    } catch (error) {
      toastProblem(error);
    } finally {
      setBusy(false);
    }
  };
  if (invited) return <LinkPanel invited={invited} done={() => setInvited(null)} />;
  return (
    <Card title={t("link.renewTitle")}>
      <Stack gap={3}>
        <p>{t(account.has_password ? "link.renewSays" : "link.renewWaiting")}</p>
        <Row>
          <Button icon={<KeyRound size={18} aria-hidden />} busy={busy} onClick={() => void renew()}>
            {t("link.renew")}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}

/** The last day of an account: for who helps out for a time. */
export function Expiry({ account }: { account: Account }) {
  const { t } = useTranslation("admin");
  const queries = useQueryClient();
  const form = useForm({
    initial: { expires_on: account.expires_on },
    send: (values, key) => tell<Account>(`/accounts/${account.id}/expiry`, values, { key, verb: "PUT" }),
    then: (answer) => {
      toast(answer.expires_on ? t("expiry.set", { day: answer.expires_on }) : t("expiry.cleared"));
      again(queries);
    },
  });
  return (
    <Card title={t("expiry.title")}>
      <Form form={form} aria-label={t("expiry.title")}>
        <Stack gap={3}>
          <DateField
            label={t("expiry.field")}
            hint={t("expiry.hint")}
            min={isoDay(now())}
            {...form.field("expires_on")}
          />
          <Row>
            <Submit form={form}>{t("expiry.verb")}</Submit>
          </Row>
        </Stack>
      </Form>
    </Card>
  );
}
