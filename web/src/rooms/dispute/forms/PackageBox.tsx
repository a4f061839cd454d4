// Open papers for another body: ticked one by one, with what goes, to whom, by what right and with
// whose consent in sight before anything is sent. What is guarded has no box to tick.
import { Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { articleOf, listed } from "../../../lib/fmt";
import { useAsk } from "../../../lib/server";
import { Card, Empty, Facts, ProblemCard, RadioTiles, Skeleton, Stack, TextAreaField } from "../../../ui";
import { pdfAddress } from "../../documents/shapes";
import css from "../dispute.module.css";
import type { Packages } from "../types";
import { bound, useLabel } from "./field";
import type { BoxProps } from "./plan";
import { Ticks } from "./Ticks";

const nameOf = (form: string, subject: string | null) => (subject ? `${form} ${subject}` : form);

export function PackageBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const { form, file } = box;
  const organisation = bound<string | null>({ form, name: "organisation" });
  const basis = bound<string | null>({ form, name: "basis" });
  const consented = bound<string[]>({ form, name: "consented" });
  const forms = bound<string[]>({ form, name: "forms" });
  const papers = bound<string[]>({ form, name: "papers" });
  const reason = bound<string>({ form, name: "reason" });
  const labels = {
    organisation: useLabel("packageTo"),
    basis: useLabel("packageBasis"),
    consented: useLabel("packageConsent"),
    forms: useLabel("packageForms"),
    papers: useLabel("packagePapers"),
    reason: useLabel("packageReason"),
  };
  const { data, error, refetch } = useAsk<Packages>(`/disputes/${file.id}/packages`);
  if (error && !data) return <ProblemCard error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton shape="rows" count={5} />;
  if (data.recipients.length === 0) return <Empty>{t("package.nobody")}</Empty>;
  const to = data.recipients.find((one) => one.organisation === organisation.value);
  const right = to?.bases.find((one) => one.key === basis.value);
  const ready = data.forms.filter((one) => one.ready);
  const notReady = data.forms.filter((one) => !one.ready);
  const chosen = [
    ...ready
      .filter((one) => forms.value.includes(nameOf(one.form, one.subject)))
      .map((one) => [one.title, one.about].filter(Boolean).join(" ")),
    ...data.papers.filter((one) => papers.value.includes(one.paper)).map((one) => one.title),
  ];
  return (
    <Stack gap={4}>
      <RadioTiles
        {...organisation}
        {...labels.organisation}
        required
        options={data.recipients.map((one) => ({ value: one.organisation, label: `${one.name} · ${one.why}` }))}
        onChange={(value) => form.set({ organisation: value, basis: null })}
      />
      {to && (
        <RadioTiles
          {...basis}
          {...labels.basis}
          required
          options={to.bases.map((one) => ({
            value: one.key,
            label: [one.name, one.article && articleOf(one.article)].filter(Boolean).join(" · "),
          }))}
        />
      )}
      <Ticks
        {...forms}
        {...labels.forms}
        options={ready.map((one) => ({
          value: nameOf(one.form, one.subject),
          label: [one.number, one.title, one.about].filter(Boolean).join(" "),
        }))}
      />
      {notReady.length > 0 && (
        <details>
          <summary>{t("package.notReady", { count: notReady.length })}</summary>
          <ul className={css.because}>
            {notReady.map((one) => (
              <li key={nameOf(one.form, one.subject)}>
                {one.title} {one.about} <span className="dim">{one.reason}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {data.papers.length > 0 && (
        <Ticks
          {...papers}
          {...labels.papers}
          options={data.papers.map((one) => ({ value: one.paper, label: `${one.title} · ${one.kind_name}` }))}
        />
      )}
      <details>
        <summary>
          <Lock size={14} aria-hidden /> {t("package.keptBack")}
        </summary>
        <p className="dim">{t("package.keptBackSays")}</p>
        <p>{listed(data.kept_back)}</p>
      </details>
      {right?.consent && (
        <Ticks
          {...consented}
          {...labels.consented}
          required
          options={data.parties.map((one) => ({ value: one.party, label: one.name }))}
        />
      )}
      <TextAreaField {...reason} {...labels.reason} required rows={3} most={5000} />
      <Card level={3} title={t("package.preview")} tone="info">
        <Facts
          rows={[
            { name: t("package.to"), value: to?.name ?? t("package.unset") },
            { name: t("package.by"), value: right ? right.name : t("package.unset") },
            {
              name: t("package.consent"),
              value: !right
                ? t("package.unset")
                : right.consent
                  ? listed(data.parties.filter((one) => consented.value.includes(one.party)).map((one) => one.name)) ||
                    t("package.unset")
                  : t("package.noConsentNeeded"),
            },
            { name: t("package.what"), value: chosen.length === 0 ? t("package.unset") : undefined },
          ]}
        />
        {chosen.length > 0 && (
          <ol>
            {ready
              .filter((one) => forms.value.includes(nameOf(one.form, one.subject)))
              .map((one) => (
                <li key={nameOf(one.form, one.subject)}>
                  <a href={pdfAddress(file.id, one.form, one.subject, "zh")} target="_blank" rel="noopener">
                    {[one.title, one.about].filter(Boolean).join(" ")}
                  </a>
                </li>
              ))}
            {data.papers
              .filter((one) => papers.value.includes(one.paper))
              .map((one) => (
                <li key={one.paper}>{one.title}</li>
              ))}
          </ol>
        )}
        <p className="dim">{t("package.also")}</p>
      </Card>
    </Stack>
  );
}
