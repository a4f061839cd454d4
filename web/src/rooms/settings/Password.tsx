import { useTranslation } from "react-i18next";
import { tell } from "../../lib/server";
import { useMe } from "../../shell/session";
import { Card, Form, PasswordField, Row, Stack, Submit, toast, useForm } from "../../ui";
import type { Session } from "../shared/shapes";

/** One's own password; every other device is signed out by it. */
export function Password() {
  const { t } = useTranslation("desk");
  const me = useMe();
  const form = useForm({
    initial: { old_password: "", new_password: "" },
    send: (values, key) => tell<Session>("/session/password", values, { key, verb: "PUT" }),
    then: () => {
      form.reset();
      toast(t("settings.password.done"));
    },
  });
  if (!me) return null;
  return (
    <Card title={t("settings.password.title")}>
      <Form form={form} aria-label={t("settings.password.title")}>
        <Stack gap={4} style={{ maxInlineSize: "32em" }}>
          <p>{t("settings.password.says")}</p>
          <PasswordField label={t("settings.password.old")} required {...form.field("old_password")} />
          <PasswordField
            label={t("settings.password.new")}
            hint={t("settings.password.hint")}
            required
            autoComplete="new-password"
            {...form.field("new_password")}
          />
          <Row>
            <Submit form={form}>{t("settings.password.verb")}</Submit>
          </Row>
        </Stack>
      </Form>
    </Card>
  );
}
