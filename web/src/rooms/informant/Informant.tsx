import { useQueryClient } from "@tanstack/react-query";
import { Briefcase, Building2, Ellipsis, House, Send, ShieldAlert, Users } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { dateTime } from "../../lib/fmt";
import { byId, rowsOf, useOnward } from "../../lib/onward";
import { tell } from "../../lib/server";
import { useMe } from "../../shell/session";
import {
  Card,
  Empty,
  Form,
  FormActions,
  Onward,
  Page,
  ProblemCard,
  RadioTiles,
  Row,
  SelectField,
  Skeleton,
  Stack,
  StatusBadge,
  Submit,
  TextAreaField,
  TextField,
  toast,
  useForm,
} from "../../ui";
import { toneOfLead } from "../leads/tones";
import { useCatalogue } from "../shared/catalogue";
import { PlacePicker } from "../shared/PlacePicker";
import type { Lead, Leads } from "../shared/shapes";
import { SignedIn } from "./guard";

const tiles = [
  { key: "neighbour", icon: Users },
  { key: "marriage_family", icon: House },
  { key: "migrant_wage_arrears", icon: Briefcase },
  { key: "property_management", icon: Building2 },
  { key: "damages", icon: ShieldAlert },
  { key: "other", icon: Ellipsis },
] as const;

const lastPlace = "maplebridge.informant.place";

function rememberedPlace(): string {
  try {
    return localStorage.getItem(lastPlace) ?? "";
  } catch {
    return "";
  }
}

function rememberPlace(code: string): void {
  try {
    localStorage.setItem(lastPlace, code);
  } catch {
    // A private window may refuse; the place is then chosen again.
  }
}

/** A sign of a dispute in twenty seconds, and what became of those before. */
export function Informant() {
  return (
    <SignedIn who="informant">
      <Reporting />
    </SignedIn>
  );
}

function Reporting() {
  const { t } = useTranslation("informant");
  const queries = useQueryClient();
  const me = useMe();
  const form = useForm({
    initial: { kind: "", place: rememberedPlace(), where: "", words: "", urgency: "soon" },
    send: (values, key) => tell<Lead>("/leads", values, { key }),
    then: (lead) => {
      rememberPlace(lead.place);
      toast(t("sent"));
      form.set({ kind: "", where: "", words: "", urgency: "soon" });
      void queries.invalidateQueries({ queryKey: ["/leads"] });
    },
  });
  const place = form.field("place");
  return (
    <Page
      title={t("title")}
      subtitle={t("says")}
      actions={me?.person && <a href={`/desk/people/${me.person}`}>{t("myPage")}</a>}
    >
      <Form form={form} aria-label={t("title")}>
        <Stack gap={4}>
          <Kinds field={form.field("kind")} />
          <PlacePicker id={place.id} value={place.value} onChange={place.onChange} error={place.error} required />
          <TextField label={t("where")} placeholder={t("whereHint")} {...form.field("where")} />
          <RadioTiles
            label={t("urgency")}
            required
            options={(["calm", "soon", "now"] as const).map((one) => ({ value: one, label: t(`urgencies.${one}`) }))}
            {...form.field("urgency")}
          />
          <TextAreaField label={t("words")} hint={t("wordsHint")} rows={2} required {...form.field("words")} />
          {form.values.urgency === "now" && (
            <Card tone="danger">
              <p>
                {t("danger")} <a href="tel:110">110</a>
              </p>
            </Card>
          )}
          <FormActions>
            <Submit form={form} icon={<Send size={18} aria-hidden className="icon-direction" />}>
              {t("submit")}
            </Submit>
          </FormActions>
        </Stack>
      </Form>
      <Mine />
    </Page>
  );
}

interface KindsProps {
  field: { id: string; value: string; onChange: (value: string) => void; error?: string };
}

/** Six large tiles; every other kind in the list below them. */
function Kinds({ field }: KindsProps) {
  const { t } = useTranslation("informant");
  const { kindOptions } = useCatalogue();
  const id = useId();
  const rest = kindOptions.filter((one) => !tiles.some((tile) => tile.key === one.value));
  return (
    <Stack gap={3}>
      <RadioTiles
        big
        label={t("kind")}
        required
        options={tiles.map(({ key, icon: Icon }) => ({
          value: key,
          label: t(`kinds.${key}`),
          icon: <Icon size={22} strokeWidth={1.8} aria-hidden />,
        }))}
        {...field}
      />
      <SelectField
        id={`${id}-rest`}
        label={t("otherKinds")}
        options={rest}
        value={rest.some((one) => one.value === field.value) ? field.value : null}
        onChange={(one) => field.onChange(one ?? "")}
      />
    </Stack>
  );
}

function Mine() {
  const { t } = useTranslation("informant");
  const list = useOnward<Leads>("/leads", { mine: true });
  const mine = rowsOf(list, (page) => page.leads, byId);
  if (list.error && !mine) return <ProblemCard error={list.error} retry={() => void list.refetch()} />;
  if (!mine) return <Skeleton shape="rows" count={3} />;
  return (
    <section aria-labelledby="mine">
      <Stack gap={3}>
        <h2 id="mine">{t("mine")}</h2>
        {mine.length === 0 && (
          <Card>
            <Empty>{t("none")}</Empty>
          </Card>
        )}
        <Onward list={list} items={mine} itemKey={byId}>
          {(lead) => <Reported lead={lead} />}
        </Onward>
      </Stack>
    </section>
  );
}

function Reported({ lead }: { lead: Lead }) {
  const { t } = useTranslation("informant");
  return (
    <Card
      level={3}
      title={`${lead.place_name} · ${lead.kind_name}`}
      actions={<StatusBadge tone={toneOfLead(lead.status)}>{lead.became ?? lead.status_name}</StatusBadge>}
    >
      <Stack gap={1}>
        <p>{lead.words}</p>
        <Row className="dim">
          <bdi>{dateTime(lead.reported_at)}</bdi>
          {lead.where && <span>{lead.where}</span>}
        </Row>
        {lead.outcome && (
          <p>
            <strong>{t("became")}</strong> {lead.outcome}
          </p>
        )}
      </Stack>
    </Card>
  );
}
