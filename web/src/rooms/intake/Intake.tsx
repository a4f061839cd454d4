import { useState } from "react";
import { useTranslation } from "react-i18next";
import { tell, useAsk } from "../../lib/server";
import { Button, Card, Form, FormActions, Page, Stack, Submit, useForm, WithRail } from "../../ui";
import type { FileView, Line, ReceiptCode } from "../shared/shapes";
import { CannotMediate } from "./CannotMediate";
import { PartyCards } from "./PartyCards";
import { Receipts } from "./Receipts";
import { RequestFields } from "./RequestFields";
import { blankRequest, requestBody, wholeDoor } from "./request";
import { Twins } from "./Twins";

interface Taken {
  file: FileView;
  codes: ReceiptCode[];
}

/** Writing down a request at the desk, from whatever door it came. */
export function Intake() {
  const [taken, setTaken] = useState<Taken | null>(null);
  if (taken) return <Result taken={taken} again={() => setTaken(null)} />;
  return <Writing done={setTaken} />;
}

function Writing({ done }: { done: (taken: Taken) => void }) {
  const { t } = useTranslation("intake");
  const form = useForm({
    initial: blankRequest(),
    send: (values, key) => tell<Taken>("/disputes", requestBody(values), { key }),
    then: (answer) => {
      done(answer);
      scrollTo(0, 0);
    },
  });
  const door = wholeDoor(form);
  return (
    <Page title={t("title")} subtitle={t("says")} back={{ to: "/desk/disputes", label: t("back") }}>
      <WithRail rail={<CannotMediate />}>
        <Form form={form} aria-label={t("title")}>
          <Stack gap={4}>
            <RequestFields door={door} withTime />
            <PartyCards door={door} />
            <FormActions>
              <Submit form={form}>{t("submit")}</Submit>
            </FormActions>
          </Stack>
        </Form>
      </WithRail>
    </Page>
  );
}

function Result({ taken, again }: { taken: Taken; again: () => void }) {
  const { t } = useTranslation("intake");
  const { file, codes } = taken;
  const { data } = useAsk<{ twins: Line[] }>(`/disputes/${file.id}/twins`);
  const twins = data?.twins ?? [];
  const nameOf = (party: string) => file.dispute.parties.find((one) => one.id === party)?.name;
  return (
    <Page
      title={t("result.title")}
      subtitle={`${file.kind_name} · ${file.place_name}${file.number ? ` · ${file.number}` : ""}`}
      actions={
        <>
          <Button onClick={again}>{t("result.another")}</Button>
          <Button kind="primary" to={`/desk/disputes/${file.id}`}>
            {t("result.open")}
          </Button>
        </>
      }
    >
      <Twins file={file} twins={twins} />
      <Receipts codes={codes} nameOf={nameOf} />
      {data && twins.length === 0 && (
        <Card>
          <p>{t("result.noTwins")}</p>
        </Card>
      )}
    </Page>
  );
}
