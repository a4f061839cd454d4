import { useTranslation } from "react-i18next";
import { tell } from "../../lib/server";
import { useMe } from "../../shell/session";
import { Card, Form, PasswordField, Row, Stack, Submit, toast, useForm } from "../../ui";
import type { Session } from "../shared/shapes";

/** One's own password; every other device is signed out by it. */
export function Password() {
  const { t } = useTranslation("account");
  const me = useMe();
  const form = useForm({
    initial: { old_password: "", new_password: "" },
    send: (values, key) => tell<Session>("/session/password", values, { key, verb: "PUT" }),
    then: () => {
      form.reset();
      toast(t("password.done"));
    },
  });
  if (!me) return null;
  return (
    <Card title={t("password.title")}>
      <Form form={form} aria-label={t("password.title")}>
        <Stack gap={4} style={{ maxInlineSize: "32em" }}>
          <p>{t("password.says")}</p>
          <PasswordField label={t("password.old")} required {...form.field("old_password")} />
          <PasswordField
            label={t("password.new")}
            hint={t("password.hint")}
            required
            autoComplete="new-password"
            {...form.field("new_password")}
          />
          <Row>
            <Submit form={form}>{t("password.verb")}</Submit>
          </Row>
        </Stack>
      </Form>
    </Card>
  );
}
