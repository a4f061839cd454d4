// What one side says alone: its kind, the issue that it is about, and the sentence that may cross.
import { ArrowRightLeft, Lock, Plus, Users } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "../../../api";
import { dateTime, listed } from "../../../lib/fmt";
import { Button, MoneyField, RadioTiles, Row, SelectField, Stack, TextField, toastProblem } from "../../../ui";
import css from "../apart.module.css";
import { command, useShowFile } from "../api";
import shared from "../dispute.module.css";
import { fenOf } from "../ladder";
import type { FileView, VaultSlip } from "../types";
import { usePartyName, useWords } from "../words";
import { bound, useLabel } from "./field";
import type { BoxProps } from "./plan";

const known = (key: string) => !/^0*$/.test(key);
const aboutMoney = (kind: unknown) => kind === "offer" || kind === "bottom_line";

/** Note, bottom line, offer, statement; and what becomes of each. */
export function VaultKindBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const { enumeration } = useWords();
  const field = bound<"note" | "bottom_line" | "offer" | "statement">(box);
  const told = useLabel("vaultKind");
  const change = (kind: string) => box.form.set({ [box.name]: kind, ...(aboutMoney(kind) ? {} : { amount: null }) });
  return (
    <Stack gap={2}>
      <RadioTiles {...field} {...told} required options={enumeration("vault_kind")} onChange={change} />
      <p className={shared.sealed} role="status">
        <Lock size={16} aria-hidden /> {t(`apart.becomes.${field.value}`)}
      </p>
    </Stack>
  );
}

export function VaultAmountBox(box: BoxProps) {
  const told = useLabel("vaultAmount");
  if (!aboutMoney(box.form.values.kind)) return null;
  return <MoneyField {...bound<number | null>(box)} {...told} capital />;
}

/** One of the issues that were named; a new one is named here, without leaving the form. */
export function IssueBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const { file, form, name } = box;
  const { issues } = file.dispute.room;
  const field = bound<string | null>(box);
  const told = useLabel("issue");
  const show = useShowFile();
  const [naming, setNaming] = useState(false);
  const [title, setTitle] = useState("");
  const [busy, setBusy] = useState(false);
  const may = file.allowed.includes("mediation.issue_named");
  const put = async () => {
    setBusy(true);
    try {
      const answer = await command(
        "POST",
        `/disputes/${file.id}/issues`,
        { title },
        { key: newKey(), version: file.version },
      );
      show(answer.file);
      box.moved?.(file, answer.file);
      form.set({ [name]: answer.file.dispute.room.issues.at(-1)?.id ?? null });
      setNaming(false);
      setTitle("");
    } catch (error) {
      toastProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack gap={2}>
      {issues.length > 0 && (
        <SelectField
          {...field}
          {...told}
          required={form.values.kind === "offer"}
          options={issues.map((one) => ({ value: one.id, label: one.title ?? t("apart.untitled") }))}
        />
      )}
      {issues.length === 0 && field.error && <p className={shared.fault}>{field.error}</p>}
      {may && !naming && (
        <div className={shared.small}>
          <Button kind="quiet" icon={<Plus size={16} aria-hidden />} onClick={() => setNaming(true)}>
            {t(issues.length > 0 ? "apart.nameAnother" : "apart.nameIssue")}
          </Button>
        </div>
      )}
      {naming && (
        <Row className={css.naming}>
          <TextField
            id={issues.length === 0 ? field.id : undefined}
            label={t("field.issueTitle")}
            hint={t("hint.issueTitle")}
            value={title}
            onChange={setTitle}
            maxLength={200}
            autoFocus
          />
          <Button busy={busy} disabled={title.trim() === ""} onClick={() => void put()}>
            {t("act.issue")}
          </Button>
        </Row>
      )}
      {naming && (
        <p className={shared.final} role="note" data-title-open>
          <Users size={16} aria-hidden /> {t("apart.titleIsOpen")}
        </p>
      )}
    </Stack>
  );
}

