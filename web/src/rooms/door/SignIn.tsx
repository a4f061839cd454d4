import { LogIn } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { ask, tell } from "../../lib/server";
import { Card, Form, FormActions, Page, PasswordField, Skeleton, Stack, Submit, TextField, useForm } from "../../ui";
import { DemoFaces } from "../demo/DemoFaces";
import type { Session } from "../shared/shapes";
import { CodeStep } from "./CodeStep";
import { DoorFrame } from "./DoorFrame";
import { Enrolment } from "./Enrolment";
import { StepBack } from "./StepBack";
import { enter } from "./session";

type Step = Pick<Session, "waits_for" | "username">;
const first: Step = { waits_for: null, username: "" };

/** Signing in: the password, then what this account's second factor wants. A reload goes on where one was. */
export function SignIn() {
  const [search] = useSearchParams();
  const [step, setStep] = useState<Step | null>(null);
  const [notice, setNotice] = useState("");
  useEffect(() => {
    ask<Session>("/session").then(setStep, () => setStep(first));
  }, []);
  const goOn = (answer: Session) => {
    setNotice("");
    if (answer.signed_in) enter(answer, search.get("next"));
    else setStep(answer);
  };
  // What was half open is shut on the server, too; if nobody answers, it ends by itself.
  const startAgain = (why = "") => {
    void tell<Session>("/session", null, { verb: "DELETE" }).catch(() => {});
    setNotice(why);
    setStep(first);
  };
  return (
    <DoorFrame>
      {step === null ? (
        <Skeleton shape="cards" count={1} />
      ) : step.waits_for === "code" ? (
        <CodeStep username={step.username} goOn={goOn} startAgain={startAgain} />
      ) : step.waits_for === "enrolment" ? (
        <FirstEnrolment username={step.username} goOn={goOn} startAgain={startAgain} />
      ) : (
        <PasswordStep notice={notice} goOn={goOn} />
      )}
    </DoorFrame>
  );
}

export interface StepProps {
  username: string;
  goOn: (answer: Session) => void;
  startAgain: (why?: string) => void;
}

function FirstEnrolment({ username, goOn, startAgain }: StepProps) {
  const { t } = useTranslation("door");
  const [kept, setKept] = useState(false);
  return (
    <Page title={t("enrol.title")} subtitle={kept ? undefined : t("enrol.needed", { username })}>
      <Enrolment done={goOn} startAgain={startAgain} told={() => setKept(true)} />
      {!kept && <StepBack startAgain={startAgain} />}
    </Page>
  );
}

/** A name and a password; in the demo also one click on a face. */
function PasswordStep({ notice, goOn }: { notice: string; goOn: (answer: Session) => void }) {
  const { t } = useTranslation("door");
  const form = useForm({
    initial: { username: "", password: "" },
    send: (values, key) => tell<Session>("/session", values, { key }),
    then: goOn,
  });
  return (
    <Page title={t("signIn.title")} subtitle={t("signIn.says")}>
      {notice && (
        <Card tone="warn">
          <p role="alert">{notice}</p>
        </Card>
      )}
      <Card>
        <Form form={form} aria-label={t("signIn.title")}>
          <Stack gap={4}>
            <TextField label={t("username")} autoComplete="username" required {...form.field("username")} />
            <PasswordField label={t("password")} required {...form.field("password")} />
            <FormActions>
              <Submit form={form} icon={<LogIn size={18} aria-hidden />}>
                {t("signIn.verb")}
              </Submit>
            </FormActions>
          </Stack>
        </Form>
      </Card>
      <DemoFaces />
      <p className="dim">{t("signIn.forgotten")}</p>
    </Page>
  );
}
