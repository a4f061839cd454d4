// The same terms in a second language, written by people beside the Chinese; and which of the issues
// on the table a part of an agreement settles.
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { textDirection } from "../../../i18n/languages";
import { Card, CheckField, type FieldProps, Grid, RadioTiles, Stack, TextAreaField, TextField } from "../../../ui";
import type { Agreement } from "../types";
import { useWords } from "../words";
import type { BoxProps, Values } from "./plan";
import { Ticks } from "./Ticks";

export interface SecondText {
  language: string;
  facts: string;
  terms: string;
  breach: string;
  translator: string;
  proof_reader: string;
  governs: string;
}

const blank: SecondText = {
  language: "ug",
  facts: "",
  terms: "",
  breach: "",
  translator: "",
  proof_reader: "",
  governs: "zh",
};

export function secondStart(draft?: Agreement): SecondText | null {
  const second = draft?.second;
  if (!second) return null;
  const { language, facts, terms, breach, translator, proof_reader, governs } = second;
  return {
    language,
    facts: facts ?? "",
    terms: terms ?? "",
    breach: breach ?? "",
    translator: translator ?? "",
    proof_reader: proof_reader ?? "",
    governs,
  };
}

export { textDirection as directionOf };

export function SecondBox({ name, form }: BoxProps) {
  const { t } = useTranslation("dispute");
  const { word } = useWords();
  const second = form.values[name] as SecondText | null;
  const field = <T,>(one: string) => form.field(`${name}.${one}`) as FieldProps<T>;
  // A box unticked by a slip, and ticked again, has its whole text as it was.
  const last = useRef(blank);
  if (second) last.current = second;
  const toggle = (on: boolean) => form.set({ [name]: on ? last.current : null } as Values);
  const language = second?.language;
  return (
    <Stack gap={3}>
      <CheckField label={t("second.wanted")} hint={t("second.hint")} value={second !== null} onChange={toggle} />
      {second && (
        <Card level={3} title={t("second.title")}>
          <Stack gap={3}>
            <RadioTiles
              {...field<string>("language")}
              label={t("second.language")}
              required
              options={["ug", "en"].map((one) => ({ value: one, label: word("tongue", one) }))}
              onChange={(one) => form.set({ [name]: { ...second, language: one, governs: "zh" } } as Values)}
            />
            <div dir={textDirection(language)}>
              <Stack gap={3}>
                <TextAreaField
                  {...field<string>("facts")}
                  label={t("second.facts")}
                  required
                  rows={3}
                  lang={language}
                />
                <TextAreaField
                  {...field<string>("terms")}
                  label={t("second.terms")}
                  required
                  rows={3}
                  lang={language}
                />
                <TextAreaField {...field<string>("breach")} label={t("second.breach")} rows={2} lang={language} />
              </Stack>
            </div>
            <Grid least={180}>
              <TextField {...field<string>("translator")} label={t("second.translator")} required maxLength={60} />
              <TextField
                {...field<string>("proof_reader")}
                label={t("second.proofReader")}
                hint={t("second.proofReaderHint")}
                maxLength={60}
              />
            </Grid>
            <RadioTiles
              {...field<string>("governs")}
              label={t("second.governs")}
              required
              options={["zh", second.language].map((one) => ({ value: one, label: word("tongue", one) }))}
              onChange={(one) => form.set({ [name]: { ...second, governs: one } } as Values)}
            />
          </Stack>
        </Card>
      )}
    </Stack>
  );
}

/** Of a part: which of the issues on the table it settles. */
export function IssuesBox({ name, form, file }: BoxProps) {
  const { t } = useTranslation("dispute");
  const { issues } = file.dispute.room;
  if (!form.values.partial || issues.length === 0) return null;
  const field = form.field(name) as FieldProps<string[]>;
  return (
    <Ticks
      {...field}
      label={t("settlesIssues")}
      hint={t("settlesIssuesHint")}
      options={issues.map((one) => ({ value: one.id, label: one.title ?? "" }))}
    />
  );
}
