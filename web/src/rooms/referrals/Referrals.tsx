import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { date, dateTime, money } from "../../lib/fmt";
import { byId, rowsOf, useOnward } from "../../lib/onward";
import { tell } from "../../lib/server";
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
  Modal,
  Onward,
  Page,
  ProblemCard,
  Row,
  SelectField,
  Skeleton,
  Stack,
  StatusBadge,
  Submit,
  Tabs,
  TextAreaField,
  toastProblem,
  useFilters,
  useForm,
} from "../../ui";
import css from "../intake/intake.module.css";
import { Receipts } from "../intake/Receipts";
import { TwinsOfReferral } from "../intake/Twins";
import { useCatalogue } from "../shared/catalogue";
import type { Referrals as Listed, ReceiptCode, Referral } from "../shared/shapes";
import { useShownOnce } from "../shared/shownOnce";
import { toneOfReferral } from "./tones";

// The receipts of a hand-over that was taken, and where it lies now.
interface Opened {
  dispute: string | null;
  codes: ReceiptCode[];
}

/** Hand-overs that wait at this desk: take them, or say why not. */
export function Referrals() {
  const { t } = useTranslation("referrals");
  const filters = useFilters();
  const { shown: taken, show: setTaken } = useShownOnce<Opened>();
  return (
    <Page title={t("title")} subtitle={t("says")}>
      {taken && (
        <>
          <Receipts codes={taken.codes} />
          {taken.dispute && (
            <Row>
              <Button kind="primary" to={`/desk/disputes/${taken.dispute}`}>
                {t("openDispute")}
              </Button>
            </Row>
          )}
        </>
      )}
      <Tabs
        label={t("title")}
        value={filters.get("tab") ?? "sent"}
        onChange={(key) => filters.set("tab", key === "sent" ? null : key)}
        tabs={(["sent", "accepted", "declined"] as const).map((status) => ({
          key: status,
          label: t(`tabs.${status}`),
          content: <List status={status} taken={setTaken} />,
        }))}
      />
    </Page>
  );
}

function List({ status, taken }: { status: string; taken: (opened: Opened) => void }) {
  const { t } = useTranslation("referrals");
  const list = useOnward<Listed>("/referrals", { status });
  const referrals = rowsOf(list, (page) => page.referrals, byId);
  if (list.error && !referrals) return <ProblemCard error={list.error} retry={() => void list.refetch()} />;
  if (!referrals) return <Skeleton shape="cards" count={2} />;
  if (referrals.length === 0)
    return (
      <Card>
        <Empty>{t("none")}</Empty>
      </Card>
    );
  return (
    <Onward list={list} items={referrals} itemKey={byId}>
      {(one) => <OneReferral referral={one} taken={taken} />}
    </Onward>
  );
}

function OneReferral({ referral, taken }: { referral: Referral; taken: (opened: Opened) => void }) {
  const { t } = useTranslation("referrals");
  const queries = useQueryClient();
  const [declining, setDeclining] = useState(false);
  const again = () => void queries.invalidateQueries({ queryKey: ["/referrals"] });
  const take = async () => {
    const yes = await confirm({ title: t("takeQuestion"), says: t("takeSays"), verb: t("take") });
    if (!yes) return;
    try {
      const path = `/referrals/${referral.id}/acceptance`;
      const answer = await tell<{ referral: Referral; codes: ReceiptCode[] }>(path, {}, { version: referral.version });
      taken({ dispute: answer.referral.dispute, codes: answer.codes });
      again();
      scrollTo(0, 0);
    } catch (error) {
      toastProblem(error);
    }
  };
  return (
    <Card
      title={
        <>
          {referral.agency_name} · <Bidi>{referral.reference}</Bidi>
        </>
      }
      actions={<StatusBadge tone={toneOfReferral(referral.status)}>{referral.status_name}</StatusBadge>}
    >
      <Stack gap={3}>
        <Sent referral={referral} />
        {referral.may_answer && <TwinsOfReferral referral={referral.id} />}
        <Row>
          {referral.may_answer && (
            <>
              <Button kind="primary" onClick={() => void take()}>
                {t("take")}
              </Button>
              <Button onClick={() => setDeclining(true)}>{t("decline")}</Button>
            </>
          )}
          {referral.dispute && <Button to={`/desk/disputes/${referral.dispute}`}>{t("openDispute")}</Button>}
        </Row>
      </Stack>
      <Modal open={declining} onClose={() => setDeclining(false)} title={t("decline")}>
        <Decline
          referral={referral}
          done={() => {
            setDeclining(false);
            again();
          }}
        />
      </Modal>
    </Card>
  );
}

function Sent({ referral }: { referral: Referral }) {
  const { t } = useTranslation("referrals");
  const { kindName } = useCatalogue();
  const { request } = referral;
  return (
    <Facts
      rows={[
        {
          name: t("facts.answerDue"),
          value: referral.status === "sent" && referral.answer_due ? <Deadline due={referral.answer_due} full /> : null,
        },
        { name: t("facts.sent"), value: dateTime(referral.sent_at) },
        { name: t("facts.kind"), value: request && kindName(request.kind) },
        { name: t("facts.parties"), value: request?.parties.map((one) => one.name).join(" / ") },
        { name: t("facts.facts"), value: request && <span className={css.words}>{request.facts}</span> },
        { name: t("facts.request"), value: request?.request },
        { name: t("facts.amount"), value: request?.amount ? money(request.amount) : null },
        { name: t("facts.answerBy"), value: referral.answer_by && date(referral.answer_by) },
        { name: t("facts.calls"), value: referral.calls > 0 ? String(referral.calls) : null },
        { name: t("facts.consent"), value: t(referral.consent_stated ? "facts.stated" : "facts.notStated") },
        { name: t("facts.because"), value: referral.decline_reason },
        { name: t("facts.note"), value: referral.decline_note },
      ]}
    />
  );
}

function Decline({ referral, done }: { referral: Referral; done: () => void }) {
  const { t } = useTranslation("referrals");
  const { choices } = useCatalogue();
  const form = useForm({
    initial: { reason: null as string | null, note: "" },
    send: (values, key) =>
      tell<Referral>(
        `/referrals/${referral.id}/decline`,
        { reason: values.reason ?? "", note: values.note },
        { key, version: referral.version },
      ),
    then: done,
  });
  return (
    <Form form={form} aria-label={t("decline")}>
      <Stack gap={4}>
        <SelectField label={t("reason")} required options={choices("decline")} {...form.field("reason")} />
        <TextAreaField label={t("facts.note")} rows={3} {...form.field("note")} />
        <FormActions>
          <Submit form={form}>{t("decline")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}
