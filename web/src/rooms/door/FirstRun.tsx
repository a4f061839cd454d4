import { useTranslation } from "react-i18next";
import { tell } from "../../lib/server";
import { Card, Empty, Form, FormActions, Page, PasswordField, Stack, Submit, TextField, useForm } from "../../ui";
import type { Session } from "../shared/shapes";
import { DoorFrame } from "./DoorFrame";
import { useToken } from "./links";
import { enter } from "./session";

/** The first administrator of an empty house, by the one-time link that the server printed. */
export function FirstRun() {
  const { t } = useTranslation("door");
  const token = useToken();
  const form = useForm({
    initial: { username: "", password: "", name: "", organisation: "" },
    send: (values, key) => tell<Session>("/first-run", { ...values, token }, { key }),
    then: (answer) => enter(answer),
  });
  return (
    <DoorFrame>
      <Page title={t("firstRun.title")} subtitle={t("firstRun.says")}>
        <Card>
          {token === "" ? (
            <Empty>{t("noToken")}</Empty>
          ) : (
            <Form form={form} aria-label={t("firstRun.title")}>
              <Stack gap={4}>
                <TextField label={t("firstRun.organisation")} {...form.field("organisation")} />
                <TextField label={t("name")} required autoComplete="name" {...form.field("name")} />
                <TextField label={t("username")} required autoComplete="username" {...form.field("username")} />
                <PasswordField
                  label={t("newPassword")}
                  hint={t("passwordHint")}
                  required
                  autoComplete="new-password"
                  {...form.field("password")}
                />
                <FormActions>
                  <Submit form={form}>{t("firstRun.verb")}</Submit>
                </FormActions>
              </Stack>
            </Form>
          )}
        </Card>
      </Page>
    </DoorFrame>
  );
}
