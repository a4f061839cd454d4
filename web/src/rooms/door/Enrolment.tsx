import { Copy, Smartphone } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { copyText } from "../../lib/files";
import { tell } from "../../lib/server";
import type { components } from "../../schema";
import { Button, Card, Form, FormActions, Row, Stack, Submit, useForm } from "../../ui";
import type { Session } from "../shared/shapes";
import { AnyCodeField, CodeField } from "./CodeField";
import css from "./door.module.css";
import { lateAt } from "./late";
import { RecoveryCodes } from "./RecoveryCodes";

type Secret = components["schemas"]["registry.Secret"];
type Enrolled = components["schemas"]["registry.Enrolled"];

interface EnrolmentProps {
  /** There is one already, which must be shown before it is changed. */
  enrolled?: boolean;
  done: (answer: Session) => void;
  startAgain?: (why: string) => void;
  /** Called when the recovery codes are on the screen: from now on there is no way back. */
  told?: () => void;
}

/** Setting a second factor up: the secret, the first code of it, the recovery codes. */
export function Enrolment({ enrolled = false, done, startAgain, told }: EnrolmentProps) {
  const [secret, setSecret] = useState<Secret | null>(null);
  const [answer, setAnswer] = useState<Enrolled | null>(null);
  if (answer)
    return (
      <RecoveryCodes
        codes={answer.recovery_codes}
        username={answer.session.username}
        done={() => done(answer.session)}
      />
    );
  if (!secret) return <Begin enrolled={enrolled} startAgain={startAgain} then={setSecret} />;
  const keep = (said: Enrolled) => {
    told?.();
    setAnswer(said);
  };
  return <Scan secret={secret} startAgain={startAgain} then={keep} />;
}

interface PartProps<T> {
  startAgain?: (why: string) => void;
  then: (answer: T) => void;
}

function Begin({ enrolled, startAgain, then }: PartProps<Secret> & { enrolled: boolean }) {
  const { t } = useTranslation("door");
  const form = useForm({
    initial: { code: "" },
    send: ({ code }, key) =>
      tell<Secret>("/session/enrolment", enrolled ? { code } : {}, { key }).catch(lateAt(startAgain)),
    then,
  });
  return (
    <Card>
      <Form form={form} aria-label={t("enrol.title")}>
        <Stack gap={4}>
          <p>{t("enrol.why")}</p>
          <ol className={css.steps}>
            {(["app", "scan", "confirm", "keep"] as const).map((one) => (
              <li key={one}>{t(`enrol.steps.${one}`)}</li>
            ))}
          </ol>
          <p className="dim">{t("enrol.apps")}</p>
          {enrolled && <AnyCodeField {...form.field("code")} />}
          <FormActions>
            <Submit form={form} icon={<Smartphone size={18} aria-hidden />}>
              {t("enrol.begin")}
            </Submit>
          </FormActions>
        </Stack>
      </Form>
    </Card>
  );
}

const inFours = (secret: string) => secret.match(/.{1,4}/g)?.join(" ") ?? secret;

function Scan({ secret, startAgain, then }: PartProps<Enrolled> & { secret: Secret }) {
  const { t } = useTranslation("door");
  const shown = useRef<HTMLOutputElement>(null);
  const [copied, setCopied] = useState<"" | "copied" | "marked">("");
  const form = useForm({
    initial: { code: "" },
    send: (values, key) => tell<Enrolled>("/session/enrolment", values, { key, verb: "PUT" }).catch(lateAt(startAgain)),
    then,
  });
  return (
    <Card>
      <Form form={form} aria-label={t("enrol.title")}>
        <Stack gap={4}>
          <p>{t("enrol.scan")}</p>
          <img
            className={css.qr}
            alt={t("enrol.qr")}
            src={`data:image/svg+xml;utf8,${encodeURIComponent(secret.qr)}`}
          />
          <p className={css.onPhone}>
            <a href={secret.uri}>{t("enrol.here")}</a>
          </p>
          <div>
            <p className={css.name}>{t("enrol.byHand", { issuer: secret.issuer, username: secret.username })}</p>
            <output ref={shown} className={css.secret} aria-label={t("enrol.secret")}>
              <span dir="ltr">{inFours(secret.secret)}</span>
            </output>
            <Row>
              <Button
                kind="quiet"
                icon={<Copy size={18} aria-hidden />}
                onClick={() =>
                  void copyText(secret.secret, shown.current).then((yes) => setCopied(yes ? "copied" : "marked"))
                }
              >
                {t("enrol.copy")}
              </Button>
              <span role="status" className="dim">
                {copied && t(`enrol.${copied}`)}
              </span>
            </Row>
          </div>
          <CodeField label={t("enrol.firstCode")} hint={t("enrol.firstCodeHint")} {...form.field("code")} />
          <FormActions>
            <Submit form={form}>{t("enrol.verb")}</Submit>
          </FormActions>
        </Stack>
      </Form>
    </Card>
  );
}
