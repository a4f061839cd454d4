// How to go about it: which methods to think of and why, each step by step in the mediator's own
// words; smaller techniques; and what going to court usually means, to be told to one side at a time.
import { CircleAlert, Lightbulb } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { articleOf, money } from "../../../lib/fmt";
import { useAsk } from "../../../lib/server";
import { Card, CheckField, Facts, MoneyField, RadioTiles, Skeleton, Stack, StatusBadge } from "../../../ui";
import { fillAddress } from "../../documents/shapes";
import type { Article, Method, Outlook, PracticeView, Suggestion, Suggestions } from "../../shared/shapes";
import { presentParties, usePartyName } from "../words";
import type { PartProps } from "./parts";
import css from "./practice.module.css";

const hour = 3_600_000;
const intensities = ["calm", "tense", "open_conflict"] as const;

export function Practice({ file }: PartProps) {
  const { t } = useTranslation("practice");
  const [intensity, setIntensity] = useState<string | null>(null);
  const [yes, setYes] = useState<string[]>([]);
  const { data: practice } = useAsk<PracticeView>("/methods", {}, { fresh: hour });
  const asked = { ...(intensity && { intensity }), ...(yes.length > 0 && { yes: yes.join(",") }) };
  const { data: suggested } = useAsk<Suggestions>(`/disputes/${file.id}/methods`, asked, { before: true });
  if (!practice || !suggested) return <Skeleton shape="cards" count={3} />;
  const toggle = (key: string, on: boolean) => setYes(on ? [...yes, key] : yes.filter((one) => one !== key));
  return (
    <Stack gap={4}>
      <Card title={t("ask.title")}>
        <p className="dim">{t("ask.says")}</p>
        <Stack gap={3}>
          <RadioTiles
            id="practice-intensity"
            label={t("ask.intensity")}
            options={intensities.map((one) => ({ value: one, label: t(`intensity.${one}`) }))}
            value={intensity}
            onChange={setIntensity}
          />
          <div className={css.questions}>
            {practice.questions.map((one) => (
              <CheckField
                key={one.key}
                label={one.ask}
                value={yes.includes(one.key)}
                onChange={(on) => toggle(one.key, on)}
              />
            ))}
          </div>
        </Stack>
      </Card>
      <ol className={css.methods} aria-label={t("methods")}>
        {suggested.methods.map((one, nth) => (
          <li key={one.key}>
            <MethodCard
              suggestion={one}
              first={nth === 0 && one.barred_by.length === 0}
              file={file}
              method={practice.methods.find((known) => known.key === one.key)}
            />
          </li>
        ))}
      </ol>
      <GoingToCourt dispute={file.id} claimed={file.dispute.amount} />
      <Card title={t("techniques")}>
        <dl className={css.techniques}>
          {practice.techniques.map((one) => (
            <div key={one.key}>
              <dt>{one.name}</dt>
              <dd>{one.says}</dd>
              <dd className="dim">
                {t("notWhen")} {one.not_when}
              </dd>
            </div>
          ))}
        </dl>
      </Card>
    </Stack>
  );
}

function Cited({ article }: { article: Article | null | undefined }) {
  if (!article) return null;
  return (
    <span className="dim" title={article.says}>
      {" "}
      {articleOf(article)}
    </span>
  );
}

