import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { tell } from "../../lib/server";
import type { components } from "../../schema";
import { Card, Form, FormActions, Stack, Submit, useForm } from "../../ui";
import { AnyCodeField } from "../door/CodeField";
import { RecoveryCodes } from "../door/RecoveryCodes";

type Codes = components["schemas"]["registry.RecoveryCodes"];

/** Ten new recovery codes for one code of now; the older ones are void from then on. */
export function NewCodes({ username, told, done }: { username: string; told: () => void; done: () => void }) {
  const { t } = useTranslation("account");
  const [codes, setCodes] = useState<string[] | null>(null);
  const form = useForm({
    initial: { code: "" },
    send: (values, key) => tell<Codes>("/session/recovery-codes", values, { key }),
    then: (answer) => {
      told();
      setCodes(answer.recovery_codes);
    },
  });
  if (codes) return <RecoveryCodes codes={codes} username={username} done={done} />;
  return (
    <Card>
      <Form form={form} aria-label={t("codes.title")}>
        <Stack gap={4}>
          <p>{t("codes.says")}</p>
          <AnyCodeField autoFocus {...form.field("code")} />
          <FormActions>
            <Submit form={form} icon={<KeyRound size={18} aria-hidden />}>
              {t("codes.verb")}
            </Submit>
          </FormActions>
        </Stack>
      </Form>
    </Card>
  );
}
