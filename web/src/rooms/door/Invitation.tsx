import { useTranslation } from "react-i18next";
import { tell } from "../../lib/server";
import { Card, Empty, Form, FormActions, Page, PasswordField, Stack, Submit, useForm } from "../../ui";
import type { Session } from "../shared/shapes";
import { DoorFrame } from "./DoorFrame";
import { useToken } from "./links";
import { enter } from "./session";

/** An invited person chooses a password; also the way out of a forgotten one. */
export function Invitation() {
  const { t } = useTranslation("door");
  const token = useToken();
  const form = useForm({
    initial: { password: "" },
    send: (values, key) => tell<Session>("/invitations/use", { ...values, token }, { key }),
    then: (answer) => enter(answer),
  });
  return (
    <DoorFrame>
      <Page title={t("invitation.title")} subtitle={t("invitation.says")}>
        <Card>
          {token === "" ? (
            <Empty>{t("noToken")}</Empty>
          ) : (
            <Form form={form} aria-label={t("invitation.title")}>
              <Stack gap={4}>
                <PasswordField
                  label={t("newPassword")}
                  hint={t("passwordHint")}
                  required
                  autoComplete="new-password"
                  {...form.field("password")}
                />
                <FormActions>
                  <Submit form={form}>{t("invitation.verb")}</Submit>
                </FormActions>
              </Stack>
            </Form>
          )}
        </Card>
      </Page>
    </DoorFrame>
  );
}