function List({ title, items }: { title: string; items: string[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h4>{title}</h4>
      <ul className={css.list}>
        {items.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  );
}

interface MethodCardProps {
  suggestion: Suggestion;
  method?: Method;
  first: boolean;
  file: PartProps["file"];
}

function MethodCard({ suggestion, method, first, file }: MethodCardProps) {
  const { t } = useTranslation("practice");
  const barred = suggestion.barred_by.length > 0;
  return (
    <Card
      level={3}
      tone={barred ? "danger" : first ? "brand" : "plain"}
      title={suggestion.name}
      actions={
        <>
          {first && <StatusBadge tone="brand">{t("first")}</StatusBadge>}
          {suggestion.used > 0 && <StatusBadge tone="method">{t("used", { count: suggestion.used })}</StatusBadge>}
        </>
      }
    >
      <p>
        {barred ? <CircleAlert size={16} aria-hidden /> : <Lightbulb size={16} aria-hidden />}{" "}
        {barred ? t("barred", { risks: suggestion.barred_by.join(t("and")) }) : suggestion.why}
      </p>
      {!barred && suggestion.because.length > 0 && (
        <p className="dim">{t("because", { because: suggestion.because.join(t("and")) })}</p>
      )}
      {method && <Guide method={method} />}
      {method?.sheet && !barred && file.sight.sealed && <Sheets form={method.sheet} file={file} />}
    </Card>
  );
}

/** What each side gets in writing: filled in by the mediator, then printed. */
function Sheets({ form, file }: { form: string; file: PartProps["file"] }) {
  const { t } = useTranslation("practice");
  const nameOf = usePartyName(file);
  return (
    <ul className={css.list} aria-label={t("sheets")}>
      {presentParties(file).map((one) => (
        <li key={one.id}>
          <Link to={fillAddress(file.id, form, one.id)}>{t("sheetFor", { name: nameOf(one.id) })}</Link>
        </li>
      ))}
    </ul>
  );
}

function Guide({ method }: { method: Method }) {
  const { t } = useTranslation("practice");
  return (
    <details className={css.guide}>
      <summary>{t("guide", { steps: method.steps.length, minutes: minutesOf(method) })}</summary>
      <Stack gap={3}>
        <List title={t("notWhen")} items={method.not_when} />
        <List title={t("prepare")} items={method.prepare} />
        <section>
          <h4>{t("steps")}</h4>
          <ol className={css.steps}>
            {method.steps.map((one) => (
              <li key={one.act}>
                <p>{one.act}</p>
                <blockquote>{one.say}</blockquote>
                <p className="dim">{t("minutes", { count: one.minutes })}</p>
              </li>
            ))}
          </ol>
        </section>
        <section>
          <h4>{t("writeDown")}</h4>
          <ul className={css.list}>
            {method.write_down.map((one) => (
              <li key={one.what}>
                {one.what}
                <Cited article={one.article} />
              </li>
            ))}
          </ul>
        </section>
      </Stack>
    </details>
  );
}

const minutesOf = (method: Method) => method.steps.reduce((sum, one) => sum + one.minutes, 0);

function GoingToCourt({ dispute, claimed }: { dispute: string; claimed: number | null }) {
  const { t } = useTranslation("practice");
  const [amount, setAmount] = useState(claimed);
  const { data } = useAsk<Outlook>(`/disputes/${dispute}/outlook`, amount === null ? {} : { amount }, { before: true });
  if (!data) return null;
  return (
    <Card title={t("court.title")}>
      <Stack gap={3}>
        <p className="dim">{t("court.says")}</p>
        <div className={css.amount}>
          <MoneyField label={t("court.amount")} value={amount} onChange={setAmount} />
        </div>
        <Facts
          rows={[
            { name: t("court.months"), value: t("court.range", { least: data.months_least, most: data.months_most }) },
            { name: t("court.fee"), value: feeIn(data, t("court.feeOpen")) },
            { name: t("court.costs"), value: data.cost_notes },
            { name: t("court.before"), value: data.before || null },
            { name: t("court.proof"), value: data.proof },
            { name: t("court.best"), value: data.best },
            { name: t("court.worst"), value: data.worst },
          ]}
        />
        <ul className={css.list}>
          {data.notes.map((one) => (
            <li key={one.says}>
              {one.says}
              <Cited article={one.article} />
            </li>
          ))}
        </ul>
      </Stack>
    </Card>
  );
}

function feeIn(outlook: Outlook, open: string): string {
  const { fee_least: least, fee_most: most, fee_name: name } = outlook;
  if (least === null || most === null) return `${open} ${name}`;
  return least === most ? `${money(least)} · ${name}` : `${money(least)} – ${money(most)} · ${name}`;
}
