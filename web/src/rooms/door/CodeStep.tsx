import { KeyRound, LogIn, Smartphone } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { tell } from "../../lib/server";
import { Button, Card, Form, FormActions, Page, Stack, Submit, useForm } from "../../ui";
import type { Session } from "../shared/shapes";
import { CodeField, RecoveryField } from "./CodeField";
import { lateAt } from "./late";
import type { StepProps } from "./SignIn";
import { StepBack } from "./StepBack";

/** The second step: six digits from the phone, or one of the recovery codes. */
export function CodeStep({ username, goOn, startAgain }: StepProps) {
  const { t } = useTranslation("door");
  const [recovery, setRecovery] = useState(false);
  return (
    <Page title={t("code.title")} subtitle={t(recovery ? "code.recoverySays" : "code.says", { username })}>
      <Card>
        <OneCode key={String(recovery)} recovery={recovery} goOn={goOn} startAgain={startAgain} />
        <Button
          kind="quiet"
          wide
          icon={recovery ? <Smartphone size={18} aria-hidden /> : <KeyRound size={18} aria-hidden />}
          onClick={() => setRecovery(!recovery)}
        >
          {t(recovery ? "code.byPhone" : "code.byRecovery")}
        </Button>
      </Card>
      <StepBack startAgain={startAgain} />
      <p className="dim">{t("code.lost")}</p>
    </Page>
  );
}

function OneCode({ recovery, goOn, startAgain }: Omit<StepProps, "username"> & { recovery: boolean }) {
  const { t } = useTranslation("door");
  const form = useForm({
    initial: { code: "" },
    send: (values, key) => tell<Session>("/session/code", values, { key }).catch(lateAt(startAgain)),
    then: goOn,
  });
  const Field = recovery ? RecoveryField : CodeField;
  return (
    <Form form={form} aria-label={t("code.title")}>
      <Stack gap={4}>
        <Field autoFocus {...form.field("code")} />
        <FormActions>
          <Submit form={form} icon={<LogIn size={18} aria-hidden />}>
            {t("code.verb")}
          </Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
