import { LogIn } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { tell } from "../../lib/server";
import { Card, Form, FormActions, Page, PasswordField, Stack, Submit, TextField, useForm } from "../../ui";
import { DemoFaces } from "../demo/DemoFaces";
import type { Session } from "../shared/shapes";
import { DoorFrame } from "./DoorFrame";
import { enter } from "./session";

/** Signing in with a name and a password; in the demo also with one click on a face. */
export function SignIn() {
  const { t } = useTranslation("door");
  const [search] = useSearchParams();
  const form = useForm({
    initial: { username: "", password: "" },
    send: (values, key) => tell<Session>("/session", values, { key }),
    then: (answer) => enter(answer, search.get("next")),
  });
  return (
    <DoorFrame>
      <Page title={t("signIn.title")} subtitle={t("signIn.says")}>
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
    </DoorFrame>
  );
}
