// A person asks what is held about it: one officer takes it down, a second confirms, the first
// hands the answer over.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateTime } from "../../lib/fmt";
import { byId, rowsOf, useOnward } from "../../lib/onward";
import { tell } from "../../lib/server";
import { useMe } from "../../shell/session";
import {
  Bidi,
  Button,
  Card,
  confirm,
  Deadline,
  Empty,
  Facts,
  Form,
  FormActions,
  IdNumberField,
  Modal,
  Onward,
  Page,
  ProblemCard,
  Row,
  Skeleton,
  Stack,
  StatusBadge,
  Submit,
  TextField,
  type Tone,
  toast,
  toastProblem,
  useForm,
} from "../../ui";
import type { OwnData, OwnRequest, OwnRequestList } from "../shared/shapes";
import { Answer } from "./Answer";

const tones: Record<OwnRequest["status"], Tone> = {
  asked: "warn",
  confirmed: "info",
  declined: "neutral",
  answered: "ok",
};

export function OwnRequests() {
  const { t } = useTranslation("privacy");
  const me = useMe();
  const list = useOnward<OwnRequestList>("/own-requests");
  const requests = rowsOf(list, (page) => page.requests, byId);
  const [answer, setAnswer] = useState<OwnData | null>(null);
  if (answer) return <Answer data={answer} close={() => setAnswer(null)} />;
  return (
    <Page title={t("title")} subtitle={t("subtitle")}>
      {me?.roles.some((one) => one === "desk_clerk" || one === "director") && <TakeDown />}
      <Card title={t("list")}>
        {list.error && !requests ? (
          <ProblemCard error={list.error} retry={() => void list.refetch()} />
        ) : !requests ? (
          <Skeleton shape="cards" count={2} />
        ) : requests.length === 0 ? (
          <Empty>{t("none")}</Empty>
        ) : (
          <Onward list={list} items={requests} itemKey={byId}>
            {(one) => <OneRequest request={one} answered={setAnswer} />}
          </Onward>
        )}
      </Card>
    </Page>
  );
}

function TakeDown() {
  const { t } = useTranslation("privacy");
  const queries = useQueryClient();
  const form = useForm({
    initial: { number: "", name: "", papers: "" },
    send: (values, key) => tell<OwnRequest>("/own-requests", values, { key }),
    then: () => {
      toast(t("taken"));
      form.reset();
      void queries.invalidateQueries({ queryKey: ["/own-requests"] });
    },
  });
  return (
    <Card title={t("take.title")}>
      <Form form={form} aria-label={t("take.title")}>
        <Stack gap={4}>
          <p className="dim">{t("take.says")}</p>
          <TextField label={t("take.name")} required {...form.field("name")} />
          <IdNumberField label={t("take.number")} required {...form.field("number")} />
          <TextField label={t("take.papers")} hint={t("take.papersHint")} required {...form.field("papers")} />
          <FormActions>
            <Submit form={form}>{t("take.submit")}</Submit>
          </FormActions>
        </Stack>
      </Form>
    </Card>
  );
}

function OneRequest({ request, answered }: { request: OwnRequest; answered: (data: OwnData) => void }) {
  const { t } = useTranslation("privacy");
  const queries = useQueryClient();
  const [declining, setDeclining] = useState(false);
  const again = () => void queries.invalidateQueries({ queryKey: ["/own-requests"] });
  const vouch = async () => {
    if (!(await confirm({ title: t("confirm"), says: t("confirmSays"), verb: t("confirm") }))) return;
    try {
      await tell(`/own-requests/${request.id}/confirmation`, {}, { version: request.version });
      again();
    } catch (error) {
      toastProblem(error);
    }
  };
  const hand = async () => {
    if (!(await confirm({ title: t("hand"), says: t("handSays"), verb: t("hand") }))) return;
    try {
      answered(await tell<OwnData>(`/own-requests/${request.id}/answer`, {}, {}));
      again();
    } catch (error) {
      toastProblem(error);
    }
  };
  return (
    <Card
      level={3}
      title={
        <>
          <Bidi>{request.name}</Bidi> · <Bidi>{request.number}</Bidi>
        </>
      }
      actions={<StatusBadge tone={tones[request.status]}>{request.status_name}</StatusBadge>}
    >
      <Stack gap={3}>
        <Facts
          rows={[
            { name: t("papers"), value: request.papers },
            { name: t("officer"), value: `${request.officer_name} · ${dateTime(request.asked_at)}` },
            {
              name: t("second"),
              value:
                request.second_name && request.decided_at && `${request.second_name} · ${dateTime(request.decided_at)}`,
            },
            { name: t("why"), value: request.why_declined },
            {
              name: t("until"),
              value: request.may_answer && request.answer_until && <Deadline due={request.answer_until} />,
            },
            { name: t("handed"), value: request.answered_at && dateTime(request.answered_at) },
          ]}
        />
        {(request.may_decide || request.may_answer) && (
          <Row>
            {request.may_decide && (
              <>
                <Button kind="primary" onClick={() => void vouch()}>
                  {t("confirm")}
                </Button>
                <Button kind="danger" onClick={() => setDeclining(true)}>
                  {t("decline")}
                </Button>
              </>
            )}
            {request.may_answer && (
              <Button kind="primary" onClick={() => void hand()}>
                {t("hand")}
              </Button>
            )}
          </Row>
        )}
      </Stack>
      <Modal open={declining} onClose={() => setDeclining(false)} title={t("decline")}>
        <Declining
          request={request}
          done={() => {
            setDeclining(false);
            again();
          }}
        />
      </Modal>
    </Card>
  );
}

function Declining({ request, done }: { request: OwnRequest; done: () => void }) {
  const { t } = useTranslation("privacy");
  const form = useForm({
    initial: { why: "" },
    send: (values, key) => tell(`/own-requests/${request.id}/decline`, values, { key, version: request.version }),
    then: done,
  });
  return (
    <Form form={form} aria-label={t("decline")}>
      <Stack gap={4}>
        <TextField label={t("why")} required {...form.field("why")} />
        <FormActions>
          <Submit form={form}>{t("decline")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
