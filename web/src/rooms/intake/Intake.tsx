import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { keepOnPage } from "../../lib/kept";
import { tell } from "../../lib/server";
import { useSignedIn } from "../../shell/session";
import { Form, FormActions, Page, Skeleton, Stack, Submit, useForm, WithRail } from "../../ui";
import type { FileView, ReceiptCode } from "../shared/shapes";
import { CannotMediate } from "./CannotMediate";
import { PartyCards } from "./PartyCards";
import { RequestFields } from "./RequestFields";
import { blankRequest, requestBody, wholeDoor } from "./request";

export interface Taken {
  file: FileView;
  codes: ReceiptCode[];
}

/** Writing down a request at the desk, from whatever door it came. */
export function Intake() {
  const { t } = useTranslation("intake");
  // Whose draft it is has to be known first.
  const { known } = useSignedIn();
  return (
    <Page title={t("title")} subtitle={t("says")} back={{ to: "/desk/disputes", label: t("back") }}>
      <WithRail rail={<CannotMediate />}>{known ? <Writing /> : <Skeleton shape="cards" count={3} />}</WithRail>
    </Page>
  );
}

function Writing() {
  const { t } = useTranslation("intake");
  const navigate = useNavigate();
  const form = useForm({
    initial: blankRequest(),
    draft: "intake",
    send: (values, key) => tell<Taken>("/disputes", requestBody(values), { key }),
    then: ({ file, codes }) => {
      const page = `/desk/intake/done/${file.id}`;
      keepOnPage(page, codes);
      void navigate(page);
    },
  });
  const door = wholeDoor(form);
  return (
    <Form form={form} aria-label={t("title")}>
      <Stack gap={4}>
        <RequestFields door={door} withTime />
        <PartyCards door={door} />
        <FormActions>
          <Submit form={form}>{t("submit")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
