import { Printer } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { now } from "../../lib/clock";
import { date, isoDay } from "../../lib/fmt";
import { tell } from "../../lib/server";
import {
  Bidi,
  Button,
  Card,
  DateField,
  Deadline,
  Drawer,
  Facts,
  Form,
  FormActions,
  Modal,
  Row,
  Stack,
  StatusBadge,
  Submit,
  TextField,
  toast,
  useForm,
} from "../../ui";
import { useAgain } from "./again";
import { Reason } from "./Reason";
import type { PersonPage } from "./shapes";
import { certificateTone } from "./tones";

type Open = "certify" | "revoke";

/** The certificate that counts, its card, and what the bureau does with it. */
export function Certificate({ person }: { person: PersonPage }) {
  const { t } = useTranslation("people");
  const [open, setOpen] = useState<Open | null>(null);
  const again = useAgain();
  const done = () => {
    setOpen(null);
    again();
    toast(t("saved"));
  };
  const one = person.certificate;
  const may = (deed: string) => person.allowed.includes(deed);
  const verb = t(one && one.state !== "revoked" ? "certificate.renew" : "certificate.issue");
  return (
    <Card
      title={t("certificate.title")}
      tone={
        one?.state === "expired" || one?.state === "revoked"
          ? "danger"
          : one?.state === "expires_soon"
            ? "warn"
            : "plain"
      }
      actions={one && <StatusBadge tone={certificateTone[one.state]}>{one.state_name}</StatusBadge>}
    >
      <Stack gap={3}>
        {one ? (
          <Facts
            rows={[
              { name: t("certificate.number"), value: <Bidi>{one.number}</Bidi> },
              { name: t("certificate.issuer"), value: one.issuer },
              { name: t("certificate.from"), value: one.valid_from && date(one.valid_from) },
              {
                name: t("certificate.until"),
                value: one.valid_until && (
                  <>
                    {date(one.valid_until)} {one.state === "expires_soon" && <Deadline due={one.valid_until} />}
                  </>
                ),
              },
            ]}
          />
        ) : (
          <p className="dim">{t("certificate.none")}</p>
        )}
        {one?.state === "expired" && <p>{t("certificate.expiredSays")}</p>}
        {one && !one.id && one.state !== "revoked" && <p className="dim">{t("certificate.noCard")}</p>}
        <Row>
          {may("certify") && (
            <Button kind={one?.state === "valid" ? "plain" : "primary"} onClick={() => setOpen("certify")}>
              {verb}
            </Button>
          )}
          {may("print_card") && (
            <Button to={`/desk/people/${person.id}/card`} icon={<Printer size={18} aria-hidden />}>
              {t("certificate.card")}
            </Button>
          )}
          {may("revoke") && (
            <Button kind="danger" onClick={() => setOpen("revoke")}>
              {t("certificate.revoke")}
            </Button>
          )}
        </Row>
      </Stack>
      <Drawer open={open === "certify"} onClose={() => setOpen(null)} title={verb}>
        {open === "certify" && <Certify person={person} verb={verb} done={done} />}
      </Drawer>
      <Modal open={open === "revoke"} onClose={() => setOpen(null)} title={t("certificate.revoke")}>
        {open === "revoke" && (
          <Reason
            says={t("certificate.revokeSays")}
            verb={t("certificate.revoke")}
            send={(reason, key) => tell(`/people/${person.id}/revocation`, { reason }, { key })}
            done={done}
          />
        )}
      </Modal>
    </Card>
  );
}

function Certify({ person, verb, done }: { person: PersonPage; verb: string; done: () => void }) {
  const { t } = useTranslation("people");
  const form = useForm({
    initial: {
      number: person.certificate?.number ?? "",
      issuer: "",
      valid_from: isoDay(now()) as string | null,
      valid_until: null as string | null,
      reason: "",
    },
    send: ({ issuer, ...values }, key) =>
      tell(`/people/${person.id}/certificates`, { ...values, issuer: issuer || null }, { key }),
    then: done,
  });
  return (
    <Form form={form} aria-label={verb}>
      <Stack gap={4}>
        <TextField label={t("certificate.number")} required {...form.field("number")} />
        <TextField label={t("certificate.issuer")} hint={t("certificate.issuerHint")} {...form.field("issuer")} />
        <DateField label={t("certificate.from")} required {...form.field("valid_from")} />
        <DateField label={t("certificate.until")} hint={t("certificate.untilHint")} {...form.field("valid_until")} />
        <TextField label={t("certificate.reason")} hint={t("certificate.reasonHint")} {...form.field("reason")} />
        <FormActions>
          <Submit form={form}>{verb}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
