// One invitation: the question, exactly the papers that were chosen for me, and my advice.
import { MessageSquareText, ShieldX } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { dateTime } from "../../lib/fmt";
import { tell, useAsk } from "../../lib/server";
import {
  Bidi,
  Button,
  Card,
  Facts,
  Form,
  FormActions,
  Modal,
  Page,
  ProblemCard,
  RadioTiles,
  Row,
  Skeleton,
  Stack,
  StatusBadge,
  Submit,
  TextAreaField,
  toast,
  useForm,
} from "../../ui";
import { SignedIn } from "../informant/guard";
import { useCatalogue } from "../shared/catalogue";
import { stateOf } from "./Consultations";
import css from "./consult.module.css";
import type { Consultation, ShownPaper } from "./shapes";
import { useAskAgain } from "./useConsulted";

export const ConsultationPage = () => <Look below="/desk/consultations" />;

export function AgencyConsultation() {
  return (
    <SignedIn who="agency_officer">
      <Look below="/link/consultations" />
    </SignedIn>
  );
}

function Look({ below }: { below: string }) {
  const { t } = useTranslation("consult");
  const { seat = "" } = useParams();
  const asked = useAsk<Consultation>(`/consultations/${seat}`);
  const one = asked.data;
  return (
    <Page
      title={one ? one.kind_name : t("one")}
      back={{ to: below, label: t("title") }}
      badges={one && <StatusBadge tone={stateOf(one).tone}>{t(`state.${stateOf(one).key}`)}</StatusBadge>}
      subtitle={one && [one.number, one.place_name].filter(Boolean).join(" · ")}
    >
      {asked.error && !one && <ProblemCard error={asked.error} retry={() => void asked.refetch()} />}
      {!one && !asked.error && <Skeleton shape="cards" count={3} />}
      {one && (
        <>
          <Asked one={one} />
          <Advice one={one} below={below} />
          <Papers papers={one.papers} />
        </>
      )}
    </Page>
  );
}

function Asked({ one }: { one: Consultation }) {
  const { t } = useTranslation("consult");
  const { word } = useCatalogue();
  return (
    <Card title={t("question")} tone="brand">
      <Stack gap={3}>
        <p className={css.question}>{one.question}</p>
        <Facts
          rows={[
            { name: t("meets"), value: dateTime(one.meets_at) },
            { name: t("where"), value: [word("by", one.by), one.place].filter(Boolean).join(" · ") },
            { name: t("presides"), value: one.presides_name },
            { name: t("host"), value: one.host_name },
            {
              name: t("phone"),
              value: one.host_phone && (
                <a href={`tel:${one.host_phone}`}>
                  <Bidi>{one.host_phone}</Bidi>
                </a>
              ),
            },
            { name: t("parties"), value: one.parties },
            { name: t("as"), value: one.invited_as },
          ]}
        />
        <p className="dim">{one.closes_at ? t("closesAt", { when: dateTime(one.closes_at) }) : t("closes")}</p>
        <p className="dim">{t("confidential")}</p>
      </Stack>
    </Card>
  );
}

function Advice({ one, below }: { one: Consultation; below: string }) {
  const { t } = useTranslation("consult");
  const [aside, setAside] = useState(false);
  const open = one.may.includes("mediation.advice_given");
  if (!open)
    return (
      <Card title={t("advice.mine")}>
        <Stack gap={3}>
          {one.advice ? <p className={css.words}>{one.advice}</p> : <p className="dim">{t("advice.none")}</p>}
          {one.basis && <p className="dim">{t("advice.basisIs", { basis: one.basis })}</p>}
          {one.decided_at && (
            <p>
              {t("decided", { when: dateTime(one.decided_at) })} <strong>{one.road_name}</strong>
            </p>
          )}
        </Stack>
      </Card>
    );
  return (
    <Card title={t("advice.mine")}>
      <Stack gap={3}>
        <AdviceForm key={one.advised_at ?? ""} one={one} />
        <Row className="no-print">
          <Button kind="quiet" icon={<ShieldX size={16} aria-hidden />} onClick={() => setAside(true)}>
            {t("aside.verb")}
          </Button>
        </Row>
      </Stack>
      <Modal open={aside} onClose={() => setAside(false)} title={t("aside.verb")}>
        {aside && <AsideForm one={one} below={below} />}
      </Modal>
    </Card>
  );
}

function AdviceForm({ one }: { one: Consultation }) {
  const { t } = useTranslation("consult");
  const again = useAskAgain();
  const form = useForm({
    initial: { advice: one.advice ?? "", basis: one.basis ?? "" },
    draft: `advice ${one.id}`,
    send: (values, key) =>
      tell<Consultation>(
        `/consultations/${one.id}/advice`,
        { advice: values.advice, ...(values.basis.trim() ? { basis: values.basis } : {}) },
        { verb: "PUT", key },
      ),
    then: () => {
      again();
      toast(t("advice.sent"));
    },
  });
  return (
    <Form form={form} aria-label={t("advice.mine")}>
      <Stack gap={4}>
        <TextAreaField
          label={t("advice.text")}
          hint={t("advice.hint")}
          required
          rows={6}
          most={5000}
          {...form.field("advice")}
        />
        <TextAreaField
          label={t("advice.basis")}
          hint={t("advice.basisHint")}
          rows={2}
          most={5000}
          {...form.field("basis")}
        />
        <FormActions>
          <Submit form={form}>
            <MessageSquareText size={18} aria-hidden /> {t(one.advised_at ? "advice.change" : "advice.give")}
          </Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

function AsideForm({ one, below }: { one: Consultation; below: string }) {
  const { t } = useTranslation("consult");
  const navigate = useNavigate();
  const again = useAskAgain();
  const { choices } = useCatalogue();
  const form = useForm({
    initial: { ground: null as string | null },
    send: (values, key) =>
      tell<object>(`/consultations/${one.id}/stepping-aside`, { ground: values.ground ?? "" }, { key }),
    then: () => {
      void navigate(below);
      again();
      toast(t("aside.done"));
    },
  });
  return (
    <Form form={form} aria-label={t("aside.verb")}>
      <Stack gap={4}>
        <p>{t("aside.says")}</p>
        <RadioTiles label={t("aside.ground")} required options={choices("conflict")} {...form.field("ground")} />
        <FormActions>
          <Submit form={form}>{t("aside.verb")}</Submit>
        </FormActions>
      </Stack>
    </Form>
  );
}

function Papers({ papers }: { papers: ShownPaper[] }) {
  const { t } = useTranslation("consult");
  return (
    <Card title={t("papers.title", { count: papers.length })}>
      {papers.length === 0 && <p className="dim">{t("papers.none")}</p>}
      <Stack gap={4}>
        {papers.map((paper, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: papers of fixed order; two may bear the same title
          <section key={at} data-paper={paper.kind}>
            <h3>
              {paper.title} {paper.at && <span className="dim">{dateTime(paper.at)}</span>}
            </h3>
            {paper.texts.map((text, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: texts of fixed order; two may be the same
              <p key={at} className={css.words}>
                {text}
              </p>
            ))}
            {paper.texts.length === 0 && <p className="dim">{t("papers.empty")}</p>}
          </section>
        ))}
      </Stack>
    </Card>
  );
}