/** What crosses, word for word: the program puts an amount behind the words. */
export function useCrossing(): (slip: VaultSlip) => string {
  return (slip) => {
    const fen = fenOf(slip);
    const yuan = (amount: number) =>
      (amount / 100).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    return fen === null ? (slip.words ?? "") : `${slip.words ?? ""}（${yuan(fen)} 元）`;
  };
}

/** Which sentence, with exactly what will cross and to whom. */
function slipBox(among: (file: FileView) => VaultSlip[], says: "crossAsk" | "crossBack" | "crossNow") {
  return function SlipBox(box: BoxProps) {
    const { t } = useTranslation("dispute");
    const { word } = useWords();
    const nameOf = usePartyName(box.file);
    const crossing = useCrossing();
    const field = bound<string | null>(box);
    const { label } = useLabel("slip");
    const slips = among(box.file);
    const chosen = slips.find((one) => one.id === field.value);
    const others = (slip: VaultSlip) =>
      listed(box.file.dispute.parties.filter((one) => one.id !== slip.party && !one.left).map((one) => nameOf(one.id)));
    return (
      <Stack gap={3}>
        {slips.length > 1 && (
          <fieldset className={shared.ticks}>
            <legend data-legend-for={field.id}>{label} *</legend>
            {slips.map((one, index) => (
              <div key={one.id} className={shared.candidate} data-chosen={field.value === one.id || undefined}>
                <label>
                  <input
                    type="radio"
                    id={index === 0 ? field.id : undefined}
                    name={field.id}
                    checked={field.value === one.id}
                    onChange={() => field.onChange(one.id)}
                  />
                  <span>
                    <strong>{nameOf(one.party)}</strong>{" "}
                    <span className="dim">
                      {word("vault_kind", one.kind)} · {dateTime(one.at)}
                    </span>
                    <span className="block">{crossing(one)}</span>
                  </span>
                </label>
              </div>
            ))}
          </fieldset>
        )}
        {chosen && (
          <figure className={css.crossing}>
            <figcaption>
              <ArrowRightLeft size={16} aria-hidden />{" "}
              {t(`apart.${says}`, { from: nameOf(chosen.party), to: others(chosen) })}
            </figcaption>
            <blockquote className={shared.words}>{crossing(chosen)}</blockquote>
            {known(chosen.issue) && (
              <p className="dim">{box.file.dispute.room.issues.find((one) => one.id === chosen.issue)?.title}</p>
            )}
          </figure>
        )}
        {field.error && <p className={shared.fault}>{field.error}</p>}
      </Stack>
    );
  };
}

const crosses = (slip: VaultSlip) => slip.kind === "statement" || slip.kind === "offer";

/** Sentences that may cross and whose owner has not been asked yet. */
export const toAsk = (file: FileView): VaultSlip[] =>
  file.dispute.room.vault.filter((one) => crosses(one) && !one.owner_agreed_at);

/** Sentences whose owner lets them cross and that have not crossed yet. */
export const toRelease = (file: FileView): VaultSlip[] =>
  file.dispute.room.vault.filter((one) => one.owner_agreed_at && !one.released_at);

export const startOf = (among: (file: FileView) => VaultSlip[]) => (file: FileView, about: string) => {
  const slips = among(file);
  return (slips.find((one) => one.id === about) ?? slips[0])?.id ?? null;
};

export const AskCrossBox = slipBox(toAsk, "crossAsk");
export const CrossBackBox = slipBox(toRelease, "crossBack");
export const ReleaseBox = slipBox(toRelease, "crossNow");

/** "party.kind.issue": what a button beside the ladder opens the form for. */
export function vaultStart(file: FileView, about: string): Record<string, unknown> {
  const [party = "", kind = "", issue = ""] = about.split(".");
  const { issues } = file.dispute.room;
  return {
    party: file.dispute.parties.some((one) => one.id === party) ? party : null,
    kind: ["note", "bottom_line", "offer", "statement"].includes(kind) ? kind : "note",
    issue: issues.find((one) => one.id === issue)?.id ?? (issues.length === 1 ? issues[0]!.id : null),
  };
}
