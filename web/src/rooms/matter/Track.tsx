import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { tell } from "../../lib/server";
import { Card, Form, FormActions, Page, Stack, Submit, TextField, useForm } from "../../ui";
import type { Matter } from "../shared/shapes";
import { tidyCode } from "./code";

/** Coming back with the code of a receipt. */
export function Track() {
  const { t } = useTranslation("matter");
  const navigate = useNavigate();
  const form = useForm({
    initial: { code: "" },
    send: async (values) => {
      const code = tidyCode(values.code);
      await tell<Matter>("/my/matter", { code });
      return code;
    },
    then: (code) => void navigate({ pathname: "/my", hash: code }),
  });
  return (
    <Page title={t("track.title")} subtitle={t("track.says")} back={{ to: "/", label: t("home") }}>
      <Card>
        <Form form={form} aria-label={t("track.title")}>
          <Stack gap={4}>
            <TextField
              label={t("track.code")}
              hint={t("track.hint")}
              required
              placeholder="KQ7M-2P8X"
              maxLength={12}
              {...form.field("code")}
            />
            <FormActions>
              <Submit form={form} icon={<Search size={18} aria-hidden />}>
                {t("track.verb")}
              </Submit>
            </FormActions>
          </Stack>
        </Form>
      </Card>
      <p className="dim">{t("track.lost")}</p>
    </Page>
  );
}
