import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../../lib/server";
import { SelectField, Stack, TextField } from "../../../ui";
import type { Line, Lines, Twins } from "../../shared/shapes";
import { bound, useLabel } from "./field";
import type { BoxProps } from "./plan";

/** The dispute that this request is the same as: those that look like it first, and any that is found. */
export function IntoBox(box: BoxProps) {
  const { t } = useTranslation("dispute");
  const [text, setText] = useState("");
  const twins = useAsk<Twins>(`/disputes/${box.file.id}/twins`);
  const found = useAsk<Lines>("/disputes", { q: text, live: true, limit: 20 }, { when: text !== "", before: true });
  const lines = new Map<string, Line>();
  for (const one of [...(twins.data?.twins ?? []), ...(found.data?.disputes ?? [])]) lines.set(one.id, one);
  lines.delete(box.file.id);
  const options = [...lines.values()].map((one) => ({
    value: one.id,
    label: `${one.number || t("noNumber")} · ${one.parties} · ${one.kind_name}`,
  }));
  return (
    <Stack gap={3}>
      <p>
        <bdi>{t("intoSays")}</bdi>
      </p>
      <TextField label={t("intoFind")} value={text} onChange={setText} inputMode="search" />
      <SelectField {...bound<string | null>(box)} {...useLabel("into")} required options={options} />
    </Stack>
  );
}
