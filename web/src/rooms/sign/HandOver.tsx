import { Maximize, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { tell } from "../../lib/server";
import { LanguageMenu } from "../../shell/LanguageMenu";
import { Button, Card, Form, FormActions, Modal, Page, PasswordField, Stack, Submit, useForm } from "../../ui";
import { codeInAddress } from "../matter/code";
import type { Session } from "../shared/shapes";
import { Signing } from "./Sign";
import css from "./sign.module.css";

/**
 * The committee's tablet in the hands of a party: one text, and nothing else of the file. The desk's
 * session is laid aside and opens nothing until whoever handed the tablet over unlocks it.
 */
export function HandOver() {
  const { t } = useTranslation("sign");
  const { dispute = "" } = useParams();
  const [token] = useState(() => codeInAddress());
  const [begun, setBegun] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const begin = () => {
    setBegun(true);
    // A browser that knows no full screen shows the page as it is.
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
  };
  return (
    <div className={css.handed}>
      <main id="content">
        <div className={css.padHead}>
          <span />
          <LanguageMenu />
        </div>
        {begun ? (
          <Signing door={{ token }}>{(title, content) => <Page title={title}>{content}</Page>}</Signing>
        ) : (
          <Page title={t("handOver.title")}>
            <Card tone="brand">
              <Stack gap={4}>
                <p>{t("handOver.says")}</p>
                <Button kind="primary" wide icon={<Maximize size={18} aria-hidden />} onClick={begin}>
                  {t("handOver.begin")}
                </Button>
              </Stack>
            </Card>
          </Page>
        )}
        <div className={css.staff}>
          <Button kind="quiet" icon={<Undo2 size={18} aria-hidden />} onClick={() => setLeaving(true)}>
            {t("handOver.back")}
          </Button>
        </div>
      </main>
      <Modal open={leaving} onClose={() => setLeaving(false)} title={t("handOver.back")}>
        {leaving && <Unlock dispute={dispute} />}
      </Modal>
    </div>
  );
}

function Unlock({ dispute }: { dispute: string }) {
  const { t } = useTranslation("sign");
  const form = useForm({
    initial: { password: "" },
    send: ({ password }) => tell<Session>("/session/unlocking", { password }),
    then: () => location.replace(`/desk/disputes/${dispute}?tab=agreements`),
  });
  return (
    <Form form={form} aria-label={t("handOver.back")}>
      <Stack gap={4}>
        <p>{t("handOver.unlockSays")}</p>
        <PasswordField label={t("handOver.password")} autoComplete="current-password" {...form.field("password")} />
        <FormActions>
          <Submit form={form}>{t("handOver.unlock")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
